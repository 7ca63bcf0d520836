import type { Block, Section } from '../document/document.js';
import { html, type Html } from './html.js';

/** What of a block waits until the first view of a page with a script stands: nothing, what is folded, or all of it. */
export type Waiting = 'nothing' | 'folds' | 'all';

/**
 * Markup that waits. A browser that runs scripts reads it as one text, which costs nearly nothing, and `client/later.ts`
 * makes elements of it as soon as the browser is idle, or the reader comes first; one that does not shows it where it
 * stands. It must hold none that waits itself: a text ends at the first end.
 */
export const later = (markup: Html | readonly Html[]): Html => html`<noscript>${markup}</noscript>`;

/** What the reader unfolds. */
export const foldHtml = (title: Html, content: Html, waiting: Waiting): Html =>
  html`<details>
    <summary>${title}</summary>
    ${waiting === 'nothing' ? content : later(content)}
  </details>`;

/**
 * What of each block of an interactive page waits: all of a figure, and of what is a table after the first table of
 * marks, so that one answers at once. Text never waits.
 */
export function waitingOf(sections: readonly Section[]): (block: Block) => Waiting {
  const blocks = sections.flatMap((section) => section.blocks);
  const first = blocks.findIndex(({ kind }) => kind === 'marks');
  const waits = ({ kind }: Block, i: number) =>
    kind === 'figure' || (first >= 0 && i > first && (kind === 'marks' || kind === 'grid'));
  const all = new Set(blocks.filter(waits));
  return (block) => (all.has(block) ? 'all' : 'folds');
}
