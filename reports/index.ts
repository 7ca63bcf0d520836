/**
 * What comes out: tables of marks, figures, documents and files, made of results. Nothing here estimates. Every table,
 * figure and document made of synthetic data says so. Words come in Swedish (`sv`) and English (`en`).
 *
 * @example
 * ```ts
 * import { buildPanel, compare, defaultSpecification, demoFolder, packageVersion } from 'oppna-jamforelser';
 * import { readDataFolder, replicate, results } from 'oppna-jamforelser';
 * import { buildTables, terminalTable } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = replicate(panel, defaultSpecification, [8]);
 * const run = { version: packageVersion(), node: process.version, command: 'mine', time: '2021-06-17T00:00:00.000Z' };
 * const whole = results(panel, defaultSpecification, estimates, run);
 * for (const table of buildTables(whole, compare(estimates), 'en'))
 *   console.log(terminalTable(table, { lang: 'en', width: 100, colour: false }));
 * ```
 * @module oppna-jamforelser/reports
 */

// Tables of marks, and grids of plain text.
export { buildTables } from './tables/build.js';
export {
  type Cell,
  cellRows,
  type Grid,
  type GridColumn,
  type GridSort,
  type HeaderCell,
  NOT_ESTIMABLE,
  type Table,
  type TableRow,
  type Tone,
} from './tables/table.js';
export { agreementGrid, compositionGrids } from './tables/grids.js';
export { fitCsv, fitGrid } from './tables/fit-grid.js';
export { multiplicityGrid } from './tables/multiplicity-grid.js';
export { rivalsGrid } from './tables/rivals-grid.js';
export { trendsGrid } from './tables/trends-grid.js';
export { varianceGrids } from './tables/variance-grid.js';
export { terminalGrid, type TerminalOptions, terminalTable } from './tables/terminal.js';
export { comparisonCsv, estimatesCsv, tableCsv } from './tables/csv.js';
export { explanationText } from './explain.js';
export { resultsJson } from './json.js';

// Figures: what results can fill, as Vega-Lite, SVG and PNG.
export { figuresOf } from './figures/definitions.js';
export type {
  CoefficientsFigure,
  FigureCommon,
  FigureDefinition,
  DotsFigure,
  GroupsFigure,
  MapFigure,
  IndicatorTypesFigure,
  SkrFigure,
  TrendsFigure,
} from './figures/definition.js';
export type { TileKind } from '../data/codebook/tile-positions.js';
export { type AskedOptions as BuildFigureOptions, buildFigure, type FigureSpec } from './figures/build.js';
export type { FigureOptions } from './figures/frame.js';
export { drawFigures, type DrawnFigure, type DrawOptions } from './figures/draw.js';
export { renderSvg } from './figures/render.js';
export { renderPng } from './figures/png.js';

// Documents: the report of a run, of a county, of municipalities, of an indicator.
export { reportDocument } from './document/report.js';
export type { OpenChoice, ReportFigure, ReportInput } from './document/context.js';
export type {
  Block,
  Document,
  DocumentFigure,
  Fact,
  LegendEntry,
  Section,
  SyntheticNotice,
} from './document/document.js';
export { countyDocument } from './local/county.js';
export { municipalityDocument } from './local/municipality.js';
export { sideBySideDocument } from './local/side-by-side.js';
export { cardDocument, type CardOptions } from './indicators/card.js';
export { overviewDocument, type OverviewOptions } from './indicators/overview.js';

// Files: every format of a run, one document in one format, and writing them.
export { type OutputInput, renderOutputs } from './outputs.js';
export { type Format, formats, readFormats, usualFormats } from './formats.js';
export { type DocumentFormat, documentFormats, renderDocument } from './render.js';
export { type Draw, type DrawingThread, drawingThread } from './figures/drawing-thread.js';
export type { Picture } from './figures/pictures.js';
export { type OutputFile, writeFiles } from './write.js';
export type { Lang } from './locales/language.js';

// Data frames as files: Parquet, Arrow, CSV.
export { dataFiles } from './export/export.js';
export type { ExportFormat } from './export/formats.js';
export type { Origin } from './export/origin.js';
