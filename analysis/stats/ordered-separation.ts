import type { Candidates } from './logit-design.js';
import { findSeparation, gather, type Separation } from './separation.js';

/**
 * The likelihood grows without end along a direction exactly where it separates the binary rows of `orderedLikelihood`
 * (all levels occur, so the distances of thresholds are no hindrance). Every dummy stands here, before the thresholds,
 * so that a level of an effect in which y is constant goes by its own name.
 */
export function cumulativeSeparation(
  { dummies, regressors }: Candidates,
  dropped: readonly string[],
  codes: Int32Array,
  cutNames: readonly string[],
): Separation | null {
  const rows: number[] = []; // of y, for each binary row
  const cuts: number[] = [];
  codes.forEach((j, i) => {
    for (let cut = Math.max(0, j - 1); cut <= j && cut < cutNames.length; cut++) {
      rows.push(i);
      cuts.push(cut);
    }
  });
  const indices = Int32Array.from(rows);
  const signs = new Float64Array(rows.length);
  const thresholds = cutNames.map((name) => ({ name, values: new Float64Array(rows.length) }));
  cuts.forEach((cut, r) => {
    signs[r] = codes[rows[r]!] === cut ? 1 : -1; // below the threshold, or not
    thresholds[cut]!.values[r] = 1;
  });
  const columns = [...dummies, ...regressors.filter(({ name }) => !dropped.includes(name))].map(
    ({ name, values }) => ({ name, values: gather(values, indices).map((v) => -v) }),
  );
  const separation = findSeparation([...columns, ...thresholds], signs);
  if (separation === null) return null;
  const separated = new Uint8Array(codes.length); // a row of y counts where one of its binary rows does
  rows.forEach((i, r) => (separated[i]! |= separation.separated[r]!));
  return { ...separation, separated };
}
