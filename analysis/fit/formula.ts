import {
  type ColumnUse,
  type Expression,
  parseExpression,
  parseNumericCall,
  wholeNumber,
} from './expression.js';
import { Cursor } from './tokens.js';

/** What a term is made of. Two variables are the same when their keys are. */
export type Variable = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'number'; readonly value: Expression }
  | { readonly kind: 'poly'; readonly value: Expression; readonly degree: number }
  | { readonly kind: 'factor'; readonly column: ColumnUse }
);

export type NumberVariable = Extract<Variable, { kind: 'number' }>;

/** A variable, or the product of several, in the order in which they first stand in the formula. */
export interface Term {
  readonly label: string;
  readonly variables: readonly Variable[];
}

/** Columns whose combined levels are absorbed: one, or `a^b`. */
export interface Effect {
  readonly label: string;
  readonly columns: readonly ColumnUse[];
}

/** `y ~ x1 + factor(g) | fe1 + fe2`. */
export interface Formula {
  readonly text: string;
  readonly response: NumberVariable;
  readonly intercept: boolean;
  /** Without repetitions; single variables first, then products of two, and so on, as R orders them. */
  readonly terms: readonly Term[];
  readonly effects: readonly Effect[];
}

/** `a * b * c ...` doubles the terms with every letter. */
const MAX_TERMS = 2000;
const VARIABLE = 'a column or one of I(), log(), exp(), sqrt(), lag(), poly(), factor()';

/**
 * Parses a formula. Throws a UsageError that points at the character where it goes wrong.
 *
 * `response ~ terms [| effects]`. Terms are joined by `+`; `a:b` is the product, `a*b` is `a + b + a:b`, and `- term` takes
 * a term away again; `0` or `- 1` drops the intercept, `1` keeps it. A term is a column of numbers, `factor(column)`,
 * `log()`, `exp()`, `sqrt()`, `I()` of any arithmetic, `poly(x, degree)` or `lag(x, years)` (negative: later years).
 * The response is any of these but factor and poly. Effects are columns joined by `+`; `a^b` are the combinations of two.
 * A column whose name is not a plain word stands between backticks.
 */
export function parseFormula(text: string): Formula {
  const cursor: Cursor = new Cursor('formula', text);
  const response = parseVariable(cursor, 'the column to explain');
  if (response.kind !== 'number') cursor.fail('a column of numbers to explain, or log(), I() of one', 0);
  cursor.expectSign('~');
  const { intercept, terms } = parseTerms(cursor);
  const effects = cursor.takeSign('|') ? parseEffects(cursor) : [];
  if (cursor.peek()) cursor.fail(effects.length > 0 ? '+, ^ or the end' : '+, -, :, *, | or the end');
  return { text: cursor.text, response, intercept, terms, effects };
}

function parseTerms(cursor: Cursor): Pick<Formula, 'intercept' | 'terms'> {
  const order: string[] = [];
  const terms = new Map<string, Term>();
  let intercept = true;
  let sign: '+' | '-' | undefined = cursor.takeSign('-') ? '-' : '+';
  for (; sign !== undefined; sign = cursor.takeOneOf(['+', '-'])) {
    const from = cursor.position;
    if (cursor.peek()?.kind === 'number') {
      intercept = parseConstant(cursor, sign);
      continue;
    }
    for (const term of parseProduct(cursor, order)) {
      const key = keyOf(term);
      if (sign === '+') terms.set(key, terms.get(key) ?? term);
      else if (!terms.delete(key)) cursor.fail('a term that stands before it, to take away', from);
    }
    if (terms.size > MAX_TERMS) cursor.fail(`at most ${MAX_TERMS} terms`, from);
  }
  const sorted = [...terms.values()].sort((a, b) => a.variables.length - b.variables.length);
  return { intercept, terms: sorted };
}

/** Whether `+ 1`, `+ 0` or `- 1` keeps the intercept. */
function parseConstant(cursor: Cursor, sign: '+' | '-'): boolean {
  const { text } = cursor.peek()!;
  if (sign === '-' && text !== '1') cursor.fail('1 or a term after "-"');
  if (text !== '0' && text !== '1') cursor.fail('0, 1 or a column');
  cursor.take();
  return sign === '+' && text === '1';
}

/** `a * b:c` as the terms it stands for. */
function parseProduct(cursor: Cursor, order: string[]): Term[] {
  const from = cursor.position;
  let terms = [parseInteraction(cursor, order)];
  while (cursor.takeSign('*')) {
    const right = parseInteraction(cursor, order);
    terms = [
      ...terms,
      right,
      ...terms.map((left) => product([...left.variables, ...right.variables], order)),
    ];
    if (terms.length > MAX_TERMS) cursor.fail(`at most ${MAX_TERMS} terms`, from);
  }
  return terms;
}

function parseInteraction(cursor: Cursor, order: string[]): Term {
  const variables: Variable[] = [];
  do {
    const variable = parseVariable(cursor, VARIABLE);
    if (!order.includes(variable.key)) order.push(variable.key);
    variables.push(variable);
  } while (cursor.takeSign(':'));
  return product(variables, order);
}

/** The product of variables, each once (as in R, `a:a` is `a`). */
function product(variables: readonly Variable[], order: readonly string[]): Term {
  const once = new Map(variables.map((variable) => [variable.key, variable]));
  const sorted = [...once.values()].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  return { label: sorted.map(({ label }) => label).join(':'), variables: sorted };
}

const keyOf = ({ variables }: Term): string => variables.map(({ key }) => key).join(':');

function parseVariable(cursor: Cursor, expected: string): Variable {
  const from = cursor.position;
  const written = () => ({ key: cursor.source(from), label: cursor.source(from) });
  const call = parseNumericCall(cursor);
  if (call) return { kind: 'number', value: call, ...written() };
  const name = cursor.takeFunction(['factor', 'poly']);
  if (name === 'factor') {
    const { text, at } = cursor.takeName('the column of factor()');
    cursor.expectSign(')');
    return { kind: 'factor', column: { name: text, at }, ...written() };
  }
  if (name === 'poly') {
    const value = parseExpression(cursor);
    cursor.expectSign(',', 'a comma and the degree, poly(x, 2)');
    const { position } = cursor;
    const degree = wholeNumber(cursor, 'the degree, a whole number');
    if (degree < 1) cursor.fail('a degree of at least 1', position);
    cursor.expectSign(')');
    return { kind: 'poly', value, degree, ...written() };
  }
  if (cursor.isCall()) cursor.fail(VARIABLE);
  const { text, at } = cursor.takeName(expected);
  return { kind: 'number', value: { kind: 'column', name: text, at }, key: cursor.source(from), label: text };
}

function parseEffects(cursor: Cursor): Effect[] {
  const effects: Effect[] = [];
  do {
    const columns: ColumnUse[] = [];
    do {
      const { text, at } = cursor.takeName('a column whose levels are absorbed');
      columns.push({ name: text, at });
    } while (cursor.takeSign('^'));
    effects.push({ label: columns.map(({ name }) => name).join('^'), columns });
  } while (cursor.takeSign('+'));
  return effects;
}
