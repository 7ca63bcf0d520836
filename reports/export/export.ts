import type { DataTable } from '../../analysis/frames/index.js';
import type { OutputFile } from '../write.js';
import { arrowFile } from './arrow.js';
import { csvFile } from './csv.js';
import type { ExportFormat } from './formats.js';
import type { Origin } from './origin.js';
import { parquetFile } from './parquet.js';

const writers = {
  parquet: parquetFile,
  csv: csvFile,
  arrow: arrowFile,
} as const satisfies Record<ExportFormat, (table: DataTable, origin: Origin) => Uint8Array>;

/**
 * A table as files for R, Python and other programs, `panel.parquet`: one for each format, all with the same columns and
 * rows. The same table and origin give the same bytes.
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, panelTable, readDataFolder } from 'oppna-jamforelser';
 * import { dataFiles } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const origin = { version: '0.1.0', synthetic: panel.synthetic, about: panel.about, inputs: panel.inputs };
 * const [file] = dataFiles(panelTable(panel, defaultSpecification), ['parquet'], origin);
 * console.log(file?.path, file?.content.length);
 * ```
 */
export const dataFiles = (table: DataTable, formats: readonly ExportFormat[], origin: Origin): OutputFile[] =>
  formats.map((format) => ({ path: `${table.name}.${format}`, content: writers[format](table, origin) }));
