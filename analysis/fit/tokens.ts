import { quoteFound, UsageError } from '../../data/problems.js';

export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'sign';
  /** A name without its backticks, a text without its quotes. */
  readonly text: string;
  /** A name between backticks: never a function. */
  readonly quoted: boolean;
  /** Position of its first character. */
  readonly at: number;
}

/** Letters and digits of any alphabet, `_` and `.`; anything else between backticks. Text stands between quotes. */
const TOKEN =
  /\s*(?:([\p{L}_][\p{L}\p{M}\p{N}_.]*)|`([^`]+)`|"([^"]*)"|'([^']*)'|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([<>=!]=|[~+|:*()^/,<>=!&-]))/uy;
const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u;

/** A column as it stands in a formula: between backticks where it is not a plain word. */
const quoteName = (name: string): string => (PLAIN.test(name) ? name : `\`${name}\``);

/** The text, and below it a caret under the character at a position. */
export function pointAt(text: string, at: number): string {
  return `\n  ${text.replace(/[\s\p{Cc}]/gu, ' ')}\n  ${' '.repeat(characters(text, at))}^`;
}

const characters = (text: string, to: number): number => Array.from(text.slice(0, to)).length;

/** Walks over the tokens of a text; what does not fit becomes a UsageError that points at the character. */
export class Cursor {
  /** In Unicode normal form C, as the columns of a frame. */
  readonly text: string;
  readonly #language: string;
  readonly #tokens: readonly Token[];
  #next = 0;

  /** @param language what the text is, for messages: `formula`, `--subset` */
  constructor(language: string, text: string) {
    this.text = text.normalize('NFC');
    this.#language = language;
    this.#tokens = this.#tokenize();
  }

  /** How many tokens have been taken. */
  get position(): number {
    return this.#next;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  take(): Token | undefined {
    return this.#tokens[this.#next++];
  }

  isSign(sign: string): boolean {
    const token = this.peek();
    return token?.kind === 'sign' && token.text === sign;
  }

  takeSign(sign: string): boolean {
    const found = this.isSign(sign);
    if (found) this.#next++;
    return found;
  }

  expectSign(sign: string, expected = sign): void {
    if (!this.takeSign(sign)) this.fail(expected);
  }

  /** The sign that follows, if it is one of these. */
  takeOneOf<S extends string>(signs: readonly S[]): S | undefined {
    return signs.find((sign) => this.takeSign(sign));
  }

  takeName(expected: string): Token {
    return this.peek()?.kind === 'name' ? this.take()! : this.fail(expected);
  }

  takeNumber(expected: string): number {
    const token = this.peek();
    if (token?.kind !== 'number' || !Number.isFinite(Number(token.text))) return this.fail(expected);
    this.#next++;
    return Number(token.text);
  }

  /** The name of a function, if one with its opening parenthesis follows; both are taken. */
  takeFunction<F extends string>(functions: readonly F[]): F | undefined {
    const name = functions.find((f) => this.isCall() && this.peek()!.text === f);
    if (name !== undefined) this.#next += 2;
    return name;
  }

  /** Whether a plain word and an opening parenthesis follow. */
  isCall(): boolean {
    const [name, open] = this.#tokens.slice(this.#next, this.#next + 2);
    return name?.kind === 'name' && !name.quoted && open?.kind === 'sign' && open.text === '(';
  }

  /** The tokens from a position to here, written in one way: `lag(x, 1)`, `I(x^2)`. */
  source(from: number): string {
    return this.#tokens
      .slice(from, this.#next)
      .map(({ kind, text }) => (kind === 'name' ? quoteName(text) : text === ',' ? ', ' : text))
      .join('');
  }

  /** @param position of the token that is wrong; the next one unless given */
  fail(expected: string, position = this.#next): never {
    const token = this.#tokens[position];
    return this.#failAt(token ? token.text : null, token?.at ?? this.text.length, expected);
  }

  #failAt(found: string | null, at: number, expected: string): never {
    const what = found === null ? 'the end' : quoteFound(found);
    throw new UsageError(
      `${this.#language}: found ${what} at character ${characters(this.text, at) + 1}, expected ${expected}${pointAt(this.text, at)}`,
    );
  }

  #tokenize(): Token[] {
    const { text } = this;
    const tokens: Token[] = [];
    const end = text.trimEnd().length;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < end) {
      const from = TOKEN.lastIndex;
      const match = TOKEN.exec(text);
      if (!match) this.#failAtCharacter(from + text.slice(from).search(/\S/));
      const [whole, name, backticks, double, single, number] = match;
      const content = match.slice(1).find((part) => part !== undefined)!;
      const isText = double !== undefined || single !== undefined;
      tokens.push({
        kind: (name ?? backticks) ? 'name' : isText ? 'text' : number ? 'number' : 'sign',
        text: content,
        quoted: backticks !== undefined,
        at: from + whole.search(/\S/),
      });
    }
    return tokens;
  }

  #failAtCharacter(at: number): never {
    const found = String.fromCodePoint(this.text.codePointAt(at)!);
    const expected = '`"\''.includes(found)
      ? `a closing ${found} after it`
      : 'a column (between backticks where its name is no plain word), a number or a sign';
    return this.#failAt(found, at, expected);
  }
}
