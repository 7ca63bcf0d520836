import {
  bool,
  type Column,
  columnFromArray,
  float64,
  int32,
  Table,
  tableFromColumns,
  tableToIPC,
} from '@uwdata/flechette';
import type { DataColumn, DataTable } from '../../analysis/frames/index.js';
import { textColumn } from './arrow-text.js';
import { metadata, type Origin } from './origin.js';

/**
 * A table as an Arrow IPC file (Feather V2), uncompressed so that every reader takes it: `utf8`, `int32`, `float64`,
 * `bool`, every column nullable, the metadata in the schema. The same table gives the same bytes.
 */
export function arrowFile({ columns }: DataTable, origin: Origin): Uint8Array {
  const table = tableFromColumns(columns.map((column) => [column.name, arrowColumn(column)]));
  const schema = { ...table.schema, metadata: new Map(metadata(origin)) };
  return tableToIPC(new Table(schema, table.children), { format: 'file' })!;
}

function arrowColumn({ name, type, values }: DataColumn): Column<unknown> {
  switch (type) {
    case 'text':
      return textColumn(name, values);
    case 'int32':
      return columnFromArray(values as (number | null)[], int32());
    case 'float64':
      return columnFromArray(values as (number | null)[], float64());
    case 'boolean':
      return columnFromArray(values as (boolean | null)[], bool());
  }
}
