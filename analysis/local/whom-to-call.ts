import type { AreaToImprove } from './improve.js';
import { type Improver, improvers } from './improvers.js';
import type { LocalView } from './view.js';

/** Who has improved on an indicator on which the unit has not: those to call. */
export interface WhomToCall {
  readonly indicator: string;
  /** Of the comparison group, and of all others; those that have been green for most answers first. */
  readonly group: readonly Improver[];
  readonly others: readonly Improver[];
  /** How many there are: the lists hold the first ones. */
  readonly inGroup: number;
  readonly inOthers: number;
}

/** As many names as one makes calls. */
const MOST = 5;

/**
 * For each of a unit's areas to improve the units that went from red or yellow to green and still are in the panel's year
 * at position t. Those who have stayed green longest come first, since one green answer may be chance; of the others those
 * of the unit's SKR group come first, then likewise.
 * @param members the comparison group
 */
export function whomToCall(
  view: LocalView,
  unit: number,
  t: number,
  members: readonly number[],
  wanted: readonly AreaToImprove[],
): WhomToCall[] {
  const { units } = view.panel;
  const ids = new Set(wanted.map((w) => w.indicator));
  const asked = { ...view, indicators: view.indicators.filter((i) => ids.has(i.id)) };
  const everyone = units.map((_, u) => u).filter((u) => u !== unit);
  const found = improvers(asked, everyone, t);
  const inGroup = new Set(members);
  const own = units[unit]!.groups.kommungrupp;
  const strange = (i: Improver) =>
    !inGroup.has(i.unit) && (own === null || units[i.unit]!.groups.kommungrupp !== own) ? 1 : 0;
  return wanted.map(({ indicator }) => {
    const all = found
      .filter((i) => i.indicator === indicator)
      .sort((a, b) => strange(a) - strange(b) || b.greenYears - a.greenYears);
    const group = all.filter((i) => inGroup.has(i.unit));
    const others = all.filter((i) => !inGroup.has(i.unit));
    return {
      indicator,
      group: group.slice(0, MOST),
      others: others.slice(0, MOST),
      inGroup: group.length,
      inOthers: others.length,
    };
  });
}
