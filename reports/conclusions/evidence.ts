import type { Estimate } from '../../analysis/estimate.js';
import { publishedTables } from '../../data/codebook/published.js';
import { bootstraps } from '../inference/bootstraps.js';
import * as of from '../inference/cells.js';
import { chanceMarks, publishedUsers, survivors, userTests } from '../inference/marks.js';
import { nonResponse } from '../inference/non-response.js';
import { noise, peerPlacebos } from '../inference/placebos.js';
import { counts, whole } from '../inference/summary.js';
import { groupingInText } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { power } from '../tables/notes.js';
import { publishedSigns, signs } from './signs.js';

/** A question of the appendix that its tables of marks answer. */
export interface Question {
  readonly id: 'users' | 'groups' | 'level' | 'improvement' | 'staffing';
  /** The cells that answer it. */
  readonly of: (e: Estimate) => boolean;
}

export interface Evidence {
  readonly question: Question;
  readonly cells: readonly Estimate[];
  /** The joint tests of every table. */
  readonly joint: readonly Estimate[];
  readonly seed: number;
  readonly lang: Lang;
}

/** The size of what a conclusion rests on, here and as published. */
export function rests({ question, cells, lang }: Evidence): string[] {
  const m = messages(lang).conclusions;
  const count = (n: number) => whole(n, lang);
  const estimated = cells.filter((e) => e.mark !== null);
  const range = (key: 'n' | 'units') =>
    counts(
      estimated.flatMap((e) => e[key] ?? []),
      lang,
    );
  const tables = publishedTables().filter((t) => cells.some((e) => e.table === t.table));
  const columns = new Set(cells.map((e) => e.column));
  const shown = publishedSigns(tables, (column) => columns.has(column));
  return [
    m.tests(count(estimated.length), count(cells.length), range('n'), range('units')),
    question.id === 'groups'
      ? m.publishedMarks(count(shown.marked), count(shown.cells))
      : m.publishedSigned(count(shown.marked), count(shown.cells), count(shown.up)),
  ];
}

/** What the inference says of the cells: marks first, then what else could have made them, then what was missed. */
export function found(evidence: Evidence): string[] {
  const { question, cells, seed, lang } = evidence;
  const m = messages(lang).conclusions;
  const equivalent = of.equivalence(cells, lang, seed);
  const isNull = question.id === 'users' || question.id === 'improvement';
  return [
    ...markCounts(evidence),
    ...tableByTable(evidence),
    ...survivors(cells, lang),
    ...(question.id === 'groups' ? of.labelPermutation(cells, lang, seed) : []),
    ...of.userPermutation(cells, lang, seed),
    ...of.verdicts(cells, lang, seed),
    ...(question.id === 'groups' || question.id === 'level' ? of.intraclass(cells, lang, seed) : []),
    ...peerPlacebos(cells, lang, seed),
    ...(question.id === 'level' ? of.unitEffects(cells, lang, seed) : []),
    ...noise(cells, lang, seed),
    ...bootstraps(cells, lang, seed),
    ...of.links(cells, lang, seed),
    ...nonResponse(cells, lang),
    ...power(cells, lang),
    ...equivalent,
    ...(isNull && equivalent.length === 0 ? [m.noMargin] : []),
  ];
}

function markCounts({ question, cells, lang }: Evidence): string[] {
  const { conclusions: m } = messages(lang);
  const count = (n: number) => whole(n, lang);
  const all = signs(cells);
  if (question.id === 'groups') return [m.marks(count(all.marked), count(all.cells))];
  const groupings = question.id === 'level' || question.id === 'improvement' ? groupingsOf(cells) : [];
  return [
    m.signed(count(all.marked), count(all.cells), count(all.up), count(all.down)),
    ...groupings.map((grouping) => {
      const own = signs(cells.filter((e) => e.grouping === grouping));
      return m.byGrouping(groupingInText(grouping, lang), count(own.up), count(own.down), count(own.cells));
    }),
  ];
}

const groupingsOf = (cells: readonly Estimate[]): string[] => [
  ...new Set(cells.flatMap((e) => e.grouping ?? [])),
];

/** The joint tests are of whole tables: a peer table holds two questions, so they are told where it holds one. */
function tableByTable({ question, cells, joint, seed, lang }: Evidence): string[] {
  if (question.id === 'level' || question.id === 'improvement') return [];
  const m = messages(lang).conclusions;
  return [...new Set(cells.map((e) => e.table))].flatMap((table) => {
    const whole = { joint: joint.filter((e) => e.table === table), lang, seed };
    const sentences = [...chanceMarks(whole), ...userTests(whole), ...publishedUsers(whole)];
    return sentences.map((sentence) => m.perTable(String(table), sentence));
  });
}
