import type { Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { dot } from './numeric.js';

/**
 * X' diag(omega) X of the fit's design, row-major: omega_i = e_i² is White's estimator (1980, Econometrica 48).
 * @param omega n non-negative factors
 */
export function heteroskedasticMeat(fit: OlsFit, omega: Float64Array): Float64Array {
  const { n, design } = fit;
  const k = design.length;
  const meat = new Float64Array(k * k);
  const scaled = new Float64Array(n);
  for (let a = 0; a < k; a++) {
    const x = design[a]!;
    for (let i = 0; i < n; i++) scaled[i] = omega[i]! * x[i]!;
    for (let b = a; b < k; b++) {
      meat[a * k + b] = meat[b * k + a] = dot(scaled, design[b]!, n);
    }
  }
  return meat;
}

/** Sum over clusters g of s_g s_g', s_g = sum of x_i e_i over the rows of g (Liang & Zeger 1986), row-major. */
export function clusterMeat(fit: OlsFit, clusters: Factor): Float64Array {
  const { n, design, weightedResiduals: e } = fit;
  const k = design.length;
  const { codes, levels } = clusters;
  const scores = design.map((x) => {
    const s = new Float64Array(levels);
    addScores(s, codes, x, e, n);
    return s;
  });
  const meat = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = a; b < k; b++) {
      meat[a * k + b] = meat[b * k + a] = dot(scores[a]!, scores[b]!, levels);
    }
  }
  return meat;
}

function addScores(
  target: Float64Array,
  codes: Int32Array,
  x: Float64Array,
  e: Float64Array,
  n: number,
): void {
  for (let i = 0; i < n; i++) target[codes[i]!]! += x[i]! * e[i]!;
}

/** factor · B·M·B, all k×k row-major, B and M symmetric. */
export function sandwich(bread: Float64Array, meat: Float64Array, factor: number): Float64Array {
  const k = Math.sqrt(bread.length);
  const left = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let m = 0; m < k; m++) {
      const v = bread[a * k + m]!;
      for (let b = 0; b < k; b++) left[a * k + b] = left[a * k + b]! + v * meat[m * k + b]!;
    }
  }
  const result = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = a; b < k; b++) {
      let s = 0;
      for (let m = 0; m < k; m++) s += left[a * k + m]! * bread[m * k + b]!;
      result[a * k + b] = result[b * k + a] = factor * s;
    }
  }
  return result;
}
