import { BookmarkEnd, BookmarkStart, type FileChild, ImageRun, Paragraph } from 'docx';
import type { Block, Document, DocumentFigure } from '../document/document.js';
import { messages, type Messages } from '../locales/language.js';
import { printable } from '../printable.js';
import type { Grid } from '../tables/table.js';
import type { ContentsEntry } from './contents.js';
import { runs } from './element.js';
import { blankTable, gridTable, isWideGrid, termsTable } from './grids.js';
import { textWidth, type Pages } from './page.js';
import { isWideTable, legendTable, marksTable, paragraph } from './tables.js';

/**
 * Collects the body of a document: its parts on upright and turned pages, the entries of the table of contents, and
 * the numbers behind figures, which come last.
 */
export class Body {
  readonly entries: ContentsEntry[] = [];
  readonly numbers: Grid[] = [];
  private readonly parts: { landscape: boolean; children: FileChild[] }[] = [];
  private readonly text: Messages;
  private readonly headings = new Set<FileChild>();
  private figures = 0;

  constructor(document: Document) {
    this.text = messages(document.lang);
  }

  /** The parts so far, in order; pages turned the same way stand together. */
  get pages(): readonly Pages[] {
    return this.parts;
  }

  add(children: readonly FileChild[], landscape = false): void {
    const last = this.parts.at(-1);
    if (last?.landscape === landscape) return void last.children.push(...children);
    // A heading goes with what it stands over.
    const above = last ? last.children.slice(this.afterText(last.children)) : [];
    last?.children.splice(last.children.length - above.length);
    if (last?.children.length === 0) this.parts.pop();
    this.parts.push({ landscape, children: [...above, ...children] });
  }

  /** Where the headings begin that nothing follows yet. */
  private afterText(children: readonly FileChild[]): number {
    return children.findLastIndex((child) => !this.headings.has(child)) + 1;
  }

  /** A heading or caption that the table of contents leads to. */
  title(
    text: string,
    style: 'Heading1' | 'Heading2' | 'Heading3' | 'Caption',
    level: 1 | 2 | null,
  ): Paragraph {
    if (level === null) return this.heading(paragraph(text, style));
    const id = this.entries.length + 1;
    const anchor = `_Toc${String(id).padStart(6, '0')}`;
    this.entries.push({ text, level, anchor });
    return this.heading(new Paragraph({ style, children: [new BookmarkStart(anchor, id), ...runs(text), new BookmarkEnd(id)] })); // prettier-ignore
  }

  private heading(made: Paragraph): Paragraph {
    this.headings.add(made);
    return made;
  }

  block(block: Block, small = false): void {
    const width = textWidth(false);
    switch (block.kind) {
      case 'paragraph':
        return this.add([paragraph(block.text, block.tone === 'caution' ? 'Caution' : small ? 'Aside' : 'Normal')]); // prettier-ignore
      case 'heading':
        return this.add([
          block.level === 3 ? this.title(block.text, 'Heading2', 2) : this.title(block.text, 'Heading3', null),
        ]); // prettier-ignore
      case 'list':
        return this.add(block.items.map((item) => paragraph(item, 'ListBullet')));
      case 'facts':
        return this.add(block.facts.map((fact) => new Paragraph({ style: 'Fact', children: [...runs(fact.value, 'FactValue'), ...runs(` ${fact.label} `, 'FactLabel'), ...runs(fact.note, 'FactNote')] }))); // prettier-ignore
      case 'terms':
        return this.add([termsTable(block.terms, width), paragraph('', 'Notes')]);
      case 'legend':
        return this.add([legendTable(block.entries, width, this.text), paragraph('', 'Notes')]);
      case 'marks': {
        const wide = isWideTable(block.table);
        const { title, notes } = block.table;
        return this.add([this.title(title, 'Caption', 2), marksTable(block.table, textWidth(wide)), ...this.notes(notes)], wide); // prettier-ignore
      }
      case 'grid': {
        const wide = isWideGrid(block.grid);
        const { title, notes } = block.grid;
        const caption = small ? paragraph(title, 'CaptionMinor') : this.title(title, 'Caption', 2);
        return this.add([caption, gridTable(block.grid, textWidth(wide)), ...this.notes(notes)], wide);
      }
      case 'figure':
        return this.figure(block.figure);
      case 'code':
        return this.add([
          paragraph(block.title, 'CodeTitle'),
          ...printable(block.text).split('\n').map((line) => paragraph(line, 'Code')),
        ]); // prettier-ignore
      case 'aside':
        this.add([paragraph(block.title, 'AsideTitle')]);
        for (const inner of block.blocks) this.block(inner, true);
        return;
      case 'blank':
        return this.add([paragraph(block.label, 'BlankLabel'), blankTable(block.lines, width), paragraph('', 'Notes')]); // prettier-ignore
      case 'notice':
        return this.add([paragraph(block.title, 'NoticeTitle'), paragraph(block.text, 'Notice'), paragraph('', 'Notes')]); // prettier-ignore
    }
  }

  /** A table must be followed by a paragraph, or it grows together with the next. */
  private notes(notes: readonly string[]): Paragraph[] {
    return (notes.length > 0 ? notes : ['']).map((note) => paragraph(note, 'Notes'));
  }

  private figure(figure: DocumentFigure): void {
    this.figures += 1;
    if (figure.numbers) this.numbers.push(figure.numbers);
    const picture = figure.png === null ? paragraph(figure.description, 'Notes') : new Paragraph({ style: 'Figure', children: [image(figure, figure.png, this.figures)] }); // prettier-ignore
    this.add([this.title(figure.title, 'Caption', 2), picture]);
  }
}

/** Twentieths of a point in a pixel of 1/96 inch. */
const PIXEL = 15;

/** A picture in its own proportions, no wider than the text, with what it shows in words. */
function image({ title, description, width, height }: DocumentFigure, png: Uint8Array, id: number): ImageRun {
  const scale = Math.min(1, textWidth(false) / PIXEL / width, HIGHEST / height);
  const oneLine = (text: string) => printable(text).replace(/\s+/g, ' ');
  return new ImageRun({
    type: 'png',
    data: png,
    transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
    // Numbers of one's own: those of the library are all the same.
    altText: {
      id: String(id),
      name: `figure-${id}`,
      title: oneLine(title),
      description: oneLine(description),
    },
  });
}

/** Pixels that a picture may be high, so that it fits a page with its caption. */
const HIGHEST = 820;
