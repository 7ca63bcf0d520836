import { chiSquareUpper, normalCdf, normalQuantile, normalTwoSided, tQuantile } from './distributions.js';
import { notEstimable, type NotEstimable } from './types.js';

/** Above this many degrees of freedom the power is that of the normal to 1e-10. */
const NORMAL_ABOVE = 1e10;
/** Nodes whose weight is below e^-NEGLIGIBLE of the largest are left out. */
const NEGLIGIBLE = 42;
/**
 * Distance of the nodes where the integrand varies over a length of 1. Against a tenth of it the power errs by 1e-14 at
 * 0.4 and by 2e-10 at 0.7 (df from 0.3 to 1e7, alpha from 1e-12 to 0.9).
 */
const STEP = 0.4;
/** A last step below this share of the root: the error is then far below it. */
const CONVERGED = 1e-12;
/** Steps after which the search for a root only halves its bracket. */
const SECANTS = 20;

/** A two-sided t test that is still to be made, or of which only the standard error is known. */
export interface PlannedTest {
  /** Standard error of the estimate, taken as known, >= 0. */
  readonly se: number;
  /** Degrees of freedom of t, > 0; Infinity: the normal. */
  readonly df: number;
  /** Level; default 0.05. */
  readonly alpha?: number;
}

/** The power of a test at one true effect. */
export interface PowerPoint {
  readonly effect: number;
  readonly power: number;
}

/** What `powerCurve` returns. */
export interface PowerCurve {
  readonly status: 'ok';
  /** One per effect, in the order given. */
  readonly points: readonly PowerPoint[];
}

/** What `minimumDetectableEffect` returns. */
export interface DetectableEffect {
  readonly status: 'ok';
  /** > 0, in the unit of the standard error; -effect is detected as often. */
  readonly effect: number;
  /** The probability asked for. */
  readonly power: number;
}

/**
 * The probability that the two-sided t test finds a true effect: P(|T'| > t_{1-alpha/2}), T' noncentral t with df
 * degrees of freedom and noncentrality effect/se. A finding with the wrong sign counts (R's power.t.test with strict = TRUE);
 * at effect 0 the power is alpha. Exact noncentral t, by numerical integration, to about 1e-13.
 * Meant for effects that matter, not for the estimate itself: the power there only restates p (Hoenig & Heisey
 * 2001, American Statistician 55).
 *
 * Not estimable: `zero-se`, `no-critical-value` (beyond the largest double: df near 0).
 * @throws RangeError for an effect that is not finite, se < 0, df <= 0, or alpha outside 0..1 (both excluded)
 */
export function tTestPower(
  effect: number,
  test: PlannedTest,
): ({ readonly status: 'ok' } & PowerPoint) | NotEstimable {
  const curve = powerCurve([effect], test);
  return curve.status === 'ok' ? { status: 'ok', ...curve.points[0]! } : curve;
}

/** The power at each of the effects; see `tTestPower`, also for what is not estimable and what throws. */
export function powerCurve(effects: readonly number[], test: PlannedTest): PowerCurve | NotEstimable {
  const critical = criticalValue(test);
  for (const effect of effects)
    if (!Number.isFinite(effect)) throw new RangeError(`an effect is a finite number, not ${effect}`);
  if (typeof critical !== 'number') return critical;
  const points = effects.map((effect) => ({ effect, power: rejection(effect / test.se, test.df, critical) }));
  return { status: 'ok', points };
}

/**
 * The minimum detectable effect: the effect > 0 at which the power is as asked. se·d with d the root of
 * `P(|T'_{df,d}| > t_{1-alpha/2})` = power; Bloom's (1995, Evaluation Review 19) `(t_{1-alpha/2} + t_{power})·se` is
 * where the search for it starts.
 *
 * Not estimable: as `tTestPower`, and `non-finite` (the effect is beyond the largest double).
 * @param power from alpha to 1, both excluded; default 0.8
 * @throws RangeError for a power outside these, and as `tTestPower`
 */
export function minimumDetectableEffect(test: PlannedTest, power = 0.8): DetectableEffect | NotEstimable {
  const { se, df, alpha = 0.05 } = test;
  const critical = criticalValue(test);
  if (!(power > alpha && power < 1))
    throw new RangeError(`the power is between ${alpha} and 1, not ${power}`);
  if (typeof critical !== 'number') return critical;
  const effect = detectableNoncentrality(power, df, critical) * se;
  return Number.isFinite(effect) ? { status: 'ok', effect, power } : notEstimable('non-finite');
}

