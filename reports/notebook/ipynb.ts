import { messages, type Lang } from '../locales/language.js';
import { terminalGrid, terminalTable } from '../tables/terminal.js';
import { blockHtml } from '../page/blocks.js';
import type { Block } from '../document/document.js';
import type { CellRun, NotebookRun, Output } from './output.js';
import { cutText } from './outputs-html.js';

/** The kernel that runs TypeScript in Jupyter: Deno's, by the name that it installs itself under. */
export const KERNEL = { display_name: 'Deno', language: 'typescript', name: 'deno' } as const;

/** What a cell holds of ours, so that reading it back gives the same cell. */
export interface OwnMetadata {
  readonly title?: string;
  /** A cell that the export added: what is said of synthetic data. */
  readonly notice?: true;
}

/**
 * A notebook with what it has shown as `.ipynb` (nbformat 4.5). Cells are numbered, and named by their numbers: the same
 * run gives the same bytes.
 */
export function notebookIpynb(run: NotebookRun, lang: Lang): string {
  let count = 0;
  const cells = run.cells.map((cell, i) => {
    if (cell.cell.kind === 'code') count++;
    return cell.cell.kind === 'code'
      ? codeCell(cell, `cell-${i + 1}`, cell.state === 'not-run' ? null : count, lang)
      : markdownCell(cell.cell.source, `cell-${i + 1}`, own(cell.cell.title));
  });
  const { notebook, page } = messages(lang);
  const notice = run.synthetic
    ? [markdownCell(`**${page.syntheticTitle}.** ${notebook.syntheticText}`, 'synthetic', { notice: true })]
    : [];
  const content = {
    cells: [...notice, ...cells],
    metadata: {
      kernelspec: KERNEL,
      language_info: { name: 'typescript', file_extension: '.ts', mimetype: 'text/x.typescript' },
      oj: { synthetic: run.synthetic },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

const own = (title: string): OwnMetadata => (title === '' ? {} : { title });

const metadata = (of: OwnMetadata) => (Object.keys(of).length === 0 ? {} : { oj: of });

const markdownCell = (source: string, id: string, of: OwnMetadata) => ({
  cell_type: 'markdown',
  id,
  metadata: metadata(of),
  source: multiline(source),
});

const codeCell = ({ cell, outputs, error }: CellRun, id: string, count: number | null, lang: Lang) => ({
  cell_type: 'code',
  execution_count: count,
  id,
  metadata: metadata(own(cell.title)),
  outputs: [
    ...outputs.map((output) => outputOf(output, count, lang)),
    ...(error === null
      ? []
      : [
          {
            output_type: 'error',
            ename: error.name,
            evalue: error.said,
            traceback: [error.said, error.place ?? '', ...error.around.split('\n')].filter((l) => l !== ''),
          },
        ]),
  ],
  source: multiline(cell.source),
});

/** Text as the format has it: a list of lines, each with its end. */
const multiline = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/));

function outputOf(output: Output, count: number | null, lang: Lang) {
  if (output.kind === 'stream')
    return { name: output.name, output_type: 'stream', text: multiline(output.text) };
  if (output.kind === 'cut')
    return { name: 'stderr', output_type: 'stream', text: [`${cutText(output, lang)}\n`] };
  const data = Object.fromEntries(
    Object.entries(bundleOf(output, lang)).map(([type, text]) => [type, multiline(text)]),
  );
  return output.result
    ? { data, execution_count: count, metadata: {}, output_type: 'execute_result' }
    : { data, metadata: {}, output_type: 'display_data' };
}

function bundleOf(
  output: Exclude<Output, { kind: 'stream' | 'cut' }>,
  lang: Lang,
): Readonly<Record<string, string>> {
  if (output.kind === 'text') return { 'text/plain': output.text };
  if (output.kind === 'markdown') return { 'text/markdown': output.text, 'text/plain': output.text };
  if (output.kind === 'unshown') return { 'text/plain': messages(lang).notebook.unshown(output.said) };
  try {
    return blockBundle(output.block, output.drawn ?? false, lang);
  } catch (error) {
    return { 'text/plain': messages(lang).notebook.unshown((error as Error).message) };
  }
}

function blockBundle(block: Block, drawn: boolean, lang: Lang): Readonly<Record<string, string>> {
  const terminal = { lang, width: 120, colour: false };
  const plain =
    block.kind === 'grid'
      ? terminalGrid(block.grid, terminal)
      : block.kind === 'marks'
        ? terminalTable(block.table, terminal)
        : block.kind === 'figure'
          ? `${block.figure.title}\n${block.figure.description}`
          : block.kind === 'paragraph' || block.kind === 'heading'
            ? block.text
            : block.kind;
  // A picture that the library drew holds no text that is not escaped; another is shown as an image only.
  if (block.kind === 'figure' && drawn) return { 'image/svg+xml': block.figure.svg, 'text/plain': plain };
  return { 'text/html': blockHtml(block, lang, 'nothing', true).toString(), 'text/plain': plain };
}
