import type { MissingReason } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import { count, isSuppressed, type Series } from '../quality/years.js';
import { type Interval, meanInterval, wilsonInterval } from './interval.js';
import type { AnswerWord } from './standing.js';

/** The result of a group of units on one indicator in one year. */
export interface GroupResult {
  readonly year: number;
  /** Units of the group, asked or not. */
  readonly members: number;
  readonly asked: number;
  /** Units with an answer on the scale: what the value is made of. */
  readonly n: number;
  /** Members of the year without an answer on the scale, by reason; `ej-samlad` were not asked. */
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
  /** Non-response (`bortfall`, `okand`) and `ej-aktuellt` of those asked, 0-1: what the rule looks at. Null where nobody was asked. */
  readonly missingShare: number | null;
  /** More than 20 percent are missing: the number is not to be published (guide 2017, appendix 1). */
  readonly suppressed: boolean;
  readonly status: 'shown' | 'suppressed' | 'nobody-answered' | 'not-asked' | 'no-members';
  /** Ja in percent of those answering (Delvis is not Ja), or the unweighted mean; null but where shown. */
  readonly value: number | null;
  /** 95 percent, on the value's scale; null without a value, for one unit, and for a mean of one value. */
  readonly interval: Interval | null;
  readonly method: 'wilson' | 't' | null;
  /** One unit alone was asked: the value is its own, no group's. */
  readonly single: boolean;
  /** The answer of that one unit, in words. */
  readonly answer: AnswerWord | null;
}

const YES = 1;
const PARTIAL = 0.5;

/**
 * The result of a group: nation, county, SKR group, size class or any list of units, by Socialstyrelsen's rule that a
 * number is not shown where non-response and `Ej aktuellt` pass 20 percent of those asked.
 *
 * The interval. All units are asked, none is drawn, so that the share itself has no sampling error. The interval is
 * about what lies behind it: how far the share of so many units might lie from the tendency of such units, if each
 * answered by chance around it. It warns against reading much into a difference between small groups; it says nothing of
 * those that did not answer.
 * @param series of the indicator (`seriesOf`) @param t position among the panel's years
 * @param members positions in `Panel.units`, each once
 */
export function groupResult(
  panel: Panel,
  series: Series,
  t: number,
  members: readonly number[],
): GroupResult {
  const T = panel.years.length;
  const inGroup = new Set(members);
  const counts = count(panel, panel.answers.get(series.indicator.id)!, t, (u) => inGroup.has(u));
  const answering = members.filter((u) => !Number.isNaN(series.values[u * T + t]!));
  const { asked, missing } = counts;
  const n = answering.length;
  const suppressed = asked > 0 && isSuppressed(counts);
  const head = {
    year: panel.years[t]!,
    members: members.length,
    asked,
    n,
    missing,
    missingShare: asked === 0 ? null : missingOf(missing) / asked,
    suppressed,
    single: asked === 1,
  };
  const empty = { value: null, interval: null, method: null, answer: null };
  const status = whyNot(members.length, asked, n, suppressed);
  if (status !== 'shown') return { ...head, status, ...empty };
  const values = answering.map((u) => series.values[u * T + t]!);
  if (asked === 1) return { ...head, status, ...empty, ...own(panel, series, answering[0]! * T + t) };
  return { ...head, status, answer: null, ...summary(series, values) };
}

function whyNot(members: number, asked: number, n: number, suppressed: boolean): GroupResult['status'] {
  if (members === 0) return 'no-members';
  if (asked === 0) return 'not-asked';
  if (n === 0) return 'nobody-answered';
  return suppressed ? 'suppressed' : 'shown';
}

const missingOf = (missing: GroupResult['missing']): number =>
  (missing.bortfall ?? 0) + (missing.okand ?? 0) + (missing['ej-aktuellt'] ?? 0);

/** One unit's own result: Delvis has a word and no number, as in its standing. */
function own(panel: Panel, series: Series, at: number): Pick<GroupResult, 'value' | 'answer'> {
  const code = panel.answers.get(series.indicator.id)!.codes[at]!;
  if (!series.yesNo) return { value: code, answer: null };
  if (code === PARTIAL) return { value: null, answer: 'Delvis' };
  return code === YES ? { value: 100, answer: 'Ja' } : { value: 0, answer: 'Nej' };
}

function summary(
  { yesNo, indicator }: Series,
  values: readonly number[],
): Pick<GroupResult, 'value' | 'interval' | 'method'> {
  const n = values.length;
  const total = values.reduce((s, v) => s + v, 0);
  if (yesNo) {
    const { low, high } = wilsonInterval(total, n);
    return { value: (100 * total) / n, interval: { low: 100 * low, high: 100 * high }, method: 'wilson' };
  }
  const interval = meanInterval(values);
  if (!interval) return { value: total / n, interval: null, method: null };
  // A mean of shares or counts lies within their scale, whatever t says.
  const least = indicator.type === 'ordinal' ? -Infinity : 0;
  const most = indicator.type === 'share' ? 100 : Infinity;
  const within = { low: Math.max(least, interval.low), high: Math.min(most, interval.high) };
  return { value: total / n, interval: within, method: 't' };
}
