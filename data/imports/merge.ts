import type { Imported, ImportSource, Place } from './imported.js';
import { officialUnits } from './official-units.js';
import {
  type Conflict,
  keyOf,
  type Origin,
  type RawFolder,
  type Row,
  type TableName,
  tableNames,
} from './raw-folder.js';

/** What an import did to a folder. */
export interface Merged {
  readonly folder: RawFolder;
  /** Rows by table that are new, that changed (the same source read again, or `replace`), and that stayed as they were. */
  readonly added: Readonly<Record<TableName, number>>;
  readonly changed: Readonly<Record<TableName, number>>;
  readonly unchanged: Readonly<Record<TableName, number>>;
  /** Rows of a source read before that its new reading has no more. */
  readonly removed: Readonly<Record<TableName, number>>;
  /** Rows that another source fills otherwise: not used, kept in `conflicts.csv`. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Adds what was imported to a folder. A value that is there from another source with another content stays, and the new one
 * is kept as a conflict, unless `replace` is set: then the old one is. A file of the same kind and name as one read
 * before is that source read again: its rows replace their own, and those that it has no more are removed. The units that the rows speak of are added by the
 * official registers where the folder has none.
 */
export function merge(folder: RawFolder, imported: Imported, replace = false): Merged {
  const tables = copy(folder.tables);
  const origins = copy(folder.origins);
  const count = () => Object.fromEntries(tableNames.map((t) => [t, 0])) as Record<TableName, number>;
  const [added, changed, unchanged, removed] = [count(), count(), count(), count()];
  const again = supersededBy(folder.sources, imported.sources);
  const conflicts: Conflict[] = folder.conflicts.filter((c) => !again.has(c.source));
  const fresh: Conflict[] = [];
  for (const { table, row, origin } of rowsOf(imported, folder.tables)) {
    const key = keyOf(table, row);
    const before = tables[table].get(key);
    const from = origins[table].get(key);
    const write = () => {
      tables[table].set(key, { ...before, ...row });
      if (origin) origins[table].set(key, origin);
    };
    if (!before) {
      added[table]++;
      write();
    } else if (isSame(before, row)) {
      unchanged[table]++;
      if (!from || again.has(from.source)) write();
    } else if (
      origin === null ||
      replace ||
      (from && (again.has(from.source) || from.source === origin.source))
    ) {
      changed[table]++;
      if (replace && from && origin && !again.has(from.source) && from.source !== origin.source)
        fresh.push({ table, key, ...from, row: JSON.stringify(before) });
      write();
    } else fresh.push({ table, key, ...origin, row: JSON.stringify(row) });
  }
  for (const table of tableNames)
    for (const [key, from] of origins[table]) {
      if (!again.has(from.source)) continue;
      tables[table].delete(key);
      origins[table].delete(key);
      removed[table]++;
    }
  const sources = [...folder.sources.filter((s) => !again.has(s.id)), ...imported.sources];
  // The same bytes read again are the source as it was first read.
  const named = new Map(sources.toReversed().map((s) => [s.id, s]));
  return {
    folder: {
      tables,
      origins,
      // One that the folder has come to agree with is none any more.
      conflicts: unique([...conflicts, ...fresh]).filter(
        (c) => !isSame(tables[c.table].get(c.key) ?? {}, JSON.parse(c.row) as Row),
      ),
      sources: [...named.values()].sort((a, b) => (a.kind + a.name < b.kind + b.name ? -1 : 1)),
      files: folder.files,
    },
    added,
    changed,
    unchanged,
    removed,
    conflicts: fresh,
  };
}

interface NewRow {
  readonly table: TableName;
  readonly row: Row;
  readonly origin: Origin | null;
}

function* rowsOf(imported: Imported, known: RawFolder['tables']): Generator<NewRow> {
  const origin = ({ source, place }: Place): Origin => ({ source, place });
  const mentioned = new Set([
    ...imported.answers.map((a) => a.unit),
    ...imported.flags.map((f) => f.unit),
    ...imported.careValues.map((c) => c.unit),
  ]);
  const given = new Set(imported.units.map((u) => u.unit));
  for (const { unit, columns } of officialUnits())
    if (mentioned.has(unit) && !given.has(unit) && !known['units.csv'].has(unit))
      yield { table: 'units.csv', row: { unit, ...columns }, origin: null };
  for (const { unit, columns } of imported.units)
    yield { table: 'units.csv', row: { unit, ...columns }, origin: null };
  // An indicator that the folder has keeps its row there: its owner may have corrected it.
  for (const { extra, ...row } of imported.indicators)
    if (!known['indicators.csv'].has(row.indicator))
      yield { table: 'indicators.csv', row: { ...row, ...extra }, origin: null };
  for (const a of imported.answers) {
    const { unit, indicator, answer, reason } = a;
    const row = { unit, year: String(a.year), indicator, answer, reason };
    yield { table: 'answers.csv', row, origin: origin(a) };
  }
  for (const f of imported.flags) {
    const row = {
      unit: f.unit,
      area: f.area,
      quality_development: f.qualityDevelopment,
      not_used: f.notUsed,
    };
    yield { table: 'survey.csv', row, origin: origin(f) };
  }
  for (const c of imported.careValues) {
    const { careUnit: care_unit, unit, kind, measure, value } = c;
    const row = { care_unit, unit, year: String(c.year), kind, measure, value };
    yield { table: 'care-units.csv', row, origin: origin(c) };
  }
}

/** The ids of sources that the new ones are a later reading of. */
function supersededBy(before: readonly ImportSource[], now: readonly ImportSource[]): Set<string> {
  const names = new Set(now.map((s) => `${s.kind}\t${s.name}`));
  const ids = new Set(now.map((s) => s.id));
  return new Set(before.filter((s) => names.has(`${s.kind}\t${s.name}`) && !ids.has(s.id)).map((s) => s.id));
}

const isSame = (before: Row, row: Row): boolean =>
  Object.entries(row).every(([c, v]) => (before[c] ?? '') === v);

function unique(conflicts: readonly Conflict[]): Conflict[] {
  const known = new Map(conflicts.map((c) => [[c.table, c.key, c.source].join('\t'), c]));
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, c]) => c);
}

const copy = <T>(tables: Readonly<Record<TableName, ReadonlyMap<string, T>>>) =>
  Object.fromEntries(tableNames.map((t) => [t, new Map(tables[t])])) as Record<TableName, Map<string, T>>;
