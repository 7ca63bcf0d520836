import type { Estimate } from '../estimate.js';
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

/** Prints how the computed marks agree with the published ones, where any were compared. */
export async function printAgreement(results: Results, comparison: Comparison, lang: Lang): Promise<void> {
  if (comparison.cells.length === 0) return;
  const [{ agreementGrid }, { terminalGrid }] = await Promise.all([
    import('../../reports/tables/grids.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  const grid = agreementGrid(comparison, results.manifest.synthetic, lang);
  process.stdout.write(`${terminalGrid(grid, terminal(lang))}\n`);
}

/** Prints national means by year and their trend. */
export async function printTrends(results: Results, lang: Lang): Promise<void> {
  const [{ trendsGrid }, { terminalGrid }] = await Promise.all([
    import('../../reports/tables/trends-grid.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  process.stdout.write(`${terminalGrid(trendsGrid(results, lang), terminal(lang))}\n`);
}

/** Prints users and non-users side by side, one table per area. */
export async function printComposition(results: Results, lang: Lang): Promise<void> {
  const [{ compositionGrids }, { terminalGrid }] = await Promise.all([
    import('../../reports/tables/grids.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  for (const grid of compositionGrids(results, lang))
    process.stdout.write(`${terminalGrid(grid, terminal(lang))}\n`);
}

/** Prints the coefficients of one regression. */
export async function printFit(
  estimates: readonly Estimate[],
  formula: string,
  level: number,
  lang: Lang,
): Promise<void> {
  const [{ fitGrid }, { terminalGrid }] = await Promise.all([
    import('../../reports/tables/fit-grid.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  process.stdout.write(`${terminalGrid(fitGrid(estimates, formula, level, lang), terminal(lang))}\n`);
}

/** Prints what each open choice decides. */
export async function printRivals(runs: readonly RivalRun[], synthetic: boolean, lang: Lang): Promise<void> {
  const [{ rivalsGrid }, { terminalGrid }] = await Promise.all([
    import('../../reports/tables/rivals-grid.js'),
    import('../../reports/tables/terminal.js'),
  ]);
  process.stdout.write(`${terminalGrid(rivalsGrid(runs, synthetic, lang), terminal(lang))}\n`);
}
