export { type CellValue, type ColumnType, type DataColumn, type DataTable } from './data-table.js';
export { estimatesTable } from './estimates.js';
export { panelTable, type PanelTableOptions } from './panel.js';
export { codeColumns, type Row, rowsTable } from './rows.js';
