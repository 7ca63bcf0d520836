import { type Batch, batchType, Column, utf8 } from '@uwdata/flechette';
import { quoteFound, UsageError } from '../../data/problems.js';

type Utf8Batch = new (parts: ConstructorParameters<typeof Batch>[0]) => Batch<string>;

/** The offsets of `utf8` have 32 bits. */
const MAX_BYTES = 2 ** 31 - 1;

/**
 * A column of `utf8`. Every different text is encoded once: a panel repeats each name and label many times, and one by
 * one they take ten times as long.
 * @throws UsageError where the texts together have more bytes than the type can count.
 */
export function textColumn(name: string, values: readonly (string | null)[]): Column<string> {
  const encoder = new TextEncoder();
  const encoded = new Map<string, Uint8Array>();
  const offsets = new Int32Array(values.length + 1);
  const validity = new Uint8Array(Math.ceil(values.length / 8));
  let size = 0;
  let nullCount = 0;
  values.forEach((value, i) => {
    if (value === null) nullCount++;
    else {
      validity[i >> 3]! |= 1 << (i & 7);
      let bytes = encoded.get(value);
      if (!bytes) encoded.set(value, (bytes = encoder.encode(value)));
      size += bytes.length;
    }
    if (size > MAX_BYTES)
      throw new UsageError(
        `column ${quoteFound(name)}, row ${i + 1}: found more than 2 GB of text; expected less, which is what an Arrow file holds in a column; choose parquet or csv`,
      );
    offsets[i + 1] = size;
  });
  const bytes = new Uint8Array(size);
  values.forEach((value, i) => {
    if (value !== null) bytes.set(encoded.get(value)!, offsets[i]);
  });
  const type = utf8();
  const parts = { length: values.length, nullCount, type, validity, offsets, values: bytes };
  // Columns without rows have no batches, and all columns must have as many.
  return new Column(values.length === 0 ? [] : [new (batchType(type) as Utf8Batch)(parts)], type);
}
