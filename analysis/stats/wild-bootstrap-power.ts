import { tQuantile } from './distributions.js';
import { dot, sum } from './numeric.js';
import type { PowerPoint } from './power.js';
import type { ClusterScores } from './wild-bootstrap-scores.js';
import { PER_DRAW } from './wild-bootstrap-statistics.js';

/** Rounding of share·draws. */
const FUZZ = 1e-9;

/** The power of the bootstrap test, simulated on its own draws. */
export interface SimulatedPower {
  /** Share of the draws that reject at each effect, in the order asked for; at 0 the simulated size. */
  readonly points: readonly PowerPoint[];
  /** The effect >= 0 above which a share of `power` of the draws rejects, whatever the effect beyond it. */
  readonly minimumDetectable: number;
  /** Asked for in `minimumDetectable`. */
  readonly power: number;
  /** Of the test. */
  readonly alpha: number;
  readonly draws: number;
}

interface Simulation {
  readonly scores: ClusterScores;
  /** Of the draws: see `drawStatistics`. */
  readonly statistics: Float64Array;
  /** CR1 standard error of the estimate. */
  readonly se: number;
  readonly df: number;
  readonly alpha: number;
  readonly effects: readonly number[];
  readonly power: number;
}

/**
 * Power of the two-sided t test (CR1, t with G-1 df) by simulation on the data's own design and residuals: for a true
 * effect delta, y* = fit without the regressor + delta·x + v.e, with e the fit's residuals, v a draw's weights.
 * With the draw's numbers n0 and q0 its coefficient is delta + n0/z'z and its standard error c·sqrt(q0), the same
 * for every delta, so that it accepts between two effects only:
 *   -n0/z'z ± t_{1-alpha/2}·c·sqrt(q0).
 * A rejection with the wrong sign counts in `points`; `minimumDetectable` is the quantile of the upper ends. What the test
 * errs in size is in both: at effect 0 the points say how much. Neither depends on the null that the bootstrap itself
 * tests. A draw whose standard error is 0 rejects any other effect.
 */
export function simulatedPower(simulation: Simulation): SimulatedPower {
  const { scores, statistics, se, df, alpha, effects, power } = simulation;
  const { a, b, clusters } = scores;
  const zz = sum(b);
  const draws = statistics.length / PER_DRAW;
  // se = factor·sqrt(sum a_g²): the factor turns sqrt(q0) into the draw's standard error.
  const reach = (-tQuantile(alpha / 2, df) * se) / Math.sqrt(dot(a, a, clusters));
  const low = new Float64Array(draws);
  const high = new Float64Array(draws);
  for (let draw = 0, at = 0; draw < draws; draw++, at += PER_DRAW) {
    const centre = -statistics[at]! / zz;
    const half = reach * Math.sqrt(Math.max(0, statistics[at + 2]!));
    low[draw] = centre - half;
    high[draw] = centre + half;
  }
  const rejecting = (effect: number): number =>
    low.reduce((count, from, draw) => count + (effect < from || effect > high[draw]! ? 1 : 0), 0);
  const points = effects.map((effect) => ({ effect, power: rejecting(effect) / draws }));
  const rank = Math.max(1, Math.ceil(power * draws - FUZZ * draws));
  const minimumDetectable = Math.max(0, high.slice().sort()[rank - 1]!);
  return { points, minimumDetectable, power, alpha, draws };
}
