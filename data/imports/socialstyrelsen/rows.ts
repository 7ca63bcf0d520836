import { matchPlace } from '../places.js';
import type { Sheet, SheetCell } from '../sheet.js';

/** Columns on the left in which keys are looked for. */
const KEY_COLUMNS = 14;

export type RowPlace =
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'county' | 'nation' | 'region'; readonly name: string };

export interface KeyedRow {
  readonly row: number;
  readonly text: string;
  readonly place: RowPlace;
}

/** A row with content whose key names no place, or more than one. */
export interface UnkeyedRow {
  readonly row: number;
  readonly text: string;
  readonly why: 'unknown' | 'doubtful' | 'code-and-name-differ';
  readonly suggestions: readonly string[];
}

export interface Rows {
  readonly keyColumns: readonly number[];
  /** The column with a district's name beside its municipality; null where there is none. */
  readonly districtColumn: number | null;
  readonly keyed: readonly KeyedRow[];
  readonly unkeyed: readonly UnkeyedRow[];
}

type Looked = RowPlace | { readonly kind: 'doubtful' | 'none'; readonly suggestions: readonly string[] };
export type Lookup = (text: string) => Looked;

const told = ({ unit, name }: { readonly unit: string; readonly name: string }) => `${unit} ${name}`;

/** `matchPlace` with memory, codes with their lost zeros, and what the mapping settles. */
export function placeLookup(year: number, settled: Readonly<Record<string, string>>): Lookup {
  const seen = new Map<string, Looked>();
  const look = (text: string): Looked => {
    const own = Object.hasOwn(settled, text) ? settled[text] : undefined;
    const match = matchPlace(own ?? (/^\d{3}$/.test(text) ? `0${text}` : text), { year });
    if (match.kind === 'none') return { kind: 'none', suggestions: match.suggestions.map(told) };
    if (match.kind !== 'unit') return { kind: match.kind, name: match.name };
    if (match.confidence === 'doubtful')
      return { kind: 'doubtful', suggestions: (match.suggestions ?? []).map(told) };
    return { kind: 'unit', unit: match.unit };
  };
  return (text) => {
    if (text === '' || text.length > 80) return { kind: 'none', suggestions: [] };
    if (!seen.has(text)) seen.set(text, look(text));
    return seen.get(text)!;
  };
}

/** Which rows of a sheet are about which place; null where the sheet has no column of places. */
export function readRows(sheet: Sheet, lookup: Lookup): Rows | null {
  const keyColumns = findKeys(sheet, lookup);
  if (keyColumns.length === 0) return null;
  const districtColumn = findDistricts(sheet, keyColumns);
  const keyed: KeyedRow[] = [];
  const unkeyed: UnkeyedRow[] = [];
  for (let row = 0; row < sheet.rows; row++) {
    const texts = keyColumns.map((c) => keyText(sheet.at(row, c)));
    const district = districtColumn === null ? '' : sheet.at(row, districtColumn).text;
    const combined = district === '' ? texts : texts.map((t) => `${t} - ${district}`);
    const read = resolve([...new Set([...combined, ...texts])].map(lookup));
    const text = combined.filter((t) => t !== '').join(' ');
    if ('why' in read) {
      if (text !== '') unkeyed.push({ row, text, ...read });
    } else keyed.push({ row, text, place: read });
  }
  return keyed.length === 0 ? null : { keyColumns, districtColumn, keyed, unkeyed };
}

/**
 * The columns whose cells name different places, row after row: units where there are any (a column that gives each unit's county names
 * few), else counties and the nation.
 */
function findKeys(sheet: Sheet, lookup: Lookup): number[] {
  const found = Array.from({ length: Math.min(sheet.columns, KEY_COLUMNS) }, (_, column) => {
    const units = new Set<string>();
    const others = new Set<string>();
    let filled = 0;
    let matched = 0;
    for (let row = 0; row < sheet.rows; row++) {
      const text = keyText(sheet.at(row, column));
      const place = lookup(text);
      const hit = place.kind !== 'none' && place.kind !== 'doubtful';
      if (hit) matched++;
      if (place.kind === 'unit') units.add(place.unit);
      else if (hit) others.add((place as { name: string }).name);
      if (text !== '' && matched > 0) filled++;
    }
    return { column, units: units.size, others: others.size, isKey: matched > 0 && matched >= filled * 0.4 };
  }).filter((c) => c.isKey);
  const best = (of: (c: (typeof found)[number]) => number) => Math.max(0, ...found.map(of));
  const most = best((c) => c.units);
  if (most > 0) return found.filter((c) => c.units >= most * 0.5).map((c) => c.column);
  const others = best((c) => c.others);
  return others === 0 ? [] : [found.find((c) => c.others === others)!.column];
}

function findDistricts(sheet: Sheet, keys: readonly number[]): number | null {
  for (let row = 0; row < Math.min(sheet.rows, 30); row++)
    for (let column = 0; column < Math.min(sheet.columns, KEY_COLUMNS); column++)
      if (
        !keys.includes(column) &&
        /^stadsdel(?:ar|snamn|sområde|snämnd)?$/i.test(sheet.at(row, column).text)
      )
        return column;
  return null;
}

/** A code that a spreadsheet made a number of gets its zeros back. */
const keyText = (cell: SheetCell): string =>
  typeof cell.value === 'number' && Number.isInteger(cell.value) && cell.value >= 100 && cell.value < 10_000
    ? String(cell.value).padStart(4, '0')
    : cell.text;

function resolve(looks: readonly Looked[]): RowPlace | Omit<UnkeyedRow, 'row' | 'text'> {
  const units = [...new Set(looks.flatMap((l) => (l.kind === 'unit' ? [l.unit] : [])))];
  if (units.length > 0) {
    // A district's row has its municipality's code: the longer key is the closer one.
    const closest = units.toSorted((a, b) => b.length - a.length)[0]!;
    return units.every((u) => closest.startsWith(u))
      ? { kind: 'unit', unit: closest }
      : { why: 'code-and-name-differ', suggestions: units };
  }
  const other = looks.find((l) => l.kind === 'county' || l.kind === 'nation' || l.kind === 'region');
  if (other) return other as RowPlace;
  const suggestions = looks.flatMap((l) => ('suggestions' in l ? l.suggestions : []));
  return { why: looks.some((l) => l.kind === 'doubtful') ? 'doubtful' : 'unknown', suggestions };
}
