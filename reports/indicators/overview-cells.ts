import type { Criterion, CriterionKey, IndicatorCard } from '../../analysis/indicators/index.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Tone } from '../tables/table.js';
import { bareChange, count, level, measured, reason, reasonOverYears, toneOf } from './words.js';

/** A cell of the overview: what it says, its colour, and what it is sorted by. */
export interface OverviewCell {
  readonly text: string;
  readonly tone: Tone | null;
  readonly value: number | null;
}

export const plain = (text: string): OverviewCell => ({ text, tone: null, value: null });

const criterion = (card: IndicatorCard, key: CriterionKey): Criterion =>
  card.profile.find((c) => c.key === key)!;

/** A number with the verdict on it in word and colour, and more lines beneath. */
function judged(
  shown: string,
  value: number | null,
  c: Criterion,
  more: readonly string[],
  lang: Lang,
): OverviewCell {
  const verdict = messages(lang).indicators.verdicts[c.verdict];
  return { text: [shown, verdict, ...more].join('\n'), tone: toneOf(c.verdict), value };
}

/** A number that does not exist, and why. */
const absent = (why: string): OverviewCell => ({ text: `–\n${why}`, tone: 'absent', value: null });

/** The latest year's number, with year and n. */
export function levelCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { latest } = card;
  if (latest === null || latest.value === null) return absent(reason('no-observations', lang));
  const { n } = messages(lang).indicatorOverview;
  const base = `${latest.year}, ${n(count(latest.answered, lang))}`;
  return { text: `${level(latest.value, card, lang)}\n${base}`, tone: null, value: latest.value };
}

/** Whether there is room, in words; sorted by the share that has reached the goal. */
export function roomCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { rooms, since } = messages(lang).indicatorOverview;
  const { saturated, floor, since: from, floorSince } = card.saturation;
  const c = criterion(card, 'room');
  const tone = toneOf(c.verdict);
  const value = c.value;
  if (saturated) return { text: `${rooms.saturated}\n${since(`${from}`)}`, tone, value };
  if (floor) return { text: `${rooms.floor}\n${since(`${floorSince}`)}`, tone, value };
  if (c.verdict === 'not-judged') return absent(`${rooms['not-judged']}: ${reason(c.reason, lang)}`);
  const partly = c.measure === 'goal-share-low' ? rooms.partlyLow : rooms.partly;
  return { text: c.verdict === 'met' ? rooms.met : partly, tone, value };
}

/** The change per year with its interval and n; the words say whether it is told from chance. */
export function trendCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { perYear, ciLow, ciHigh, n, toward, reason: why } = card.trend;
  if (perYear === null) return absent(reasonOverYears(why, card, lang));
  const { indicatorOverview: text } = messages(lang);
  const show = (value: number | null) => bareChange(value, card, lang, { like: perYear });
  const direction = toward === null ? text.trends.unclear : toward ? text.trends.toward : text.trends.away;
  return {
    text: [show(perYear), direction, `${show(ciLow)} – ${show(ciHigh)}; ${text.n(count(n, lang))}`].join(
      '\n',
    ),
    tone: null,
    value: perYear,
  };
}

export function reliabilityCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { reliability, n, reason: why } = card.lasting;
  if (reliability === null) return absent(reasonOverYears(why, card, lang));
  const base = messages(lang).indicatorOverview.n(count(n, lang));
  return judged(
    formatNumber(reliability, lang, 2),
    reliability,
    criterion(card, 'tells-apart'),
    [base],
    lang,
  );
}

/** Ja/Nej: how many changed and changed back, beside chance. Numbers: how alike two years are. */
export function stableCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { flips, lasting, yesNo } = card;
  const { indicatorOverview: text } = messages(lang);
  const c = criterion(card, 'stable');
  if (yesNo && flips !== null) {
    const base = `${text.chance(formatPercent(flips.expectedShare, lang))}; ${text.n(count(flips.base, lang))}`;
    return judged(formatPercent(flips.share, lang), flips.share, c, [base], lang);
  }
  if (yesNo || c.value === null)
    return absent(reasonOverYears(c.reason ?? 'too-few-observations', card, lang));
  const base = `${text.retest}; ${text.n(count(lasting.testRetest?.pairs ?? 0, lang))}`;
  // Not a share of flips: it would be out of place among those, and stands last.
  return { ...judged(measured(c.measure, c.value, lang), c.value, c, [base], lang), value: null };
}

export function missingCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { missing } = card;
  if (missing === null) return absent(reason('no-observations', lang));
  const base = `${missing.year}, ${messages(lang).indicatorOverview.n(count(missing.asked, lang))}`;
  const c = criterion(card, 'answered');
  return judged(formatPercent(missing.suppressing, lang), missing.suppressing, c, [base], lang);
}

/** Sorted in the measure of the criterion: percentage points; on other scales standard deviations, which stand last. */
export function smallestCell(card: IndicatorCard, lang: Lang): OverviewCell {
  const { pairs, reason: why } = card.detectable;
  const { indicatorOverview: text } = messages(lang);
  const c = criterion(card, 'shows-change');
  if (c.value === null) return absent(reasonOverYears(why ?? c.reason, card, lang));
  const inPoints = c.measure === 'change-in-points';
  const base = [...(inPoints ? [] : [text.sd]), text.n(count(pairs, lang))].join('; ');
  return {
    ...judged(measured(c.measure, c.value, lang), c.value, c, [base], lang),
    value: inPoints ? c.value : null,
  };
}
