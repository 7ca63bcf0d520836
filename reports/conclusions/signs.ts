import type { Estimate } from '../../analysis/estimate.js';
import type { PublishedTable } from '../../data/codebook/published.js';
import { isMarked } from '../inference/extra.js';

export interface Signs {
  readonly cells: number;
  readonly marked: number;
  readonly up: number;
  readonly down: number;
}

/** How many of the estimated cells are marked, and which way. */
export function signs(estimates: readonly Estimate[]): Signs {
  return counted(estimates.filter((e) => e.mark !== null).map((e) => (isMarked(e) ? e.mark! : '')));
}

/** The same of published tables, over the cells whose place can be read, in the columns asked for. */
export function publishedSigns(tables: readonly PublishedTable[], has: (column: string) => boolean): Signs {
  return counted(
    tables.flatMap((t) => t.rows.flatMap((row) => (row.cells ?? []).filter((_, c) => has(t.columns[c]!)))),
  );
}

function counted(marks: readonly string[]): Signs {
  return {
    cells: marks.length,
    marked: marks.filter((mark) => mark !== '').length,
    up: marks.filter((mark) => mark.startsWith('+')).length,
    down: marks.filter((mark) => mark.startsWith('-')).length,
  };
}
