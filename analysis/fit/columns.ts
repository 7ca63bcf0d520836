import { quoteFound, UsageError } from '../../data/problems.js';
import type { Frame } from '../../data/readers/frame.js';
import { nearest } from '../../data/readers/nearest.js';
import { parseNumber } from '../../data/readers/text.js';
import { groupCodes } from '../panel/panel.js';
import type { Expression } from './expression.js';
import type { PanelRows } from './panel-rows.js';
import { pointAt } from './tokens.js';

/** Where the values of a formula come from. */
export interface Source {
  readonly frame: Frame;
  /** For lag(); null where no panel is declared. */
  readonly panel: PanelRows | null;
}

/**
 * The cells of a column. Throws a UsageError that lists the columns, suggests the nearest, and points at the name in the
 * text where it stands in one.
 */
export function requireColumn(
  { file, columns }: Frame,
  name: string,
  where?: { readonly text: string; readonly at: number },
): readonly string[] {
  const cells = columns.get(name);
  if (cells) return cells;
  const near = nearest(name, columns.keys());
  throw new UsageError(
    `${file}: no column "${name}"; there are: ${[...columns.keys()].join(', ')}` +
      (near === null ? '' : `; did you mean "${near}"?`) +
      (where ? pointAt(where.text, where.at) : ''),
  );
}

/** The number in a cell that is not empty; a decimal comma is read as Swedish Excel writes it. */
export function numberAt(frame: Frame, column: string, row: number, cure: string): number {
  const cell = frame.columns.get(column)![row]!;
  const value = parseNumber(cell, ';');
  if (value !== null) return value;
  throw new UsageError(
    `${frame.file}, row ${frame.numbers[row]}, column ${column}: found ${quoteFound(cell)}; expected a number; ${cure}`,
  );
}

/** The numbers of a column, in the rows given. */
export function numbersOf(frame: Frame, column: string, rows: Int32Array, cure: string): Float64Array {
  return Float64Array.from(rows, (row) => numberAt(frame, column, row, cure));
}

/** The level of each row, of one column or of the combination of several (`a^b`), and the levels' labels. */
export function levelsOf({ frame }: Source, columns: readonly string[], rows: Int32Array) {
  const cells = columns.map((column) => frame.columns.get(column)!);
  const { levels, codes } = groupCodes(
    Array.from(rows, (row) =>
      cells.length === 1 ? cells[0]![row]! : JSON.stringify(cells.map((column) => column[row])),
    ),
  );
  const label = (level: string) => (cells.length === 1 ? level : (JSON.parse(level) as string[]).join('^'));
  return { levels: levels.map(label), codes };
}

/**
 * The values of an expression in the rows given, whose cells are all there (`completeRows`). A value that is not finite,
 * or a logarithm or root that does not exist, is a UsageError that names the row.
 */
export function evaluate(expression: Expression, rows: Int32Array, source: Source): Float64Array {
  const { frame } = source;
  switch (expression.kind) {
    case 'number':
      return new Float64Array(rows.length).fill(expression.value);
    case 'column':
      return numbersOf(
        frame,
        expression.name,
        rows,
        `write factor(${expression.name}) for a column of names`,
      );
    case 'negative':
      return evaluate(expression.of, rows, source).map((v) => 0 - v);
    case 'lag': {
      const { years } = expression;
      return evaluate(
        expression.of,
        rows.map((row) => source.panel!.rowAt(row, years)),
        source,
      );
    }
    case 'arithmetic': {
      const left = evaluate(expression.left, rows, source);
      const right = evaluate(expression.right, rows, source);
      const values = left.map((a, i) => OPERATORS[expression.sign](a, right[i]!));
      const at = values.findIndex((v) => !Number.isFinite(v));
      if (at >= 0) {
        const { label, sign } = expression;
        throw notANumber(frame, rows[at]!, label, `${left[at]} ${sign} ${right[at]}`, 'a finite number');
      }
      return values;
    }
    case 'call':
      return call(expression, rows, source);
  }
}

const OPERATORS = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '^': (a: number, b: number) => a ** b,
};

const FUNCTIONS = {
  log: { of: Math.log, has: (v: number) => v > 0, expected: 'a number above 0' },
  sqrt: { of: Math.sqrt, has: (v: number) => v >= 0, expected: 'a number not below 0' },
  exp: { of: Math.exp, has: (v: number) => v < 709, expected: 'a number below 709' },
};

function call(
  { name, of, label }: Extract<Expression, { kind: 'call' }>,
  rows: Int32Array,
  source: Source,
): Float64Array {
  const values = evaluate(of, rows, source);
  const { of: f, has, expected } = FUNCTIONS[name];
  const at = values.findIndex((v) => !has(v));
  if (at < 0) return values.map(f);
  const where = of.kind === 'column' ? `column ${of.name}, ${label}` : label;
  throw notANumber(source.frame, rows[at]!, where, String(values[at]), expected);
}

const notANumber = (frame: Frame, row: number, where: string, found: string, expected: string): UsageError =>
  new UsageError(
    `${frame.file}, row ${frame.numbers[row]}, ${where}: found ${found}; expected ${expected}; ` +
      'correct the value, or leave such rows out with --subset',
  );
