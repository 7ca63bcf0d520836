import { UsageError } from '../../data/problems.js';

/** One term on the right-hand side: a numeric column, or a text column as dummies. */
export interface Term {
  readonly kind: 'number' | 'factor';
  readonly column: string;
}

/** `y ~ x1 + factor(g) | fe1 + fe2`. */
export interface Formula {
  readonly text: string;
  readonly response: string;
  readonly intercept: boolean;
  readonly terms: readonly Term[];
  /** Columns whose levels are absorbed. */
  readonly effects: readonly string[];
}

interface Token {
  readonly kind: 'name' | 'sign' | 'number';
  readonly text: string;
  readonly at: number;
}

/** Letters and digits of any alphabet, `_` and `.`; anything else between backticks. */
const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_.]*)|`([^`]+)`|([~+|()-])|(\d+))/uy;

/**
 * Parses a formula. Throws a UsageError that points at the character where it goes wrong.
 * Grammar: response ~ terms [| effects]; terms are columns or factor(column) joined by +; `0` or `- 1` drops the
 * intercept, `1` keeps it; a column whose name is not a plain word stands between backticks.
 */
export function parseFormula(text: string): Formula {
  const tokens = tokenize(text);
  let next = 0;
  const peek = () => tokens[next];
  const fail = (expected: string): never => {
    const token = peek();
    const at = token?.at ?? text.length;
    const found = token ? `"${token.text}"` : 'the end';
    throw new UsageError(
      `formula: found ${found} at character ${at + 1}, expected ${expected}\n  ${text}\n  ${' '.repeat(at)}^`,
    );
  };
  const takeSign = (sign: string): boolean => {
    if (peek()?.kind !== 'sign' || peek()?.text !== sign) return false;
    next++;
    return true;
  };
  const takeName = (expected: string): string =>
    peek()?.kind === 'name' ? tokens[next++]!.text : fail(expected);

  const response = takeName('the column to explain');
  if (!takeSign('~')) fail('~');
  const terms: Term[] = [];
  let intercept = true;
  let negative = false;
  do {
    if (peek()?.kind === 'number') {
      const { text: digits } = tokens[next]!;
      if (digits !== '0' && digits !== '1') fail('0, 1 or a column');
      intercept = digits === '1' ? !negative : false;
      next++;
    } else {
      if (negative) fail('1 after "-" (only the intercept can be taken away)');
      const name = takeName('a column or factor(column)');
      if (name === 'factor' && takeSign('(')) {
        terms.push({ kind: 'factor', column: takeName('the column of factor()') });
        if (!takeSign(')')) fail(')');
      } else terms.push({ kind: 'number', column: name });
    }
    negative = peek()?.kind === 'sign' && peek()?.text === '-';
  } while (takeSign('+') || takeSign('-'));
  const effects: string[] = [];
  if (takeSign('|')) {
    do effects.push(takeName('a column whose levels are absorbed'));
    while (takeSign('+'));
  }
  if (peek()) fail(effects.length > 0 ? '+ or the end' : '+, | or the end');
  return { text, response, intercept, terms, effects };
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const at = from + text.slice(from).search(/\S/);
      throw new UsageError(
        `formula: found "${String.fromCodePoint(text.codePointAt(at)!)}" at character ${at + 1}, expected a column, ~, +, | or factor()\n  ${text}\n  ${' '.repeat(at)}^`,
      );
    }
    const [whole, name, quoted, sign, number] = match;
    const kind = sign ? 'sign' : number ? 'number' : 'name';
    tokens.push({ kind, text: (name ?? quoted ?? sign ?? number)!, at: from + whole.search(/\S/) });
  }
  return tokens;
}
