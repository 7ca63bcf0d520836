import { dot, sum } from './numeric.js';
import type { ClusterScores } from './wild-bootstrap-scores.js';
import { PER_DRAW } from './wild-bootstrap-statistics.js';

/** |t*| this close to |t| (relative) are ties. */
const TIE = 1e-9;
/** Numerators and sums of squared scores below this share of their parts (squared) are rounding of 0. */
const ZERO = 1e-24;
/** A bound further off than 2^20 standard errors is none. */
const MAX_DOUBLINGS = 20;
/** A bound is known to this, relative to its distance from the estimate. */
const TOLERANCE = 1e-12;

interface Inversion {
  readonly scores: ClusterScores;
  /** Of the draws: see `drawStatistics`. */
  readonly statistics: Float64Array;
  readonly estimate: number;
  readonly se: number;
  readonly impose: boolean;
  readonly level: number;
}

export interface BootstrapTest {
  /** Draws whose |t*| is above, and equal to, the |t| of the null value that lies d below the estimate. */
  count(d: number): { readonly above: number; readonly ties: number };
  /** The lower (1) or upper (-1) bound: null where the test rejects nothing on that side. */
  bound(side: 1 | -1): number | null;
}

/** The test of any null value by the same draws: a pass over five numbers per draw. */
export function invert({ scores, statistics, estimate, se, impose, level }: Inversion): BootstrapTest {
  const { a, b, clusters } = scores;
  const draws = statistics.length / PER_DRAW;
  const aa = dot(a, a, clusters);
  const bb = dot(b, b, clusters);
  const zz = sum(b);

  /** Compares |t*| with |t|·(1 ± tolerance) for the draws in `of`, and marks those within in `tied`, if given. */
  const compare = (d: number, tolerance: number, of: Float64Array, tied?: Uint8Array) => {
    const squaredT = (d * zz) ** 2 / aa;
    const low = squaredT * (1 - tolerance) ** 2;
    const high = squaredT * (1 + tolerance) ** 2;
    const made = impose ? d : 0;
    const zero = ZERO * (aa + made * made * bb);
    let above = 0;
    let ties = 0;
    for (let i = 0; i < of.length; i += PER_DRAW) {
      const numerator = of[i]! + made * of[i + 1]!;
      const squares = of[i + 2]! + made * (of[i + 3]! + made * of[i + 4]!);
      const squared = numerator * numerator <= zero ? 0 : numerator * numerator;
      const scale = squares <= zero ? 0 : squares;
      if (squared > high * scale) above++;
      else if (squared >= low * scale) {
        ties++;
        if (tied) tied[i / PER_DRAW] = tied[i / PER_DRAW]! + 1;
      }
    }
    return { above, ties };
  };

  // A draw whose t* equals t at two nulls does so at all (every sign the same, for one) and never counts. Without
  // these the others need no tolerance, which would shift the bounds by as much.
  let free = statistics;
  if (impose) {
    const tied = new Uint8Array(draws);
    compare(0.73 * se, TIE, statistics, tied);
    compare(-1.61 * se, TIE, statistics, tied);
    if (tied.includes(2)) free = statistics.filter((_, i) => tied[Math.floor(i / PER_DRAW)] !== 2);
  }
  // p >= 1 - level, with what rounding does to 1 - level.
  const needed = Math.ceil((1 - level) * draws - 1e-9 * draws);
  const holds = (d: number): boolean => compare(d, 0, free).above >= needed;
  const bound = (side: 1 | -1): number | null => {
    let inside = 0;
    let outside = se;
    for (let step = 0; holds(side * outside); step++) {
      if (step === MAX_DOUBLINGS) return null;
      inside = outside;
      outside *= 2;
    }
    while (outside - inside > TOLERANCE * outside) {
      const middle = (inside + outside) / 2;
      if (holds(side * middle)) inside = middle;
      else outside = middle;
    }
    return estimate - side * inside;
  };
  return { count: (d) => compare(d, TIE, statistics), bound };
}
