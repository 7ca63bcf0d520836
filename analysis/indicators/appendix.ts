import { codebook } from '../../data/codebook/codebook.js';
import { publishedTables, type PublishedKind } from '../../data/codebook/published.js';
import { readings } from '../compare.js';
import type { Estimate, Mark } from '../estimate.js';
import { levels } from '../marks.js';
import { ruleItems } from '../panel/outcomes.js';

/** One row of a table that the indicator enters. */
export interface AppendixRow {
  /** 2-17, or the name of a table that the appendix does not have: `users:skola`. */
  readonly table: number | string;
  readonly kind: PublishedKind | Estimate['model'];
  readonly row: string;
  readonly group: string | null;
  /** The other indicators that the row is made of. */
  readonly with: readonly string[];
  readonly cells: readonly AppendixCell[];
}

/** One cell of the appendix that an indicator stands in. */
export interface AppendixCell {
  readonly column: string;
  /** The readings that the published text allows; none where the place is lost, or the table is not the appendix's. */
  readonly published: readonly Mark[];
  /** Of this run; null where it cannot be estimated, or no run is given. */
  readonly computed: Mark | null;
}

/** What the analyses of the appendix found of an indicator. */
export interface AppendixFindings {
  readonly rows: readonly AppendixRow[];
  readonly published: MarkCount;
  readonly computed: MarkCount;
}

/** How many of some cells are marked, beside what chance alone would give. */
export interface MarkCount {
  /** Cells whose mark, or lack of one, is known. */
  readonly cells: number;
  readonly marked: number;
  /** Marked cells that chance alone would give on average: a tenth, for the weaker mark is at 10 percent. */
  readonly byChance: number;
}

/** The computed marks by table, row group, row and column, and own tables' estimates by indicator. */
export interface RunMarks {
  readonly byCell: ReadonlyMap<string, Mark | null>;
  readonly own: ReadonlyMap<string, readonly Estimate[]>;
}

const key = (...parts: (string | number | null)[]) => parts.join('\u0000');

/** Looks up what a run of `replicate` computed; nothing where there is no run. */
export function runMarks(run: readonly Estimate[] | null): RunMarks {
  const byCell = new Map<string, Mark | null>();
  const own = new Map<string, Estimate[]>();
  for (const e of run ?? []) {
    if (typeof e.table === 'number') byCell.set(key(e.table, e.group, e.row, e.column), e.mark);
    if (typeof e.table !== 'string' || e.indicator === null) continue;
    const list = own.get(e.indicator);
    if (list) list.push(e);
    else own.set(e.indicator, [e]);
  }
  return { byCell, own };
}

/** The rows of tables 2-17 that an indicator enters with their marks; those of its own where the run has such. */
export function appendixFindings(id: string, marks: RunMarks): AppendixFindings {
  const outcomes = codebook().outcomes.filter((o) => ruleItems(o).includes(id));
  const rows = publishedTables().flatMap((t): AppendixRow[] =>
    t.rows.flatMap((row) => {
      const outcome = outcomes.find((o) => o.area === t.area && o.row === row.label && o.group === row.group);
      if (!outcome) return [];
      const cells = t.columns.map((column, i) => ({
        column,
        published: readings(row, i),
        computed: marks.byCell.get(key(t.table, row.group, row.label, column)) ?? null,
      }));
      const others = ruleItems(outcome).filter((item) => item !== id);
      return [{ table: t.table, kind: t.kind, row: row.label, group: row.group, with: others, cells }];
    }),
  );
  const all = [...rows, ...ownRows(marks.own.get(id) ?? [])];
  const cells = all.flatMap((r) => r.cells);
  return {
    rows: all,
    published: count(cells.flatMap((c) => (c.published.length === 1 ? [c.published[0]!] : []))),
    computed: count(cells.flatMap((c) => (c.computed === null ? [] : [c.computed]))),
  };
}

function ownRows(estimates: readonly Estimate[]): AppendixRow[] {
  const tables = [...new Set(estimates.map((e) => e.table as string))];
  return tables.map((table) => {
    const list = estimates.filter((e) => e.table === table);
    const { model, row, group } = list[0]!;
    const cells = list.map((e) => ({ column: e.column ?? '', published: [], computed: e.mark }));
    return { table, kind: model, row: row ?? '', group, with: [], cells };
  });
}

const count = (marks: readonly Mark[]): MarkCount => ({
  cells: marks.length,
  marked: marks.filter((m) => m !== '').length,
  byChance: marks.length * levels.weak,
});
