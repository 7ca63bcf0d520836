import { fitRegression } from '../models/regression.js';
import type { RegressionCell } from '../models/cell.js';
import {
  createRng,
  deriveSeed,
  type WildBootstrap,
  wildClusterBootstrap,
  type WildWeights,
} from '../stats/index.js';

/** The bootstrap of a cell, as it stands in `extra.bootstrap`. */
export type Bootstrapped = Pick<
  WildBootstrap,
  | 'p'
  | 'ciLow'
  | 'ciHigh'
  | 'unbounded'
  | 'draws'
  | 'ties'
  | 'enumerated'
  | 'clusters'
  | 'smallestCluster'
  | 'largestCluster'
  | 'warning'
> & {
  /** At 80 percent power, simulated by the same draws. */
  readonly minimumDetectable: number | null;
  readonly weights: WildWeights;
  readonly seed: number;
};

/**
 * The restricted wild cluster bootstrap of a cell clustered in one dimension: p, interval, draws, ties, cluster sizes,
 * the simulated minimum detectable effect, and the warning where the bootstrap is known to fail; `{ reason }` where it
 * cannot be made. Null for a cell that is not clustered so. Each cell has its own stream.
 */
export function bootstrapped({
  head,
  rows,
  design,
}: RegressionCell): Bootstrapped | { readonly reason: string } | null {
  const { term, vcov, spec } = design;
  if (vcov.kind !== 'cluster' || vcov.by.length !== 1) return null;
  const { draws, weights } = spec.inference.bootstrap;
  const fit = fitRegression(rows, design);
  if (fit.status !== 'ok') return { reason: fit.reason };
  const seed = deriveSeed(spec.seed, `bootstrap/${head.id}`);
  const rng = createRng(seed);
  const clusters = vcov.by[0]!.codes;
  const { level } = spec.inference;
  const result = wildClusterBootstrap({
    fit,
    term,
    clusters,
    draws,
    weights,
    rng,
    level,
    regressor: rows.x,
    power: {},
  });
  if (result.status !== 'ok') return { reason: result.reason };
  const { p, ciLow, ciHigh, unbounded, ties, enumerated, smallestCluster, largestCluster, warning } = result;
  const sizes = { clusters: result.clusters, smallestCluster, largestCluster };
  const made = { draws: result.draws, ties, enumerated, weights };
  const minimumDetectable = result.power?.minimumDetectable ?? null;
  return { p, ciLow, ciHigh, unbounded, minimumDetectable, ...made, ...sizes, warning, seed };
}