/**
 * The root of the power by secants, on the scale of the normal quantile, where the power is nearly a line: Z + d - t·S
 * has about the variance 1 + t²/(2·df), of which the first slope is made. Five evaluations as a rule. A step that leaves
 * the bracket, or comes late, halves it (or, before it has an upper end, doubles d).
 */
function detectableNoncentrality(power: number, df: number, critical: number): number {
  const aim = probit(power);
  let low = 0;
  let high = Infinity;
  const bloom = critical + tQuantile(power, df);
  let d = bloom < Infinity ? bloom : critical;
  let perGap = Math.hypot(1, critical / Math.sqrt(2 * df));
  for (let step = 0, last = 0, lastGap = 0; ; step++) {
    const gap = probit(rejection(d, df, critical)) - aim;
    if (gap === 0 || d === Infinity) return d;
    if (gap < 0) low = d;
    else high = d;
    if (step > 0) perGap = (d - last) / (gap - lastGap);
    let next = d - gap * perGap;
    if (!(next > low && next < high) || step >= SECANTS)
      next = high === Infinity ? 2 * d : low + (high - low) / 2;
    if (Math.abs(next - d) <= CONVERGED * d) return next;
    last = d;
    lastGap = gap;
    d = next;
  }
}

/** The normal quantile, also of the ends of 0..1. */
function probit(p: number): number {
  return p <= 0 ? -Infinity : p >= 1 ? Infinity : normalQuantile(p);
}

function criticalValue({ se, df, alpha = 0.05 }: PlannedTest): number | NotEstimable {
  if (!(se >= 0 && se < Infinity)) throw new RangeError(`a standard error is finite and >= 0, not ${se}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, not ${df}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is between 0 and 1, not ${alpha}`);
  if (se === 0) return notEstimable('zero-se');
  const critical = -tQuantile(alpha / 2, df);
  return critical < Infinity ? critical : notEstimable('no-critical-value', `${df} degrees of freedom`);
}

/**
 * P(|Z + d| > t·S), Z standard normal, S² = chi-square(df)/df independent of it. With S given the probability is that of
 * the normal, with Z given that of chi-square: the integral over the one whose other factor is the smoother.
 */
function rejection(noncentrality: number, df: number, t: number): number {
  const d = Math.abs(noncentrality);
  if (d === Infinity) return 1;
  if (df > NORMAL_ABOVE) return beyond(d, t);
  const power = d > 10 && d * d > 2 * df ? overNormal(d, df, t) : overScale(d, df, t);
  return Math.min(1, Math.max(0, power));
}

/** P(|Z + d| > x), d >= 0 and x > 0. */
function beyond(d: number, x: number): number {
  return d === 0 ? normalTwoSided(x) : normalCdf(d - x) + normalCdf(-d - x);
}

/**
 * Mean of P(|Z + d| > t·s) over u = log s, whose density is proportional to exp(df·(u - e^{2u}/2)): a bell around 0 of
 * variance 1/(2·df), its left tail e^{df·u}. Trapezoid rule, which on such functions errs exponentially little; weights
 * divided by their sum need no constant.
 */
function overScale(d: number, df: number, t: number): number {
  const step = Math.min(0.1, STEP / Math.sqrt(2 * df + d * d));
  let total = 1;
  let power = beyond(d, t);
  for (const direction of [-step, step]) {
    for (let i = 1; ; i++) {
      const u = i * direction;
      const exponent = df * (u - Math.expm1(2 * u) / 2);
      if (exponent < -NEGLIGIBLE) break;
      const weight = Math.exp(exponent);
      total += weight;
      power += weight * beyond(d, t * Math.exp(u));
    }
  }
  return power / total;
}

/** Mean of P(chi-square < df·((z + d)/t)²) over z, for d so large that z + d is never near 0. */
function overNormal(d: number, df: number, t: number): number {
  const step = STEP / Math.sqrt(1 + (2 * df) / (d * d));
  const reach = Math.ceil(Math.sqrt(2 * NEGLIGIBLE) / step);
  let total = 0;
  let missed = 0;
  for (let i = -reach; i <= reach; i++) {
    const z = i * step;
    const weight = Math.exp((-z * z) / 2);
    total += weight;
    missed += weight * chiSquareUpper(df * ((z + d) / t) ** 2, df);
  }
  return 1 - missed / total;
}
