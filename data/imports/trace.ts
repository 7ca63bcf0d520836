import { nearest } from '../readers/nearest.js';
import { UsageError } from '../problems.js';
import type { ImportSource } from './imported.js';
import { type Conflict, keyOf, type Origin, type RawFolder, type Row } from './raw-folder.js';

/** One answer of a canonical folder, and where it comes from. */
export interface Trace {
  readonly unit: Row;
  readonly indicator: Row;
  readonly row: Row;
  /** Null for a value that no importer wrote: the folder's own file is then the source. */
  readonly origin: Origin | null;
  readonly source: ImportSource | null;
  /** The same cell by other sources, not used. */
  readonly conflicts: readonly (Conflict & { readonly from: ImportSource | null })[];
}

/**
 * Traces the answer of a unit (by code or name) in a year to an indicator (by id). Throws UsageError, with the nearest
 * code or id, for what the folder does not have.
 */
export function traceAnswer(folder: RawFolder, unitText: string, year: string, indicator: string): Trace {
  const { 'units.csv': units, 'indicators.csv': indicators, 'answers.csv': answers } = folder.tables;
  const named = [...units.values()].filter((u) => u['unit'] === unitText || u['name'] === unitText);
  if (named.length > 1)
    throw new UsageError(
      `units.csv has several units "${unitText}": ${named.map((u) => u['unit']).join(', ')}; give the code`,
    );
  const [unit] = named;
  if (!unit)
    throw missing(
      'units.csv',
      'unit',
      unitText,
      [...units.values()].flatMap((u) => [u['unit']!, u['name']!]),
    );
  const item = indicators.get(indicator);
  if (!item) throw missing('indicators.csv', 'indicator', indicator, [...indicators.keys()]);
  const key = keyOf('answers.csv', { unit: unit['unit']!, year, indicator });
  const row = answers.get(key);
  if (!row)
    throw missing(
      'answers.csv',
      `answer of ${unit['unit']} to ${indicator} in`,
      year,
      yearsOf(folder, unit, indicator),
    );
  const sources = new Map(folder.sources.map((s) => [s.id, s]));
  const origin = folder.origins['answers.csv'].get(key) ?? null;
  return {
    unit,
    indicator: item,
    row,
    origin,
    source: origin ? (sources.get(origin.source) ?? null) : null,
    conflicts: folder.conflicts
      .filter((c) => c.table === 'answers.csv' && c.key === key)
      .map((c) => ({ ...c, from: sources.get(c.source) ?? null })),
  };
}

const yearsOf = (folder: RawFolder, unit: Row, indicator: string): string[] =>
  [...folder.tables['answers.csv'].values()]
    .filter((r) => r['unit'] === unit['unit'] && r['indicator'] === indicator)
    .map((r) => r['year']!);

function missing(file: string, what: string, found: string, have: readonly string[]): UsageError {
  const close = nearest(found, have);
  const some = have.length <= 10 && have.length > 0 ? `; there are: ${have.join(', ')}` : '';
  return new UsageError(`${file}: no ${what} "${found}"${close ? `; did you mean ${close}?` : some}`);
}
