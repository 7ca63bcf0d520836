import type { Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import type { ModelRecord, Results } from '../../analysis/results.js';
import type { TableYears } from '../locales/columns.js';
import { formatEstimate, formatNumber, formatRange } from '../locales/format.js';
import { rowLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { publishedTables } from '../../data/codebook/published.js';
import { shownMark } from './cell.js';
import { eventNotes } from './event-notes.js';
import { ownNotes } from './own-notes.js';
import { inferenceNotes, jointOf } from './inference-notes.js';
import { peersRule, staffingRule } from './rule.js';
import { NOT_ESTIMABLE } from './table.js';

export interface NotesContext {
  readonly kind: string;
  /** The user's own model that the table is of. */
  readonly own?: ModelRecord | null;
  readonly estimates: readonly Estimate[];
  readonly years: TableYears;
  readonly compared: boolean;
  readonly results: Results;
  readonly lang: Lang;
}

/** What a reader of one table must know: marks, rule, n, what could not be estimated and what was left out. */
export function tableNotes({ kind, own, estimates, years, compared, results, lang }: NotesContext): string[] {
  const { notes } = messages(lang).tables;
  const joint = jointOf(results.estimates, estimates);
  const inferred = inferenceNotes({ kind, estimates, joint, seed: results.specification.seed, lang });
  return [
    ...(results.manifest.synthetic ? [notes.synthetic] : []),
    ...(own ? ownNotes(own, estimates, lang) : []),
    kind === 'anova' ? notes.stars : notes.signs,
    ...(compared ? [notes.published, ...lostPlaces(estimates, lang)] : []),
    ...(kind === 'peers' ? [peersRule(results.specification, lang)] : []),
    ...(kind.startsWith('staffing') ? [staffingRule(results.specification, lang)] : []),
    ...(kind === 'anova' ? [notes.poolYears] : []),
    ...(kind === 'event-study' ? eventNotes(estimates, lang) : []),
    ...(years.other ? [notes.survey] : []),
    ...nRange(estimates, lang),
    ...power(estimates, lang),
    ...(joint.some((e) => e.term === 'resampled-marks') ? [] : multiplicity(estimates, lang)),
    ...inferred,
    ...failures(estimates, lang),
    ...dropped(estimates, lang),
  ];
}

/** The published marks of rows whose empty cells were lost: their order is all that is known. */
function lostPlaces(estimates: readonly Estimate[], lang: Lang): string[] {
  const table = publishedTables().find((t) => t.table === estimates[0]?.table);
  const rows = (table?.rows ?? []).flatMap((row) => (row.marks === undefined ? [] : [row]));
  const list = rows.map(({ label, marks }) => {
    const e = estimates.find((x) => x.row === label);
    return `${e ? rowLabel(e, lang) : label} ${shownMark(marks!)}`;
  });
  return list.length === 0 ? [] : [messages(lang).tables.notes.lostPlaces(list.join('; '))];
}

function nRange(estimates: readonly Estimate[], lang: Lang): string[] {
  const sizes = estimates.flatMap((e) => (e.mark === null || e.n === null ? [] : [e.n]));
  if (sizes.length === 0) return [];
  return [messages(lang).tables.notes.n(formatRange(Math.min(...sizes), Math.max(...sizes), lang))];
}

/** How many cells are marked, how many chance alone would mark, and how many are left after adjustment. */
function multiplicity(estimates: readonly Estimate[], lang: Lang): string[] {
  const tests = estimates.filter((e) => typeof e.extra['pHolm'] === 'number');
  if (tests.length < 2) return [];
  const marked = (key: string) => tests.filter((e) => (e.extra[key] as number) < levels.weak).length;
  const number = (n: number, digits = 0) => formatNumber(n, lang, digits);
  const sizes = new Set(tests.map((e) => e.extra['familySize'] as number));
  const { notes, event } = messages(lang).tables;
  // Of an event study the overall effects alone are such tests, whatever marks the other columns have.
  const words = estimates[0]?.model === 'event-study' ? event.multiplicity : notes.multiplicity;
  return [
    words(
      number(tests.filter((e) => e.mark !== '').length),
      number(tests.length * levels.weak, 1),
      [...sizes].map((n) => number(n)).join(', '),
      number(marked('pHolm')),
      number(marked('pBenjaminiHochberg')),
    ),
  ];
}

/** What the unmarked cells could have missed: the range of their minimum detectable effects, by the outcome's unit. */
export function power(estimates: readonly Estimate[], lang: Lang): string[] {
  const { notes } = messages(lang).tables;
  const byUnit = new Map<string, number[]>();
  for (const e of estimates) {
    const effect = e.extra['minimumDetectable'];
    const unit = e.extra['unit'];
    if (e.mark !== '' || typeof effect !== 'number' || typeof unit !== 'string') continue;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), effect]);
  }
  return [...byUnit].map(([unit, effects]) => {
    const [low, high] = [Math.min(...effects), Math.max(...effects)].map((x) => formatEstimate(x, lang));
    return notes.power(low === high ? low! : `${low}–${high}`, term(messages(lang).unitsOfDifference, unit));
  });
}

function failures(estimates: readonly Estimate[], lang: Lang): string[] {
  const { notes } = messages(lang).tables;
  const counts = new Map<string, number>();
  for (const e of estimates)
    if (e.mark === null) {
      const reason = failureText(e, lang);
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  if (counts.size === 0) return [];
  const reasons = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const text = reasons.map(([reason, cells]) => `${reason} (${notes.cells(formatNumber(cells, lang))})`);
  return [notes.notEstimable(NOT_ESTIMABLE, text.join(', '))];
}

/** Why a cell has no estimate, with the sizes of the two sides where one is too small. */
function failureText(e: Estimate, lang: Lang): string {
  const text = term(messages(lang).reasons, e.reason ?? 'not-estimable');
  const { users, nonUsers } = e.extra;
  if (!e.reason?.startsWith('too-few-') || typeof users !== 'number' || typeof nonUsers !== 'number')
    return text;
  return `${text}: ${messages(lang).tables.notes.sides(formatNumber(users, lang), formatNumber(nonUsers, lang))}`;
}

/** The largest number of rows that any cell lost for each reason: sums over cells would count a row many times. */
function dropped(estimates: readonly Estimate[], lang: Lang): string[] {
  const most = new Map<string, number>();
  for (const e of estimates)
    for (const [reason, rows] of Object.entries(e.dropped))
      if (rows > 0) most.set(reason, Math.max(most.get(reason) ?? 0, rows));
  return most.size === 0 ? [] : [messages(lang).tables.notes.dropped(counted(most, lang))];
}

function counted(counts: ReadonlyMap<string, number>, lang: Lang): string {
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([reason, count]) => `${term(messages(lang).reasons, reason)} (${formatNumber(count, lang)})`)
    .join(', ');
}
