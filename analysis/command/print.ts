import type { Grid } from '../../reports/tables/table.js';
import type { Estimate } from '../estimate.js';
import type { QualityReport } from '../quality/records.js';
import type { Comparison, Results } from '../results.js';
import type { CommonOptions } from '../cli.js';
import type { RivalRun } from '../rivals.js';

type Lang = CommonOptions['lang'];

const terminal = (lang: Lang) => ({
  lang,
  width: process.stdout.columns ?? 120,
  colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
});

/** Prints the tables of marks, all or those named. */
export async function printTables(
  results: Results,
  comparison: Comparison | null,
  lang: Lang,
  only?: readonly (number | string)[],
): Promise<void> {
  const [{ buildTables }, { terminalTable }] = await Promise.all([
    import('../../reports/tables/build.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  const estimates = only
    ? results.estimates.filter((e) => e.table !== null && only.includes(e.table))
    : results.estimates;
  for (const table of buildTables({ ...results, estimates }, comparison, lang))
    process.stdout.write(`${terminalTable(table, terminal(lang))}\n`);
}

async function printGrids(grids: readonly Grid[], lang: Lang): Promise<void> {
  const { terminalGrid } = await import('../../reports/tables/terminal.js');
  for (const grid of grids) process.stdout.write(`${terminalGrid(grid, terminal(lang))}\n`);
}

/** Prints how the computed marks agree with the published ones, where any were compared. */
export async function printAgreement(results: Results, comparison: Comparison, lang: Lang): Promise<void> {
  if (comparison.cells.length === 0) return;
  const { agreementGrid } = await import('../../reports/tables/grids.js');
  await printGrids([agreementGrid(comparison, results.manifest.synthetic, lang)], lang);
}

/** Prints national means by year and their trend. */
export async function printTrends(results: Results, lang: Lang): Promise<void> {
  const { trendsGrid } = await import('../../reports/tables/trends-grid.js');
  await printGrids([trendsGrid(results, lang)], lang);
}

/** Prints users and non-users side by side, one table per area. */
export async function printComposition(results: Results, lang: Lang): Promise<void> {
  const { compositionGrids } = await import('../../reports/tables/grids.js');
  await printGrids(compositionGrids(results, lang), lang);
}

/** Prints the components of the variance and the reliability, one table per grouping. */
export async function printVariance(results: Results, lang: Lang): Promise<void> {
  const { varianceGrids } = await import('../../reports/tables/variance-grid.js');
  await printGrids(varianceGrids(results, lang), lang);
}

/** Prints the event study: marks, then the numbers behind them, one table of each per area. */
export async function printEvent(results: Results, lang: Lang): Promise<void> {
  const { eventGrids } = await import('../../reports/tables/event-grid.js');
  await printTables(results, null, lang);
  await printGrids(eventGrids(results, lang), lang);
}

/** Prints the coefficients of one regression. */
export async function printFit(
  estimates: readonly Estimate[],
  formula: string,
  level: number,
  lang: Lang,
): Promise<void> {
  const { fitGrid } = await import('../../reports/tables/fit-grid.js');
  await printGrids([fitGrid(estimates, formula, level, lang)], lang);
}

/** Prints the coefficients of one regression as CSV, and nothing else. */
export async function printFitCsv(estimates: readonly Estimate[]): Promise<void> {
  const { fitCsv } = await import('../../reports/tables/fit-grid.js');
  process.stdout.write(fitCsv(estimates));
}

/** Prints what each open choice decides. */
export async function printRivals(runs: readonly RivalRun[], synthetic: boolean, lang: Lang): Promise<void> {
  const { rivalsGrid } = await import('../../reports/tables/rivals-grid.js');
  await printGrids([rivalsGrid(runs, synthetic, lang)], lang);
}

/** Prints the quality of the data: a grid per area, then every problem in words. */
export async function printQuality(report: QualityReport, lang: Lang): Promise<void> {
  const [{ qualityGrids }, { qualityLines }] = await Promise.all([
    import('../../reports/tables/quality-grids.js'),
    import('../../reports/tables/quality-words.js'),
  ]);
  await printGrids(qualityGrids(report, lang), lang);
  process.stdout.write(`${qualityLines(report, lang, terminal(lang).width).join('\n')}\n`);
}
