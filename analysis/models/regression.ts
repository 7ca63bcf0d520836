import { type Estimate, estimate } from '../estimate.js';
import { levels, signMark } from '../marks.js';
import type { Specification } from '../specification.js';
import {
  type Column,
  createRng,
  deriveSeed,
  inference,
  type NotEstimable,
  ols,
  type OlsFit,
  tQuantile,
  type Vcov,
  wildClusterBootstrap,
} from '../stats/index.js';
import type { Rows } from './sample.js';

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
  Pick<Estimate, 'dropped' | 'status' | 'reason'>;

/**
 * One linear regression of y on x and the design's effects, as an estimate of x's coefficient. A null result comes
 * with its power: `extra.minimumDetectable` is the effect that the test finds in four cases of five.
 */
export function regressionEstimate(
  head: Partial<Estimate> & Pick<Estimate, 'id' | 'model'>,
  rows: Rows,
  design: RegressionDesign,
): Estimate {
  const { fit, ...fields } = regressionFields(rows, design);
  const bootstrap = fit && bootstrapped(head.id, fit, rows, design);
  return estimate({
    ...head,
    ...fields,
    extra: {
      ...head.extra,
      minimumDetectable: minimumDetectable(fields.se, fields.df),
      ...(bootstrap ? { bootstrap } : {}),
    },
  });
}

/**
 * The restricted wild cluster bootstrap of a cell clustered in one dimension, where the specification asks for draws:
 * p, interval, draws, ties, cluster sizes and the warning where it is known to fail. Each cell has its own stream.
 */
function bootstrapped(id: string, fit: OlsFit, rows: Rows, { term, vcov, spec }: RegressionDesign) {
  const { draws, weights } = spec.inference.bootstrap;
  if (draws === 0 || vcov.kind !== 'cluster' || vcov.by.length !== 1) return null;
  const seed = deriveSeed(spec.seed, `bootstrap/${id}`);
  const rng = createRng(seed);
  const clusters = vcov.by[0]!.codes;
  const { level } = spec.inference;
  const result = wildClusterBootstrap({ fit, term, clusters, draws, weights, rng, level, regressor: rows.x });
  if (result.status !== 'ok') return { reason: result.reason };
  const { p, ciLow, ciHigh, unbounded, ties, enumerated, smallestCluster, largestCluster, warning } = result;
  const sizes = { clusters: result.clusters, smallestCluster, largestCluster };
  return {
    p,
    ciLow,
    ciHigh,
    unbounded,
    draws: result.draws,
    ties,
    enumerated,
    weights,
    ...sizes,
    warning,
    seed,
  };
}

/** (t_{1-alpha/2} + t_{0.8}) se, the minimum detectable effect at 80 percent power (Bloom 1995). */
function minimumDetectable(se: number | null, df: number | null): number | null {
  if (se === null || df === null) return null;
  return (tQuantile(1 - levels.strong / 2, df) + tQuantile(0.8, df)) * se;
}

function regressionFields(rows: Rows, design: RegressionDesign): Fields & { fit?: OlsFit } {
  const base = { term: design.term, n: rows.n, units: rows.units, dropped: rows.dropped };
  const effects = [
    ...(design.unitEffects ? [{ name: 'unit', codes: rows.unit }] : []),
    ...(design.yearEffects ? [{ name: 'year', codes: rows.year }] : []),
  ];
  const fit = ols({
    y: rows.y,
    x: [{ name: design.term, values: rows.x }, ...(design.controls ?? [])],
    effects,
  });
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
  return { ...used, ...numbers, mark, clusters, status: 'ok', reason: null, fit };
}

function failed({ reason }: NotEstimable) {
  const none = { estimate: null, se: null, statistic: null, df: null, p: null, ciLow: null, ciHigh: null };
  return { ...none, mark: null, clusters: null, status: 'not-estimable' as const, reason };
}

function withSingletons(dropped: Readonly<Record<string, number>>, singletons: number) {
  return singletons === 0 ? dropped : { ...dropped, singleton: singletons };
}
