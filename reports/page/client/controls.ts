import { all, find } from './dom.js';
import { applyFilter, isActive, type Filter } from './filters.js';
import { canSwitch } from './languages.js';
import { showMode, type Mode } from './modes.js';
import { term, words } from './words.js';

/** What the reader asked for: kept when the language changes, and nowhere else. */
interface State extends Filter {
  readonly mode: Mode;
}

let state: State = { mode: 'marks', area: '', category: '' };

const form = () => find<HTMLFormElement>('form.controls');

const field = (name: string) => find<HTMLSelectElement>(`select[name="${name}"]`, form() ?? document);

/** Shows the controls and puts the page in the state that was asked for. */
export function startControls(): void {
  const controls = form();
  if (!controls) return;
  controls.hidden = false;
  for (const button of all('button[name="language"]', controls)) button.hidden = !canSwitch();
  measure();
  for (const name of ['show', 'area', 'category'] as const) {
    const select = field(name);
    if (select) select.value = name === 'show' ? state.mode : state[name];
  }
  if (state.mode !== 'marks') showMode(state.mode);
  tell(isActive(state) ? applyFilter(state) : '');
}

/** A field of the controls has another value. */
export function onChange(): void {
  const next: State = {
    mode: (field('show')?.value as Mode | undefined) ?? 'marks',
    area: field('area')?.value ?? '',
    category: field('category')?.value ?? '',
  };
  const before = state;
  state = next;
  if (next.mode !== before.mode) showMode(next.mode);
  const same = next.area === before.area && next.category === before.category;
  tell(same ? counted : applyFilter(next));
}

/** Shows every cell again. */
export function resetFilter(): void {
  if (!isActive(state)) return;
  for (const name of ['area', 'category']) {
    const select = field(name);
    if (select) select.value = '';
  }
  onChange();
}

/** On a narrow screen the filters are folded. */
export function toggleFilters(button: Element): void {
  const open = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(open));
}

/** How many cells match, in words. */
let counted = '';

/** Says how many cells match, and what the numbers in the cells are. */
function tell(found: string): void {
  counted = found;
  const controls = form();
  if (!controls) return;
  const active = isActive(state);
  const chosen = ['area', 'category'].flatMap((name) => {
    const select = field(name);
    return select?.value ? (select.selectedOptions[0]?.textContent ?? []) : [];
  });
  set('.count', active ? `${chosen.join(', ')}: ${found}` : '');
  set('.note', state.mode === 'marks' ? '' : term(words().cells.modeNotes, state.mode));
  for (const button of all('button[name="reset"]', controls)) button.hidden = !active;
}

function set(selector: string, text: string): void {
  const element = find(selector, form() ?? document);
  if (element && element.textContent !== text) element.textContent = text;
}

let observer: ResizeObserver | null = null;

/** Tells the style sheet how high the bars are that stay at the top, so that they cover no anchor and no focus. */
function measure(): void {
  const [bar, controls] = [find('.bar'), form()];
  const root = document.documentElement.style;
  const height = (e: HTMLElement | null) =>
    e && getComputedStyle(e).position === 'sticky' ? e.offsetHeight : 0;
  observer?.disconnect();
  observer = new ResizeObserver(() => {
    root.setProperty('--bar', `${height(bar)}px`);
    root.setProperty('--top', `${height(bar) + height(controls)}px`);
  });
  for (const element of [bar, controls]) if (element) observer.observe(element);
}
