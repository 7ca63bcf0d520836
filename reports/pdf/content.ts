import type { Block, Document, DocumentFigure, Section } from '../document/document.js';
import { pdfMark } from './cell.js';
import { pictureOf } from './svg.js';
import { gridTable } from './grid-table.js';
import { marksTable } from './marks-table.js';
import { ROOM } from './table.js';
import { breakable, headingText, shortened, showable, type PdfText } from './text.js';

export interface PdfOptions {
  /** Whether the numbers behind each figure are printed beneath it; without, they are left to the other formats. */
  readonly numbers?: boolean;
}

/** What the template reads: the document as JSON, and the figures' pictures by the path it names them by. */
export interface PdfContent {
  readonly json: string;
  readonly pictures: ReadonlyMap<string, string>;
}

const AUTHOR = 'oppna-jamforelser';
const REGIONS = { sv: 'SE', en: 'GB' } as const;
const PIXEL = 0.75;
/** Room for a figure's height beside its caption and a heading, in points. */
const TALLEST = 640;

/** A document as the fixed template takes it: plain values only, every text made showable. Pure. */
export function pdfContent(document: Document, options: PdfOptions = {}): PdfContent {
  const pictures = new Map<string, string>();
  const { synthetic } = document;
  const json = JSON.stringify({
    lang: document.lang,
    region: REGIONS[document.lang],
    author: AUTHOR,
    title: shortened(document.title, 300) || AUTHOR,
    description: shortened(document.lead, 500),
    running: breakable(shortened(document.title, 70)),
    kicker: breakable(document.kicker),
    lead: breakable(document.lead),
    made: breakable(document.made),
    synthetic: synthetic && {
      stamp: shortened(synthetic.stamp, 40),
      ...noticeContent(synthetic),
    },
    contentsTitle: headingText(document.contentsTitle),
    sections: document.sections.map((section) => sectionContent(section, pictures, options)),
    footer: breakable(document.footer),
  });
  return { json, pictures };
}

/** Headings must not skip a level (PDF/UA-1, 7.4.2): a level 4 with no level 3 before it moves up. */
function sectionContent({ title, blocks }: Section, pictures: Map<string, string>, options: PdfOptions) {
  let under = 1;
  const content = blocks.flatMap((block) => {
    if (block.kind === 'heading') under = Math.min(block.level - 1, under + 1);
    const level = block.kind === 'heading' ? under : Math.min(under + 1, 3);
    return blockContent(block, level, pictures, options);
  });
  return { title: headingText(title), blocks: content };
}

function blockContent(
  block: Block,
  level: number | null,
  pictures: Map<string, string>,
  options: PdfOptions,
): object[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: breakable(block.text), caution: block.tone === 'caution' }];
    case 'heading':
      return [{ kind: 'heading', level: level ?? 3, text: headingText(block.text) }];
    case 'list':
      return filled(block.items, { kind: 'list', items: block.items.map(breakable) });
    case 'facts':
      return filled(block.facts, { kind: 'facts', facts: block.facts.map(({ value, label, note }) => ({ value: breakable(shortened(value, 40)), label: cut(label), note: cut(note) })) }); // prettier-ignore
    case 'terms':
      return filled(block.terms, {
        kind: 'terms',
        terms: block.terms.map(([name, value]) => [cut(name), breakable(value)]),
      });
    case 'legend':
      return filled(block.entries, { kind: 'legend', entries: block.entries.map(({ cell, text }) => ({ cell: pdfMark(cell), text: cut(text) })) }); // prettier-ignore
    case 'marks':
      return [marksTable(block.table, level)];
    case 'grid':
      return [gridTable(block.grid, level)];
    case 'figure':
      return figureContent(block.figure, pictures, options);
    case 'code':
      return [{ kind: 'code', title: cut(block.title), lines: codeLines(block.text) }];
    case 'notice':
      return [{ kind: 'notice', ...noticeContent(block) }];
    case 'blank':
      return [{ kind: 'blank', label: cut(block.label), lines: block.lines }];
    case 'aside': {
      const blocks = block.blocks.flatMap((inner) => blockContent(inner, null, pictures, options));
      return [{ kind: 'aside', title: cut(block.title), blocks }];
    }
  }
}

/** A text that has its place in one piece. */
const cut = (text: string): PdfText => breakable(shortened(text, 200));

/** What is kept in one box on a page, unless it is longer than one. */
const noticeContent = ({ title, text }: { title: string; text: string }) => ({
  title: cut(title),
  text: breakable(text),
  long: text.length > 1500,
});

/** Nothing where there is nothing to show. */
const filled = (items: readonly unknown[], content: object): object[] =>
  items.length === 0 ? [] : [content];

/** The picture at its own size, smaller where the page is; its title is drawn in it and stands as its caption. */
function figureContent(
  { title, description, width, height, svg, numbers }: DocumentFigure,
  pictures: Map<string, string>,
  { numbers: printed = false }: PdfOptions,
): object[] {
  const path = `/figures/${pictures.size + 1}.svg`;
  pictures.set(path, pictureOf(svg));
  const size = Math.min(width * PIXEL, ROOM.upright, (TALLEST * width) / Math.max(1, height));
  const text = showable(description) || showable(title);
  const picture = { kind: 'figure', path, alt: text, width: size, caption: cut(title) };
  return printed && numbers !== null ? [picture, gridTable(numbers, null)] : [picture];
}

/** Lines of a text as it is written: the number of spaces before, and what follows. */
function codeLines(text: string): [number, PdfText][] {
  return text.split(/\r\n|[\r\n]/).map((line) => {
    const indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '  ').length;
    return [Math.min(indent, 40), breakable(line.trim())];
  });
}
