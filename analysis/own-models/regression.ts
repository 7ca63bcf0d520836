import type { Grouping } from '../../data/records.js';
import type { OutcomeKind, Sample } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import { type Check, isRecord } from './check.js';
import type { GivenColumns } from './columns.js';
import { isShortText } from './head.js';
import type { RowsInput } from './rows.js';

/** Where a cell of a user's model stands, and what it is of. */
export interface CellPlace {
  /** The row: an outcome of the panel, or the id of one. */
  readonly outcome: Outcome | string;
  /** The key of the column. */
  readonly column: string;
  /** What y is: `level` where left out. */
  readonly kind?: OutcomeKind;
  /** `users+non-users` where x is 1 for the area's users and 0 for its non-users: who is a user is then permuted, too. */
  readonly sample?: Sample;
  /** One of the appendix's, or of the panel's own. */
  readonly grouping?: Grouping;
  /** Years between x and y. */
  readonly lag?: number;
  /** What y is measured in, where it is not the outcome's own unit. */
  readonly unit?: string;
  /** Anything more that the record is to hold: plain data. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** As the specification writes covariances, with any grouping of the panel. */
export type OwnCovariance =
  'iid' | 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'cluster:unit' | `cluster:${Grouping}` | `cluster:unit+${Grouping}`;

interface Design extends CellPlace {
  /** What x is called, in the records; `x` where left out. */
  readonly term?: string;
  /** True where left out. */
  readonly yearEffects?: boolean;
  /** False where left out. */
  readonly unitEffects?: boolean;
  /** `cluster:unit` where left out. */
  readonly covariance?: OwnCovariance;
}

/** The rows are made by a function, called for each unit and year. */
export interface RowRegression extends Design {
  /** The row of a unit and year, or the reason why it is left out. */
  readonly row: RowsInput['row'];
  /** First and last calendar year; those of the outcome where left out. */
  readonly years?: { readonly first: number; readonly last: number };
}

/** The rows are given as columns. */
export interface ColumnRegression extends Design, GivenColumns {}

export type Regression = RowRegression | ColumnRegression;

export const isColumnsForm = (regression: unknown): boolean =>
  isRecord(regression) && !Object.hasOwn(regression, 'row');

const covariancesOf = (groupings: readonly Grouping[]): readonly unknown[] => [
  'iid',
  'HC0',
  'HC1',
  'HC2',
  'HC3',
  'cluster:unit',
  ...groupings.flatMap((g) => [`cluster:${g}`, `cluster:unit+${g}`]),
];

const truth: Check = (v) => (v === undefined || typeof v === 'boolean' ? null : 'true or false');
/** Told of the cell itself, where its columns are copied. */
const later: Check = () => null;

const designChecks = (covariances: readonly unknown[]) =>
  ({
    term: (v: unknown) => (v === undefined || isShortText(v) ? null : 'a text of 1 to 100 characters'),
    yearEffects: truth,
    unitEffects: truth,
    covariance: (v: unknown) =>
      v === undefined || covariances.includes(v) ? null : `one of ${covariances.join(', ')}`,
  }) satisfies Record<string, Check>;

/** The fields of a regression, by the form that it has, on a panel with these groupings. */
export const regressionChecks = (
  columns: boolean,
  groupings: readonly Grouping[],
): Readonly<Record<string, Check>> => ({
  ...designChecks(covariancesOf(groupings)),
  ...(columns
    ? {
        y: later,
        x: later,
        controls: (v: unknown) =>
          v === undefined || isRecord(v) ? null : 'columns by name, { size: [...] }',
        units: later,
        years: later,
        dropped: later,
      }
    : {
        row: (v: unknown) =>
          typeof v === 'function' ? null : 'a function of a unit and year, (r) => ({ x: r.lag(1) })',
        years: (v: unknown) =>
          v === undefined || (isRecord(v) && Number.isFinite(v['first']) && Number.isFinite(v['last']))
            ? null
            : '{ first, last }, calendar years',
      }),
});
