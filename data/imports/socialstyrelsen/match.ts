import { codebook, type Item } from '../../codebook/codebook.js';
import { familyNames, shortNames } from './short-names.js';
import { coverage, likeness, sameWord, tokens } from './words.js';

/** Below this a header is not taken for an indicator. */
const ACCEPT = 0.6;
/** Two candidates closer than this are equally good. */
export const TIE = 0.04;

export interface Candidate {
  readonly indicator: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A column's header: its parts from the top down, and the sheet's name. */
export interface Header {
  readonly parts: readonly string[];
  readonly sheet: string;
}

/**
 * The codebook's questions of an area asked in a year. Outside 2016-2020 those of the nearest year.
 */
function itemsAsked(area: string, year: number): Item[] {
  const within = Math.min(2020, Math.max(2016, year));
  return codebook().items.filter(
    (i) => i.area === area && i.from <= within && (within <= i.to || (year > 2019 && i.to === 2019)),
  );
}

interface Known {
  readonly id: string;
  readonly names: readonly (readonly string[])[];
  readonly context: readonly string[];
  readonly not: readonly string[];
  /** The words of the label: without more than half of them a header is about something else. */
  readonly must: readonly string[];
}

const areaWords: Readonly<Record<string, readonly string[]>> = {
  aldreomsorg: ['äldreomsorg', 'äldreomsorgen', 'äldre'],
  'ekonomiskt-bistand': ['ekonomiskt', 'bistånd'],
  'barn-och-unga': ['social', 'sociala', 'barn', 'unga', 'ungdomsvård', 'ungdomsvården'],
};

/** A matcher of headers for one area and year. */
export function headerMatcher(area: string, year: number): (header: Header) => readonly Candidate[] {
  const known = itemsAsked(area, year).map(know);
  const own = areaWords[area] ?? [];
  return ({ parts, sheet }) => {
    const bottom = parts.at(-1) ?? '';
    const texts = [bottom, parts.slice(-2).join(' '), parts.join(' ')];
    // `Missbruk och Ekonomiskt bistånd` in the workbook of Ekonomiskt bistånd is about Missbruk.
    const given = [...new Set(texts)].flatMap((text) => {
      const all = tokens(text);
      const rest = all.filter((t) => !own.includes(t));
      return rest.length > 0 && rest.length < all.length ? [all, rest] : [all];
    });
    const path = tokens([...parts, sheet].join(' '));
    return known
      .map((item) => ({ indicator: item.id, score: round(score(item, given, path)) }))
      .filter((c) => c.score >= 0.3)
      .sort((a, b) => b.score - a.score || (a.indicator < b.indicator ? -1 : 1))
      .slice(0, 5);
  };
}

/** Likeness of the name in its best form, a fifth by the words around it, and nothing where a word excludes it. */
function score(item: Known, given: readonly (readonly string[])[], path: readonly string[]): number {
  if (item.not.some((word) => path.some((p) => sameWord(p, word)))) return 0;
  const name = Math.max(...item.names.flatMap((n) => given.map((g) => likeness(n, g))));
  const all = 0.8 * name + 0.2 * coverage(item.context, path);
  return coverage(item.must, path) > 0.5 ? all : Math.min(all, ACCEPT - 0.1);
}

function know(item: Item): Known {
  const outcome = codebook().outcomes.find((o) => itemsOf(o.rule).includes(item.id));
  const title = codebook().figures.find(
    (f) =>
      f.source === 'bilaga' && (f.series.includes(item.id) || (outcome && f.series.includes(outcome.id))),
  )?.title.sv;
  const { names = [], not = [] } = shortNames[item.id] ?? {};
  const label = item.label.sv;
  const context = outcome?.group ?? title ?? '';
  const all = [label, `${context} ${label}`, ...familyNames(item.id, label), ...names];
  return {
    id: item.id,
    names: [...new Set(all)].map(tokens),
    context: tokens(context),
    not,
    must: tokens(label),
  };
}

const itemsOf = (rule: { kind: string } & Record<string, unknown>): readonly string[] => [
  ...((rule['items'] as readonly string[] | undefined) ?? []),
  ...[rule['item'], rule['joint']].filter((x): x is string => typeof x === 'string'),
];

/** What each header is, one indicator to one header; null where no candidate is good enough or two are equally good. */
export interface Assigned {
  readonly indicator: string | null;
  readonly score: number;
  readonly why: 'matched' | 'no-candidate' | 'two-indicators' | 'two-columns';
}

export function assign(candidates: readonly (readonly Candidate[])[]): Assigned[] {
  const result: Assigned[] = candidates.map((list) => ({
    indicator: null,
    score: list[0]?.score ?? 0,
    why: 'no-candidate',
  }));
  const pairs = candidates
    .flatMap((list, column) => list.map((c) => ({ column, ...c })))
    .filter((p) => p.score >= ACCEPT)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const taken = new Set<string>();
  const settled = new Set<number>();
  for (const { column, indicator, score } of pairs) {
    if (settled.has(column) || taken.has(indicator)) continue;
    const free = pairs.filter(
      (p) => !settled.has(p.column) && !taken.has(p.indicator) && score - p.score < TIE,
    );
    const rivals = free.filter((p) => p.indicator === indicator && p.column !== column);
    const others = free.filter((p) => p.column === column && p.indicator !== indicator);
    const why = rivals.length > 0 ? 'two-columns' : others.length > 0 ? 'two-indicators' : 'matched';
    for (const c of why === 'two-columns' ? [column, ...rivals.map((r) => r.column)] : [column]) {
      settled.add(c);
      result[c] = { indicator: why === 'matched' ? indicator : null, score, why };
    }
    taken.add(indicator);
  }
  return result;
}

const round = (x: number) => Math.round(x * 1000) / 1000;
