import { picturesHere } from '../figures/pictures.js';
import type { Block, Document, DocumentFigure } from './document.js';

/** A document whose figures have their pictures as PNG, for formats that cannot hold drawings in lines. */
export async function withPictures(document: Document): Promise<Document> {
  const figures = document.sections.flatMap(({ blocks }) => blocks.flatMap(figuresIn));
  const missing = figures.filter(({ png }) => png === null);
  if (missing.length === 0) return document;
  const drawn = await picturesHere(missing.map(({ svg }) => svg));
  const pictures = new Map(missing.map((figure, i) => [figure, drawn[i]!]));
  const pictured = (block: Block): Block => {
    if (block.kind === 'aside') return { ...block, blocks: block.blocks.map(pictured) };
    if (block.kind !== 'figure') return block;
    const png = pictures.get(block.figure) ?? block.figure.png;
    return { ...block, figure: { ...block.figure, png } };
  };
  const sections = document.sections.map((section) => ({ ...section, blocks: section.blocks.map(pictured) }));
  return { ...document, sections };
}

const figuresIn = (block: Block): DocumentFigure[] =>
  block.kind === 'figure' ? [block.figure] : block.kind === 'aside' ? block.blocks.flatMap(figuresIn) : [];
