/**
 * What a notebook shows by (`import { display, table } from 'oppna-jamforelser/notebook'`). The value of a cell's last
 * expression is shown without any of it.
 * @module oppna-jamforelser/notebook
 */
import { inspect } from 'node:util';
import type { Estimate } from '../../analysis/estimate.js';
import type { Panel } from '../../analysis/panel/panel.js';
import type { Comparison, ModelRecord, Results } from '../../analysis/results.js';
import type { Specification } from '../../analysis/specification.js';
import { UsageError } from '../../data/problems.js';
import { hasSeenSynthetic, noteSynthetic } from '../../data/synthetic-seen.js';
import type { DocumentFigure } from '../document/document.js';
import type { Lang } from '../locales/language.js';
import { messages } from '../locales/language.js';
import { buildTables } from '../tables/build.js';
import type { Grid, Table } from '../tables/table.js';
import { noteDrawn } from './drawn.js';
import { bareResults } from './estimates.js';
import { Markdown } from './markdown-value.js';
import { type FlatRecord, recordsGrid, type TableOptions } from './records-grid.js';
import type { Session } from './session.js';
import { SESSION } from './session-name.js';

export type { FlatRecord, TableOptions } from './records-grid.js';
export { Markdown } from './markdown-value.js';

const session = (): Session | undefined => (globalThis as { [SESSION]?: Session })[SESSION];
const lang = (): Lang => session()?.lang ?? 'sv';

/**
 * Shows values in the middle of a cell, in order, as the value of its last expression is shown: text and numbers,
 * objects, tables, figures, estimates, arrays of flat records; promises of them, too. Outside `oj notebook` it prints
 * them.
 */
export function display(...values: readonly unknown[]): void {
  const running = session();
  if (running) running.display(values);
  else for (const value of values) console.log(typeof value === 'string' ? value : inspect(value));
}

/**
 * Records as a table: one row per record, one column per key. Shows 50 rows unless asked for more, and says how many
 * are left out.
 * @throws UsageError where the records are no array of objects
 */
export function table(records: readonly FlatRecord[], options: TableOptions = {}): Grid {
  if (!Array.isArray(records) || records.some((r) => typeof r !== 'object' || r === null))
    throw new UsageError(
      `table(): found ${Array.isArray(records) ? 'an array with something else than objects' : typeof records}; expected an array of objects, [{ year: 2016, mean: 51.2 }, ...]`,
    );
  return recordsGrid(records, options, { lang: lang(), synthetic: options.synthetic ?? hasSeenSynthetic() });
}

/** What estimates come from, for their tables and figures. */
export interface Origin {
  /** Names the years of the heads, and says whether the data are synthetic. */
  readonly panel?: Panel;
  readonly specification?: Specification;
  /** The own models among them, which name their tables and columns: `[runModel(...).record]`. */
  readonly models?: readonly ModelRecord[];
}

/** Estimates as results; results as they are. */
function resultsOf(of: Results | readonly Estimate[], { panel, specification, models }: Origin): Results {
  if ('manifest' in of) return of;
  const bare = bareResults(of, panel?.synthetic ?? hasSeenSynthetic());
  const known = {
    ...(panel && { years: panel.years, units: panel.units.length, data: panel.about }),
    ...(panel?.labels && { labels: panel.labels }),
    ...(models && { models }),
  };
  return {
    ...bare,
    manifest: { ...bare.manifest, ...known },
    specification: specification ?? bare.specification,
  };
}

/**
 * Estimates as tables of marks, laid out as in the appendix, with the published marks beside them where a comparison
 * is given: `marks(estimates, { panel, comparison: compare(estimates) })`.
 */
export function marks(
  of: Results | readonly Estimate[],
  options: Origin & { readonly comparison?: Comparison } = {},
): readonly Table[] {
  return buildTables(resultsOf(of, options), options.comparison ?? null, lang());
}

/**
 * One figure of results by its id: `await figure(estimates, 'koefficienter-tabell-08', { panel })`.
 * @throws UsageError naming the figures that there are, where the results have none of that id
 */
export async function figure(
  of: Results | readonly Estimate[],
  id: string,
  origin: Origin = {},
): Promise<DocumentFigure> {
  const results = resultsOf(of, origin);
  const [{ drawFigure }, { figuresOf }] = await Promise.all([
    import('../figures/draw.js'),
    import('../figures/definitions.js'),
  ]);
  const definitions = figuresOf(results);
  const found = definitions.find((definition) => definition.id === id);
  if (!found) {
    const ids = definitions.map((d) => d.id).join(', ') || '–';
    throw new UsageError(`figure(): ${messages(lang()).notebook.noFigure(id, ids)}`);
  }
  const drawn = await drawFigure(found, results, lang());
  const { title, description, width, height, svg, png, numbers } = drawn;
  noteDrawn(svg);
  return { id: drawn.id, title, description, width, height, svg, png, numbers };
}

/** Markdown with its own numbers: ``display(markdown(`The mean is **${mean}**.`))``. Formulas as in cells of text. */
export const markdown = (text: string): Markdown => new Markdown(text);

/** Tells that what the notebook shows is simulated, where the notebook itself simulates; its page then says so. */
export const synthetic = (): void => noteSynthetic();
