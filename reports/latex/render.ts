import type { Document, Section } from '../document/document.js';
import { latexBlock, notice } from './blocks.js';
import { latexShort, latexText } from './escape.js';
import { preamble } from './preamble.js';

/**
 * A document as one LaTeX file for pdfLaTeX (LuaLaTeX and XeLaTeX set it, too), with packages that every TeX Live
 * has. Tables are longtables with their heads repeated; figures are read from `figures/` beside the file; on synthetic
 * data the stamp stands at the head of every page. No text of the document can become a command. Pure.
 */
export function renderLatex(document: Document): string {
  const { kicker, title, lead, made, synthetic, contentsTitle, sections, footer } = document;
  return [
    preamble(document),
    '\\begin{document}',
    `{\\footnotesize\\color{quiet}${latexText(kicker)}\\par}`,
    `{\\Huge\\bfseries\\raggedright ${latexShort(title, 300)}\\par}\\medskip`,
    `{\\large\\raggedright ${latexText(lead)}\\par}`,
    `{\\footnotesize\\color{quiet}${latexText(made)}\\par}`,
    ...(synthetic ? [notice(synthetic.title, synthetic.text)] : []),
    `\\renewcommand{\\contentsname}{${latexShort(contentsTitle, 200)}}`,
    '{\\setlength{\\parskip}{0pt}\\tableofcontents}',
    ...sections.map(section),
    `\\bigskip{\\footnotesize\\color{quiet}${latexText(footer)}\\par}`,
    '\\end{document}',
    '',
  ].join('\n');
}

const section = ({ title, blocks }: Section): string =>
  [
    `\\needheight{16\\baselineskip}\\section{${latexShort(title, 200)}}`,
    ...blocks.map((block) => latexBlock(block)),
  ].join('\n');
