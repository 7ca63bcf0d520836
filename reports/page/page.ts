import type { Block, Document } from '../document/document.js';
import { versionOf } from './document.js';
import { clientScript } from './script.js';
import { styleSheet } from './style.js';
import { pageOfVersions } from './versions.js';

/**
 * A document as one HTML file. It has no script but where it has tables to sort and filter. Every text from data is
 * escaped. Pure: the same input gives the same bytes.
 */
export const renderPage = (document: Document): string =>
  pageOfVersions({
    versions: [versionOf(document)],
    style: styleSheet(document.synthetic?.stamp ?? null),
    script: document.sections.some(({ blocks }) => blocks.some(isSorted)) ? clientScript('sort') : null,
    data: null,
  });

function isSorted(block: Block): boolean {
  if (block.kind === 'grid') return block.grid.sortable !== undefined;
  return block.kind === 'aside' && block.blocks.some(isSorted);
}
