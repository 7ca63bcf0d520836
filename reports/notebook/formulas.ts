import type MarkdownIt from 'markdown-it';

type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['before']>[2];

/**
 * Formulas in Markdown: `$a+b$` within a line, `$$` on lines of their own around a formula that stands alone. As in
 * Pandoc: no space after the first sign or before the last, and no digit after it, so that `$5 and $6` are prices.
 */
export function formulas(reader: MarkdownIt): void {
  reader.inline.ruler.after('escape', 'formula', within);
  reader.block.ruler.before('paragraph', 'formula', alone, { alt: ['paragraph', 'list'] });
}

const within: InlineRule = (state, silent) => {
  const { src, pos } = state;
  if (src[pos] !== '$') return false;
  const double = src[pos + 1] === '$';
  const match = (double ? /\$\$(\S(?:[^$]*\S)?)\$\$/y : /\$((?:[^\s$\\]|\\.)(?:(?:[^$\\]|\\.)*?(?:[^\s$\\]|\\.))?)\$(?!\d)/y); // prettier-ignore
  match.lastIndex = pos;
  const found = match.exec(src);
  if (!found) return false;
  if (!silent) {
    const token = state.push('formula', 'math', 0);
    token.content = found[1]!;
    token.block = double;
  }
  state.pos += found[0].length;
  return true;
};

const alone: BlockRule = (state, first, end, silent) => {
  const line = (n: number) => state.src.slice(state.bMarks[n]! + state.tShift[n]!, state.eMarks[n]).trim();
  if (line(first) !== '$$') return false;
  let last = first + 1;
  while (last < end && line(last) !== '$$') last++;
  if (last >= end) return false;
  if (silent) return true;
  const token = state.push('formula', 'math', 0);
  token.block = true;
  token.map = [first, last + 1];
  token.content = state.getLines(first + 1, last, state.tShift[first]!, false).trim();
  state.line = last + 1;
  return true;
};
