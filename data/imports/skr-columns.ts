import type { Sheet } from './sheet.js';
import { areaOf, describe, type Meaning, meaningOf } from './skr-headings.js';
import type { SkrMapping } from './skr-mapping.js';
import { isFlagText } from './skr-values.js';

export interface SkrColumn {
  readonly column: number;
  /** The heading, with the area's from the row above where that has it: `Äldreomsorg: Inte alls`. */
  readonly label: string;
  /** Null where it is not known what the column holds. */
  readonly meaning: Meaning | null;
}

export interface SkrTable {
  /** From 0. */
  readonly headerRow: number;
  readonly columns: readonly SkrColumn[];
  readonly hasAreaColumn: boolean;
  /** Labels of columns that say the same as another and are not used for that. */
  readonly doubled: readonly string[];
}

/** Rows that may stand above the header. */
const ABOVE = 30;

/**
 * The table of flags on a sheet: the row, among the first 30, in which most headings are known, if it has a unit and a flag with its area.
 * Null where there is none.
 */
export function findTable(sheet: Sheet, mapping: SkrMapping): SkrTable | null {
  let best: { table: SkrTable; known: number } | null = null;
  for (let row = 0; row < Math.min(ABOVE, sheet.rows); row++) {
    const table = tableAt(sheet, row, mapping);
    const known = table.columns.filter((c) => c.meaning !== null && c.meaning.kind !== 'ignore').length;
    if (isTable(table) && known > (best?.known ?? 0)) best = { table, known };
  }
  return best?.table ?? null;
}

/**
 * The headings of a sheet in which no table was found: those of the first row with most of them. A row with anything that may be
 * a flag is no such row, lest a unit's answers are shown.
 */
export function likelyHeadings(sheet: Sheet, mapping: SkrMapping): readonly SkrColumn[] {
  let best: readonly SkrColumn[] = [];
  for (let row = 0; row < Math.min(ABOVE, sheet.rows); row++) {
    const { columns } = tableAt(sheet, row, mapping);
    const isData = columns.some((c) => isFlagText(c.label));
    if (!isData && columns.length > best.length) best = columns;
  }
  return best;
}

const isTable = ({ columns, hasAreaColumn }: SkrTable): boolean =>
  columns.some(
    (c) => c.meaning?.kind === 'name' || c.meaning?.kind === 'code' || c.meaning?.kind === 'district',
  ) && columns.some((c) => c.meaning?.kind === 'use' && (hasAreaColumn || c.meaning.area !== null));

function tableAt(sheet: Sheet, row: number, mapping: SkrMapping): SkrTable {
  const numbers = Array.from({ length: sheet.columns }, (_, c) => c);
  const heading = (c: number) => sheet.at(row, c).text || (row > 0 ? sheet.at(row - 1, c).text : '');
  const own = numbers.map((c) => mapping.columns.get(heading(c)) ?? meaningOf(heading(c)));
  const hasAreaColumn = own.some((m) => m?.kind === 'area');
  const firstUse = own.findIndex((m) => m?.kind === 'use');
  const columns = numbers.flatMap((column): SkrColumn[] => {
    const text = heading(column);
    if (text === '') return [];
    const meaning = own[column] ?? null;
    // An area in the heading and another in the row: it is for the user to say which holds.
    if (hasAreaColumn && meaning?.kind === 'use' && meaning.area !== null)
      return [settled({ column, label: text, meaning: null }, mapping)];
    if (meaning?.kind !== 'use' || meaning.area !== null || hasAreaColumn)
      return [settled({ column, label: text, meaning }, mapping)];
    const above = row > 0 ? areaAbove(sheet, row - 1, column, firstUse) : null;
    if (above === null) return [settled({ column, label: text, meaning: null }, mapping)];
    return [
      settled({ column, label: `${above}: ${text}`, meaning: { ...meaning, area: areaOf(above) } }, mapping),
    ];
  });
  return withoutDoubles({ headerRow: row, columns, hasAreaColumn, doubled: [] });
}

const settled = (column: SkrColumn, mapping: SkrMapping): SkrColumn => ({
  ...column,
  meaning: mapping.columns.get(column.label) ?? column.meaning,
});

/** The area in the row above: over the column, or over one before it where merged cells have been saved as blanks. */
function areaAbove(sheet: Sheet, row: number, column: number, first: number): string | null {
  for (let c = column; c >= first; c--) {
    const { text } = sheet.at(row, c);
    if (text !== '') return areaOf(text) === null ? null : text;
  }
  return null;
}

/** Of two columns for the unit's name the first is used; of two for the same flag neither, since they may differ. */
function withoutDoubles(table: SkrTable): SkrTable {
  const names = table.columns.map(({ meaning }) =>
    meaning === null || meaning.kind === 'ignore' || isLeftOut(meaning) ? null : describe(meaning),
  );
  const isDouble = table.columns.map(
    ({ meaning }, i) =>
      names[i] !== null &&
      (meaning?.kind === 'use'
        ? names.indexOf(names[i]!) !== names.lastIndexOf(names[i]!)
        : names.indexOf(names[i]!) < i),
  );
  return {
    ...table,
    columns: table.columns.map((c, i) => (isDouble[i] ? { ...c, meaning: null } : c)),
    doubled: table.columns.filter((_, i) => isDouble[i]).map((c) => c.label),
  };
}

/** Other uses and other areas: there may be many, and none is imported. */
const isLeftOut = (meaning: Meaning): boolean =>
  meaning.kind === 'use' && (meaning.use === 'other-use' || meaning.area === 'other-area');
