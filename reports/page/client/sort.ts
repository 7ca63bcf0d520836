import { all, el, find } from './dom.js';

/** Every table to sort and filter: its head becomes buttons, and its controls are shown. */
for (const block of all('.block.sorted')) start(block);

/** A table with what belongs to it. */
interface Sorted {
  readonly form: HTMLFormElement;
  readonly heads: readonly HTMLTableCellElement[];
  readonly body: HTMLTableSectionElement;
  /** The rows in the order they came. */
  readonly rows: readonly HTMLTableRowElement[];
}

function start(block: HTMLElement): void {
  const form = find<HTMLFormElement>('form', block);
  const table = find<HTMLTableElement>('table', block);
  const body = table?.tBodies[0];
  if (!form || !table?.tHead || !body) return;
  const sorted = { form, body, heads: [...table.tHead.rows[0]!.cells], rows: [...body.rows] };
  for (const head of sorted.heads) {
    const button = el('button', { type: 'button', name: 'sort' }, head.textContent?.trim() ?? '');
    button.addEventListener('click', () => sortBy(sorted, head));
    head.replaceChildren(button);
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => filter(sorted));
  find('button[name="all"]', form)?.addEventListener('click', () => reset(sorted));
  form.hidden = false;
  // A browser that comes back to the page may have kept what was chosen.
  filter(sorted);
}

/** Ascending first; the same head again turns the order round. */
function sortBy(sorted: Sorted, head: HTMLTableCellElement): void {
  const { heads, body, rows } = sorted;
  const order = head.ariaSort === 'ascending' ? 'descending' : 'ascending';
  for (const other of heads) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', order);
  const column = heads.indexOf(head);
  body.append(...[...rows].sort(comparison(rows, column, order === 'ascending' ? 1 : -1)));
  report(sorted);
}

type Comparison = (a: HTMLTableRowElement, b: HTMLTableRowElement) => number;

/** By the values of the cells where any has one, those without last in both orders; else by their texts. */
function comparison(rows: readonly HTMLTableRowElement[], column: number, sign: 1 | -1): Comparison {
  const value = (row: HTMLTableRowElement) => row.cells[column]?.dataset['value'];
  if (rows.every((row) => value(row) === undefined)) {
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return (a, b) => sign * compare(text(a, column), text(b, column));
  }
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (Number(x) - Number(y));
  };
}

const text = (row: HTMLTableRowElement, column: number): string =>
  row.cells[column]?.textContent?.trim() ?? '';

/** The first line of a cell, which the lists of the controls are made of. */
const firstLine = (row: HTMLTableRowElement, column: number): string =>
  row.cells[column]?.firstChild?.textContent?.trim() ?? '';

/** Hides the rows that do not hold every word of the search, or are not what the lists have chosen. */
function filter(sorted: Sorted): void {
  const { form, rows } = sorted;
  const search = find<HTMLInputElement>('input[name="search"]', form)?.value ?? '';
  const wanted = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const choices = all<HTMLSelectElement>('select', form).filter((list) => list.value !== '');
  for (const row of rows) {
    const words = (row.textContent ?? '').toLocaleLowerCase();
    const found = wanted.every((word) => words.includes(word));
    const chosen = choices.every((list) => firstLine(row, Number(list.dataset['column'])) === list.value);
    row.hidden = !found || !chosen;
  }
  report(sorted);
}

/** Says how many rows are shown, and in which order. */
function report({ form, heads, rows }: Sorted): void {
  const shown = rows.filter((row) => !row.hidden).length;
  const count = (form.dataset['count'] ?? '')
    .replace('{shown}', `${shown}`)
    .replace('{all}', `${rows.length}`);
  const by = heads.find((head) => head.hasAttribute('aria-sort'));
  const order = by ? (form.dataset[by.ariaSort ?? ''] ?? '').replace('{column}', by.textContent ?? '') : '';
  const status = find('[role="status"]', form);
  if (status) status.textContent = [shown === 0 ? form.dataset['none'] : count, order].join(' ').trim();
  const button = find<HTMLButtonElement>('button[name="all"]', form);
  const isChosen = all<HTMLInputElement>('input, select', form).some((field) => field.value !== '');
  if (button) button.disabled = shown === rows.length && !by && !isChosen;
}

function reset(sorted: Sorted): void {
  const { form, heads, body, rows } = sorted;
  form.reset();
  for (const head of heads) head.removeAttribute('aria-sort');
  body.append(...rows);
  filter(sorted);
  // The button turns itself off, and a disabled one loses the focus.
  find('input[name="search"]', form)?.focus();
}
