import { quoteFound, UsageError } from '../../data/problems.js';
import { type Cell, linesOf } from './cells.js';
import type { OwnMetadata } from './ipynb.js';

/** The cells of an `.ipynb`, and what it holds that a notebook here has no place for. */
export interface ReadIpynb {
  readonly cells: readonly Pick<Cell, 'kind' | 'title' | 'source'>[];
  /** In words, for the user: `cell 3: an attached image`. */
  readonly leftOut: readonly string[];
}

/** Languages whose code is TypeScript. */
const LANGUAGES = ['typescript', 'javascript', 'deno'];

/**
 * The cells of an `.ipynb` with code in TypeScript. What the cells have shown is not read: a notebook here is run.
 * @param file the file's name, for the messages
 * @throws UsageError, one line: no JSON or cut off, no notebook, a format other than 4, another language
 */
export function readIpynb(text: string, file: string): ReadIpynb {
  const content = parsed(text, file);
  const fault = (found: string, expected: string, cure: string) =>
    new UsageError(`${file}: found ${found}; expected ${expected}; ${cure}`);
  if (!isFields(content) || content['nbformat'] === undefined)
    throw fault('no notebook', 'an .ipynb file with nbformat 4', 'name the file that Jupyter saved');
  if (content['nbformat'] !== 4)
    throw fault(
      `nbformat ${JSON.stringify(content['nbformat'])?.slice(0, 40)}`,
      'nbformat 4',
      'open the file in Jupyter and save it, which writes it anew',
    );
  const language = languageOf(content['metadata']);
  if (language === null || !LANGUAGES.includes(language.toLowerCase()))
    throw fault(
      language === null ? 'no language of its code' : `code in ${quoteFound(language)}`,
      'a notebook with cells in TypeScript',
      "choose the kernel Deno in Jupyter and save, if that is the code's language",
    );
  if (!Array.isArray(content['cells']))
    throw fault('no list of cells', 'a field "cells"', 'the file is not whole: save it again in Jupyter');
  const leftOut: string[] = [];
  const cells = content['cells'].flatMap((cell: unknown, i) => cellOf(cell, i + 1, file, leftOut));
  return { cells, leftOut };
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const cut = /^\s*\{/.test(text) && !/\}\s*$/.test(text);
    throw new UsageError(
      `${file}: found ${text.trim() === '' ? 'an empty file' : cut ? 'a file that is cut off' : 'what is no JSON'}; expected an .ipynb file; save or copy it again`,
    );
  }
}

function languageOf(metadata: unknown): string | null {
  if (!isFields(metadata)) return null;
  const { kernelspec, language_info: info } = metadata;
  const named = [isFields(info) && info['name'], isFields(kernelspec) && kernelspec['language'], isFields(kernelspec) && kernelspec['name']]; // prettier-ignore
  return named.find((name): name is string => typeof name === 'string') ?? null;
}

function cellOf(cell: unknown, n: number, file: string, leftOut: string[]): ReadIpynb['cells'][number][] {
  const source = isFields(cell) ? sourceOf(cell['source']) : null;
  if (!isFields(cell) || source === null)
    throw new UsageError(
      `${file}, cell ${n}: found ${isFields(cell) ? 'no source' : 'no cell'}; expected a field "source" with text; save the file again in Jupyter`,
    );
  const { oj } = isFields(cell['metadata']) ? cell['metadata'] : {};
  const { notice, title } = (isFields(oj) ? oj : {}) as OwnMetadata;
  if (notice === true) return [];
  if (isFields(cell['attachments']) && Object.keys(cell['attachments']).length > 0)
    leftOut.push(`cell ${n}: attached images`);
  const kind = cell['cell_type'] === 'code' ? 'code' : 'markdown';
  if (cell['cell_type'] !== 'code' && cell['cell_type'] !== 'markdown')
    leftOut.push(`cell ${n}: its type ${quoteFound(String(cell['cell_type']))}; it became text`);
  const named = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim() : '';
  return [{ kind, title: named, source: trimmed(source) }];
}

function sourceOf(source: unknown): string | null {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source) || source.some((line) => typeof line !== 'string')) return null;
  return source.join('');
}

/** As a cell of a `.nb.ts` file: without empty lines before and after. */
const trimmed = (source: string): string =>
  linesOf(source)
    .join('\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .replace(/\s+$/, '');
