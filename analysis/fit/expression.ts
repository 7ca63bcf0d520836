import type { Cursor } from './tokens.js';

/** A column as a formula names it, and where. */
export interface ColumnUse {
  readonly name: string;
  /** Position in the formula's text. */
  readonly at: number;
}

/** Arithmetic of columns and numbers. `label` is the text of what may fail, for messages. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | ({ readonly kind: 'column' } & ColumnUse)
  | { readonly kind: 'negative'; readonly of: Expression }
  | {
      readonly kind: 'arithmetic';
      readonly sign: '+' | '-' | '*' | '/' | '^';
      readonly left: Expression;
      readonly right: Expression;
      readonly label: string;
    }
  | {
      readonly kind: 'call';
      readonly name: 'log' | 'exp' | 'sqrt';
      readonly of: Expression;
      readonly label: string;
    }
  | { readonly kind: 'lag'; readonly of: Expression; readonly years: number; readonly at: number };

const NUMERIC_FUNCTIONS = ['I', 'log', 'exp', 'sqrt', 'lag'] as const;

/** Longer ones are no formula that anyone wrote, and would exhaust the stack. */
const MAX_OPERANDS = 500;
const OPERAND = 'a column, a number, ( or one of I(), log(), exp(), sqrt(), lag()';

/**
 * Parses arithmetic up to the first token that does not belong to it, with R's precedence: `^` (from the right), unary
 * minus, `* /`, `+ -`.
 */
export function parseExpression(cursor: Cursor): Expression {
  return new ExpressionParser(cursor).sum();
}

/** Parses one of the numeric functions, if one follows. */
export function parseNumericCall(cursor: Cursor): Expression | undefined {
  return new ExpressionParser(cursor).call();
}

class ExpressionParser {
  readonly #cursor: Cursor;
  #operands = 0;
  #inLag = false;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  sum(): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
  }

  #chain(signs: readonly ('+' | '-' | '*' | '/')[], operand: () => Expression): Expression {
    const from = this.#cursor.position;
    let left = operand();
    for (let sign; (sign = this.#cursor.takeOneOf(signs)) !== undefined;) {
      const right = operand();
      left = { kind: 'arithmetic', sign, left, right, label: this.#cursor.source(from) };
    }
    return left;
  }

  #signed(): Expression {
    if (++this.#operands > MAX_OPERANDS) this.#cursor.fail(`at most ${MAX_OPERANDS} operands`);
    if (this.#cursor.takeSign('-')) return { kind: 'negative', of: this.#signed() };
    const from = this.#cursor.position;
    const left = this.#operand();
    if (!this.#cursor.takeSign('^')) return left;
    const right = this.#signed();
    return { kind: 'arithmetic', sign: '^', left, right, label: this.#cursor.source(from) };
  }

  #operand(): Expression {
    const cursor = this.#cursor;
    if (cursor.peek()?.kind === 'number') {
      return { kind: 'number', value: cursor.takeNumber('a number that is not beyond 1e308') };
    }
    if (cursor.takeSign('(')) {
      const inner = this.sum();
      cursor.expectSign(')', 'an operator or )');
      return inner;
    }
    const call = this.call();
    if (call) return call;
    if (cursor.isCall()) cursor.fail(OPERAND);
    const { text, at } = cursor.takeName(OPERAND);
    return { kind: 'column', name: text, at };
  }

  call(): Expression | undefined {
    const cursor = this.#cursor;
    const from = cursor.position;
    const at = cursor.peek()?.at ?? 0;
    const name = cursor.takeFunction(NUMERIC_FUNCTIONS);
    if (name === undefined) return undefined;
    if (name === 'lag') return this.#lag(from, at);
    const of = this.sum();
    cursor.expectSign(')', 'an operator or )');
    return name === 'I' ? of : { kind: 'call', name, of, label: cursor.source(from) };
  }

  #lag(from: number, at: number): Expression {
    const cursor = this.#cursor;
    if (this.#inLag) cursor.fail('a column or arithmetic without lag() (add the years: lag(x, 2))', from);
    this.#inLag = true;
    const of = this.sum();
    this.#inLag = false;
    cursor.expectSign(',', 'a comma and the number of years, lag(x, 1)');
    const sign = cursor.takeSign('-') ? -1 : 1;
    const years = sign * wholeNumber(cursor, 'a whole number of years');
    cursor.expectSign(')');
    return { kind: 'lag', of, years: years === 0 ? 0 : years, at };
  }
}

export function wholeNumber(cursor: Cursor, expected: string): number {
  const { position } = cursor;
  const value = cursor.takeNumber(expected);
  return Number.isSafeInteger(value) ? value : cursor.fail(expected, position);
}

/** A cell that a value is made of: in the row itself, or so many years earlier. */
export interface Need {
  readonly column: ColumnUse;
  /** 0: the row itself. */
  readonly years: number;
  /** Of the lag() in the formula's text, or of the column. */
  readonly at: number;
  readonly lagged: boolean;
}

/** Every cell that an expression reads in a row. */
export function needsOf(expression: Expression): Need[] {
  switch (expression.kind) {
    case 'number':
      return [];
    case 'column':
      return [{ column: expression, years: 0, at: expression.at, lagged: false }];
    case 'negative':
    case 'call':
      return needsOf(expression.of);
    case 'arithmetic':
      return [...needsOf(expression.left), ...needsOf(expression.right)];
    case 'lag': {
      const { years, at } = expression;
      return needsOf(expression.of).map(({ column }) => ({ column, years, at, lagged: true }));
    }
  }
}
