/** One thing that is wrong with an input: where, what was found, what was expected, what to do. */
export interface Problem {
  /** Errors stop; warnings are listed and counted in the manifest. */
  readonly severity: 'error' | 'warning';
  /** A stable name of the kind of problem, `unknown-unit`. */
  readonly code: string;
  /** The file as the user named it. */
  readonly file: string;
  /** The row as a spreadsheet numbers it (the header is row 1); null where it concerns the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  /** What was found, as it stands in the file. */
  readonly found: string;
  readonly expected: string;
  /** What to do about it. */
  readonly cure: string;
}

/** Input that cannot be used: its message names every problem. The command turns it into exit code 2. */
export class InputError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.name = 'InputError';
    this.problems = problems;
  }
}

/** Wrong use of a command or function, or a file that cannot be read or written: one line, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

const MAX_FOUND = 60;
const MAX_RANGES = 8;

/** A value as found, on one line, control characters shown, and cut to 60 characters. */
export function quoteFound(value: string): string {
  const shown = value.slice(0, MAX_FOUND + 1);
  const clean = Array.from(shown, (c) =>
    c < ' ' || c === '\u007f' ? '\\x' + c.charCodeAt(0).toString(16).padStart(2, '0') : c,
  ).join('');
  return value.length > MAX_FOUND
    ? `"${clean.slice(0, MAX_FOUND)}…" (${value.length} characters)`
    : `"${clean}"`;
}

/** Different values of one problem that a line shows. */
const MAX_VALUES = 3;

/**
 * Problems as text, one line per distinct problem: those that differ only by row, or by row and by what was found, share
 * a line, so that a column that is wrong throughout is one line and not ten thousand. No problem is left out: `limit`
 * only cuts the lines and says how many.
 */
export function formatProblems(problems: readonly Problem[], limit = 25): string {
  const groups = new Map<string, { first: Problem; rows: number[]; found: Set<string> }>();
  for (const p of problems) {
    const key = [p.severity, p.code, p.file, p.column, p.expected, p.cure].join('\u0000');
    const group = groups.get(key) ?? { first: p, rows: [], found: new Set() };
    groups.set(key, group);
    if (p.row !== null) group.rows.push(p.row);
    group.found.add(p.found);
  }
  const lines = [...groups.values()].map(({ first, rows, found }) => formatLine(first, rows, found));
  if (lines.length <= limit) return lines.join('\n');
  return [
    ...lines.slice(0, limit),
    `… and ${lines.length - limit} more kinds of problem ("oj check --json" lists every one)`,
  ].join('\n');
}

function formatLine(p: Problem, rows: number[], found: ReadonlySet<string>): string {
  const where = [p.file, rows.length ? formatRows(rows) : '', p.column === null ? '' : `column ${p.column}`]
    .filter(Boolean)
    .join(', ');
  const values = [...found].slice(0, MAX_VALUES).join(', ');
  const more = found.size > MAX_VALUES ? `, … (${found.size} different)` : '';
  return `${p.severity}: ${where}: found ${values}${more}; expected ${p.expected}; ${p.cure}`;
}

function formatRows(rows: readonly number[]): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const ranges: string[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (j + 1 < sorted.length && sorted[j + 1] === sorted[j]! + 1) j++;
    ranges.push(i === j ? `${sorted[i]}` : `${sorted[i]}-${sorted[j]}`);
    i = j + 1;
  }
  const shown = ranges.slice(0, MAX_RANGES).join(', ');
  const more = ranges.length > MAX_RANGES ? `, … (${sorted.length} rows in all)` : '';
  return `${sorted.length === 1 ? 'row' : 'rows'} ${shown}${more}`;
}
