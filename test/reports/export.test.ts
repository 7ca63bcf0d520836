import { type Table, tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { readParquet } from 'parquet-wasm';
import { describe, expect, test } from 'vitest';
import { type DataTable, estimatesTable, panelTable } from '../../analysis/frames/index.js';
import { dataTable, float64, int32, text, truth } from '../../analysis/frames/data-table.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { dataFiles } from '../../reports/export/export.js';
import { chosen, exportFormats } from '../../reports/export/formats.js';
import type { Origin } from '../../reports/export/origin.js';
import { officeResults } from './office-fixture.js';

const panel = buildPanel(readDataFolder(demoFolder()));
const results = officeResults();
const origin: Origin = { version: '1.2.3', synthetic: true, about: panel.about, inputs: panel.inputs };

const bytes = (table: DataTable, format: (typeof exportFormats)[number], from = origin): Uint8Array =>
  dataFiles(table, [format], from)[0]!.content as Uint8Array;

/** Read by other programs' libraries: Parquet by the one in Rust, both by Arrow's own for JavaScript. */
const readers = {
  parquet: (table: DataTable) => tableFromIPC(readParquet(bytes(table, 'parquet')).intoIPCStream()),
  arrow: (table: DataTable) => tableFromIPC(bytes(table, 'arrow')),
};

const typeNames = { text: 'Utf8', int32: 'Int32', float64: 'Float64', boolean: 'Bool' } as const;

/** Text that is no Unicode (half a surrogate pair) has no UTF-8: it is written with the replacement character. */
const written = (value: unknown): unknown =>
  typeof value === 'string' ? Buffer.from(value, 'utf8').toString('utf8') : value;

function expectSame(read: Table, table: DataTable): void {
  expect(read.numRows).toBe(table.length);
  expect(
    read.schema.fields.map((f) => [f.name, (f.type as { toString(): string }).toString(), f.nullable]),
  ).toEqual(table.columns.map((c) => [c.name, typeNames[c.type], true]));
  for (const { name, values } of table.columns) {
    const column = read.getChild(name)!;
    const found = Array.from({ length: read.numRows }, (_, i): unknown => column.get(i));
    const first = found.findIndex((value, i) => !Object.is(value, written(values[i])));
    expect(first, `${name}: ${String(found[first])} for ${String(values[first])}`).toBe(-1);
  }
}

const odd = dataTable('odd', 4, [
  text('text "\' <b> å \u{1f600}', ['0114', '', null, '=1+1']),
  int32('whole', [-2147483648, 2147483647, null, 0]),
  float64('number', [5e-324, -1.7976931348623157e308, null, 0.1 + 0.2]),
  truth('truth', [true, false, null, true]),
  text('nothing', [null, null, null, null]),
]);

describe.each(['parquet', 'arrow'] as const)('a %s file, read by another implementation', (format) => {
  const read = readers[format];

  test('has every value and type of the estimates, hostile texts among them', () => {
    expectSame(read(estimatesTable(results.estimates, true)), estimatesTable(results.estimates, true));
  });

  test('has every value and type of the demo panel, units as text', () => {
    const table = panelTable(panel, defaultSpecification);
    const found = read(table);
    expectSame(found, table);
    expect(found.getChild('unit')!.get(0)).toBe('0114');
  });

  test('keeps the smallest and largest numbers, empty text and what is missing apart', () => {
    expectSame(read(odd), odd);
  });

  test('says version, synthetic or not, and source', () => {
    const { metadata } = read(odd).schema;
    expect(metadata.get('oppna-jamforelser.version')).toBe('1.2.3');
    expect(metadata.get('oppna-jamforelser.synthetic')).toBe('true');
    expect(metadata.get('oppna-jamforelser.notice.en')).toContain('Synthetic data');
    const source = JSON.parse(metadata.get('oppna-jamforelser.source')!) as { inputs: unknown[] };
    expect(source.inputs).toHaveLength(panel.inputs.length);
  });

  test('is the same bytes again', () => {
    const again = () => bytes(panelTable(panel, defaultSpecification), format);
    expect(Buffer.compare(again(), again())).toBe(0);
  });
});

test('a table without rows keeps its columns in Arrow and CSV, and is refused in Parquet', () => {
  const empty = estimatesTable([], false);
  expectSame(readers.arrow(empty), empty);
  expect(Buffer.from(bytes(empty, 'csv')).toString()).toMatch(/^synthetic,id,.*,extra\r\n$/);
  expect(() => bytes(empty, 'parquet')).toThrow(/estimates.parquet: found no rows.*choose csv or arrow/);
});

test('a file of real data makes no notice of synthetic data', () => {
  const { metadata } = tableFromIPC(bytes(odd, 'arrow', { ...origin, synthetic: false })).schema;
  expect(metadata.get('oppna-jamforelser.synthetic')).toBe('false');
  expect([...metadata.keys()].filter((key) => key.includes('notice'))).toEqual([]);
});

describe('a CSV file', () => {
  const parse = (table: DataTable) =>
    Papa.parse<string[]>(Buffer.from(bytes(table, 'csv')).toString('utf8'), { skipEmptyLines: true }).data;

  test('has the columns and rows of the Parquet file, across the seams of its chunks', () => {
    const table = panelTable(panel, defaultSpecification);
    const [head, ...rows] = parse(table);
    expect(head).toEqual(table.columns.map((c) => c.name));
    expect(rows).toHaveLength(table.length);
    for (const row of [0, 9_999, 10_000, 20_000, table.length - 1])
      expect(rows[row]).toEqual(table.columns.map((c) => String(c.values[row] ?? '')));
    const scores = table.columns.findIndex((c) => c.name === 'score');
    const wrong = rows.filter((r, i) => r[scores] !== String(table.columns[scores]!.values[i] ?? ''));
    expect(wrong).toEqual([]);
  });

  test('holds no formula but keeps marks as they are', () => {
    const [head, ...rows] = parse(estimatesTable(results.estimates, true));
    const mark = head!.indexOf('mark');
    expect(new Set(rows.map((row) => row[mark]))).toContain('++');
    const open = rows.flatMap((row) =>
      row.filter((value, c) => c !== mark && /^[=+@\t\r]|^-\D|^-\d.*[^\d.e-]/.test(value)),
    );
    expect(open).toEqual([]);
    expect(parse(odd).at(-1)![0]).toBe("'=1+1");
  });

  test('says on every row whether the data are synthetic', () => {
    const [head, ...rows] = parse(estimatesTable(results.estimates, true));
    expect(head![0]).toBe('synthetic');
    expect(rows.every((row) => row[0] === 'true')).toBe(true);
  });
});

describe('the names of formats and tables', () => {
  test('are each taken once, in their order, with spaces and capitals', () => {
    expect(chosen('--format', ' CSV,parquet,csv', exportFormats)).toEqual(['parquet', 'csv']);
    expect(chosen('--format', 'all', exportFormats)).toEqual(['parquet', 'csv', 'arrow']);
  });

  test('are refused where unknown, with those known, on one line', () => {
    for (const name of ['feather', '', 'parquet,', 'constructor', 'x\u0007\n'.repeat(5000)]) {
      expect(() => chosen('--format', name, exportFormats)).toThrow(UsageError);
      expect(() => chosen('--format', name, exportFormats)).toThrow(
        /^--format: found "[^\n]{0,300}expected one or more of parquet,csv,arrow[^\n]*$/,
      );
    }
  });
});
