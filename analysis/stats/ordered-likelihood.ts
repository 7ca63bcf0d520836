import { logistic, logisticDensity, logLogistic } from './logistic.js';
import { weightedCrossProducts } from './logit.js';
import type { Point } from './newton.js';
import { dot } from './numeric.js';
import { combine } from './orthonormal.js';

/**
 * F(a) - F(b) = F(a)·(1 - F(b))·(1 - e^-(a-b)), and a - b is the distance d of two thresholds whatever x is. So a row is one
 * or two rows of a binary logit (below its upper threshold, not below its lower), and each level between two
 * thresholds adds log(1 - e^-d) per row: no difference of probabilities is ever taken.
 * @param at coefficients of q, then thresholds
 */
export function orderedLikelihood(
  q: readonly Float64Array[],
  codes: Int32Array,
  counts: Int32Array,
  at: Float64Array,
): Point {
  const n = codes.length;
  const slopes = q.length;
  const size = at.length;
  const last = size - slopes; // the level without an upper threshold
  const eta = combine(q, at.subarray(0, slopes), n);
  const residuals = new Float64Array(n);
  const weights = new Float64Array(n);
  const upperWeights = Array.from({ length: last }, () => new Float64Array(n)); // by threshold
  const gradient = new Float64Array(size);
  const curvature = new Float64Array(last);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const j = codes[i]!;
    for (let cut = Math.max(0, j - 1); cut <= j && cut < last; cut++) {
      const side = cut === j ? 1 : -1; // below this threshold, or not
      const t = at[slopes + cut]! - eta[i]!;
      const e = side * logistic(-side * t);
      const w = logisticDensity(t);
      value += logLogistic(side * t);
      gradient[slopes + cut]! += e;
      curvature[cut]! += w;
      upperWeights[cut]![i] = w;
      residuals[i]! -= e;
      weights[i]! += w;
    }
  }
  const information = weightedCrossProducts(q, weights, size);
  q.forEach((x, a) => {
    gradient[a] = dot(x, residuals, n);
    upperWeights.forEach((w, cut) => {
      const b = slopes + cut;
      information[a * size + b] = information[b * size + a] = -dot(x, w, n);
    });
  });
  for (let cut = 0; cut < last; cut++) {
    const c = slopes + cut;
    information[c * size + c]! += curvature[cut]!;
    if (cut === 0) continue;
    const distance = at[c]! - at[c - 1]!;
    if (!(distance > 0)) return { value: -Infinity, gradient, information };
    const count = counts[cut]!;
    const slope = count / Math.expm1(distance);
    const bend = slope / -Math.expm1(-distance);
    value += count * Math.log(-Math.expm1(-distance));
    gradient[c]! += slope;
    gradient[c - 1]! -= slope;
    information[c * size + c]! += bend;
    information[(c - 1) * size + c - 1]! += bend;
    information[c * size + c - 1]! -= bend;
    information[(c - 1) * size + c]! -= bend;
  }
  return { value, gradient, information };
}

/** Each row's part of the gradient: a column per parameter. */
export function orderedScores(
  q: readonly Float64Array[],
  codes: Int32Array,
  at: Float64Array,
): Float64Array[] {
  const n = codes.length;
  const slopes = q.length;
  const last = at.length - slopes;
  const eta = combine(q, at.subarray(0, slopes), n);
  const residuals = new Float64Array(n);
  const cuts = Array.from({ length: last }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const j = codes[i]!;
    const upper = j < last ? logistic(eta[i]! - at[slopes + j]!) : 0;
    const lower = j > 0 ? -logistic(at[slopes + j - 1]! - eta[i]!) : 0;
    const gap = j > 0 && j < last ? 1 / Math.expm1(at[slopes + j]! - at[slopes + j - 1]!) : 0;
    if (j < last) cuts[j]![i] = upper + gap;
    if (j > 0) cuts[j - 1]![i] = lower - gap;
    residuals[i] = -upper - lower;
  }
  return [...q.map((x) => x.map((v, i) => v * residuals[i]!)), ...cuts];
}

/** F(c_j - eta) - F(c_{j-1} - eta), as the product that `orderedLikelihood` explains. */
export function levelProbability(thresholds: Float64Array, j: number, eta: number): number {
  const upper = j < thresholds.length ? logistic(thresholds[j]! - eta) : 1;
  const lower = j > 0 ? logistic(eta - thresholds[j - 1]!) : 1;
  const between = j > 0 && j < thresholds.length ? -Math.expm1(thresholds[j - 1]! - thresholds[j]!) : 1;
  return upper * lower * between;
}
