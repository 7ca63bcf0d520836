import { UsageError } from '../../data/problems.js';
import type { UnitRecord } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import { type DistanceMethod, distanceOf, standardize, whitening } from './distance.js';

/** How the nearest are found. */
export interface NearestOptions {
  /** Neighbours wanted; 8. */
  readonly k?: number;
  /** `mahalanobis` counts what several covariates say together once; `standardized` counts each by itself. */
  readonly method?: DistanceMethod;
  /** Columns of `units.csv`; all of the panel. */
  readonly covariates?: readonly string[];
}

/** One covariate's say in how near a neighbour is. */
export interface CovariatePart {
  readonly covariate: string;
  readonly own: number;
  readonly theirs: number;
  /** Of the squared distance, 0-1; the parts sum to 1. Null where the distance is 0. */
  readonly part: number | null;
}

/** One of the nearest units, and what its distance is made of. */
export interface Neighbour {
  /** Position in `Panel.units`. */
  readonly unit: number;
  /** 1 is the nearest; units equally far are ranked by id. */
  readonly rank: number;
  /** In standard deviations. */
  readonly distance: number;
  readonly parts: readonly CovariatePart[];
}

/** A unit that could not be compared. */
export interface LeftOut {
  readonly unit: number;
  readonly missing: readonly string[];
}

export type NearestRefusal =
  | 'district-without-covariates'
  | 'no-covariates'
  | 'unit-misses-covariates'
  | 'no-other-unit'
  | 'nothing-varies';

/** The units nearest to one on covariates, or why there are none. */
export interface Nearest {
  readonly status: 'ok' | 'refused';
  readonly reason: NearestRefusal | null;
  /** What the distances are by. */
  readonly method: DistanceMethod;
  /** Why it is not the method asked for. `singular`: a covariate is a sum of others, or there are too few units for so many. */
  readonly instead: 'singular' | null;
  /** Used, and left out since all units have the same value. */
  readonly covariates: readonly string[];
  readonly constant: readonly string[];
  /** Of the unit, where it is refused for them. */
  readonly missing: readonly string[];
  /** Units with all covariates, this one among them: means, deviations and correlations are theirs. */
  readonly n: number;
  /** The k nearest, or as many as there are. */
  readonly neighbours: readonly Neighbour[];
  readonly wanted: number;
  readonly left: readonly LeftOut[];
}

/**
 * The units nearest to one on its covariates. Means, standard deviations and correlations are those of all units with
 * every covariate. Mahalanobis is refused where the correlations are singular, and the standardized Euclidean distance
 * given instead. Covariates are taken as they are: inhabitants are not logged.
 * @param unit position in `Panel.units`
 * @throws UsageError for a k that is no whole number of at least 1, and for covariates that the panel has not
 */
export function nearestUnits(panel: Panel, unit: number, options: NearestOptions = {}): Nearest {
  const { k = 8, method = 'mahalanobis' } = options;
  if (!Number.isInteger(k) || k < 1)
    throw new UsageError(`found ${k} nearest units; expected a whole number of at least 1`);
  const asked = columnsOf(panel, options.covariates);
  const missingOf = (u: UnitRecord) => asked.filter((c) => (u.covariates[c] ?? null) === null);
  const complete = panel.units.flatMap((u, i) => (missingOf(u).length === 0 ? [i] : []));
  const head = {
    method,
    instead: null,
    covariates: asked,
    constant: [],
    missing: missingOf(panel.units[unit]!),
    n: complete.length,
    neighbours: [],
    wanted: k,
    left: panel.units.flatMap((u, i) => {
      const missing = missingOf(u);
      return i === unit || missing.length === 0 ? [] : [{ unit: i, missing }];
    }),
  };
  const reason = refusal(panel.units[unit]!, asked, head.missing, complete.length);
  if (reason) return { ...head, status: 'refused', reason };
  const columns = asked.map((c) => standardize(complete.map((u) => panel.units[u]!.covariates[c]!)));
  const used = asked.filter((_, j) => columns[j] !== null);
  const constant = asked.filter((_, j) => columns[j] === null);
  if (used.length === 0)
    return { ...head, covariates: [], constant, status: 'refused', reason: 'nothing-varies' };
  const varying = columns.filter((c) => c !== null);
  const rows = complete.map((_, i) => Float64Array.from(varying, (c) => c[i]!));
  const whiten = whitening(rows, method);
  return {
    ...head,
    status: 'ok',
    reason: null,
    method: whiten ? method : 'standardized',
    instead: whiten ? null : 'singular',
    covariates: used,
    constant,
    neighbours: ranked(panel, unit, complete, rows, whiten ?? whitening(rows, 'standardized')!, used).slice(
      0,
      k,
    ),
  };
}

function columnsOf(panel: Panel, wanted: readonly string[] | undefined): readonly string[] {
  const have = [...new Set(panel.units.flatMap((u) => Object.keys(u.covariates)))];
  const filled = have.filter((c) => panel.units.some((u) => (u.covariates[c] ?? null) !== null));
  if (wanted === undefined) return filled;
  const unknown = wanted.filter((c) => !filled.includes(c));
  if (unknown.length > 0)
    throw new UsageError(
      `units.csv: found no values in ${unknown.join(', ')}; expected covariates of ${filled.join(', ') || 'which there are none'}`,
    );
  return [...new Set(wanted)];
}

function refusal(
  own: UnitRecord,
  asked: readonly string[],
  missing: readonly string[],
  complete: number,
): NearestRefusal | null {
  if (asked.length === 0) return 'no-covariates';
  if (missing.length > 0)
    return own.id === own.municipality ? 'unit-misses-covariates' : 'district-without-covariates';
  return complete < 2 ? 'no-other-unit' : null;
}

/** To twelve digits: what differs by rounding alone is equally far. */
const rounded = (distance: number): number => Number(distance.toPrecision(12));

function ranked(
  panel: Panel,
  unit: number,
  complete: readonly number[],
  rows: readonly Float64Array[],
  whiten: Float64Array,
  covariates: readonly string[],
): Neighbour[] {
  const mine = rows[complete.indexOf(unit)]!;
  const idOf = (u: number) => panel.units[u]!.id;
  const valueOf = (u: number, c: string) => panel.units[u]!.covariates[c]!;
  return complete
    .map((u, i) => ({ u, ...distanceOf(mine, rows[i]!, whiten) }))
    .filter(({ u }) => u !== unit)
    .sort((a, b) => rounded(a.distance) - rounded(b.distance) || (idOf(a.u) < idOf(b.u) ? -1 : 1))
    .map(({ u, distance, parts }, i) => ({
      unit: u,
      rank: i + 1,
      distance,
      parts: covariates.map((covariate, j) => ({
        covariate,
        own: valueOf(unit, covariate),
        theirs: valueOf(u, covariate),
        part: distance === 0 ? null : parts[j]! / (distance * distance),
      })),
    }));
}
