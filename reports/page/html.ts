import { escapeXml } from '../figures/escape.js';

/** Markup that is already safe: made by `html`, or vouched for by `raw`. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

type Value = string | number | Html | null | false | undefined | readonly Value[];

/**
 * Markup with values: ``html`<td>${label}</td>` ``. Every text is escaped, so that no label of a data file can be
 * markup; only other `html` passes as it is. Null, undefined and false give nothing, lists their items in turn.
 * The indentation of the template itself is left out.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const literal = parts.map((part) => part.replace(/\s*\n\s*/g, '\n'));
  return new Html(literal.reduce((text, part, i) => text + show(values[i - 1]) + part));
}

/** Markup of our own making that passes unescaped: the style sheet, a figure. Never text from data. */
export const raw = (markup: string): Html => new Html(markup);

function show(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(show).join('');
  return escapeXml(String(value));
}
