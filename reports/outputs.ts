import { setImmediate } from 'node:timers/promises';
import type { Comparison, Results } from '../analysis/results.js';
import { conclusionsMarkdown } from './conclusions/markdown.js';
import { buildFigure } from './figures/build.js';
import { figuresOf } from './figures/definitions.js';
import { renderSvg } from './figures/render.js';
import { resultsJson } from './json.js';
import { messages, type Lang } from './locales/language.js';
import type { PageAssumption, PageFigure } from './page/context.js';
import { renderPage } from './page/page.js';
import { buildTables } from './tables/build.js';
import { comparisonCsv, estimatesCsv, tableCsv } from './tables/csv.js';
import { agreementGrid, compositionGrids } from './tables/grids.js';
import { markdownGrid, markdownTable, markdownText } from './tables/markdown.js';
import type { OutputFile } from './write.js';

export interface OutputInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly PageAssumption[];
  readonly lang: Lang;
  /** Stops between two figures; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Every file of a run, by its path in the output folder: results.json, estimates.csv, comparison.csv (where there
 * is a comparison), tables.md, conclusions.md (where inference was made), tables/table-02.csv ..., figures/bilaga-01.svg and .vl.json ..., report.html.
 * Gives the event loop a turn between figures, so that a signal is heard.
 */
export async function renderOutputs(input: OutputInput): Promise<OutputFile[]> {
  const { results, comparison, assumptions, lang } = input;
  const tables = buildTables(results, comparison, lang);
  const { figures, files } = await renderFigures(input);
  const page = renderPage({ results, comparison, assumptions, tables, figures, lang });
  const conclusions = conclusionsMarkdown(results, lang);
  const compared = comparison && comparison.cells.length > 0 ? comparison : null;
  return [
    { path: 'results.json', content: resultsJson(results) },
    { path: 'estimates.csv', content: estimatesCsv(results.estimates) },
    ...(compared ? [{ path: 'comparison.csv', content: comparisonCsv(compared) }] : []),
    { path: 'tables.md', content: markdown(input) },
    ...(conclusions === null ? [] : [{ path: 'conclusions.md', content: conclusions }]),
    ...tables.map((table) => ({ path: `tables/${table.id}.csv`, content: tableCsv(table, lang) })),
    ...files,
    { path: 'report.html', content: page },
  ];
}

async function renderFigures({ results, lang, signal }: OutputInput) {
  const { synthetic, data } = results.manifest;
  const figures: PageFigure[] = [];
  const files: OutputFile[] = [];
  for (const definition of figuresOf(results.estimates)) {
    await setImmediate();
    signal?.throwIfAborted();
    const level = results.specification.inference.level;
    const options = { lang, synthetic, level, ...(data.title === undefined ? {} : { source: data.title }) };
    const spec = buildFigure(definition, results.estimates, options);
    const svg = await renderSvg(spec);
    const path = `figures/${fileName(definition.id)}`;
    figures.push({ definition, svg });
    files.push({ path: `${path}.svg`, content: `${svg}\n` });
    files.push({ path: `${path}.vl.json`, content: `${JSON.stringify(spec, null, 1)}\n` });
  }
  return { figures, files };
}

/** `bilaga-1` as `bilaga-01`, so that a folder lists figures in their order. */
const fileName = (id: string): string => id.replace(/^(bilaga|rapport)-(\d)$/, '$1-0$2');

function markdown({ results, comparison, lang }: OutputInput): string {
  const { synthetic } = results.manifest;
  const { page } = messages(lang);
  const grids = [
    ...(comparison && comparison.cells.length > 0 ? [agreementGrid(comparison, synthetic, lang)] : []),
    ...compositionGrids(results, lang),
  ];
  return [
    `# ${markdownText(page.title)}\n`,
    ...(synthetic ? [`> **${page.syntheticTitle}.** ${page.syntheticText}\n`] : []),
    ...buildTables(results, comparison, lang).map((table) => markdownTable(table, lang)),
    ...grids.map((grid) => markdownGrid(grid, lang)),
  ].join('\n');
}
