/** A cell of a notebook, as it is written in a `.nb.ts` file or an `.ipynb`. */
export interface Cell {
  readonly kind: 'code' | 'markdown';
  /** What stands after `// %%`; '' where nothing does. */
  readonly title: string;
  /** Code as it is written, or Markdown without its comment signs; no empty lines before or after. */
  readonly source: string;
  /** Lines of the file, from 1: of the marker (null for code before the first one) and of the first line of `source`. */
  readonly marker: number | null;
  readonly line: number;
}

/** A fault in how a notebook is written; lines and columns count from 1. */
export interface Fault {
  readonly said: string;
  readonly line: number;
  readonly column: number;
}

const MARKER = /^\/\/ ?%%(?!%)[ \t]*(\[markdown\])?[ \t]*(.*)$/;

export const isMarker = (line: string): boolean => MARKER.test(line);

/** The lines of a text, without its byte order mark and whatever ends them. */
export const linesOf = (text: string): string[] => text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);

/**
 * Splits a notebook into its cells. `// %% title` begins a cell of code and `// %% [markdown] title` one of text, each
 * line of which is a comment. Code before the first marker is a cell, too.
 * @param lines the file, line by line
 * @param markers numbers of the lines that are markers, from 1: one within a string of code is none
 */
export function splitCells(
  lines: readonly string[],
  markers: readonly number[],
): { readonly cells: Cell[]; readonly faults: Fault[] } {
  const starts = [null, ...markers];
  const faults: Fault[] = [];
  const cells = starts.flatMap((marker, i): Cell[] => {
    const first = (marker ?? 0) + 1;
    const last = (starts[i + 1] ?? lines.length + 1) - 1;
    const body = trimmed(lines.slice(first - 1, last), first);
    if (marker === null) {
      if (body.lines.length === 0) return [];
      return [{ kind: 'code', title: '', source: body.lines.join('\n'), marker, line: body.first }];
    }
    const [, markdown, title = ''] = MARKER.exec(lines[marker - 1]!)!;
    if (markdown === undefined)
      return [{ kind: 'code', title: title.trim(), source: body.lines.join('\n'), marker, line: body.first }];
    const code = body.lines.findIndex((line) => !/^\s*(\/\/|$)/.test(line));
    if (code >= 0)
      faults.push({
        said: 'found code in a cell of Markdown; expected comment lines alone; begin a cell of code with // %%',
        line: body.first + code,
        column: 1,
      });
    const text = trimmed(
      body.lines.map((line) => line.replace(/^\s*\/\/ ?/, '')),
      body.first,
    );
    return [{ kind: 'markdown', title: title.trim(), source: text.lines.join('\n'), marker, line: text.first }]; // prettier-ignore
  });
  return { cells, faults };
}

/** Lines without the empty ones before and after, and the number of the first. */
function trimmed(lines: readonly string[], first: number) {
  const from = lines.findIndex((line) => line.trim() !== '');
  if (from < 0) return { lines: [], first };
  const to = lines.findLastIndex((line) => line.trim() !== '');
  return { lines: lines.slice(from, to + 1), first: first + from };
}

/** Cells as the text of a `.nb.ts` file; reading it gives the same cells. */
export const writeCells = (cells: readonly Pick<Cell, 'kind' | 'title' | 'source'>[]): string =>
  cells
    .map(({ kind, title, source }) => {
      const marker = `// %%${kind === 'markdown' ? ' [markdown]' : ''}${title === '' ? '' : ` ${title}`}`;
      const body =
        kind === 'code' ? source : source.replace(/^.*$/gm, (line) => (line === '' ? '//' : `// ${line}`));
      return source === '' ? `${marker}\n` : `${marker}\n${body}\n`;
    })
    .join('\n');
