import type { Grid } from '../tables/table.js';
import type { Block, Section } from './document.js';

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export const heading = (level: 3 | 4, text: string, id?: string): Block => ({
  kind: 'heading',
  level,
  text,
  ...(id === undefined ? {} : { id }),
});

export const grid = (of: Grid): Block => ({ kind: 'grid', grid: of });

/** A list with its heading, or nothing where there are no items. */
export const listed = (level: 3 | 4, title: string, items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [heading(level, title), { kind: 'list', items }];

/** Two sections, headings or tables of a document may never share an id: the second becomes `id-2`. */
export function uniqueId(id: string, taken: Set<string>): string {
  let name = id;
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`;
  taken.add(name);
  return name;
}

/** A section of one grid alone. */
export const gridSection = (id: string, title: string, of: Grid): Section => ({
  id,
  title,
  blocks: [grid(of)],
});
