import type { Conflict, RawFolder, Row, TableName } from '../../data/imports/raw-folder.js';
import { type Problem, quoteFound } from '../../data/problems.js';

/** One value on which two sources disagree. */
export interface DisagreementExample {
  /** The unit, or the care unit. */
  readonly unit: string;
  readonly year: number;
  /** The value in the folder and its source; null where neither is on record. */
  readonly kept: string | null;
  readonly keptSource: string | null;
  readonly other: string;
  readonly otherSource: string;
  /** other - kept where both are numbers. */
  readonly difference: number | null;
}

/** How many cells of one indicator sources disagree on. */
export interface IndicatorDisagreement {
  /** An indicator's or staffing measure's id. */
  readonly id: string;
  /** Values (unit and year) on which sources disagree. */
  readonly cells: number;
  /** The largest difference where both are numbers. */
  readonly largest: number | null;
  /** The largest first; never anything of the survey's flags. */
  readonly examples: readonly DisagreementExample[];
}

/** Where sources of one folder disagree (`conflicts.csv`). */
export interface Disagreements {
  readonly rows: number;
  /** Rows that say the same as the folder by now. */
  readonly settled: number;
  readonly byTable: readonly { readonly table: string; readonly rows: number }[];
  readonly bySource: readonly {
    readonly kept: string | null;
    readonly other: string;
    readonly rows: number;
  }[];
  readonly byIndicator: readonly IndicatorDisagreement[];
}

const EXAMPLES = 3;

type Raw = Pick<RawFolder, 'tables' | 'origins' | 'conflicts' | 'sources'>;

/** Counts the disagreements of a folder; rows of `conflicts.csv` that cannot be read are listed. */
export function disagreements(raw: Raw): { found: Disagreements; problems: Problem[] } {
  const problems: Problem[] = [];
  const names = new Map(raw.sources.map((s) => [s.id, s.name]));
  const tables = new Map<string, number>();
  const sources = new Map<string, { kept: string | null; other: string; rows: number }>();
  const byIndicator = new Map<string, Map<string, DisagreementExample[]>>();
  let settled = 0;
  raw.conflicts.forEach((conflict, i) => {
    const row = parseRow(conflict);
    const table = Object.hasOwn(raw.tables, conflict.table ?? '') ? conflict.table : null;
    if (row === null || table === null) return problems.push(unreadable(conflict, table !== null, i + 2));
    const before = raw.tables[table].get(conflict.key);
    if (before && Object.entries(row).every(([c, v]) => sameText(before[c] ?? '', v))) return settled++;
    tables.set(table, (tables.get(table) ?? 0) + 1);
    const keptId = raw.origins[table].get(conflict.key)?.source;
    const kept = keptId === undefined ? null : (names.get(keptId) ?? keptId);
    const other = names.get(conflict.source) ?? conflict.source;
    const pair = sources.get(`${kept}\t${other}`) ?? { kept, other, rows: 0 };
    sources.set(`${kept}\t${other}`, { ...pair, rows: pair.rows + 1 });
    const place = placeOf(table, conflict.key);
    if (!place) return;
    const cells = byIndicator.get(place.id) ?? new Map<string, DisagreementExample[]>();
    byIndicator.set(place.id, cells);
    const [was, is] = [before && valueOf(table, before), valueOf(table, row)];
    const example = {
      unit: place.unit,
      year: place.year,
      kept: was ?? null,
      keptSource: kept,
      other: is,
      otherSource: other,
      difference: differenceOf(was ?? '', is),
    };
    cells.set(conflict.key, [...(cells.get(conflict.key) ?? []), example]);
  });
  const found = {
    rows: raw.conflicts.length,
    settled,
    byTable: [...tables].sort(byName).map(([table, rows]) => ({ table, rows })),
    bySource: [...sources].sort(byName).map(([, pair]) => pair),
    byIndicator: [...byIndicator].sort(byName).map(([id, cells]) => summary(id, cells)),
  };
  return { found, problems };
}

function summary(
  id: string,
  cells: ReadonlyMap<string, readonly DisagreementExample[]>,
): IndicatorDisagreement {
  const size = (e: DisagreementExample) => (e.difference === null ? -1 : Math.abs(e.difference));
  const all = [...cells].sort(byName).flatMap(([, list]) => list);
  const examples = all.toSorted((a, b) => size(b) - size(a));
  const largest = examples[0] ? size(examples[0]) : -1;
  return {
    id,
    cells: cells.size,
    largest: largest < 0 ? null : largest,
    examples: examples.slice(0, EXAMPLES),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The unit, year and indicator of a key; null for tables without them, the confidential flags among these. */
function placeOf(table: TableName, key: string): { unit: string; year: number; id: string } | null {
  if (table !== 'answers.csv' && table !== 'care-units.csv') return null;
  const [unit = '', year = '', id = ''] = key.split('\t');
  return { unit, year: Number(year), id };
}

const valueOf = (table: TableName, row: Row): string =>
  (table === 'care-units.csv' ? row['value'] : row['answer'] || row['reason']) ?? '';

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

const sameText = (a: string, b: string): boolean =>
  a === b || (isNumber(a) && isNumber(b) && Number(a) === Number(b));

const differenceOf = (a: string, b: string): number | null =>
  isNumber(a) && isNumber(b) ? Number(b) - Number(a) : null;

function parseRow({ row }: Conflict): Row | null {
  try {
    const value: unknown = JSON.parse(row ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.fromEntries(Object.entries(value).map(([c, v]) => [c, String(v)]));
  } catch {
    return null;
  }
}

/** The row itself is not quoted: it may hold a unit's flag. */
function unreadable({ table }: Conflict, known: boolean, row: number): Problem {
  return {
    severity: 'warning',
    code: 'unreadable-conflict',
    file: 'conflicts.csv',
    row,
    column: known ? 'row' : 'table',
    found: known ? 'text that is no JSON object' : quoteFound(table ?? ''),
    expected: known ? 'the row not used, as JSON' : 'the name of a table, answers.csv',
    cure: 'import the sources again; the row is left out of the report',
  };
}
