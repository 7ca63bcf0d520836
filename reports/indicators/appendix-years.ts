import type { AppendixRow, IndicatorCard } from '../../analysis/indicators/index.js';
import { appendixYears } from '../../data/codebook/codebook.js';
import type { TableYears } from '../locales/columns.js';

/**
 * The years that the heads of a table's columns name: those of the indicator's survey in the appendix for its own
 * tables, else the years that the indicator was asked.
 */
export function readingYears(
  { table }: Pick<AppendixRow, 'table'>,
  { survey, asked: { years: asked } }: Pick<IndicatorCard, 'survey' | 'asked'>,
): TableYears {
  const { first, last } = appendixYears[survey ?? 'kommun'];
  if (typeof table === 'number' || asked.length === 0) return { first, last, other: null };
  return { first: Math.min(...asked), last: Math.max(...asked), other: null };
}
