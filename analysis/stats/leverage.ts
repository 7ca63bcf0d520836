import { absorb } from './absorb.js';
import type { OlsFit } from './least-squares.js';
import { householder, applyQ } from './qr.js';
import { notEstimable, type NotEstimable } from './types.js';

/** More dummies than this are not expanded to get the leverages of several absorbed effects. */
const MAX_DUMMIES = 300;

/**
 * Diagonal of the hat matrix of the whole model, effects included: h_i = x_i'(X'X)^-1 x_i + the effects' own part.
 * The largest effect contributes weight over sum of weights of its level; each dummy of further effects, with the
 * largest one partialled out, is expanded. Not estimable: `too-many-effects` (further effects of over 300 levels).
 */
export function leverages(fit: OlsFit): Float64Array | NotEstimable {
  const { n, design, bread, absorbed, weights } = fit;
  const k = design.length;
  const h = new Float64Array(n);
  const row = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < k; j++) row[j] = design[j]![i]!;
    let s = 0;
    for (let a = 0; a < k; a++) {
      let t = 0;
      for (let b = 0; b < k; b++) t += bread[a * k + b]! * row[b]!;
      s += row[a]! * t;
    }
    h[i] = s;
  }
  const [largest, ...others] = [...absorbed].sort((a, b) => b.levels - a.levels);
  if (!largest) return h;
  const { codes, levels } = largest.factor;
  const totals: ArrayLike<number> =
    weights === null ? largest.factor.counts : levelWeights(codes, levels, weights);
  for (let i = 0; i < n; i++) h[i] = h[i]! + (weights === null ? 1 : weights[i]!) / totals[codes[i]!]!;
  const expanded = others.reduce((count, effect) => count + effect.levels, 0);
  if (expanded === 0) return h;
  if (expanded > MAX_DUMMIES)
    return notEstimable('too-many-effects', `${expanded} levels beside ${largest.name}`);

  const dummies = others.flatMap(({ factor }) =>
    Array.from({ length: factor.levels }, (_, g) =>
      Float64Array.from(factor.codes, (code) => (code === g ? 1 : 0)),
    ),
  );
  absorb(
    dummies,
    dummies.map(() => 1),
    [largest.factor],
    weights,
  );
  const root = weights === null ? null : weights.map(Math.sqrt);
  // What is left of a dummy that the largest effect explains is rounding, and would pass for a direction of its own.
  const real = dummies
    .filter((dummy) => dummy.some((v) => Math.abs(v) > 1e-12))
    .map((dummy) => (root === null ? dummy : dummy.map((v, i) => v * root[i]!)));
  const qr = householder(real, n);
  const basis = new Float64Array(n);
  for (let j = 0; j < qr.kept.length; j++) {
    basis.fill(0);
    basis[j] = 1;
    applyQ(qr, basis);
    for (let i = 0; i < n; i++) h[i] = h[i]! + basis[i]! * basis[i]!;
  }
  return h;
}

function levelWeights(codes: Int32Array, levels: number, weights: Float64Array): Float64Array {
  const totals = new Float64Array(levels);
  for (let i = 0; i < codes.length; i++) totals[codes[i]!]! += weights[i]!;
  return totals;
}
