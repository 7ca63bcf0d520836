import type { CellChange, CountyCell, CountyIndicator } from '../../analysis/local/county-indicators.js';
import type { GroupChange } from '../../analysis/local/group-change.js';
import type { GroupResult } from '../../analysis/local/groups.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import type { Tone } from '../tables/table.js';
import type { CountyContext } from './county-context.js';

const TONES = { green: 'good', yellow: 'partly', red: 'poor' } as const;

/** Follows what touches years between which the question changed. */
export const CHANGED = '*';
const ARROWS = { better: '↑', worse: '↓' } as const;

export const toneOf = ({ status, colour }: Pick<CountyCell, 'status' | 'colour'>): Tone | null =>
  colour !== null ? TONES[colour] : status === 'answered' ? null : 'absent';

/** An answer in words, or a number on the indicator's own scale. */
export function answerText(
  { words, type }: Pick<CountyIndicator, 'words' | 'type'>,
  { answer, value }: Pick<CountyCell, 'answer' | 'value'>,
  { text, lang }: CountyContext,
): string {
  if (answer !== null) return text.answers[answer];
  return valueText(words, type, value, lang);
}

function valueText(
  words: boolean,
  type: CountyIndicator['type'],
  value: number | null,
  lang: CountyContext['lang'],
) {
  if (words || type === 'share') return formatPercent(value === null ? null : value / 100, lang);
  return formatNumber(value, lang, value !== null && Number.isInteger(value) ? 0 : 1);
}

/** A unit's result as a cell: the answer, the quarter of a number, and what it was before; or why there is none. */
export function cellText(i: CountyIndicator, cell: CountyCell, context: CountyContext): string {
  const { text } = context;
  if (cell.status !== 'answered') return text.missing[cell.status];
  const quarter = i.words ? null : cell.colour === null ? text.colourless : text.quarters[cell.colour];
  return [answerText(i, cell, context), quarter, beforeText(i, cell, context)]
    .filter((line) => line !== null)
    .join('\n');
}

/** `↑ från Nej 2019`; since the first year where nothing has changed since the last; null where nothing has. */
function beforeText(i: CountyIndicator, cell: CountyCell, context: CountyContext): string | null {
  const { sinceLast: last, sinceFirst: first } = cell;
  const known = last ?? first;
  const hasMoved = (c: CellChange | null): c is CellChange =>
    c !== null && (i.words ? c.direction !== 'same' : c.colour !== cell.colour);
  if (hasMoved(last)) {
    const back = i.words && first !== null && first.year < last.year && first.direction === 'same';
    return changeText(i, last, context) + (back ? `\n${context.text.likeFirst(`${first.year}`)}` : '');
  }
  if (hasMoved(first)) return changeText(i, first, context);
  return i.words || known === null ? null : context.text.was(answerText(i, known, context), `${known.year}`);
}

function changeText(i: CountyIndicator, change: CellChange, context: CountyContext): string {
  const { text } = context;
  const star = change.comparable === 'partly' ? CHANGED : '';
  const was = answerText(i, change, context);
  if (change.direction === 'same') return text.was(was, `${change.year}`) + star;
  return `${ARROWS[change.direction]} ${text.from(was, `${change.year}`)}${star}`;
}

/** A unit's change in a column of its own: said also where nothing has changed, and why there is none. */
export function ownChangeText(
  i: CountyIndicator,
  change: CellChange | null,
  why: GroupChange,
  context: CountyContext,
) {
  const { text } = context;
  // The unit alone has no pair, and its own missing answer hides nothing but itself.
  const isOwn = why.status === 'compared' || why.status === 'no-pairs' || why.status === 'suppressed';
  if (change === null) return text.change[isOwn ? 'no-answer' : why.status];
  if (change.direction === 'same') return text.unchanged(`${change.year}`);
  return changeText(i, change, context);
}

/** A group's result with its n, or why there is none. */
export function resultText(i: CountyIndicator, r: GroupResult, context: CountyContext): string {
  const { text, lang } = context;
  const number = (n: number) => formatNumber(n, lang);
  if (r.status === 'suppressed') return [text.group.suppressed, text.groupAnswered(number(r.n), number(r.asked))].join('\n'); // prettier-ignore
  if (r.status !== 'shown') return text.group[r.status];
  const shown = r.answer === null ? valueText(i.words, i.type, r.value, lang) : text.answers[r.answer];
  return [shown, r.single ? text.onlyUnit : text.n(number(r.n))].join('\n');
}

export const resultTone = (r: GroupResult): Tone | null => (r.status === 'shown' ? null : 'absent');

/** The nation's result, and whether the county stands apart from it. */
export const nationText = (i: CountyIndicator, context: CountyContext): string =>
  resultText(i, i.nation, context) +
  (i.versusNation === 'better' || i.versusNation === 'worse'
    ? `\n${context.text.versus[i.versusNation]}`
    : '');

/** A group's paired change, `+3 p.e.` with pairs and counts; or why there is none. */
export function groupChangeText(
  i: CountyIndicator,
  change: GroupChange,
  {
    beyond,
    inHead,
  }: {
    readonly beyond: boolean;
    /** The earlier year stands in the column's head. */ readonly inHead: boolean;
  },
  context: CountyContext,
): string {
  const { text, lang } = context;
  if (change.status !== 'compared') return text.change[change.status];
  const number = (n: number) => formatNumber(n, lang);
  const percent = i.words || i.type === 'share';
  const size = formatNumber(change.difference, lang, percent ? 0 : 1, { signed: true });
  const star = change.comparable === 'partly' ? CHANGED : '';
  const pairs = text.pairs(number(change.pairs), number(change.improved), number(change.worsened));
  return [
    `${inHead ? '' : `${change.from}: `}${size}${percent ? ` ${text.points}` : ''}${star}`,
    pairs,
    ...(beyond ? [text.beyond] : []),
  ].join('\n');
}
