import { isAdjustedTable, NOT_ESTIMABLE, type Cell } from '../tables/table.js';
import { paragraph } from './blocks.js';
import type { ReportContext } from './context.js';
import type { LegendEntry, Section } from './document.js';

/** A computed and a published mark of each kind; the words for it are the catalogue's. */
const examples = [
  ['same', '++', '++', 'same'],
  ['other-level', '+', '++', 'other-level'],
  ['only-computed', '++', '', 'only-computed'],
  ['only-published', '', '++', 'only-published'],
  ['opposite', '--', '+', 'opposite'],
  ['not-comparable', '+', '-/--', 'not-comparable'],
  ['notEstimable', NOT_ESTIMABLE, '', 'not-comparable'],
] as const satisfies readonly (readonly [string, string, string, Cell['category']])[];

/** How to read a cell, with one example of every kind. */
export function reading({ text, comparison, tables }: ReportContext): Section {
  const { page } = text;
  const { rows, marks, frames, behind } = page.reading;
  const adjusted = tables.some(isAdjustedTable) ? [page.readingAdjusted] : [];
  return {
    id: 'reading',
    title: page.sections.reading,
    blocks: [
      paragraph([rows, ...(comparison ? [marks] : []), ...adjusted].join(' ')),
      ...(comparison
        ? [
            paragraph(frames),
            { kind: 'legend' as const, entries: examples.map((e) => entry(e, page.legend)) },
          ]
        : []),
      paragraph(behind),
    ],
  };
}

function entry(
  [key, mark, published, category]: (typeof examples)[number],
  words: ReportContext['text']['page']['legend'],
): LegendEntry {
  const none = { column: '', survives: null, id: null, n: null, reason: null, description: '' };
  return { cell: { ...none, mark, published, category }, text: words[key] };
}
