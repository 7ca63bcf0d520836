import { createHash } from 'node:crypto';
import type { OutputFile } from '../write.js';

export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A list as sha256sum writes and reads it, in the order of the paths. */
export const sumsText = (files: readonly OutputFile[]): string =>
  files
    .map(({ path, content }) => ({ path, sum: sha256Of(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sum }) => `${sum}  ${path}\n`)
    .join('');

/** The sums of such a list by path; null where a line is of another form, or a path steps out of the folder. */
export function parseSums(text: string): Map<string, string> | null {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+?)\r?$/.exec(line) ?? [];
    if (sum === undefined || path === undefined || sums.has(path)) return null;
    if (path.split('/').some((part) => part === '' || part === '.' || part === '..' || /[\\\0:]/.test(part)))
      return null;
    sums.set(path, sum);
  }
  return sums;
}
