import MarkdownIt from 'markdown-it';
import temml from 'temml';
import type { Lang } from '../locales/language.js';
import { messages } from '../locales/language.js';
import { html, type Html, raw } from '../page/html.js';
import { escapeXml } from '../figures/escape.js';
import { formulas } from './formulas.js';

/** What is carried from one cell of text to the next. */
export interface Reading {
  readonly lang: Lang;
  /** The level of the last heading of the page: one may go down by one step at a time. */
  level: number;
}

/**
 * Markdown as HTML: CommonMark with tables, and formulas between `$` or `$$` as MathML. Markup within it is text, an image
 * from elsewhere is a link, since the page fetches nothing.
 */
export function markdownHtml(text: string, reading: Reading): Html {
  return raw(reader.render(text, reading));
}

/** The text of a first heading `# …`, and what follows it; null where the Markdown does not begin with one. */
export function titleOf(text: string): { readonly title: string; readonly rest: string } | null {
  const match = /^# +(.+?) *#*(?:\n|$)/.exec(text);
  return match && { title: match[1]!, rest: text.slice(match[0].length).trim() };
}

const reader = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(formulas);
const { rules } = reader.renderer;

reader.core.ruler.push('page', (state) => {
  const reading = state.env as Reading;
  for (const token of state.tokens) {
    if (token.type === 'heading_open') {
      const asked = Number(token.tag.slice(1));
      reading.level = Math.min(Math.max(2, asked), reading.level + 1);
    }
    if (/^heading_/.test(token.type)) token.tag = `h${reading.level}`;
    // The page's policy allows no style but its own sheet.
    const align = token.attrGet('style')?.replace(/^text-align:/, '');
    if (align !== undefined) {
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      token.attrJoin('class', align);
    }
  }
});

rules['table_open'] = (_tokens, _index, _options, env) =>
  `<div class="scroll" role="region" tabindex="0" aria-label="${escapeXml(messages((env as Reading).lang).notebook.table)}"><table class="written">`;
rules['table_close'] = () => '</table></div>\n';
rules['image'] = (tokens, index, options, env, self) => {
  const token = tokens[index]!;
  const alt = self.renderInlineAsText(token.children ?? [], options, env);
  const src = token.attrGet('src') ?? '';
  return src.startsWith('data:image/')
    ? html`<img src="${src}" alt="${alt}" />`.toString()
    : html`<a href="${src}">${alt || src}</a>`.toString();
};
rules['formula'] = (tokens, index, _options, env) => {
  const { content, block } = tokens[index]!;
  try {
    return withoutStyle(temml.renderToString(content, { displayMode: block, throwOnError: true, trust: false, maxExpand: 1000, maxSize: [50, 50] })); // prettier-ignore
  } catch {
    const { badFormula } = messages((env as Reading).lang).notebook;
    return html`<span class="caution">${badFormula}<code>${content}</code></span>`.toString();
  }
};

/** MathML as its elements say; styles of its own are small corrections that the page's policy does not allow. */
const withoutStyle = (mathml: string): string => mathml.replace(/ style="[^"]*"/g, '');
