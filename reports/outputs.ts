import type { Comparison, Results } from '../analysis/results.js';
import { conclusionsMarkdown } from './conclusions/markdown.js';
import type { OpenChoice, ReportFigure } from './document/context.js';
import type { Document } from './document/document.js';
import { reportDocument } from './document/report.js';
import { drawFigures, type DrawnFigure } from './figures/draw.js';
import type { Draw } from './figures/drawing-threads.js';
import { type Picture, picturesHere } from './figures/pictures.js';
import { figureFileName } from './figures/file-name.js';
import { type Format, languagesDrawn } from './formats.js';
import { resultsJson } from './json.js';
import type { Lang } from './locales/language.js';
import { renderMarkdown } from './markdown/document.js';
import { interactivePage, type LanguageInput } from './page/interactive.js';
import { buildTables } from './tables/build.js';
import { comparisonCsv, estimatesCsv, tableCsv } from './tables/csv.js';
import { agreementGrid, compositionGrids } from './tables/grids.js';
import { multiplicityGrid } from './tables/multiplicity-grid.js';
import type { Grid, Table } from './tables/table.js';
import type { OutputFile } from './write.js';

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

/** What the formats are made of in one language, each made once. */
interface Made {
  readonly input: OutputInput;
  readonly tables: readonly Table[];
  readonly figures: readonly DrawnFigure[];
  readonly document: Document;
  /** The same in the other language, which only the page has. */
  readonly other: LanguageInput | null;
}

/**
 * Every file of a run in the formats asked for, by its path in the output folder: results.json always; report.html,
 * report.md ...; estimates.csv, comparison.csv (where anything was compared) and tables/table-02.csv ... with csv;
 * figures/bilaga-01.svg and .vl.json ... with svg; conclusions.md (where inference was made) with md.
 */
export async function renderOutputs(input: OutputInput): Promise<OutputFile[]> {
  const { results, lang, formats, signal, draw = drawFigures } = input;
  const other: Lang = lang === 'sv' ? 'en' : 'sv';
  const asked = signal ? { signal } : {};
  const languages = languagesDrawn(formats);
  const [drawn, others] = await Promise.all([
    languages > 0 ? draw(results, { lang, ...asked }) : [],
    languages > 1 ? draw(results, { lang: other, ...asked }) : null,
  ]);
  const pictured = formats.some((format) => needPictures.includes(format));
  const figures = pictured ? await withPictures(drawn, input.picture ?? picturesHere) : drawn;
  const made: Made = {
    input,
    figures,
    ...inLanguage(input, lang, figures),
    other: others && inLanguage(input, other, others),
  };
  const files: OutputFile[] = [{ path: 'results.json', content: resultsJson(results) }];
  for (const format of formats) files.push(...(await renderers[format](made)));
  // LaTeX and PNG both write the pictures.
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

function inLanguage(
  { results, comparison, assumptions }: OutputInput,
  lang: Lang,
  figures: readonly ReportFigure[],
): LanguageInput {
  const tables = buildTables(results, comparison, lang);
  return { document: reportDocument({ results, comparison, assumptions, tables, figures, lang }), tables };
}

/** The tables of the report that are not of marks. */
const reportGrids = ({ results, comparison, lang }: OutputInput): Grid[] => [
  ...(comparison && comparison.cells.length > 0
    ? [agreementGrid(comparison, results.manifest.synthetic, lang)]
    : []),
  multiplicityGrid(results, lang),
  ...compositionGrids(results, lang),
];

async function withPictures(figures: readonly DrawnFigure[], picture: Picture): Promise<DrawnFigure[]> {
  const pictures = await picture(figures.map(({ svg }) => svg));
  return figures.map((figure, i) => ({ ...figure, png: pictures[i]! }));
}

/** The formats that cannot hold or take in a drawing in lines. */
const needPictures: readonly Format[] = ['docx', 'tex', 'png'];

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
