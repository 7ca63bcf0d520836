import { html, type Html } from '../page/html.js';
import type { Token } from './parse.js';

/**
 * Code line by line, numbered as in its file, with the colours of its tokens. The numbers are no part of the text: they are
 * neither copied nor read aloud.
 * @param line number of the first line
 * @param offset where the code begins in the text that the tokens are of
 */
export function codeHtml(code: string, line: number, offset: number, tokens: readonly Token[]): Html {
  const own = tokens.filter(({ start, end }) => end > offset && start < offset + code.length);
  let from = 0;
  let next = 0;
  const lines = code.split('\n').map((text, i) => {
    const to = from + text.length;
    const parts: Html[] = [];
    let at = from;
    while (next < own.length) {
      const { kind, start, end } = own[next]!;
      const [first, last] = [Math.max(start - offset, from), Math.min(end - offset, to)];
      if (first >= to) break;
      if (first > at) parts.push(html`${code.slice(at, first)}`);
      if (last > first) parts.push(html`<span class="${kind}">${code.slice(first, last)}</span>`);
      at = Math.max(at, last);
      // A text or comment of several lines goes on in the next.
      if (end - offset > to) break;
      next++;
    }
    if (at < to) parts.push(html`${code.slice(at, to)}`);
    from = to + 1;
    return html`<span class="line" data-n="${line + i}">${parts}${'\n'}</span>`;
  });
  return html`<code>${lines}</code>`;
}
