import { quoteFound, UsageError } from '../../data/problems.js';
import { type CellValue, codeColumns } from '../frames/index.js';
import { type DanfoFrame, ownName } from './frame.js';

/**
 * A DataFrame of danfojs-node as rows by column: NaN, null and undefined become null, and columns that `toDanfo` renamed get
 * their names back. What danfo computed is taken as it is: frames compute in 32 bits.
 *
 * @throws UsageError naming column and row where a number is infinite (a division by 0), a code (`unit`, `municipality`) is a number
 * because danfo read it from a file, or a value is no text, number or truth; or where this is no frame, or two columns have one name.
 *
 * @example
 * ```ts
 * import * as danfo from 'danfojs-node';
 * import { fromDanfo } from 'oppna-jamforelser/danfo';
 * const rows = fromDanfo(new danfo.DataFrame({ group: ['a', 'a', 'b'], value: [1, NaN, 3] }));
 * console.log(rows); // [{ group: 'a', value: 1 }, { group: 'a', value: null }, { group: 'b', value: 3 }]
 * ```
 */
export function fromDanfo(frame: DanfoFrame): Record<string, CellValue>[] {
  if (
    typeof frame !== 'object' ||
    frame === null ||
    !Array.isArray(frame.columns) ||
    !Array.isArray(frame.values)
  )
    throw new UsageError('fromDanfo: found no DataFrame of danfojs-node; expected one');
  const columns = (frame.columns as string[]).map((name) => ownName(name, frame));
  const double = columns.find((name, i) => columns.indexOf(name) < i);
  if (double !== undefined)
    throw new UsageError(
      `fromDanfo: found two columns ${quoteFound(double)}; expected a name of its own for every column; rename one of the two`,
    );
  return (frame.values as unknown[]).map((row, i) => {
    if (!Array.isArray(row))
      throw new UsageError(
        'fromDanfo: found a Series; expected a DataFrame; make one of it: new DataFrame({ name: series.values })',
      );
    return record(columns, row, i);
  });
}

/** Assigned one by one, five times as fast as from entries; but for a name that assigning would not make a property. */
function record(columns: readonly string[], row: readonly unknown[], i: number): Record<string, CellValue> {
  const made: Record<string, CellValue> = {};
  columns.forEach((name, c) => {
    const value = cell(row[c], name, i);
    if (name === '__proto__')
      Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
    else made[name] = value;
  });
  return made;
}

function cell(value: unknown, name: string, i: number): CellValue {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value) && !codeColumns.has(name)) return value;
  throw new UsageError(`fromDanfo: column ${quoteFound(name)}, row ${i + 1}: ${fault(value, name)}`);
}

function fault(value: unknown, name: string): string {
  if (typeof value !== 'number')
    return `found ${typeof value === 'object' ? 'an object' : `a ${typeof value}`}; expected text, a number, true or false`;
  return codeColumns.has(name)
    ? `found ${value}; expected a code as text, "0114": a number has lost its leading zero; read the file with readFrame or readDataFolder, not with danfo`
    : 'found an infinite number; expected a finite one; look for a division by 0';
}
