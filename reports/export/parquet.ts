import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { UsageError } from '../../data/problems.js';
import type { ColumnType, DataTable } from '../../analysis/frames/index.js';
import { metadata, type Origin } from './origin.js';

const types = {
  text: 'STRING',
  int32: 'INT32',
  float64: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, BasicType>;

/** Rows that a reader takes at a time. */
const ROW_GROUP = 100_000;

/**
 * A table as a Parquet file, compressed by Snappy: text as UTF-8 strings, `int32`, `double`, `boolean`, every column
 * nullable, the metadata in the footer. The same table gives the same bytes.
 * @throws UsageError for a table without rows: the writer's file of none is refused by strict readers (parquet-rs).
 */
export function parquetFile({ name: table, length, columns }: DataTable, origin: Origin): Uint8Array {
  if (length === 0)
    throw new UsageError(
      `${table}.parquet: found no rows; expected at least one, for not every program reads a Parquet file without; choose csv or arrow`,
    );
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type, values }) => ({
        name,
        // The writer only reads; its type does not say so.
        data: values as (string | number | boolean | null)[],
        type: types[type],
        nullable: true,
      })),
      rowGroupSize: ROW_GROUP,
      kvMetadata: metadata(origin).map(([key, value]) => ({ key, value })),
      createdBy: `oppna-jamforelser version ${origin.version}`,
    }),
  );
}
