import { dot, sum } from './numeric.js';
import { weightsOf, type Draws } from './wild-bootstrap-draws.js';
import type { ClusterScores } from './wild-bootstrap-scores.js';

/** Below this share of what it is a difference of, a squared sum of scores is computed again without differences. */
const CANCELLED = 1e-6;
/** Scores below this share of their parts are rounding of 0. */
const ZERO = 1e-11;
/** Draws whose sums are made together. */
const TILE = 256;
/** Numbers per draw. */
export const PER_DRAW = 5;

/** Numbers that a draw takes from each block's table: the sums below of which it is made, in fours. */
export const tableSize = ({ right0 }: ClusterScores): number => 4 * Math.ceil((5 + 4 * right0.length) / 4);

/**
 * Per draw n0, n1, q0, q1, q2. With d the estimate minus the null value, z'z times the draw's deviation of the
 * coefficient is n0 + d n1, and the sum of its squared cluster scores is q0 + d q1 + d² q2: its squared t is their
 * quotient (n0 + d n1)² / (q0 + d q1 + d² q2), but for the factors that the observed t² shares. The observed t² is so
 * d² (z'z)² / sum a_g².
 *
 * With T = F v and U_r = sum_g C_rg s_g v_g (s = a + d b), the squared scores sum to
 *   sum_g v_g² s_g² - 2 T'U + T' CC' T,
 * sums over clusters of numbers times v_g (Roodman, MacKinnon, Nielsen & Webb 2019, "Fast and wild", Stata Journal 19):
 * they are looked up for blocks of clusters, in tables of every combination of their weights. A draw thus costs
 * O(G k), k the rank of what is partialled out, and is never as long as the data.
 */
export function drawStatistics(scores: ClusterScores, draws: Draws): Float64Array {
  const { clusters, a, b, left, right0, right1 } = scores;
  const rank = right0.length;
  const linear: Float64Array[] = [a, b, ...right0, ...right1];
  for (const s of [a, b]) {
    for (let r = 0; r < rank; r++)
      linear.push(s.map((v, g) => (left === null ? (g === r ? v : 0) : v * left[r]![g]!)));
  }
  const squared = [a, a, b].map((s, j) => s.map((v, g) => v * [a, b, b][j]![g]!));
  // Squared signs are 1, and these sums the same in every draw.
  const isUnit = draws.values.every((v) => v * v === 1);
  const total = isUnit ? squared.map(sum) : null;
  const width = 4 * Math.ceil((linear.length + (isUnit ? 0 : squared.length)) / 4);
  const table = tabulate(linear, isUnit ? [] : squared, draws, clusters, width);
  const gram = left === null ? null : left.map((c) => left.map((d) => dot(c, d, clusters)));

  const sums = new Float64Array(TILE * width);
  const result = new Float64Array(draws.count * PER_DRAW);
  const at = { t0: 2, t1: 2 + rank, u0: 2 + 2 * rank, u1: 2 + 3 * rank, v2: 2 + 4 * rank };
  const v = new Float64Array(clusters);
  for (let draw = 0; draw < draws.count; draw++) {
    if (draw % TILE === 0) sumTile(sums, table, width, draws, draw);
    const own = (draw % TILE) * width;
    let q0 = total === null ? sums[own + at.v2]! : total[0]!;
    let q1 = 2 * (total === null ? sums[own + at.v2 + 1]! : total[1]!);
    let q2 = total === null ? sums[own + at.v2 + 2]! : total[2]!;
    const limit0 = CANCELLED * q0;
    const limit2 = CANCELLED * q2;
    for (let r = 0; r < rank; r++) {
      const t0 = sums[own + at.t0 + r]!;
      const t1 = sums[own + at.t1 + r]!;
      let p0 = t0;
      let p1 = t1;
      if (gram !== null) {
        const row = gram[r]!;
        p0 = p1 = 0;
        for (let m = 0; m < rank; m++) {
          p0 += row[m]! * sums[own + at.t0 + m]!;
          p1 += row[m]! * sums[own + at.t1 + m]!;
        }
      }
      const u0 = sums[own + at.u0 + r]!;
      const u1 = sums[own + at.u1 + r]!;
      q0 += t0 * (p0 - 2 * u0);
      q1 += 2 * (t0 * (p1 - u1) - t1 * u0);
      q2 += t1 * (p1 - 2 * u1);
    }
    const to = draw * PER_DRAW;
    result[to] = sums[own]!;
    result[to + 1] = sums[own + 1]!;
    result[to + 2] = q0;
    result[to + 3] = q1;
    result[to + 4] = q2;
    if (q0 < limit0 || q2 < limit2) {
      weightsOf(draws, draw, v);
      withoutDifferences(scores, v, result.subarray(to + 2, to + 5));
    }
  }
  return result;
}

