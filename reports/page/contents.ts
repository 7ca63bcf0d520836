import type { Block, Document, Section } from '../document/document.js';
import { html, type Html } from './html.js';

/** The table of contents: every section, and under it its tables of marks and its figures. */
export function contentsHtml({ contentsTitle, sections }: Document): Html {
  return html`<h2 id="contents">${contentsTitle}</h2>
    <ol>
      ${sections.map((section) => html`<li><a href="#${section.id}">${section.title}</a>${entries(section)}</li>`)}
    </ol>`;
}

/** Short enough to scan: the section's own name, already above, is left out of each title. */
function entries({ title, blocks }: Section): Html | null {
  const own = new RegExp(`(^|\\. )${escaped(title)}: (.)`);
  const short = (text: string) =>
    text.replace(own, (_, before: string, next: string) => before + next.toUpperCase());
  const list = blocks.flatMap(entry);
  if (list.length === 0) return null;
  return html`<ul>
    ${list.map(({ id, title: text }) => html`<li><a href="#${id}">${short(text)}</a></li>`)}
  </ul>`;
}

function entry(block: Block): { readonly id: string; readonly title: string }[] {
  if (block.kind === 'marks') return [block.table];
  if (block.kind === 'figure') return [block.figure];
  return [];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
