import type { Block, Document, DocumentFigure, Section } from '../document/document.js';
import { figureFileName } from '../figures/file-name.js';
import { shownCell, shownMark } from '../tables/cell.js';
import type { Lang } from '../locales/language.js';
import { markdownGrid, markdownTable } from './table.js';
import { markdownText } from './text.js';

/**
 * A document in Markdown (GitHub's dialect): figures as links to the pictures in `figures/`, a table of marks with
 * the published mark in parentheses. Pure; no text of data can be markup.
 */
export function renderMarkdown(document: Document): string {
  const { title, lead, made, kicker, synthetic, sections, footer, lang } = document;
  return [
    markdownText(kicker),
    `# ${markdownText(title)}`,
    ...(synthetic ? [`> **${markdownText(synthetic.title)}.** ${markdownText(synthetic.text)}`] : []),
    markdownText(lead),
    markdownText(made),
    ...sections.flatMap((section) => sectionBlocks(section, lang)),
    markdownText(footer),
  ]
    .map((block) => `${block.trimEnd()}\n`)
    .join('\n');
}

const sectionBlocks = ({ title, blocks }: Section, lang: Lang): string[] => [
  `## ${markdownText(title)}`,
  ...blocks.flatMap((block) => blockText(block, lang)),
];

function blockText(block: Block, lang: Lang): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.tone ? `> ${markdownText(block.text)}` : markdownText(block.text)];
    case 'heading':
      return [`${'#'.repeat(block.level)} ${markdownText(block.text)}`];
    case 'list':
      return [block.items.map((item) => `- ${markdownText(item)}`).join('\n')];
    case 'facts':
      return [block.facts.map((f) => `- **${markdownText(f.value)}** ${markdownText(`${f.label} (${f.note})`)}`).join('\n')]; // prettier-ignore
    case 'terms':
      return [block.terms.map(([term, value]) => `- ${markdownText(term)}: ${code(value)}`).join('\n')];
    case 'legend':
      return [block.entries.map(({ cell, text }) => `- ${markdownText(`${shownCell(cell)} (${shownMark(cell.published ?? '') || ' '})`)}: ${markdownText(text)}`).join('\n')]; // prettier-ignore
    case 'marks':
      return [markdownTable(block.table, lang)];
    case 'grid':
      return [markdownGrid(block.grid, lang)];
    case 'figure':
      return figureText(block.figure);
    case 'code':
      return [`### ${markdownText(block.title)}`, fenced(block.text)];
    case 'aside':
      return [`### ${markdownText(block.title)}`, ...block.blocks.flatMap((inner) => blockText(inner, lang))];
    case 'blank':
      return [`${markdownText(block.label)}:`];
    case 'notice':
      return [`> **${markdownText(block.title)}** ${markdownText(block.text)}`];
  }
}

const figureText = ({ id, title, description }: DocumentFigure): string[] => [
  `![${markdownText(title)}](figures/${figureFileName(id)}.svg)`,
  markdownText(description),
];

/** A fence longer than any run of backticks in the text, so that nothing in it can end it. */
function fenced(text: string): string {
  const fence = fenceFor(text, 3);
  return `${fence}\n${text}\n${fence}`;
}

function code(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  const fence = fenceFor(plain, 1);
  // A text that begins or ends with a backtick needs a space between it and the fence.
  const space = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return fence + space + plain + space + fence;
}

const fenceFor = (text: string, least: number): string =>
  '`'.repeat(Math.max(least, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
