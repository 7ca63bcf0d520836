import { absorb } from './absorb.js';
import { isNested, type Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { applyQ, householder } from './qr.js';
import { notEstimable, type NotEstimable } from './types.js';

/** More dummies than this are not expanded. */
const MAX_DUMMIES = 300;

/**
 * Orthonormal columns Q, each n long, of everything the model estimates but effects nested in the clusters, with those
 * partialled out: I - QQ' is the residual maker of the whole model for vectors without the nested effects. Those effects
 * touch one cluster each and leave regressors that are orthogonal to them within every cluster, so that they change no
 * adjustment of that cluster (Pustejovsky & Tipton 2018, JBES 36:672, for identity working models). Other effects are
 * expanded to dummies. Weighted fits: all columns times sqrt(weight).
 *
 * Not estimable: `too-many-effects` (more than 300 levels to expand), `no-convergence` (of several nested effects).
 */
export function clusterBasis(fit: OlsFit, clusters: Factor): Float64Array[] | NotEstimable {
  const { n, design, absorbed, weights } = fit;
  const nested = absorbed.filter(({ factor }) => isNested(factor, clusters));
  const others = absorbed.filter((effect) => !nested.includes(effect));
  const expanded = others.reduce((count, { levels }) => count + levels, 0);
  if (expanded > MAX_DUMMIES)
    return notEstimable(
      'too-many-effects',
      `${expanded} levels of ${others.map((e) => e.name).join(', ')}, not nested in the clusters`,
    );
  const columns = orthonormal(design, n);
  if (expanded === 0) return columns;

  const dummies = others.flatMap(({ factor }) =>
    Array.from({ length: factor.levels }, (_, g) =>
      Float64Array.from(factor.codes, (code) => (code === g ? 1 : 0)),
    ),
  );
  const largest = dummies.map(() => 1);
  const factors = nested.map(({ factor }) => factor);
  if (absorb(dummies, largest, factors, weights) === null) return notEstimable('no-convergence');
  if (weights !== null)
    for (const dummy of dummies) for (let i = 0; i < n; i++) dummy[i] = dummy[i]! * Math.sqrt(weights[i]!);
  // What is left of a dummy that the nested effects explain is rounding, and would pass for a direction of its own.
  const real = dummies.filter((dummy) => dummy.some((v) => Math.abs(v) > 1e-12));
  return [...columns, ...orthonormal(real, n)];
}

function orthonormal(columns: readonly Float64Array[], n: number): Float64Array[] {
  const qr = householder(columns, n);
  return qr.kept.map((_, j) => {
    const column = new Float64Array(n);
    column[j] = 1;
    applyQ(qr, column);
    return column;
  });
}
