import { type GroupCodes, type Panel, userStatuses } from '../panel/panel.js';
import {
  balance,
  type Column,
  describe,
  inverseProbabilityWeights,
  isConstant,
  logit,
  notEstimable,
  type NotEstimable,
  quantile,
} from '../stats/index.js';

/** Weights below the first and above the second quantile (type 7) of the units that answered are set to it. */
const TRIM_AT = [0.01, 0.99] as const;
/** A covariate above 0 whose largest value is more than this many times its smallest enters as its logarithm. */
const LOG_ABOVE = 100;

/** The status of a unit that did not answer. */
export const UNKNOWN = userStatuses.indexOf('unknown');

/** Weights by which the units that answered an area's survey stand for all that were asked. */
export interface ResponseWeights {
  readonly status: 'ok';
  /** By unit of the panel; 0 for those that did not answer. */
  readonly weights: Float64Array;
  /** The largest standardized difference of a covariate between the units that answered and all units. */
  readonly balance: { readonly before: number | null; readonly after: number | null };
  /** Whether the municipality groups are in the model. */
  readonly groups: boolean;
  /** Units asked that lack a covariate. */
  readonly withoutCovariates: number;
}

/**
 * Stabilised inverse-probability weights, trimmed at both ends. `user`, `non-user` and `other` have answered. The
 * probability of an answer is a logit's on the covariates and, where it can be estimated so, the municipality groups;
 * among units that lack a covariate (city districts) it is the share that answered of such units of the same group.
 *
 * Not estimable: `no-non-response`, `no-covariates`, and the reasons of `logit`.
 */
export function responseWeights(panel: Panel, area: string): ResponseWeights | NotEstimable {
  const status = panel.userStatus.get(area)!;
  const asked = askedUnits(panel, status);
  const answered = (unit: number): number => (status[unit] === UNKNOWN ? 0 : 1);
  if (asked.every(answered)) return notEstimable('no-non-response');
  const { units, covariates } = covariatesOf(panel, asked);
  if (covariates.length === 0) return notEstimable('no-covariates');
  const y = Float64Array.from(units, answered);
  const grouping = panel.groupings.get('kommungrupp')!;
  const withGroups = logit({
    y,
    x: covariates,
    effects: [{ name: 'kommungrupp', codes: collapsedGroups(grouping, units, y) }],
  });
  const fit = withGroups.status === 'ok' ? withGroups : logit({ y, x: covariates });
  if (fit.status !== 'ok') return fit;

  const modelled = new Map(units.map((unit, i) => [unit, fit.fitted[i]!]));
  const others = asked.filter((unit) => !modelled.has(unit));
  const shareLike = (unit: number): number => {
    const alike = others.filter((other) => grouping.codes[other] === grouping.codes[unit]);
    return alike.filter(answered).length / alike.length;
  };
  const weighted = inverseProbabilityWeights({
    responded: asked.map(answered),
    // Those that did not answer have weight 0, whatever their probability.
    probability: asked.map((unit) => (answered(unit) ? (modelled.get(unit) ?? shareLike(unit)) : 1)),
  });
  if (weighted.status !== 'ok') return weighted;
  const weights = new Float64Array(panel.units.length);
  trimmed(weighted.weights).forEach((w, i) => (weights[asked[i]!] = w));
  return {
    status: 'ok',
    weights,
    balance: largestImbalance(
      covariates,
      Float64Array.from(units, (unit) => weights[unit]!),
    ),
    groups: fit === withGroups,
    withoutCovariates: others.length,
  };
}

/** Units that the survey could ask: those of the panel's last year, and any that answered. */
export function askedUnits(panel: Panel, status: Column): number[] {
  const T = panel.years.length;
  return [...panel.units.keys()].filter((u) => status[u] !== UNKNOWN || panel.present[u * T + T - 1] === 1);
}

/** The units asked that have every covariate, and the covariates that vary among them, standardized. */
function covariatesOf(panel: Panel, asked: readonly number[]) {
  const names = Object.keys(panel.units[0]?.covariates ?? {});
  const units = asked.filter((u) =>
    names.every((name) => (panel.units[u]!.covariates[name] ?? null) !== null),
  );
  const covariates = names.flatMap((name) => {
    const values = standardized(units.map((u) => panel.units[u]!.covariates[name]!));
    return values === null ? [] : [{ name, values }];
  });
  return { units, covariates };
}

/** Mean 0 and standard deviation 1, of the logarithm where `LOG_ABOVE` says so; null where nothing varies. */
function standardized(given: readonly number[]): Float64Array | null {
  if (isConstant(given)) return null;
  const { min, max } = describe(given);
  const values = min! > 0 && max! / min! > LOG_ABOVE ? given.map(Math.log) : given;
  const { mean, sd } = describe(values);
  return Float64Array.from(values, (v) => (v - mean!) / sd!);
}

/**
 * Groups in which all or none of the units answered cannot have a dummy: each is joined with the next in the order of
 * the levels until both are there, the last with the one before. Units without a group come last.
 */
function collapsedGroups(
  { levels, codes }: GroupCodes,
  units: readonly number[],
  answered: Column,
): Int32Array {
  const group = units.map((unit) => (codes[unit]! < 0 ? levels.length : codes[unit]!));
  const joined = new Int32Array(levels.length + 1);
  let current = 0;
  let seen = new Set<number>();
  for (let g = 0; g <= levels.length; g++) {
    joined[g] = current;
    group.forEach((of, i) => of === g && seen.add(answered[i]!));
    if (seen.size < 2) continue;
    current++;
    seen = new Set();
  }
  return Int32Array.from(group, (g) => Math.min(joined[g]!, Math.max(0, current - 1)));
}

function trimmed(weights: Float64Array): Float64Array {
  const positive = weights.filter((w) => w > 0);
  const [low, high] = TRIM_AT.map((p) => quantile(positive, p)) as [number, number];
  return weights.map((w) => (w > 0 ? Math.min(high, Math.max(low, w)) : 0));
}

function largestImbalance(covariates: { name: string; values: Float64Array }[], answered: Float64Array) {
  const found = balance(covariates, answered, new Float64Array(answered.length).fill(1));
  const largest = (differences: (number | null)[]) =>
    differences.reduce((most, d) => (d === null ? most : Math.max(most ?? 0, Math.abs(d))), null);
  return { before: largest(found.map((b) => b.before)), after: largest(found.map((b) => b.after)) };
}
