import { levels } from '../marks.js';
import { adjustHolm, mcnemar, pairedT } from '../stats/index.js';
import type { DefinitionChange, Jump } from './records.js';
import type { Series } from './years.js';

/** A year pair before Holm's adjustment. */
export type Pair = Omit<Jump, 'pHolm' | 'beyondChance'>;

/**
 * Every two asked years in a row: how the national number changed over the units that answered in both. Ja/Nej by the
 * exact McNemar test, numbers by the paired t test.
 * @param years the panel's calendar years
 */
export function yearPairs(
  series: Series,
  years: readonly number[],
  changes: readonly DefinitionChange[],
): Pair[] {
  return series.asked.slice(1).map((t, i) => {
    const [from, to] = [years[series.asked[i]!]!, years[t]!];
    const listed = changes.some((c) => from < c.year && c.year <= to);
    const { before, after } = answersOf(series, years.length, series.asked[i]!, t);
    return { from, to, listed, ...compared(before, after, series.yesNo) };
  });
}

/** The answers in two years of the units that answered in both. */
function answersOf({ values }: Series, T: number, from: number, to: number) {
  const before: number[] = [];
  const after: number[] = [];
  for (let start = 0; start < values.length; start += T) {
    if (Number.isNaN(values[start + from]!) || Number.isNaN(values[start + to]!)) continue;
    before.push(values[start + from]!);
    after.push(values[start + to]!);
  }
  return { before, after };
}

function compared(before: readonly number[], after: readonly number[], yesNo: boolean) {
  const scale = yesNo ? 100 : 1;
  const mean = (v: readonly number[]) =>
    v.length === 0 ? null : (scale * v.reduce((s, x) => s + x, 0)) / v.length;
  const [was, is] = [mean(before), mean(after)];
  const found = yesNo ? mcnemar(before, after) : pairedT(before, after);
  const exact = found.status === 'ok' && 'up' in found ? found : null;
  return {
    pairs: before.length,
    before: was,
    after: is,
    difference: was === null || is === null ? null : is - was,
    test: yesNo ? ('mcnemar-exact' as const) : ('paired-t' as const),
    up: exact?.up ?? null,
    down: exact?.down ?? null,
    p: found.status === 'ok' ? found.p : null,
    midP: exact?.midP ?? null,
    reason: found.status === 'ok' ? null : found.reason,
  };
}

/** Adjusts the p-values of all year pairs of a panel together (Holm), and says which are beyond chance. */
export function judgeJumps(pairs: readonly (readonly Pair[])[]): { jumps: Jump[][]; tests: number } {
  const all = pairs.flat();
  const adjusted = adjustHolm(all.map((pair) => pair.p));
  const byPair = new Map(all.map((pair, i) => [pair, adjusted[i]!]));
  const jumps = pairs.map((list) =>
    list.map((pair) => {
      const pHolm = byPair.get(pair)!;
      return { ...pair, pHolm, beyondChance: pHolm !== null && pHolm < levels.strong };
    }),
  );
  return { jumps, tests: all.filter((pair) => pair.p !== null).length };
}
