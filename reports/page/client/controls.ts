import { keepView, type View, writeView } from './address.js';
import { all, find } from './dom.js';
import { applyFilter, isActive, type Filter } from './filters.js';
import { buildAll } from './later.js';
import { showMode, type Mode } from './modes.js';
import { canUnpack } from './unpack.js';
import { term, words } from './words.js';

/** What the reader asked for: kept when the language changes, and in the page's address. */
interface State extends Filter {
  readonly mode: Mode;
}

/** The language that the page opens in. */
export const ownLanguage = document.documentElement.lang;

let state: State = { mode: 'marks', area: '', category: '' };

const fields = ['show', 'area', 'category'] as const;

const form = () => find<HTMLFormElement>('form.controls');

const field = (name: string) => find<HTMLSelectElement>(`select[name="${name}"]`, form() ?? document);

/** Shows the controls and puts the page in the state that was asked for. */
export function startControls(): void {
  const controls = form();
  if (!controls) return;
  controls.hidden = false;
  for (const button of all('button[name="language"]', controls)) button.hidden = !canUnpack();
  measure();
  for (const name of fields) {
    const select = field(name);
    if (select) select.value = name === 'show' ? state.mode : state[name];
  }
  if (state.mode !== 'marks' || isActive(state)) buildAll();
  if (state.mode !== 'marks') showMode(state.mode);
  tell(isActive(state) ? applyFilter(state) : '');
}

/** Sets the controls to what is said of them. What none of them offers is left as it is. */
export function followView(view: URLSearchParams): void {
  for (const name of fields) {
    const select = field(name);
    const value = view.get(name) ?? select?.options[0]?.value;
    if (select && [...select.options].some((option) => option.value === value)) select.value = value!;
  }
  show();
}

/** How the page is shown now, with the language where it is not the page's own. */
function present(): View {
  const { mode, area, category } = state;
  const lang = document.documentElement.lang === ownLanguage ? '' : document.documentElement.lang;
  return { show: mode === 'marks' ? '' : mode, area, category, lang };
}

/** The page's address says what is shown. */
export const tellAddress = (): void => writeView(present());

/** The place that the reader leaves, or has come to by a link, keeps what is shown. */
export const keepPlace = (): void => keepView(present());

/** A field of the controls has another value. */
export function onChange(): void {
  show();
  tellAddress();
}

/** Shows what the controls are set to. */
function show(): void {
  const next: State = {
    mode: (field('show')?.value as Mode | undefined) ?? 'marks',
    area: field('area')?.value ?? '',
    category: field('category')?.value ?? '',
  };
  const before = state;
  const same = next.area === before.area && next.category === before.category;
  if (same && next.mode === before.mode) return;
  buildAll();
  state = next;
  if (next.mode !== before.mode) showMode(next.mode);
  tell(same ? counted : applyFilter(next));
}

/** Shows every cell again. */
export function resetFilter(): void {
  if (!isActive(state)) return;
  for (const name of ['area', 'category']) {
    const select = field(name);
    if (select) select.value = '';
  }
  show();
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
let top = '0px';

/** How high the bars are that stay at the top, as a length of the style sheet. */
export const topOfPage = (): string => top;

/**
 * Tells the style sheet how high the bars are that stay at the top, so that they cover no anchor and no focus. Each
 * element that asks is told for itself: a property that all elements inherit would have all of them styled anew.
 */
function measure(): void {
  const [bar, controls] = [find('.bar'), form()];
  const height = (e: HTMLElement | null) =>
    e && getComputedStyle(e).position === 'sticky' ? e.offsetHeight : 0;
  observer?.disconnect();
  observer = new ResizeObserver(() => {
    controls?.style.setProperty('--bar', `${height(bar)}px`);
    top = `${height(bar) + height(controls)}px`;
    document.documentElement.style.scrollPaddingTop = `calc(${top} + 1rem)`;
    find('dialog')?.style.setProperty('--top', top);
  });
  for (const element of [bar, controls]) if (element) observer.observe(element);
}
