import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DataColumn, panelTable } from '../../analysis/frames/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { messages } from '../../reports/locales/language.js';

interface Read {
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly missing: number;
    readonly distinct: number;
    readonly sum: number;
    readonly weighted: number;
  }[];
}
const reference = <T>(file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'reference', file), 'utf8')) as T;
const r = reference<{ synthetic: string; notice: string; parquet: Read; csv: Read }>('export.json');
const pandas = reference<{ csv: Read }>('export-pandas.json');

const table = panelTable(buildPanel(readDataFolder(demoFolder())), defaultSpecification);

/** What the scripts write of a column; `asText` where R left TRUE and FALSE as text. */
function summary({ name, values }: DataColumn, asText: boolean) {
  const size = (value: string | number | boolean | null) =>
    typeof value === 'string'
      ? Buffer.byteLength(value)
      : typeof value === 'boolean' && asText
        ? String(value).length
        : Number(value);
  return {
    name,
    missing: values.filter((value) => value === null).length,
    distinct: new Set(values.filter((value) => value !== null)).size,
    sum: values.reduce<number>((sum, value) => sum + size(value), 0),
    weighted: values.reduce<number>((sum, value, i) => sum + size(value) * ((i % 97) + 1), 0),
  };
}

const types = {
  parquet: { text: ['character'], int32: ['integer'], float64: ['double'], boolean: ['logical'] },
  // A CSV file has no types: text that looks like numbers becomes numbers, whole numbers integers, if nobody says otherwise.
  csv: {
    text: ['character', 'integer'],
    int32: ['integer'],
    float64: ['double', 'integer'],
    boolean: ['character'],
  },
  pandas: { text: ['object', 'int64'], int32: ['int64'], float64: ['float64'], boolean: ['bool'] },
} as const;

describe.each([
  ['nanoparquet in R, of the Parquet file', 'parquet', r.parquet],
  ['base R, of the CSV file', 'csv', r.csv],
  ['pandas, of the CSV file', 'pandas', pandas.csv],
] as const)('what is read by %s', (_, kind, read) => {
  test('has as many rows, and the columns in their order', () => {
    expect(read.rows).toBe(table.length);
    expect(read.columns.map((c) => c.name)).toEqual(table.columns.map((c) => c.name));
  });

  test.each(table.columns.map((column, i) => [column.name, column, read.columns[i]!] as const))(
    'is the column %s, with its type, gaps and values',
    (name, column, found) => {
      expect(types[kind][column.type]).toContain(found.type);
      // Numbers made of codes have other sums; codes that must stay text are told to the readers by name.
      if (column.type === 'text' && /^int/.test(found.type)) {
        expect(['socioek', 'invanare']).toContain(name);
        return;
      }
      const expected = summary(column, found.type === 'character');
      expect(found.missing).toBe(expected.missing);
      expect(found.distinct).toBe(expected.distinct);
      expect(Math.abs(found.sum - expected.sum)).toBeLessThanOrEqual(1e-9 * Math.abs(expected.sum));
      expect(Math.abs(found.weighted - expected.weighted)).toBeLessThanOrEqual(
        1e-9 * Math.abs(expected.weighted),
      );
    },
  );
});

test('R found in the file that the data are synthetic', () => {
  expect(r.synthetic).toBe('true');
  expect(r.notice).toBe(messages('en').tables.notes.synthetic);
});
