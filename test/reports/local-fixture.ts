import { manifest } from '../../analysis/manifest.js';
import type { Panel } from '../../analysis/panel/panel.js';
import { defaultSpecification } from '../../analysis/specification.js';
import type { Block, Document } from '../../reports/document/document.js';
import type { Grid } from '../../reports/tables/table.js';

const run = { version: '0.1.0', node: 'v20', command: 'oj', time: '2021-06-17T12:00:00Z' };

export const manifestOf = (panel: Panel) => manifest(panel, defaultSpecification, run);

/** Every block of a document, those that are folded among them. */
export const blocksOf = ({ sections }: Document): Block[] =>
  sections.flatMap((s) => s.blocks.flatMap(unfold));

const unfold = (block: Block): Block[] =>
  block.kind === 'aside' ? [block, ...block.blocks.flatMap(unfold)] : [block];

export const gridsOf = (document: Document): Grid[] =>
  blocksOf(document).flatMap((b) => (b.kind === 'grid' ? [b.grid] : []));

export const gridOf = (document: Document, id: string): Grid | undefined =>
  gridsOf(document).find((g) => g.id === id);

/** Kinds of blocks, and of grids their ids and shapes: the same in every language. */
export const shapeOf = (document: Document): string[] =>
  blocksOf(document).map((b) =>
    b.kind === 'grid'
      ? `${b.grid.id} ${b.grid.head.length}x${b.grid.rows.length}+${b.grid.notes.length}`
      : b.kind,
  );

/** What is wrong with a grid: cells that are empty, hold no text or lack a word beside their colour. */
export function gridFaults({ id, head, rows, tones }: Grid): string[] {
  return rows.flatMap((row, r) => [
    ...(row.length === head.length ? [] : [`${id} row ${r} has ${row.length} cells`]),
    ...row.flatMap((text, c) =>
      text === '' || /NaN|undefined|null|Infinity|\[object/.test(text) ? [`${id} ${r},${c}: ${text}`] : [],
    ),
    ...(tones !== undefined && tones[r]?.length !== row.length ? [`${id} row ${r} has other tones`] : []),
  ]);
}

/** All that is said in paragraphs, lists and asides' titles. */
export const prose = (document: Document): string =>
  blocksOf(document)
    .flatMap((b) =>
      b.kind === 'paragraph' || b.kind === 'heading' ? [b.text] : b.kind === 'list' ? b.items : [],
    )
    .join('\n');
