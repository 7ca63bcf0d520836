import { all, find } from './dom.js';
import { dataRows } from './data.js';
import { words } from './words.js';

/** The tables of marks in the page, without the legend, whose cells are examples. */
export const markTables = (within: ParentNode = document) =>
  all<HTMLTableElement>('.block table.marks', within);

/** The cell that an event came from; null where from none. */
export function cellFrom(target: EventTarget | null): HTMLTableCellElement | null {
  const td = target instanceof Element ? target.closest('td') : null;
  return td?.closest('.block table.marks') && !td.closest('thead') ? td : null;
}

/**
 * Makes each table of marks a grid: one stop of the Tab key, its cells reached by the arrows. (The pattern "grid"
 * of the ARIA authoring practices.) The cells' sentences are their names.
 */
export function startGrids(within: ParentNode = document): void {
  for (const table of markTables(within)) {
    table.setAttribute('role', 'grid');
    table.setAttribute('aria-readonly', 'true');
    table.setAttribute('aria-describedby', 'cell-hint');
    // The cells scroll into sight as they are reached: the region needs no stop of its own.
    table.closest('.scroll')?.removeAttribute('tabindex');
    const first = find<HTMLTableCellElement>('tbody td', table);
    if (first) first.tabIndex = 0;
  }
}

/** Makes a cell its table's stop of the Tab key. */
export function setStop(td: HTMLTableCellElement): void {
  for (const other of all('td[tabindex="0"]', td.closest('table')!)) if (other !== td) other.tabIndex = -1;
  td.tabIndex = 0;
}

/** Where a stop is hidden by the filter the first cell that is not takes its place. */
export function repairStops(): void {
  for (const table of markTables()) {
    const stop = find<HTMLTableCellElement>('td[tabindex="0"]', table);
    if (stop && !stop.closest('[hidden]')) continue;
    const first = visibleRows(table)[0]?.querySelector('td');
    if (first) setStop(first);
  }
}

/** The hover text of a cell, set when the pointer comes: its own sentence, and what a click does. */
export function onHover(event: Event): void {
  const td = cellFrom(event.target);
  const shown = td?.firstElementChild;
  if (!td || !shown || shown.hasAttribute('title')) return;
  const sentence = find('.heard', td)?.textContent ?? '';
  shown.setAttribute('title', `${sentence}\n${words().cells.click}`);
}

/** Moves the focus by an arrow, Home or End; true where the key was one of these. */
export function moveBy(event: KeyboardEvent, td: HTMLTableCellElement): boolean {
  const table = td.closest('table')!;
  const rows = visibleRows(table);
  const row = rows.indexOf(td.closest('tr')!);
  const column = td.cellIndex - 1;
  const last = (rows[row]?.cells.length ?? 0) - 2;
  const far = event.ctrlKey || event.metaKey;
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [far ? 0 : row, 0],
    End: [far ? rows.length - 1 : row, last],
  };
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
  if (!step || event.altKey || event.shiftKey) return false;
  const to = step[1] < 0 ? undefined : rows[step[0]]?.cells[step[1] + 1];
  if (to) {
    setStop(to);
    to.focus({ preventScroll: true });
    // Whole: the focus alone would leave a cell half under the row labels, or half outside.
    to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  return true;
}

const visibleRows = (table: HTMLTableElement) => dataRows(table).filter((row) => !row.closest('[hidden]'));
