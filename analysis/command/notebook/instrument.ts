import type { ParsedNotebook } from '../../../reports/notebook/parse.js';
import { SESSION } from '../../../reports/notebook/session-name.js';
import type { Place } from '../user-code/errors.js';

/** A notebook's code made to tell when a cell begins and what its last expression is; every line stays in its place. */
export interface Instrumented {
  readonly source: string;
  /** A place of the instrumented text in the file as it is written. */
  readonly original: (place: Place) => Place;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
  /** Where the text that is replaced ends; nothing is where it is `at`. */
  readonly end: number;
}

/** Puts the calls of the session into a notebook that has no fault. */
export function instrument({ text, cells, statements }: ParsedNotebook): Instrumented {
  const starts = lineStarts(text);
  const insertions = cells.flatMap((cell, i): Insertion[] => {
    if (cell.kind !== 'code') return [];
    const next = cells[i + 1]?.marker ?? Infinity;
    const own = statements.filter(({ line }) => line >= cell.line && line < next);
    const last = own.at(-1);
    // The marker is a comment on a line of its own: the call takes its place.
    const at = cell.marker === null ? 0 : starts[cell.marker - 1]!;
    const end = cell.marker === null ? 0 : starts[cell.marker]! - 1;
    const begin = { at, end, text: `;await globalThis.${SESSION}.cell(${i});` };
    if (!last?.isShown) return [begin];
    return [
      begin,
      { at: last.start, end: last.start, text: `;await globalThis.${SESSION}.show((` },
      { at: last.end, end: last.end, text: '));' },
    ];
  });
  let source = '';
  let from = 0;
  for (const { at, end, text: inserted } of insertions) {
    source += text.slice(from, at) + inserted;
    from = end;
  }
  source += text.slice(from);
  return {
    source: `${source}\n;await globalThis.${SESSION}.end();\n`,
    original: (place) => unshifted(place, insertions, starts),
  };
}

/** Offsets of the first sign of every line, and of the end. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  starts.push(text.length + 1);
  return starts;
}

function unshifted(place: Place, insertions: readonly Insertion[], starts: readonly number[]): Place {
  const { line, column } = place;
  if (line === null || column === null) return place;
  const start = starts[line - 1] ?? Infinity;
  const end = starts[line] ?? Infinity;
  let moved = 0;
  for (const { at, end: to, text } of insertions) {
    if (at < start || at >= end || to > at) continue;
    const here = at - start + 1;
    if (column - moved <= here) break;
    moved += Math.min(text.length, column - moved - here);
  }
  return { ...place, column: column - moved };
}
