import { UsageError } from '../../data/problems.js';
import type { Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import { levels, signMark } from '../marks.js';
import type { Head } from '../models/cell.js';
import type { Specification } from '../specification.js';
import { minimumDetectableEffect, tQuantile, tTwoSided } from '../stats/index.js';
import { type Check, checked, shown } from './check.js';
import { droppedOf, NonFinite } from './columns.js';
import { isShortText, placeChecks } from './head.js';
import type { CellPlace } from './regression.js';

/**
 * What an estimator of the user's own gave for a cell. `se` or `p` must be there. Where `p` or the interval is left out
 * they are by t with `df` degrees of freedom, by the normal distribution without `df`.
 */
export interface OwnRecord extends CellPlace {
  readonly estimate: number;
  readonly se?: number;
  readonly statistic?: number;
  readonly df?: number;
  readonly p?: number;
  readonly ciLow?: number;
  readonly ciHigh?: number;
  readonly n?: number;
  readonly units?: number;
  readonly clusters?: number;
  readonly term?: string;
  /** Rows left out, counted by reason. */
  readonly dropped?: Readonly<Record<string, number>>;
}

const count: Check = (v) =>
  v === undefined || (Number.isInteger(v) && (v as number) >= 0) ? null : 'a whole number of at least 0';

/** Whether it is finite is told by a reason of its own. */
const number: Check = (v) => (v === undefined || typeof v === 'number' ? null : 'a number');

const fields = (groupings: readonly Grouping[]) =>
  ({
    ...placeChecks(groupings),
    estimate: (v: unknown) => (typeof v === 'number' ? null : 'a number'),
    se: (v: unknown) => (v === undefined || !((v as number) <= 0) ? number(v) : 'a number above 0'),
    statistic: number,
    df: (v: unknown) => (v === undefined || !((v as number) <= 0) ? number(v) : 'a number above 0'),
    p: (v: unknown) =>
      v === undefined || !((v as number) < 0 || (v as number) > 1) ? number(v) : 'a number from 0 to 1',
    ciLow: number,
    ciHigh: number,
    n: count,
    units: count,
    clusters: count,
    term: (v: unknown) => (v === undefined || isShortText(v) ? null : 'a text of 1 to 100 characters'),
    dropped: () => null,
  }) satisfies Record<string, Check>;

const numbers = ['estimate', 'se', 'statistic', 'df', 'p', 'ciLow', 'ciHigh'] as const;

/**
 * The user's record as an estimate, its mark by the one rule.
 * @param groupings those of the panel
 * @throws UsageError for a field that is wrong; NonFinite for a number that is none
 */
export function recordEstimate(
  head: Head,
  record: OwnRecord,
  groupings: readonly Grouping[],
  spec: Specification,
): Estimate {
  checked(record, fields(groupings), 'cells.estimate');
  for (const name of numbers)
    if (record[name] !== undefined && !Number.isFinite(record[name]))
      throw new NonFinite(
        `${name} is ${shown(record[name])}; expected a finite number, or cells.refuse with a reason`,
      );
  if (record.se === undefined && record.p === undefined)
    throw new UsageError('cells.estimate: found neither se nor p; expected one of them, or both');
  const { estimate: b, se = null, df = Infinity } = record;
  const statistic = record.statistic ?? (se === null ? null : b / se);
  const p = record.p ?? tTwoSided(statistic!, df);
  const half = se === null ? null : se * -tQuantile((1 - spec.inference.level) / 2, df);
  const detectable =
    se === null || record.df === undefined
      ? null
      : minimumDetectableEffect({ se, df: record.df, alpha: levels.strong });
  return estimate({
    ...head,
    term: record.term ?? null,
    estimate: b,
    se,
    statistic,
    df: record.df ?? null,
    p,
    ciLow: record.ciLow ?? (half === null ? null : b - half),
    ciHigh: record.ciHigh ?? (half === null ? null : b + half),
    mark: signMark(p, b),
    n: record.n ?? null,
    units: record.units ?? null,
    clusters: record.clusters ?? null,
    dropped: droppedOf(record.dropped ?? {}),
    extra: {
      ...head.extra,
      ownEstimator: true,
      ...(detectable?.status === 'ok' ? { minimumDetectable: detectable.effect } : {}),
    },
  });
}
