import type { Comparison, Results } from '../analysis/results.js';
import { conclusionsMarkdown } from './conclusions/markdown.js';
import type { OpenChoice, ReportFigure } from './document/context.js';
import { reportDocument } from './document/report.js';
import { drawFigures, type DrawnFigure } from './figures/draw.js';
import type { Draw } from './figures/drawing-thread.js';
import { type Picture, picturesHere } from './figures/pictures.js';
import { figureFileName } from './figures/file-name.js';
import { type Format, languagesDrawn } from './formats.js';
import { resultsJson } from './json.js';
import type { Lang } from './locales/language.js';
import { withLabels } from './locales/own-labels.js';
import { renderMarkdown } from './markdown/document.js';
import { interactivePage, type LanguageInput } from './page/interactive.js';
import { buildTables } from './tables/build.js';
import { comparisonCsv, estimatesCsv, tableCsv } from './tables/csv.js';
import { agreementGrid, compositionGrids } from './tables/grids.js';
import { multiplicityGrid } from './tables/multiplicity-grid.js';
import type { Grid, Table } from './tables/table.js';
import type { OutputFile } from './write.js';

/** Results and all that the formats need besides. */
export interface OutputInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly OpenChoice[];
  readonly lang: Lang;
  readonly formats: readonly Format[];
  /** How figures and their pictures are drawn: in this thread, unless others draw them. */
  readonly draw?: Draw;
  readonly picture?: Picture;
  /** Stops between two figures; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What the formats of a stage are made of. */
interface Made extends LanguageInput {
  readonly input: OutputInput;
  /** Drawn; with their pictures for the formats that need them. */
  readonly figures: readonly DrawnFigure[];
  /** The same in the other language, which only the page has. */
  readonly other: LanguageInput | null;
}

/**
 * Every file of a run in the formats asked for, by its path in the output folder: results.json always; report.html,
 * report.md ...; estimates.csv, comparison.csv (where anything was compared) and tables/table-02.csv ... with csv;
 * figures/bilaga-01.svg and .vl.json ... with svg; conclusions.md (where inference was made) with md.
 *
 * @example
 * ```ts
 * import { assumptions, buildPanel, compare, defaultSpecification, demoFolder } from 'oppna-jamforelser';
 * import { packageVersion, readDataFolder, replicate, results } from 'oppna-jamforelser';
 * import { renderOutputs, writeFiles } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = replicate(panel, defaultSpecification, [8]);
 * const run = { version: packageVersion(), node: process.version, command: 'mine', time: '2021-06-17T00:00:00.000Z' };
 * const files = await renderOutputs({
 *   results: results(panel, defaultSpecification, estimates, run),
 *   comparison: compare(estimates),
 *   assumptions,
 *   lang: 'en',
 *   formats: ['csv', 'md'],
 * });
 * writeFiles('my-report', files);
 * console.log(files.map(({ path }) => path).join(' '));
 * ```
 */
export const renderOutputs = (input: OutputInput): Promise<OutputFile[]> =>
  withLabels(input.results.manifest.labels, () => rendered(input));

async function rendered(input: OutputInput): Promise<OutputFile[]> {
  const { results, lang, formats, draw = drawFigures, picture = picturesHere } = input;
  const written = new Map<Format, OutputFile[]>();
  const write = async (stage: Stage, made: Made) => {
    for (const format of formats.filter((f) => stages[f] === stage)) {
      input.signal?.throwIfAborted();
      written.set(format, await renderers[format](made));
    }
  };
  const languages = languagesDrawn(formats);
  const asked = input.signal ? { signal: input.signal } : {};
  const other: Lang = lang === 'sv' ? 'en' : 'sv';
  const drawing = languages > 0 ? draw(results, { lang, ...asked }) : Promise.resolve([]);
  const drawingOther = languages > 1 ? draw(results, { lang: other, ...asked }) : null;
  // Whoever draws the figures meanwhile, a failure is thrown where they are awaited.
  for (const promise of [drawing, drawingOther]) promise?.catch(() => undefined);

  const tables = buildTables(results, input.comparison, lang);
  const inLanguage = (figures: readonly DrawnFigure[]): Made => ({
    ...languageInput(input, lang, tables, figures),
    input,
    figures,
    other: null,
  });
  await write('tables', inLanguage([]));
  const figures = await drawing;
  const made = inLanguage(figures);
  const picturing = formats.some((f) => stages[f] === 'pictures')
    ? picture(figures.map(({ svg }) => svg))
    : null;
  picturing?.catch(() => undefined);
  await write('figures', made);
  if (picturing) {
    const pictures = await picturing;
    await write('pictures', inLanguage(figures.map((figure, i) => ({ ...figure, png: pictures[i]! }))));
  }
  if (drawingOther) {
    const others = await drawingOther;
    const theirs = buildTables(results, input.comparison, other);
    await write('both languages', { ...made, other: languageInput(input, other, theirs, others) });
  }
  const files = [
    { path: 'results.json', content: resultsJson(results) },
    ...formats.flatMap((format) => written.get(format)!),
  ];
  // LaTeX and PNG both write the pictures.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function languageInput(
  { results, comparison, assumptions }: OutputInput,
  lang: Lang,
  tables: readonly Table[],
  figures: readonly ReportFigure[],
): LanguageInput {
  return { document: reportDocument({ results, comparison, assumptions, tables, figures, lang }), tables };
}

