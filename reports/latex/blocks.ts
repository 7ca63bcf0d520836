import type { Block, DocumentFigure, Fact, LegendEntry } from '../document/document.js';
import { figureFileName } from '../figures/file-name.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { latexShort, latexText } from './escape.js';
import { latexGrid, latexMarks } from './table.js';

/** One block of a document as LaTeX source. In the background (`aside`) tables have plain titles, no headings. */
export function latexBlock(block: Block, inAside = false): string {
  switch (block.kind) {
    case 'paragraph': {
      const text = latexText(block.text);
      return block.tone === 'caution' ? `\\begin{quote}\\itshape ${text}\\end{quote}` : `${text}\\par`;
    }
    case 'heading':
      return `\\${block.level === 3 ? 'subsection' : 'subsubsection'}{${latexShort(block.text, 200)}}`;
    case 'list':
      return environment('itemize', block.items.map((item) => `\\item ${latexText(item)}`)); // prettier-ignore
    case 'facts':
      return environment('itemize', block.facts.map(factItem));
    case 'terms':
      return environment('description', block.terms.map(([name, value]) => `\\item[${latexShort(name, 100)}] ${latexText(value)}`)); // prettier-ignore
    case 'legend':
      return environment('itemize', block.entries.map(legendItem));
    case 'marks':
      return latexMarks(block.table, inAside ? 'paragraph' : 'subsection');
    case 'grid':
      return latexGrid(block.grid, inAside ? 'paragraph' : 'subsubsection');
    case 'figure':
      return figure(block.figure);
    case 'code':
      return `\\paragraph{${latexShort(block.title, 200)}}\\mbox{}\\par\n{\\scriptsize\\raggedright\n${block.text.split(/\r\n|[\r\n]/).map(codeLine).join('\n')}\n}`; // prettier-ignore
    case 'notice':
      return notice(block.title, block.text);
    case 'blank':
      return `\\paragraph{${latexShort(block.label, 200)}}\\mbox{}\\vspace{${block.lines}\\baselineskip}\\par`;
    case 'aside':
      return [
        `{\\small\n\\paragraph{${latexShort(block.title, 200)}}\\mbox{}\\par`,
        ...block.blocks.map((inner) => latexBlock(inner, true)),
        '}',
      ].join('\n');
  }
}

/** An environment of items; LaTeX does not allow one without any. */
const environment = (name: string, items: readonly string[]): string =>
  items.length === 0 ? '' : `\\begin{${name}}\n${items.join('\n')}\n\\end{${name}}`;

const factItem = ({ value, label, note }: Fact): string =>
  `\\item \\textbf{${latexText(value)}} ${latexText(label)}${note === '' ? '' : ` (${latexText(note)})`}`;

function legendItem({ cell, text }: LegendEntry): string {
  const own = latexText(shownCell(cell));
  const published = cell.published === null ? '' : ` (${latexText(shownMark(cell.published)) || '~'})`;
  return `\\item \\textbf{${own}}${published}: ${latexText(text)}`;
}

/** A few lines stay in a box; more would run out of the page. */
const MOST_BOXED = 1500;

/** A title and a text that must be seen. */
export function notice(title: string, text: string): string {
  const content = `\\textbf{${latexShort(title, 200)}}\\par ${latexText(text)}`;
  if (text.length > MOST_BOXED) return `\\begin{quote}${content}\\end{quote}`;
  return `\\medskip\\fcolorbox{black}{stamp}{\\parbox{\\dimexpr\\linewidth-2\\fboxsep-2\\fboxrule}{${content}}}\\medskip\\par`;
}

/** Pixels of a figure at 96 to the inch, in points, and the most that a page holds of them. */
const PIXEL = 0.75;
const WIDEST = 480;
const TALLEST = 620;

function figure({ id, title, description, width, height }: DocumentFigure): string {
  const points = Math.min(width * PIXEL, WIDEST, (TALLEST * width) / Math.max(1, height));
  const file = `figures/${figureFileName(id)}.png`;
  return `\\figurehere{${points.toFixed(2)}bp}{${file}}{${latexShort(description, 2000)}}{${latexShort(title, 300)}}`;
}

/** A line of text as it is written, its indentation kept. */
function codeLine(line: string): string {
  const indent = Math.min(40, /^[ \t]*/.exec(line)![0].replaceAll('\t', '  ').length);
  return `\\hspace*{${(indent * 0.5).toFixed(1)}em}\\texttt{${latexText(line.trim())}}\\par\\vspace{-\\parskip}`;
}
