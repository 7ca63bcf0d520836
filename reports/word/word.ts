import { Document as WordDocument, type FileChild, Packer } from 'docx';
import { repack } from '../archive.js';
import type { Document } from '../document/document.js';
import { messages } from '../locales/language.js';
import { printable } from '../printable.js';
import { Body } from './blocks.js';
import { tableOfContents } from './contents.js';
import { gridTable } from './grids.js';
import { section, textWidth } from './page.js';
import { styleSheet } from './styles.js';
import { paragraph } from './tables.js';

const AUTHOR = 'oppna-jamforelser';

/**
 * A document as a Word file (.docx) to edit further: headings, captions, notes and tables by styles, heads of tables
 * repeated on every page, a table of contents, alternative texts, the language marked, and where the data are
 * synthetic a stamp at the head of every page. Tables too wide for an upright page stand on turned ones; the numbers
 * behind the figures come last. The same document gives the same bytes on every machine.
 */
export async function renderWord(document: Document): Promise<Uint8Array> {
  const body = new Body(document);
  for (const { title, blocks } of document.sections) {
    body.add([body.title(title, 'Heading1', 1)]);
    for (const block of blocks) body.block(block);
  }
  if (body.numbers.length > 0) numbers(body, document);
  body.add([paragraph(document.footer, 'Notes')]);
  const [first = { landscape: false, children: [] }, ...rest] = body.pages;
  // Only now are the entries of the contents known.
  const opening = front(document, body);
  const pages = first.landscape
    ? [{ landscape: false, children: opening }, first, ...rest]
    : [{ landscape: false, children: [...opening, ...first.children] }, ...rest];
  const file = new WordDocument({
    title: plain(document.title),
    description: plain(document.lead),
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    ...(document.synthetic ? { keywords: plain(document.synthetic.stamp) } : {}),
    styles: { importedStyles: styleSheet(document.lang) },
    sections: pages.map((part) => section(part, document)),
  });
  return repack(await Packer.toBuffer(file), document.time);
}

const plain = (text: string): string => printable(text).replace(/\s+/g, ' ').slice(0, 2_000);

function front(document: Document, body: Body): FileChild[] {
  const { kicker, title, lead, made, synthetic, contentsTitle } = document;
  return [
    paragraph(kicker, 'Kicker'),
    paragraph(title, 'Title'),
    paragraph(lead, 'Subtitle'),
    paragraph(made, 'Made'),
    ...(synthetic ? [paragraph(synthetic.title, 'NoticeTitle'), paragraph(synthetic.text, 'Notice')] : []),
    paragraph(contentsTitle, 'TOCHeading'),
    ...tableOfContents(body.entries),
  ];
}

/** The numbers behind the figures, after everything else and small. */
function numbers(body: Body, { lang }: Document): void {
  body.add([body.title(messages(lang).word.figureNumbers, 'Heading1', 1)]);
  for (const grid of body.numbers)
    body.add([
      paragraph(grid.title, 'CaptionMinor'),
      gridTable(grid, textWidth(false)),
      ...(grid.notes.length > 0 ? grid.notes : ['']).map((note) => paragraph(note, 'Notes')),
    ]);
}
