import { matchPlace } from '../places.js';
import type { Sheet } from '../sheet.js';
import { headerOf } from './header.js';
import type { MappedIndicator, TableMapping } from './mapping.js';

/** Rows that are looked at. */
const SAMPLE = 200;
/** A column is of units, or of years, where this share of its cells is. */
const ENOUGH = 0.8;

const isYear = (text: string): boolean => /^(19|20)\d{2}$/.test(text);
const INDICATOR = /^(kpi|indikator|indicator|variabel|tabellinnehåll|mått|nyckeltal)/i;
const SORTS = /^(gender|kön|status|count|antal)$/i;

/**
 * A draft of a mapping, from what the columns of a sheet look like: for people to correct, never used unasked. Types
 * are guessed from the values; the direction is `higher` throughout.
 */
export function draftMapping(sheet: Sheet): TableMapping {
  const { row, names } = headerOf(sheet, null);
  const columns = names.map((name, column) => {
    const cells: string[] = [];
    for (let r = row + 1; r < sheet.rows && cells.length < SAMPLE; r++) {
      const { text } = sheet.at(r, column);
      if (text !== '') cells.push(text);
    }
    const share = (test: (text: string) => boolean) =>
      cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
    return { name, cells, share };
  });
  const isUnit = (text: string) => matchPlace(text).kind === 'unit';
  const unit = columns.find((c) => !isYear(c.name) && c.share(isUnit) >= ENOUGH) ?? columns[0];
  const years = columns.filter((c) => isYear(c.name));
  const year = years.length > 0 ? undefined : columns.find((c) => c.share(isYear) >= ENOUGH);
  const indicator = columns.find((c) => INDICATOR.test(c.name));
  const numbers =
    years.length > 0
      ? years
      : columns.filter(
          (c) => ![unit, year, indicator].includes(c) && !SORTS.test(c.name) && c.share(isNumber) > 0.5,
        );
  const gender = columns.find((c) => /^(gender|kön)$/i.test(c.name) && c.cells.includes('T'));
  const status = columns.find((c) => /^status$/i.test(c.name));
  const ranges = rangesOf(sheet, row + 1, names, indicator?.name, years.length > 0 ? null : numbers);
  const valueColumns = numbers.map((c) => ({
    column: c.name,
    ...(years.length > 0 ? { year: Number(c.name) } : {}),
    ...(indicator ? {} : { indicator: years.length > 0 ? 'value' : c.name }),
  }));
  return {
    ...(sheet.name === '' ? {} : { sheet: sheet.name }),
    unit: unit?.name ?? '',
    ...(year ? { year: year.name } : {}),
    ...(indicator ? { indicator: indicator.name } : {}),
    values: valueColumns,
    ...(gender ? { only: { [gender.name]: 'T' } } : {}),
    ...(status
      ? { status: status.name, missing: { Missing: 'ej-samlad', Privacy: 'undertryckt' } as const }
      : {}),
    indicators: Object.fromEntries([...ranges].map(([name, range]) => [name, guess(name, range)])),
  };
}

interface Range {
  low: number;
  high: number;
}

/** The smallest and largest value of each indicator: by the indicator's column, else by value column, else of all. */
function rangesOf(
  sheet: Sheet,
  from: number,
  names: readonly string[],
  indicator: string | undefined,
  columns: readonly { readonly name: string }[] | null,
): Map<string, Range> {
  const ranges = new Map<string, Range>();
  const see = (name: string, text: string) => {
    const range = ranges.get(name) ?? { low: Infinity, high: -Infinity };
    ranges.set(name, range);
    if (!isNumber(text)) return;
    range.low = Math.min(range.low, numberOf(text));
    range.high = Math.max(range.high, numberOf(text));
  };
  const at = indicator === undefined ? -1 : names.indexOf(indicator);
  const values = columns
    ? columns.map((c) => names.indexOf(c.name))
    : [...names.keys()].filter((c) => isYear(names[c]!));
  for (let row = from; row < sheet.rows; row++)
    for (const column of values) {
      const name = at >= 0 ? sheet.at(row, at).text : columns ? names[column]! : 'value';
      if (name !== '') see(name, sheet.at(row, column).text);
    }
  return ranges;
}

const numberOf = (text: string): number => Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.'));
const isNumber = (text: string): boolean => text !== '' && Number.isFinite(numberOf(text));

/** Shares lie between 0 and 100; what goes below 0 is a number of its own kind. */
const guess = (name: string, { low, high }: Range): MappedIndicator => ({
  id: name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, ''),
  label: name,
  area: 'egen',
  type: low < 0 ? 'ordinal' : high > 100 ? 'count' : 'share',
  better: 'higher',
});
