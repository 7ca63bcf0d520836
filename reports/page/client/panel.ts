import { all, el, find, type Child } from './dom.js';
import { topOfPage } from './controls.js';
import { cellsData, placeOf, type Place } from './data.js';
import { drawing } from './drawing.js';
import { cellFrom, setStop } from './grid.js';
import { hold } from './hold.js';
import { choiceEntries, commandOf, markEntries, numberEntries, rowTitle, sampleEntries, type Entry } from './rows.js'; // prettier-ignore
import { said, words } from './words.js';

/** From this width on the panel stands beside the tables, else over the page. */
const WIDE = '(min-width: 64rem)';

let dialog: HTMLDialogElement | null = null;
let opened: HTMLTableCellElement | null = null;

export const isOpen = (): boolean => dialog?.open ?? false;

/** Opens the panel for a cell and takes the focus there; Escape closes it and gives the focus back. */
export function openPanel(td: HTMLTableCellElement): void {
  const place = placeOf(td);
  if (!place) return;
  setStop(td);
  dialog ??= makeDialog();
  fill(dialog, place);
  mark(td);
  if (!dialog.open) {
    dialog.style.setProperty('--top', topOfPage());
    if (matchMedia(WIDE).matches) beside(td, true, () => dialog!.show());
    else dialog.showModal();
  }
  find('h2', dialog)?.focus({ preventScroll: true });
}

/** Closes the panel; the focus goes back to the cell unless the cell goes too. */
export function closePanel(): void {
  if (dialog?.open) dialog.close();
}

/** Where the panel stands beside the table it follows the cell that has the focus. */
export function follow(target: EventTarget | null): void {
  const td = cellFrom(target);
  if (!td || td === opened || !dialog?.open) return;
  const place = placeOf(td);
  if (!place) return;
  fill(dialog, place);
  mark(td);
}

function makeDialog(): HTMLDialogElement {
  const made = el('dialog', { id: 'cell-panel', 'aria-labelledby': 'cell-title' });
  made.addEventListener('close', () => {
    const td = opened;
    mark(null);
    if (!td?.isConnected) return document.documentElement.classList.remove('with-panel');
    beside(td, false, () => td.focus({ preventScroll: true }));
  });
  document.body.append(made);
  return made;
}

/** The page makes room for the panel, or takes it back; the cell stays where it was on the screen. */
function beside(td: HTMLTableCellElement, open: boolean, act: () => void): void {
  const before = td.getBoundingClientRect().top;
  // Room first: what acts lays the page out, and should do so once.
  document.documentElement.classList.toggle('with-panel', open);
  act();
  hold(() => td, before);
}

function mark(td: HTMLTableCellElement | null): void {
  for (const other of all('td.open')) other.classList.remove('open');
  td?.classList.add('open');
  opened = td;
}

function fill(panel: HTMLDialogElement, place: Place): void {
  const text = words().cells.panel;
  const line = commandOf(place);
  panel.replaceChildren(
    el(
      'div',
      { class: 'head' },
      el('h2', { id: 'cell-title', tabindex: '-1' }, rowTitle(place)),
      el('button', { type: 'button', name: 'close', 'aria-label': text.close }, '×'),
      el('p', {}, said(place.column.head)),
      el('p', { class: 'of' }, said(place.table.title), synthetic()),
    ),
    list(markEntries(place)) ?? '',
    section(text.numbers, drawing(place), list(numberEntries(place))),
    section(text.sample, list(sampleEntries(place))),
    section(text.choices, list(choiceEntries(place))),
    line === null ? '' : command(line),
  );
  panel.scrollTop = 0;
}

const synthetic = (): Child =>
  cellsData()?.synthetic ? el('span', { class: 'tag' }, words().figures.syntheticStamp) : null;

function list(entries: readonly Entry[]): HTMLElement | null {
  if (entries.length === 0) return null;
  const rows = entries.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value)));
  return el('dl', {}, ...rows);
}

/** A part of the panel with its heading; nothing where all of it is nothing. */
function section(title: string, ...parts: readonly (Element | null)[]): HTMLElement | string {
  return parts.every((part) => part === null) ? '' : el('section', {}, el('h3', {}, title), ...parts);
}

function command(line: string): HTMLElement {
  const text = words().cells.panel;
  return el(
    'section',
    {},
    el('h3', {}, text.explain),
    el('code', { class: 'command' }, line),
    el('button', { type: 'button', name: 'copy' }, text.copy),
    el('span', { class: 'status', role: 'status' }),
  );
}
