import { UsageError } from '../data/problems.js';

/** What a run can be written as. Beside them stands results.json, always. */
export const formats = ['html', 'pdf', 'docx', 'xlsx', 'tex', 'md', 'csv', 'svg', 'png'] as const;
export type Format = (typeof formats)[number];

/** What `oj replicate` writes unless asked for others. */
export const usualFormats: readonly Format[] = ['html', 'md', 'csv', 'svg'];

/** In how many languages the figures are drawn: both for the page, none for formats of tables alone. */
export function languagesDrawn(formats: readonly Format[]): 0 | 1 | 2 {
  if (formats.includes('html')) return 2;
  return formats.every((format) => format === 'csv' || format === 'xlsx') ? 0 : 1;
}

/**
 * Formats as written on the command line, `html,pdf`, or `all`.
 * @throws UsageError naming the one that is none.
 */
export function readFormats(text: string): Format[] {
  if (text.trim().toLowerCase() === 'all') return [...formats];
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !isFormat(name));
  if (unknown !== undefined)
    throw new UsageError(
      `--format: found "${unknown}"; expected one or more of ${formats.join(',')}, separated by commas, or all`,
    );
  return formats.filter((format) => names.includes(format));
}

const isFormat = (name: string): name is Format => (formats as readonly string[]).includes(name);
