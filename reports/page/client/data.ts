import {
  unpackCell,
  type CellData,
  type CellsData,
  type PackedCell,
  type RowData,
  type TableData,
} from '../cell-data.js';

/** A cell with where it stands. */
export interface Place {
  readonly table: TableData;
  readonly row: RowData;
  readonly column: TableData['columns'][number];
  readonly cell: CellData;
}

let parsed: { data: CellsData; tables: ReadonlyMap<string, TableData> } | null = null;
const unpacked = new Map<PackedCell, CellData>();

/** What `cells.ts` wrote, read when it is first needed; null on a page without cells. */
export function cellsData(): CellsData | null {
  if (parsed) return parsed.data;
  const text = document.getElementById('cells')?.textContent;
  if (!text) return null;
  const data = JSON.parse(text) as CellsData;
  parsed = { data, tables: new Map(data.tables.map((t) => [t.id, t])) };
  return data;
}

export function tableOf(id: string): TableData | null {
  cellsData();
  return parsed?.tables.get(id) ?? null;
}

export function cellOf(packed: PackedCell): CellData {
  let cell = unpacked.get(packed);
  if (!cell) unpacked.set(packed, (cell = unpackCell(packed)));
  return cell;
}

/** The rows of a table element that hold cells, in the order of the data. */
export const dataRows = (table: HTMLTableElement): HTMLTableRowElement[] =>
  [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.cells.length > 1);

/** What is behind a cell of the page; null where it is none of a table of marks. */
export function placeOf(td: HTMLTableCellElement): Place | null {
  const element = td.closest('table');
  const table = tableOf(td.closest('.block')?.id ?? '');
  const tr = td.closest('tr');
  if (!element || !table || !tr) return null;
  const row = table.rows[dataRows(element).indexOf(tr)];
  const index = td.cellIndex - 1;
  const [column, packed] = [table.columns[index], row?.cells[index]];
  return row && column && packed ? { table, row, column, cell: cellOf(packed) } : null;
}
