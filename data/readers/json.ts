import { quoteFound } from '../problems.js';
import type { FileReport } from './report.js';

export type Fields = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a JSON text holds; undefined, having reported `broken-json` with its line, where it is none. */
export function parseJson(text: string, report: FileReport): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    reportBroken(text, error, report);
    return undefined;
  }
}

function reportBroken(text: string, error: unknown, report: FileReport): void {
  const message = error instanceof Error ? error.message : '';
  // V8 says "at position 17" for most faults, and nothing where the text ends too early
  const position = /at position (\d+)/.exec(message)?.[1];
  const offset = position === undefined ? text.trimEnd().length : Number(position);
  const before = text.slice(0, offset);
  const found =
    text.trim() === '' ? 'an empty file' : `${quoteFound(text.slice(offset, offset + 20))} where it fails`;
  report.error('broken-json', {
    row: before.split(/\r\n?|\n/).length,
    column: null,
    found,
    expected: 'JSON',
    cure: 'correct it (quotes around names and texts, no comma after the last), or take the file away',
  });
}
