import type { Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { isWithinRounding, rangeOf } from './numeric.js';
import { take } from './sample.js';
import type { Column } from './types.js';

/** Fewer clusters on one side than this are few (MacKinnon & Webb 2017, Journal of Applied Econometrics 32). */
const FEW = 4;
/** What absorbing one effect leaves of a difference, as a share of it. */
const SAME = 1e-9;

/**
 * `few-treated`: a regressor of two values takes one of them in fewer than four clusters: restricted, the test hardly
 * ever rejects, unrestricted, it rejects far too often. `unbalanced`: one cluster has over half of the rows.
 * `few-clusters`: of all the sign vectors, the two that always tie (every sign the same) are 1 - level or more, so that
 * a p below it, not counting ties, only says that there are no others; Webb's weights have more.
 */
export type WildWarning = 'few-clusters' | 'few-treated' | 'unbalanced';

/** Whether 2 of the draws that there are reach 1 - level. */
export function isTooFew(draws: number, enumerated: boolean, level: number): boolean {
  return enumerated && 2 / draws >= 1 - level;
}

/** Of `few-treated` and `unbalanced` the first that applies. Few treated clusters go unseen where several effects are absorbed and no regressor is given. */
export function warningOf(
  fit: OlsFit,
  term: number,
  clusters: Factor,
  regressor: Column | undefined,
): WildWarning | null {
  const values = regressor === undefined ? recovered(fit, term) : take(regressor, fit.rows);
  if (values !== null && isFew(values, clusters)) return 'few-treated';
  return clusters.counts.some((count) => 2 * count > fit.n) ? 'unbalanced' : null;
}

/** The regressor as far as the fit still holds it: less a constant, or the level's minimum of one effect. */
function recovered({ design, weights, absorbed }: OlsFit, term: number): Float64Array | null {
  if (absorbed.length > 1) return null;
  const x = design[term]!.map((v, i) => (weights === null ? v : v / Math.sqrt(weights[i]!)));
  const [effect] = absorbed;
  if (!effect) return x;
  const { codes, levels } = effect.factor;
  const smallest = new Float64Array(levels).fill(Infinity);
  for (let i = 0; i < x.length; i++) smallest[codes[i]!] = Math.min(smallest[codes[i]!]!, x[i]!);
  return x.map((v, i) => v - smallest[codes[i]!]!);
}

/** Whether the values are two, and one of them is met in fewer than four clusters. */
function isFew(values: Float64Array, clusters: Factor): boolean {
  const { min, max } = rangeOf(values);
  if (isWithinRounding(min, max, Math.max(-min, max))) return false;
  const atMin = new Set<number>();
  const atMax = new Set<number>();
  for (let i = 0; i < values.length; i++) {
    const share = (values[i]! - min) / (max - min);
    if (Math.min(share, 1 - share) > SAME) return false;
    (share < 0.5 ? atMin : atMax).add(clusters.codes[i]!);
  }
  return Math.min(atMin.size, atMax.size) < FEW;
}
