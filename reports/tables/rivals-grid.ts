import type { RivalRun } from '../../analysis/rivals.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid } from './table.js';

/** What each open choice decides: one row per rival, the specification as it is first. */
export function rivalsGrid(runs: readonly RivalRun[], synthetic: boolean, lang: Lang): Grid {
  const { analysis, tables } = messages(lang);
  return {
    id: 'rivals',
    title: analysis.rivalsTitle,
    head: analysis.rivalsHeads,
    rows: runs.map((run) => [
      run.assumption === null ? analysis.rivalsAsIs : `${run.assumption.path}: ${JSON.stringify(run.value)}`,
      formatNumber(run.cells, lang),
      formatNumber(run.changed, lang),
      formatPercent(run.cells === 0 ? null : run.changed / run.cells, lang),
      formatNumber(run.marked, lang),
      formatPercent(run.observed, lang),
      formatNumber(run.kappa, lang, 2),
    ]),
    notes: [analysis.rivalsNote, ...(synthetic ? [tables.notes.synthetic] : [])],
    synthetic,
  };
}
