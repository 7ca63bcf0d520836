import { INTERCEPT } from './design.js';
import { compact, crossed, type Factor } from './effects.js';
import type { Regressor } from './least-squares.js';
import { isConstant, rangeOf, sum } from './numeric.js';
import { householder } from './qr.js';
import { crossProducts, type CrossProducts } from './reml-crossprod.js';
import { profile } from './reml-deviance.js';
import { minimizeDeviance } from './reml-optimum.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** What `reml` takes. */
export interface RemlInput {
  readonly y: Column;
  /** Random intercepts, crossed or nested; codes over the rows of y. */
  readonly factors: readonly { readonly name: string; readonly codes: Codes }[];
  /** Fixed effects beside the constant. */
  readonly fixed?: readonly Regressor[];
}

/** The variance of one set of levels, or of the rest. */
export interface VarianceComponent {
  readonly name: string;
  readonly variance: number;
  readonly sd: number;
  /** Of the sum of all variances, the residual's among them. */
  readonly share: number;
  /** Levels with rows. */
  readonly levels: number;
}

/** What `reml` returns. */
export interface RemlFit {
  readonly status: 'ok';
  readonly n: number;
  /** In the order given, without those left out. */
  readonly components: readonly VarianceComponent[];
  readonly residual: Omit<VarianceComponent, 'name' | 'levels'>;
  /** Factors whose variance is estimated at exactly 0. */
  readonly boundary: readonly string[];
  /** Factors with one level: the constant holds their effect. */
  readonly leftOut: readonly string[];
  /** The constant, named `(Intercept)`, and the fixed effects kept. */
  readonly coefficients: readonly { readonly name: string; readonly estimate: number }[];
  /** Fixed effects that are constant, or collinear with those before them. */
  readonly dropped: readonly string[];
  /** -2 log restricted likelihood at the optimum (lme4's REMLcrit). */
  readonly criterion: number;
  readonly iterations: number;
}

/** At relative standard deviations of this size the factors take all that they can. */
const SATURATED = 1e4;
/** A residual below this share of y's sum of squares is a perfect fit; above 1/SATURATED², which is what saturation leaves. */
const PERFECT_FIT = 1e-7;
/** Below this share of the factor's rows nothing of it is left beside the fixed effects. */
const ABSORBED = 1e-9;

/**
 * Variance components of y_i = b0 + x_i'b + sum_k u_k[level_k(i)] + e_i with independent normal u_k and e, by restricted
 * maximum likelihood: variances >= 0, those at the boundary exactly 0 and named. The largest factor may have any number
 * of levels, the others together some hundred (their cross-products are kept dense).
 *
 * Not estimable: `no-observations`, `non-finite` (a value is NaN or infinite), `constant-outcome`, `one-level` (no factor
 * has two levels), `no-replication` (each row is its own level of a factor: it cannot be told from the residual),
 * `same-factor` (two factors are the same partition of the rows), `too-few-observations` (not more than fixed effects),
 * `absorbed-factor` (the fixed effects hold all of a factor), `perfect-fit` (nothing is left for the residual),
 * `no-convergence`.
 * @throws RangeError where columns differ in length or a code is not an integer >= 0
 */