/** What a format waits for: formats are written as soon as that is there, while the rest is drawn. */
type Stage = 'tables' | 'figures' | 'pictures' | 'both languages';
const stages: Readonly<Record<Format, Stage>> = {
  csv: 'tables',
  xlsx: 'tables',
  md: 'figures',
  pdf: 'figures',
  svg: 'figures',
  // These cannot hold or take in a drawing in lines.
  docx: 'pictures',
  tex: 'pictures',
  png: 'pictures',
  html: 'both languages',
};

/** The tables of the report that are not of marks. */
const reportGrids = ({ results, comparison, lang }: OutputInput): Grid[] => [
  ...(comparison && comparison.cells.length > 0
    ? [agreementGrid(comparison, results.manifest.synthetic, lang)]
    : []),
  multiplicityGrid(results, lang),
  ...compositionGrids(results, lang),
];

/** One per format: everything it writes. A format's own library is loaded when it is asked for. */
const renderers: Readonly<Record<Format, (made: Made) => OutputFile[] | Promise<OutputFile[]>>> = {
  html: ({ input, document, tables, other }) => {
    const versions = [{ document, tables }, ...(other ? [other] : [])] as const;
    return [{ path: 'report.html', content: interactivePage({ ...input, versions }) }];
  },
  md: ({ document, input }) => {
    const conclusions = conclusionsMarkdown(input.results, input.lang);
    return [
      { path: 'report.md', content: renderMarkdown(document) },
      ...(conclusions === null ? [] : [{ path: 'conclusions.md', content: conclusions }]),
    ];
  },
  pdf: async ({ document }) => {
    const { renderPdf } = await import('./pdf/render.js');
    return [{ path: 'report.pdf', content: await renderPdf(document) }];
  },
  tex: async ({ document, figures }) => {
    const { renderLatex } = await import('./latex/render.js');
    return [{ path: 'report.tex', content: renderLatex(document) }, ...pictures(figures)];
  },
  docx: async ({ document }) => {
    const { renderWord } = await import('./word/word.js');
    return [{ path: 'report.docx', content: await renderWord(document) }];
  },
  xlsx: async ({ input, tables }) => {
    const { renderWorkbook } = await import('./workbook/workbook.js');
    const grids = reportGrids(input);
    return [{ path: 'report.xlsx', content: await renderWorkbook({ ...input, tables, grids }) }];
  },
  csv: ({ input: { results, comparison, lang }, tables }) => [
    { path: 'estimates.csv', content: estimatesCsv(results.estimates) },
    ...(comparison && comparison.cells.length > 0
      ? [{ path: 'comparison.csv', content: comparisonCsv(comparison) }]
      : []),
    ...tables.map((table) => ({ path: `tables/${table.id}.csv`, content: tableCsv(table, lang) })),
  ],
  svg: ({ figures }) =>
    figures.flatMap(({ id, svg, spec }) => [
      { path: `figures/${figureFileName(id)}.svg`, content: `${svg}\n` },
      { path: `figures/${figureFileName(id)}.vl.json`, content: `${JSON.stringify(spec, null, 1)}\n` },
    ]),
  png: ({ figures }) => pictures(figures),
};

const pictures = (figures: readonly DrawnFigure[]): OutputFile[] =>
  figures.flatMap(({ id, png }) =>
    png ? [{ path: `figures/${figureFileName(id)}.png`, content: png }] : [],
  );
