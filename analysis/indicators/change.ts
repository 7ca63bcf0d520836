import { levels } from '../marks.js';
import type { Panel } from '../panel/panel.js';
import type { Jump } from '../quality/records.js';
import { minimumDetectableEffect, tTestPower } from '../stats/index.js';
import { mcnemarDetectableChange, mcnemarPower } from '../stats/index.js';
import { usefulnessLimits as limits } from './limits.js';
import type { CardSeries } from './series.js';
import { changeOfInterest } from './trend.js';

/** The smallest change from one asked year to the next that the nation can show. */
export interface DetectableChange {
  readonly test: 'mcnemar' | 'paired-t';
  /** The last two asked years with units that answered in both, and the number of these. */
  readonly from: number | null;
  readonly to: number | null;
  readonly pairs: number;
  /** Share of the pairs that change, 0-1 (Ja/Nej), or the standard deviation of their changes; over all pairs of years. */
  readonly variability: number | null;
  /** Found with 80 percent power at 5 percent: percentage points for Ja/Nej, else on the indicator's own scale. */
  readonly change: number | null;
  /** The change that should be seen, on the same scale, and the chance that it is. */
  readonly ofInterest: number | null;
  readonly power: number | null;
  readonly reason: string | null;
}

/**
 * Planned from the data's own variability: of the last two years the number of units, of all pairs of years in a row how
 * much one unit's answer moves, those across a change of definition left out where others remain. Ja/Nej by the
 * approximate power of McNemar's test (Connor 1987, `analysis/stats/mcnemar-power.ts`), numbers by that of the paired t
 * test, se = sd/sqrt(n) with n - 1 degrees of freedom (noncentral t, R's `power.t.test(type = "paired")`).
 * @param sd between units in the latest year, for the change of interest on scales that are no percent
 */
export function detectableChange(panel: Panel, card: CardSeries, sd: number | null): DetectableChange {
  const { quality, outcome } = card;
  const pairs = quality.jumps.filter((j) => j.pairs > 0);
  const last = pairs.at(-1);
  const comparable = pairs.filter((j) => !j.listed);
  const used = comparable.length > 0 ? comparable : pairs;
  const head = {
    test: quality.yesNo ? ('mcnemar' as const) : ('paired-t' as const),
    from: last?.from ?? null,
    to: last?.to ?? null,
    pairs: last?.pairs ?? 0,
    ofInterest: changeOfInterest(outcome.unit, sd),
  };
  const none = { ...head, variability: null, change: null, power: null };
  if (!last) return { ...none, reason: 'no-pairs' };
  return quality.yesNo
    ? { ...head, ...binaryChange(last.pairs, used, head.ofInterest) }
    : { ...head, ...numberChange(last.pairs, spread(panel, card, used), head.ofInterest) };
}

type Found = Pick<DetectableChange, 'variability' | 'change' | 'power' | 'reason'>;

function binaryChange(pairs: number, used: readonly Jump[], ofInterest: number | null): Found {
  const total = used.reduce((s, j) => s + j.pairs, 0);
  const discordance = used.reduce((s, j) => s + (j.up ?? 0) + (j.down ?? 0), 0) / total;
  const planned = { pairs, discordance, alpha: levels.strong };
  const found = mcnemarDetectableChange(planned, limits.test.power);
  return {
    variability: discordance,
    change: found.status === 'ok' ? 100 * found.effect : null,
    power: ofInterest === null ? null : mcnemarPower(ofInterest / 100, planned),
    reason: found.status === 'ok' ? null : found.reason,
  };
}

function numberChange(pairs: number, sd: number | null, ofInterest: number | null): Found {
  if (sd === null || pairs < 2)
    return { variability: sd, change: null, power: null, reason: 'too-few-observations' };
  const planned = { se: sd / Math.sqrt(pairs), df: pairs - 1, alpha: levels.strong };
  const found = minimumDetectableEffect(planned, limits.test.power);
  if (found.status !== 'ok') return { variability: sd, change: null, power: null, reason: found.reason };
  const power = ofInterest === null ? null : tTestPower(ofInterest, planned);
  return {
    variability: sd,
    change: found.effect,
    power: power?.status === 'ok' ? power.power : null,
    reason: null,
  };
}

/** Standard deviation of the units' changes about the mean change of their two years; null below two in any. */
function spread(panel: Panel, { series }: CardSeries, used: readonly Jump[]): number | null {
  const T = panel.years.length;
  let [squares, df] = [0, 0];
  for (const { from, to } of used) {
    const [a, b] = [panel.years.indexOf(from), panel.years.indexOf(to)];
    const changes = panel.units.flatMap((_, u) => {
      const change = series.values[u * T + b]! - series.values[u * T + a]!;
      return Number.isNaN(change) ? [] : [change];
    });
    const mean = changes.reduce((s, v) => s + v, 0) / changes.length;
    squares += changes.reduce((s, v) => s + (v - mean) ** 2, 0);
    df += changes.length - 1;
  }
  return df < 1 ? null : Math.sqrt(squares / df);
}
