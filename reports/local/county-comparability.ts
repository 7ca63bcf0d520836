import type { ComparabilityNote } from '../../analysis/local/comparable.js';
import type { CountyIndicatorName } from '../../analysis/local/county-indicators.js';
import { groupBy } from '../../data/group-by.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Block, Section } from '../document/document.js';
import { type CountyContext, dressed, fullName, inlineName, yearsText } from './county-context.js';

/** What the year did not ask, and what has changed between the years. */
export function comparabilitySection(context: CountyContext): Section {
  return {
    id: 'comparability',
    title: context.text.sections.comparability,
    blocks: [...notAskedBlocks(context), ...noteBlocks(context)],
  };
}

function notAskedBlocks({ report, text, lang }: CountyContext): Block[] {
  const names = (list: readonly CountyIndicatorName[]) => list.map((i) => inlineName(i, lang)).join(', ');
  const single = report.indicators.filter((i) => i.sinceLast.status === 'no-earlier-year' || i.sinceFirst.status === 'no-earlier-year'); // prettier-ignore
  const groups = [...groupBy(report.notAsked, (i) => yearsText(i.askedYears))].map(([years, list]) =>
    paragraph(
      years === '' ? text.neverAsked(names(list)) : text.notAsked(`${report.year}`, years, names(list)),
    ),
  );
  const first = report.year === report.years[0];
  return [
    ...(groups.length === 0 ? [paragraph(text.allAsked)] : groups),
    ...(single.length > 0 && !first ? [paragraph(text.singleYear(names(single)))] : []),
  ];
}

function noteBlocks(context: CountyContext): Block[] {
  const { report, text, lang } = context;
  const rows = report.indicators.flatMap((i) => {
    const said = [...new Set(i.notes.flatMap((note) => noteText(note, context)))];
    return said.length === 0 ? [] : [[fullName(i, lang), said.join('\n')]];
  });
  if (rows.length === 0) return [paragraph(text.noNotes)];
  return [
    grid(
      dressed(context, {
        id: 'changed-questions',
        title: text.notesTitle,
        head: text.notesHeads,
        columns: ['text', 'prose'],
        rows,
      }),
    ),
  ];
}

function noteText(note: ComparabilityNote, { text, lang }: CountyContext): string[] {
  switch (note.kind) {
    case 'definition-changed':
      return [text.note.definition(`${note.year}`, note.what[lang])];
    case 'survey-remade':
      return [text.note.remade(`${note.year}`)];
    case 'other-question':
      return [text.note.other(`${note.year}`)];
    case 'unlisted':
      return [];
  }
}