export function reml({ y, factors, fixed = [] }: RemlInput): RemlFit | NotEstimable {
  const n = y.length;
  checkLengths(n, factors, fixed);
  if (n === 0) return notEstimable('no-observations');
  if ([y, ...fixed.map((x) => x.values)].some((column) => Number.isNaN(rangeOf(column).min)))
    return notEstimable('non-finite');
  if (isConstant(y)) return notEstimable('constant-outcome');
  const all = factors.map(({ name, codes }) => ({ name, factor: compact(codes, null) }));
  const random = all.filter(({ factor }) => factor.levels > 1);
  const wrong = undecidable(random, n);
  if (wrong) return wrong;

  const { names, columns, means } = fixedColumns(fixed, n);
  if (n <= columns.length)
    return notEstimable('too-few-observations', `${n} rows, ${columns.length} coefficients`);
  const { values, mean, scale } = standardized(y);
  const order = random.map((_, k) => k).sort((a, b) => random[b]!.factor.levels - random[a]!.factor.levels);
  const [first, ...rest] = order.map((k) => random[k]!.factor);
  const data = crossProducts([first!, ...rest], columns, values);
  const without = unbounded(data, order.length);
  if (without) return without;
  const optimum = minimizeDeviance(data, order.length);
  if (!optimum) return notEstimable('no-convergence');

  const residual = optimum.profile.residualVariance * scale * scale;
  const variances = random.map((_, k) => optimum.theta[order.indexOf(k)]! ** 2 * residual);
  const total = residual + sum(variances);
  const part = (variance: number) => ({ variance, sd: Math.sqrt(variance), share: variance / total });
  const slopes = Array.from(optimum.profile.coefficients, (b) => b * scale);
  slopes[0] = mean + slopes.reduce((b0, b, j) => (j === 0 ? b : b0 - b * means[j]!), 0);
  return {
    status: 'ok',
    n,
    components: random.map(({ name, factor }, k) => ({
      name,
      ...part(variances[k]!),
      levels: factor.levels,
    })),
    residual: part(residual),
    boundary: random.filter((_, k) => variances[k] === 0).map(({ name }) => name),
    leftOut: all.filter(({ factor }) => factor.levels === 1).map(({ name }) => name),
    coefficients: names.map((name, j) => ({ name, estimate: slopes[j]! })),
    dropped: fixed.map((x) => x.name).filter((name) => !names.includes(name)),
    criterion: optimum.profile.deviance + 2 * (n - columns.length) * Math.log(scale),
    iterations: optimum.iterations,
  };
}

function checkLengths(n: number, factors: RemlInput['factors'], fixed: readonly Regressor[]): void {
  for (const { name, codes } of factors)
    if (codes.length !== n) throw new RangeError(`${name} has ${codes.length} rows, the outcome ${n}`);
  for (const { name, values } of fixed)
    if (values.length !== n) throw new RangeError(`${name} has ${values.length} rows, the outcome ${n}`);
}

/** Why the factors' variances cannot be told from each other or from the residual, whatever y is. */
function undecidable(
  random: readonly { readonly name: string; readonly factor: Factor }[],
  n: number,
): NotEstimable | null {
  if (random.length === 0) return notEstimable('one-level');
  const alone = random.find(({ factor }) => factor.levels === n);
  if (alone) return notEstimable('no-replication', `each row is its own level of ${alone.name}`);
  for (const [k, a] of random.entries())
    for (const b of random.slice(0, k))
      if (a.factor.levels === b.factor.levels && crossed(a.factor, b.factor).levels === a.factor.levels)
        return notEstimable('same-factor', `${b.name} and ${a.name}`);
  return null;
}

/** The constant and the fixed effects about their means (which changes no determinant), without collinear ones. */
function fixedColumns(fixed: readonly Regressor[], n: number) {
  const means = fixed.map(({ values }) => sum(values) / n);
  const centred = fixed.map(({ values }, j) =>
    isConstant(values)
      ? new Float64Array(n)
      : Float64Array.from({ length: n }, (_, i) => values[i]! - means[j]!),
  );
  const columns = [new Float64Array(n).fill(1), ...centred];
  const { kept } = householder(columns, n);
  return {
    names: kept.map((j) => (j === 0 ? INTERCEPT : fixed[j - 1]!.name)),
    columns: kept.map((j) => columns[j]!),
    means: kept.map((j) => (j === 0 ? 0 : means[j - 1]!)),
  };
}

/** y about its mean in units of its standard deviation. */
function standardized(y: Column) {
  const mean = sum(y) / y.length;
  const values = Float64Array.from({ length: y.length }, (_, i) => y[i]! - mean);
  const scale = Math.sqrt(values.reduce((s, v) => s + v * v, 0) / y.length);
  return { values: values.map((v) => v / scale), mean, scale };
}

/** Why the deviance has no minimum: a factor that is absorbed, or a residual that can be made 0. */
function unbounded(data: CrossProducts, factors: number): NotEstimable | null {
  const none = profile(data, new Array<number>(factors).fill(0));
  if (!none) return notEstimable('perfect-fit');
  if (none.traces.some((trace) => trace <= ABSORBED * data.n)) return notEstimable('absorbed-factor');
  const saturated = profile(data, new Array<number>(factors).fill(SATURATED));
  const left = saturated ? saturated.residualVariance * (data.n - data.fixed) : 0;
  return left <= PERFECT_FIT * data.n ? notEstimable('perfect-fit') : null;
}
