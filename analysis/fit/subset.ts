import { UsageError } from '../../data/problems.js';
import type { Frame } from '../../data/readers/frame.js';
import { numberAt, requireColumn } from './columns.js';
import type { ColumnUse } from './expression.js';
import { Cursor } from './tokens.js';

type Comparison = (typeof SIGNS)[number];

/** A condition on the cells of one row. */
export type Condition =
  | {
      readonly kind: 'comparison';
      readonly column: ColumnUse;
      readonly sign: Comparison;
      readonly value: number | string;
    }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition };

const SIGNS = ['>=', '<=', '==', '!=', '<', '>'] as const;
const MAX_PARTS = 500;

/**
 * Parses `year >= 2017 & lan == "Skåne län"`: columns compared with numbers (`< <= == != >= >`) or with quoted text
 * (`== !=`), joined by `&`, `|`, `!` and parentheses; `!` binds closest, then `&`. Throws a UsageError that points at the
 * character where it goes wrong.
 */
export function parseSubset(text: string): Condition {
  const cursor = new Cursor('--subset', text);
  let parts = 0;
  const chain = (sign: '&' | '|', operand: () => Condition): Condition => {
    let left = operand();
    while (cursor.takeSign(sign)) left = { kind: sign === '&' ? 'and' : 'or', left, right: operand() };
    return left;
  };
  const either = (): Condition => chain('|', () => chain('&', single));
  const single = (): Condition => {
    if (++parts > MAX_PARTS) cursor.fail(`at most ${MAX_PARTS} conditions`);
    if (cursor.takeSign('!')) return { kind: 'not', of: single() };
    if (!cursor.takeSign('(')) return parseComparison(cursor);
    const inner = either();
    cursor.expectSign(')', '&, | or )');
    return inner;
  };
  const condition = either();
  if (cursor.peek()) cursor.fail('&, | or the end');
  return condition;
}

function parseComparison(cursor: Cursor): Condition {
  const { text, at } = cursor.takeName('a column, ! or (');
  const signAt = cursor.position;
  const sign = cursor.takeOneOf(SIGNS) ?? cursor.fail('one of == != < <= > >=');
  const column = { name: text, at };
  if (cursor.peek()?.kind === 'text') {
    if (sign !== '==' && sign !== '!=') cursor.fail('== or != before a text', signAt);
    return { kind: 'comparison', column, sign, value: cursor.take()!.text };
  }
  const minus = cursor.takeSign('-') ? -1 : 1;
  const value = minus * cursor.takeNumber('a number, or a text between quotes');
  return { kind: 'comparison', column, sign, value };
}

/**
 * Whether each row fulfils a condition. An empty cell is unknown, as R's NA: the row fulfils neither a comparison nor its
 * contrary; only `== ""` and `!= ""` ask for emptiness. Text in a column compared with a number is an error that
 * names the row.
 */
export function subsetRows(frame: Frame, text: string): boolean[] {
  const test = compile(parseSubset(text), frame, text.normalize('NFC'));
  const chosen = Array.from(frame.numbers, (_, r) => test(r) === true);
  if (!chosen.includes(true)) {
    throw new UsageError(
      `--subset: no row of ${frame.file} fulfils ${text}; check the spelling and the values of the columns`,
    );
  }
  return chosen;
}

/** The condition as a function of the row; null is unknown. */
type Test = (row: number) => boolean | null;

function compile(condition: Condition, frame: Frame, text: string): Test {
  if (condition.kind === 'comparison') return compileComparison(condition, frame, text);
  if (condition.kind === 'not') {
    const of = compile(condition.of, frame, text);
    return (row) => negated(of(row));
  }
  const left = compile(condition.left, frame, text);
  const right = compile(condition.right, frame, text);
  // `and` is decided by one false, `or` by one true; an undecided one is unknown if either is.
  const decisive = condition.kind === 'or';
  return (row) => {
    const first = left(row);
    if (first === decisive) return decisive;
    const second = right(row);
    return second === decisive ? decisive : first === null ? null : second;
  };
}

const negated = (value: boolean | null): boolean | null => (value === null ? null : !value);

function compileComparison(
  { column, sign, value }: Extract<Condition, { kind: 'comparison' }>,
  frame: Frame,
  text: string,
): Test {
  const cells = requireColumn(frame, column.name, { text, at: column.at });
  if (typeof value === 'string') {
    const equal = sign === '==';
    return (row) => (cells[row] === '' && value !== '' ? null : (cells[row] === value) === equal);
  }
  const cure = `write the value between quotes, ${column.name} == "..."`;
  return (row) => (cells[row] === '' ? null : compare(numberAt(frame, column.name, row, cure), sign, value));
}

function compare(found: number, sign: Comparison, value: number): boolean {
  switch (sign) {
    case '==':
      return found === value;
    case '!=':
      return found !== value;
    case '<':
      return found < value;
    case '<=':
      return found <= value;
    case '>':
      return found > value;
    case '>=':
      return found >= value;
  }
}
