import { quoteFound, UsageError } from '../../data/problems.js';

/** What data frames can be exported as. */
export type ExportFormat = 'parquet' | 'csv' | 'arrow';
export const exportFormats: readonly ExportFormat[] = ['parquet', 'csv', 'arrow'];

/** The tables there are to export. */
export const exportTables = ['estimates', 'panel'] as const;
export type ExportTable = (typeof exportTables)[number];

/**
 * Names with commas between, each once and in the order of `known`; or `all`.
 * @throws UsageError naming the one that is none.
 */
export function chosen<T extends string>(option: string, text: string, known: readonly T[]): T[] {
  if (text.trim().toLowerCase() === 'all') return [...known];
  const names = text.split(',').map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new UsageError(
      `${option}: found ${quoteFound(unknown)}; expected one or more of ${known.join(',')}, separated by commas, or all`,
    );
  return known.filter((name) => names.includes(name));
}
