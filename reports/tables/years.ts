import type { Results } from '../../analysis/results.js';
import { appendixYears, codebook, type Survey } from '../../data/codebook/codebook.js';
import type { TableYears } from '../locales/columns.js';
import type { TableEstimates } from './kind.js';

/**
 * The years that the heads of a table name. Tables of the appendix: the panel's years within the appendix's, with
 * the shorter period of the surveys of care units and care users where some rows come from those. Other tables:
 * the years of their own columns, else those of the panel, unknown where the results name none. A period of the specification narrows both.
 */
export function tableYears(table: TableEstimates, results: Results): TableYears {
  const panel = span(results.manifest.years) ?? appendixYears.kommun;
  const asked = results.specification.period ?? panel;
  const within = (first: number, last: number) => ({
    first: Math.max(first, asked.first),
    last: Math.min(last, asked.last),
  });
  if (!table.published) {
    const columns = table.estimates.flatMap((e) =>
      /^\d{4}$/.test(e.column ?? '') ? [Number(e.column)] : [],
    );
    const own = span(columns);
    // Estimates alone say nothing of the years of their panel: the appendix's would be a guess.
    if (!own && results.manifest.years.length === 0 && !results.specification.period)
      return { ...panel, other: null, unknown: true };
    return { ...(own ?? within(panel.first, panel.last)), other: null };
  }
  const surveys = new Set(table.estimates.map((e) => surveyOf(e.indicator)));
  const main = within(appendixYears.kommun.first, Math.min(panel.last, appendixYears.kommun.last));
  const fewer = within(appendixYears.enhet.first, Math.min(panel.last, appendixYears.enhet.last));
  if (!surveys.has('kommun') && (surveys.has('enhet') || surveys.has('brukare')))
    return { ...fewer, other: null };
  const mixed = surveys.has('enhet') || surveys.has('brukare');
  return { ...main, other: mixed && fewer.last !== main.last ? fewer : null };
}

function span(years: readonly number[]): { first: number; last: number } | null {
  return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

function surveyOf(indicator: string | null): Survey | null {
  const { outcomes, measures } = codebook();
  return [...outcomes, ...measures].find((o) => o.id === indicator)?.survey ?? null;
}
