import type { PlaceParts } from './place-parts.js';
import type { Sheet } from './sheet.js';
import type { SkrTable } from './skr-columns.js';
import type { Area, Use } from './skr-headings.js';
import type { SkrProblems } from './skr-problems.js';
import { type FlagCell, flagOf } from './skr-values.js';

interface FlagColumn {
  readonly column: number;
  readonly use: Use;
  readonly area: Area | null;
}

/** One row as it stands. */
export interface RawRow {
  readonly row: number;
  readonly parts: PlaceParts;
  /** The parts as one text: what a mapping calls the unit. */
  readonly text: string;
  readonly area: string;
  readonly cells: readonly { readonly flag: FlagColumn; readonly cell: FlagCell }[];
}

/** The rows below the header that have anything in a column of the table; flags that cannot be read are reported. */
export function rawRows(sheet: Sheet, { headerRow, columns }: SkrTable, report: SkrProblems): RawRow[] {
  const at = (kind: string) => columns.find((c) => c.meaning?.kind === kind)?.column ?? -1;
  const [code, name, district, area] = ['code', 'name', 'district', 'area'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  const flagColumns = columns.flatMap(({ column, meaning }): FlagColumn[] =>
    meaning?.kind === 'use' ? [{ column, use: meaning.use, area: meaning.area }] : [],
  );
  const rows: RawRow[] = [];
  for (let row = headerRow + 1; row < sheet.rows; row++) {
    const text = (column: number) => (column < 0 ? '' : sheet.at(row, column).text);
    const parts = { code: text(code), name: text(name), district: text(district) };
    const cells = flagColumns.map((flag) => ({ flag, cell: flagOf(sheet.at(row, flag.column)) }));
    const whole = [parts.code, parts.name, parts.district].filter(Boolean).join(' / ');
    if (whole === '' && text(area) === '' && cells.every((c) => c.cell === 'blank')) continue;
    for (const { flag, cell } of cells)
      if (cell === 'unreadable' && flag.use !== 'other-use' && flag.area !== 'other-area')
        report.unreadable(
          row,
          columns.find((c) => c.column === flag.column)!.label,
          sheet.at(row, flag.column),
        );
    rows.push({ row, parts, text: whole, area: text(area), cells });
  }
  return rows;
}
