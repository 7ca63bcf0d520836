import type { Estimate } from '../../analysis/estimate.js';
import type { CellComparison } from '../../analysis/results.js';
import { ABSENT, formatEstimate, formatLevel, formatNumber, formatP, MINUS } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { describeInference } from '../inference/describe.js';
import { isAdjusted, survives } from '../inference/extra.js';
import { type Cell, NOT_ESTIMABLE, SURVIVES } from './table.js';

export interface CellContext {
  readonly lang: Lang;
  /** Confidence level of the intervals, 0.95. */
  readonly level: number;
}

/** A mark for reading: hyphens become true minus signs. Data files keep the mark as it is. */
export const shownMark = (mark: string): string => mark.replaceAll('-', MINUS);

/** A cell's own mark for reading, with its sign where it holds after adjustment: `++°`. */
export const shownCell = ({ mark, survives: holds }: Pick<Cell, 'mark' | 'survives'>): string =>
  shownMark(mark) + (holds === true ? SURVIVES : '');

/** A cell from its estimate and, where there is one, its comparison with the published mark. */
export function cell(
  column: string,
  e: Estimate | null,
  comparison: CellComparison | null,
  context: CellContext,
): Cell {
  const published = comparison ? publishedText(comparison, context.lang) : null;
  const said = [...describeEstimate(e, context), ...describePublished(comparison, context)];
  return {
    column,
    mark: e?.mark ?? NOT_ESTIMABLE,
    survives: e !== null && e.mark !== null && isAdjusted(e) ? survives(e) : null,
    published,
    category: comparison?.category ?? null,
    id: e?.id ?? null,
    n: e?.n ?? null,
    reason: e === null ? 'not-computed' : e.mark === null ? (e.reason ?? 'not-estimable') : null,
    description: said.join('; '),
  };
}

function publishedText({ published, reason }: CellComparison, lang: Lang): string {
  if (reason === 'place-lost' || published.length === 0) return '?';
  if (published.length === 1) return published[0]!;
  return published.map((mark) => mark || messages(lang).tables.cell.publishedEmpty).join('/');
}

function describeEstimate(e: Estimate | null, { lang, level }: CellContext): string[] {
  const text = messages(lang);
  if (e === null) return [term(text.reasons, 'not-computed')];
  const sizes = [
    ...(e.n === null ? [] : [`n = ${formatNumber(e.n, lang)}`]),
    ...(e.units === null || e.units === e.n ? [] : [text.tables.cell.units(formatNumber(e.units, lang))]),
  ];
  if (e.mark === null)
    return [`${text.tables.cell.notEstimable}: ${term(text.reasons, e.reason ?? 'not-estimable')}`, ...sizes];
  const mark = e.mark === '' ? text.tables.cell.notSignificant : shownMark(e.mark);
  return [
    mark,
    ...(e.model === 'anova' ? describeF(e, lang) : describeSlope(e, lang, level)),
    formatP(e.p, lang),
    ...describeInference(e, lang),
    ...sizes,
  ];
}

function describeSlope(e: Estimate, lang: Lang, level: number): string[] {
  const { cell: words } = messages(lang).tables;
  const low = formatEstimate(e.ciLow, lang);
  const high = formatEstimate(e.ciHigh, lang);
  return [
    `${words.estimate} ${formatEstimate(e.estimate, lang, { signed: true })}`,
    ...(low === ABSENT || high === ABSENT ? [] : [words.interval(formatLevel(level, lang), low, high)]),
    ...describePower(e, lang),
  ];
}

/** A null result comes with its power: the smallest effect that the test finds in four cases of five. */
function describePower(e: Estimate, lang: Lang): string[] {
  const effect = e.extra['minimumDetectable'];
  if (e.mark !== '' || typeof effect !== 'number') return [];
  return [messages(lang).tables.cell.detectable(formatEstimate(effect, lang))];
}

function describeF(e: Estimate, lang: Lang): string[] {
  const df = `${formatNumber(e.df, lang)}; ${formatNumber(e.df2, lang)}`;
  const eta = e.estimate === null ? [] : [`η² = ${formatNumber(e.estimate, lang, 3)}`];
  return [`F(${df}) = ${formatNumber(e.statistic, lang, 2)}`, ...eta];
}

function describePublished(comparison: CellComparison | null, { lang }: CellContext): string[] {
  if (!comparison) return [];
  const { categories, reasons, tables } = messages(lang);
  const readings = comparison.published.map((mark) =>
    mark === '' ? tables.cell.publishedEmpty : shownMark(mark),
  );
  const reading = readings.length === 0 ? '?' : readings.join(` ${tables.cell.or} `);
  const why = comparison.reason === null ? '' : ` (${term(reasons, comparison.reason)})`;
  return [`${tables.cell.published}: ${reading}`, `${term(categories, comparison.category)}${why}`];
}
