import type { Merged } from '../../data/imports/merge.js';
import { type TableName, tableNames } from '../../data/imports/raw-folder.js';

const kinds = ['added', 'changed', 'unchanged', 'removed'] as const;
type Lang = 'sv' | 'en';

/** Conflicts told one by one; all stand in conflicts.csv. */
const SHOWN = 20;

/** What an import did to a folder, for JSON; zeros where nothing was written. */
export function mergeRecord(merged: Merged | null): Omit<Merged, 'folder'> {
  const none = Object.fromEntries(tableNames.map((t) => [t, 0])) as Record<TableName, number>;
  const { added = none, changed = none, unchanged = none, removed = none, conflicts = [] } = merged ?? {};
  return { added, changed, unchanged, removed, conflicts };
}

/** Rows added, changed, unchanged, removed and in conflict, by table; only tables to which something happened. */
export function changes(merged: Merged): Record<string, Record<string, number>> {
  const of = (table: TableName) => ({
    ...Object.fromEntries(kinds.map((kind) => [kind, merged[kind][table]])),
    conflicts: merged.conflicts.filter((c) => c.table === table).length,
  });
  return Object.fromEntries(
    tableNames
      .map((table) => [table, of(table)] as const)
      .filter(([, counts]) => Object.values(counts).some((n) => n > 0)),
  );
}

/** What happened to the folder, table by table. */
export function changeLines(merged: Merged, into: string, replace = false): string[] {
  const tables = Object.entries(changes(merged)).map(
    ([table, counts]) => `  ${table}: ${countsText(counts) || 'nothing new'}`,
  );
  return [`written into ${into}:`, ...tables, ...conflictLines(merged, replace, 'en')];
}

/** What happened to the values of the folder, in one line, and the conflicts. */
export function valueLines(
  merged: Merged,
  into: string,
  { replace = false, lang, noun }: { replace?: boolean | undefined; lang: Lang; noun: 'answers' | 'values' },
): string[] {
  const [a, c, u, r] = kinds.map((kind) => merged[kind]['answers.csv'] + merged[kind]['care-units.csv']);
  const line =
    lang === 'sv'
      ? `${a} nya ${noun === 'answers' ? 'svar' : 'värden'}, ${c} ändrade, ${u} oförändrade, ${r} borttagna, ${merged.conflicts.length} i konflikt`
      : `${a} new ${noun}, ${c} changed, ${u} unchanged, ${r} removed, ${merged.conflicts.length} in conflict`;
  return [`${into}: ${line}`, ...conflictLines(merged, replace, lang)];
}

/** A conflict names its row and source, not what either says: flags are confidential. */
function conflictLines({ conflicts, folder }: Merged, replace: boolean, lang: Lang): string[] {
  if (conflicts.length === 0) return [];
  const names = new Map(folder.sources.map((s) => [s.id, s.name]));
  const t = words[lang];
  const lines = conflicts
    .slice(0, SHOWN)
    .map((c) =>
      t.conflict(
        `${c.table}, ${c.key.replaceAll('\t', ', ')}: ${names.get(c.source) ?? c.source} (${c.place})`,
      ),
    );
  const more = conflicts.length > SHOWN ? [t.more(conflicts.length - SHOWN)] : [];
  return [...lines, ...more, ...(replace ? [] : [t.cure])];
}

const words = {
  sv: {
    conflict: (row: string) => `konflikt: ${row} säger annat än raden som används; se conflicts.csv`,
    more: (n: number) => `  ... och ${n} till i conflicts.csv`,
    cure: '  det som mappen har står kvar; --replace tar de nya raderna i stället',
  },
  en: {
    conflict: (row: string) =>
      `conflict: ${row} says otherwise than the row used; it stands in conflicts.csv`,
    more: (n: number) => `  ... and ${n} more in conflicts.csv`,
    cure: '  by default what the folder has stays; --replace takes the new rows instead',
  },
};

/** `3 added, 2 changed`: counts that are not zero. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');
