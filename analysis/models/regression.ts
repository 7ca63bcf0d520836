import { type Estimate, estimate } from '../estimate.js';
import { levels, signMark } from '../marks.js';
import type { MarginUnit, Specification } from '../specification.js';
import {
  type Column,
  equivalence,
  inference,
  minimumDetectableEffect,
  type NotEstimable,
  ols,
  type Vcov,
} from '../stats/index.js';
import type { Rows } from './sample.js';

/** What is regressed on beside x, and how its uncertainty is measured. */
export interface RegressionDesign {
  readonly term: string;
  readonly yearEffects: boolean;
  readonly unitEffects?: boolean;
  readonly controls?: readonly { readonly name: string; readonly values: Column }[];
  readonly vcov: Vcov;
  readonly spec: Specification;
}

type Fields = Pick<
  Estimate,
  | 'term'
  | 'estimate'
  | 'se'
  | 'statistic'
  | 'df'
  | 'p'
  | 'ciLow'
  | 'ciHigh'
  | 'mark'
  | 'n'
  | 'units'
  | 'clusters'
> &
  Pick<Estimate, 'dropped' | 'status' | 'reason'> & {
    /** Rows of the smallest and the largest cluster, by dimension; absent where the covariance has no clusters. */
    readonly clusterSizes?: readonly {
      readonly by: string;
      readonly smallest: number;
      readonly largest: number;
    }[];
  };

/**
 * One linear regression of y on x and the design's effects, as an estimate of x's coefficient. A null result comes
 * with its power: `extra.minimumDetectable` is the effect that the test finds in four cases of five; and a clustered
 * p with the clusters' sizes.
 */
export function regressionEstimate(
  head: Partial<Estimate> & Pick<Estimate, 'id' | 'model'>,
  rows: Rows,
  design: RegressionDesign,
): Estimate {
  const { clusterSizes, ...fields } = regressionFields(rows, design);
  return estimate({
    ...head,
    ...fields,
    extra: {
      ...head.extra,
      minimumDetectable: minimumDetectable(fields.se, fields.df),
      ...(clusterSizes ? { clusterSizes } : {}),
      ...equivalenceWithin(head.extra?.['unit'], fields, design.spec),
    },
  });
}

/** The power of a t test that was made elsewhere: its minimum detectable effect, and equivalence where it is asked for. */
export const powerOf = (
  fields: Pick<Fields, 'estimate' | 'se' | 'df'>,
  unit: unknown,
  spec: Specification,
): Readonly<Record<string, unknown>> => ({
  minimumDetectable: minimumDetectable(fields.se, fields.df),
  ...equivalenceWithin(unit, fields, spec),
});

/** Two one-sided tests against the margin that the specification states for the outcome's unit, where it states one. */
function equivalenceWithin(
  unit: unknown,
  { estimate, se, df }: Pick<Fields, 'estimate' | 'se' | 'df'>,
  { inference: { margin: margins } }: Specification,
) {
  const margin = Object.hasOwn(margins, String(unit)) ? margins[unit as MarginUnit] : null;
  if (margin === null || estimate === null || se === null || df === null) return {};
  const test = equivalence({ estimate, se, df, margin, alpha: levels.strong });
  if (test.status !== 'ok') return { equivalence: { margin, reason: test.reason } };
  const { p, verdict, leastMargin } = test;
  return { equivalence: { margin, p, verdict, leastMargin } };
}

/** The effect that the test at 5 percent finds with 80 percent power, by the noncentral t. */
function minimumDetectable(se: number | null, df: number | null): number | null {
  if (se === null || df === null) return null;
  const detectable = minimumDetectableEffect({ se, df, alpha: levels.strong });
  return detectable.status === 'ok' ? detectable.effect : null;
}

export function regressionFields(rows: Rows, design: RegressionDesign): Fields {
  const base = { term: design.term, n: rows.n, units: rows.units, dropped: rows.dropped };
  const fit = fitRegression(rows, design);
  if (fit.status !== 'ok') return { ...base, ...failed(fit) };
  const position = fit.names.indexOf(design.term);
  if (position < 0) return { ...base, ...failed({ status: 'not-estimable', reason: 'collinear-regressor' }) };
  const used = { ...base, n: fit.n, dropped: withSingletons(rows.dropped, fit.singletons) };
  const inferred = inference(fit, design.vcov, design.spec.inference.level);
  if (inferred.status !== 'ok') return { ...used, ...failed(inferred) };
  const { estimate, se, statistic, p, ciLow, ciHigh } = inferred.terms[position]!;
  const clusters = inferred.clusters.length === 0 ? null : Math.min(...inferred.clusters);
  if (p === null || statistic === null)
    return { ...used, ...failed({ status: 'not-estimable', reason: 'perfect-fit' }), estimate, clusters };
  const numbers = { estimate, se, statistic, df: inferred.df, p, ciLow, ciHigh };
  const mark = signMark(p, estimate);
  const result = { ...used, ...numbers, mark, clusters, status: 'ok' as const, reason: null };
  if (design.vcov.kind !== 'cluster') return result;
  return { ...result, clusterSizes: sizesOf(design.vcov.by, inferred.clusterSizes) };
}

/** Least squares of the rows' y on x, the design's controls and its effects. */
export function fitRegression(rows: Rows, { term, controls, unitEffects, yearEffects }: RegressionDesign) {
  return ols({
    y: rows.y,
    x: [{ name: term, values: rows.x }, ...(controls ?? [])],
    effects: [
      ...(unitEffects ? [{ name: 'unit', codes: rows.unit }] : []),
      ...(yearEffects ? [{ name: 'year', codes: rows.year }] : []),
    ],
  });
}

function sizesOf(by: readonly { readonly name: string }[], sizes: readonly Int32Array[]) {
  return by.map(({ name }, d) => ({
    by: name,
    smallest: sizes[d]!.reduce((a, b) => Math.min(a, b)),
    largest: sizes[d]!.reduce((a, b) => Math.max(a, b)),
  }));
}

function failed({ reason }: NotEstimable) {
  const none = { estimate: null, se: null, statistic: null, df: null, p: null, ciLow: null, ciHigh: null };
  return { ...none, mark: null, clusters: null, status: 'not-estimable' as const, reason };
}

function withSingletons(dropped: Readonly<Record<string, number>>, singletons: number) {
  return singletons === 0 ? dropped : { ...dropped, singleton: singletons };
}