/** The sums of the draws from `first` on, block by block: a block's table stays in the cache for all of them. */
function sumTile(sums: Float64Array, table: Float64Array, width: number, draws: Draws, first: number): void {
  const { blocks, codes, values, length, count } = draws;
  const combinations = values.length ** length;
  const last = Math.min(count, first + TILE);
  sums.fill(0);
  for (let block = 0; block < blocks; block++) {
    const start = block * combinations * width;
    for (let draw = first, to = 0; draw < last; draw++) {
      let from = start + codes[draw * blocks + block]! * width;
      for (const end = to + width; to < end; to += 4, from += 4) {
        sums[to] = sums[to]! + table[from]!;
        sums[to + 1] = sums[to + 1]! + table[from + 1]!;
        sums[to + 2] = sums[to + 2]! + table[from + 2]!;
        sums[to + 3] = sums[to + 3]! + table[from + 3]!;
      }
    }
  }
}

/** The sums of each block under every combination of its weights: `linear` times v, then `squared` times v². */
function tabulate(
  linear: readonly Float64Array[],
  squared: readonly Float64Array[],
  { values, length, blocks }: Draws,
  clusters: number,
  width: number,
): Float64Array {
  const base = values.length;
  const combinations = base ** length;
  const table = new Float64Array(blocks * combinations * width);
  for (let block = 0; block < blocks; block++) {
    const first = block * combinations * width;
    // Each cluster of the block multiplies the combinations known by the values of its weight.
    for (
      let g = block * length, known = 1;
      g < Math.min(clusters, (block + 1) * length);
      g++, known *= base
    ) {
      for (let value = base - 1; value >= 0; value--) {
        const v = values[value]!;
        for (let code = 0; code < known; code++) {
          const from = first + code * width;
          const to = first + (code + value * known) * width;
          for (let w = 0; w < linear.length; w++) table[to + w] = table[from + w]! + v * linear[w]![g]!;
          for (let w = 0; w < squared.length; w++) {
            const column = linear.length + w;
            table[to + column] = table[from + column]! + v * v * squared[w]![g]!;
          }
        }
      }
    }
  }
  return table;
}

/** q0, q1, q2 of one draw from its scores themselves: where they (nearly) vanish, the short cut leaves rounding. */
function withoutDifferences(scores: ClusterScores, v: Float64Array, target: Float64Array): void {
  const { clusters, left, right0, right1 } = scores;
  const parts = [
    { own: scores.a, right: right0 },
    { own: scores.b, right: right1 },
  ].map(({ own, right }) => {
    const s = own.map((value, g) => value * v[g]!);
    const size = dot(s, s, clusters);
    right.forEach((row, r) => {
      const t = dot(row, v, clusters);
      if (left === null) s[r] = s[r]! - t;
      else for (let g = 0; g < clusters; g++) s[g] = s[g]! - left[r]![g]! * t;
    });
    if (dot(s, s, clusters) <= ZERO * ZERO * size) s.fill(0);
    return s;
  });
  const [s0, s1] = parts as [Float64Array, Float64Array];
  target[0] = dot(s0, s0, clusters);
  target[1] = 2 * dot(s0, s1, clusters);
  target[2] = dot(s1, s1, clusters);
}
