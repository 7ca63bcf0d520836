import type { FileChild } from 'docx';
import { printable } from '../printable.js';
import { bodyElement, element, valued } from './element.js';

export interface ContentsEntry {
  readonly text: string;
  readonly level: 1 | 2;
  /** The bookmark at its place. */
  readonly anchor: string;
}

/** Headings of levels 1 and 2 and paragraphs of those levels in the outline (captions), as links. */
const INSTRUCTION = ' TOC \\o "1-2" \\h \\z \\u ';

/**
 * A table of contents as Word makes it: a field that is updated in Word, with its entries already there, so that it
 * shows and leads to its places before anyone updates it. Only an update gives page numbers: no one but the program
 * that lays out the pages knows them, and a field that asks for an update at opening would warn every reader.
 */
export function tableOfContents(entries: readonly ContentsEntry[]): FileChild[] {
  const paragraphs = entries.map((entry, i) =>
    element(
      'w:p',
      {},
      element('w:pPr', {}, valued('w:pStyle', `TOC${entry.level}`)),
      ...(i === 0 ? [field('begin'), run(element('w:instrText', { 'xml:space': 'preserve' }, INSTRUCTION)), field('separate')] : []), // prettier-ignore
      element('w:hyperlink', { 'w:anchor': entry.anchor, 'w:history': 1 }, run(...texts(entry.text))),
      ...(i === entries.length - 1 ? [field('end')] : []),
    ),
  );
  if (paragraphs.length === 0) return [];
  const gallery = element('w:docPartObj', {}, valued('w:docPartGallery', 'Table of Contents'), element('w:docPartUnique')); // prettier-ignore
  return [
    bodyElement(element('w:sdt', {}, element('w:sdtPr', {}, gallery), element('w:sdtContent', {}, ...paragraphs))), // prettier-ignore
  ];
}

const run = (...children: readonly ReturnType<typeof element>[]) => element('w:r', {}, ...children);
const field = (type: 'begin' | 'separate' | 'end') => run(element('w:fldChar', { 'w:fldCharType': type }));

/** Text on one line; a brace stands apart from what follows it, as in `runs`. */
const texts = (words: string) =>
  printable(words)
    .replace(/\s+/g, ' ')
    .split(/(?<=\{)/)
    .map((part) => element('w:t', { 'xml:space': 'preserve' }, part));
