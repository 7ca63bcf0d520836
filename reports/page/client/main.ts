import { viewHere, viewInAddress } from './address.js';
import { followView, keepPlace, onChange, ownLanguage, resetFilter, startControls, tellAddress, toggleFilters } from './controls.js'; // prettier-ignore
import { onCopy } from './copy.js';
import { all, find } from './dom.js';
import { cellFrom, moveBy, onHover, setStop, startGrids } from './grid.js';
import { hold, letGo } from './hold.js';
import { buildAll, buildFor, buildWhenIdle } from './later.js';
import { presentPlace, restorePlace, showLanguage } from './languages.js';
import { showPictures } from './pictures.js';
import { closePanel, follow, isOpen, openPanel } from './panel.js';

/** The anchor that the page scrolls to. */
let ledTo = '';

/** The body's listeners are set once: they hold for whatever body the page has. */
document.addEventListener('click', onClick);
document.addEventListener('keydown', onKey);
document.addEventListener('change', (event) => {
  if (event.target instanceof Element && event.target.closest('.controls')) onChange();
});
document.addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('focusin', (event) => follow(event.target));
document.addEventListener('mouseover', onHover);
document.addEventListener('wheel', letGo, { passive: true });
document.addEventListener('touchmove', letGo, { passive: true });
document.addEventListener('toggle', onToggle, { capture: true });
addEventListener('beforeprint', () => buildAll());
addEventListener('hashchange', arrive);
document.documentElement.classList.add('live');
start();
if (location.hash) arrive();
// A moment later: what the reader does first is not to wait for it.
addEventListener('load', () => setTimeout(buildWhenIdle, 300));

function start(): void {
  startGrids();
  startControls();
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest('button');
  if (button) return onButton(button);
  const link = target?.closest<HTMLAnchorElement>('a[href^="#"]');
  if (link) return reveal(link.hash.slice(1));
  const td = cellFrom(target);
  if (td) openPanel(td);
}

function onButton(button: HTMLButtonElement): void {
  switch (button.name) {
    case 'close':
      return closePanel();
    case 'copy':
      return onCopy(button.closest('dialog')!);
    case 'reset':
      resetFilter();
      tellAddress();
      return find('select[name="category"]')?.focus();
    case 'filters':
      return toggleFilters(button);
    case 'language':
      return void changeLanguage(button);
  }
}

/** A fold was opened, by the reader or to show what was searched for. */
function onToggle({ target }: Event): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  buildAll(target);
  void showPictures(target);
}

function onKey(event: KeyboardEvent): void {
  letGo();
  if (event.key === 'Escape' && isOpen()) {
    event.preventDefault();
    return closePanel();
  }
  const td = cellFrom(event.target);
  if (!td) return;
  if (moveBy(event, td)) return event.preventDefault();
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    setStop(td);
    openPanel(td);
  }
}

/**
 * An anchor leads to something that is seen: where the filter hides it the filter goes, and comes again on the way
 * back. The browser scrolls there itself, once the place that is left has its own position in the history.
 */
function reveal(id: string): void {
  keepPlace();
  buildFor(id);
  const target = document.getElementById(id);
  if (target?.closest('[hidden]')) resetFilter();
  if (target) holdAtTop(id);
}

/**
 * The browser has guessed how high what stands above is, and would miss. A moment later: it scrolls first, and the height
 * of the bars at the top is known once they have been drawn.
 */
function holdAtTop(id: string): void {
  ledTo = id;
  const start = () => {
    // The reader may have gone back meanwhile.
    if (location.hash.slice(1) !== id) return;
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    hold(() => document.getElementById(id), Number.isFinite(top) ? top : 0);
  };
  requestAnimationFrame(() => setTimeout(start));
}

/** The address leads to a part that the browser did not find, since it waited; or it, or the history, says how the page is shown. */
function arrive(): void {
  const id = location.hash.slice(1);
  if (id !== ledTo) letGo();
  const view = viewHere();
  const led = !viewInAddress() && arriveAt(id);
  if (!view) return keepPlace();
  void showView(view).then((isOther) => isOther && led && holdAtTop(id));
}

/** Scrolls to a part that waited; false where it did not. */
function arriveAt(id: string): boolean {
  if (document.getElementById(id)) return false;
  buildFor(id);
  const target = document.getElementById(id);
  target?.scrollIntoView();
  if (target) holdAtTop(id);
  return target !== null;
}

/** The address says it again when all is shown, without what no control offers. True where the language is another. */
async function showView(view: URLSearchParams): Promise<boolean> {
  followView(view);
  const lang = view.get('lang') ?? ownLanguage;
  const button = all<HTMLButtonElement>('button[name="language"]').find(({ value }) => value === lang);
  const isOther = button !== undefined && !button.hidden;
  if (isOther) await changeLanguage(button, false);
  tellAddress();
  return isOther;
}

/** `asked` by a press of the button, which is replaced: the focus goes to the one in its place. */
async function changeLanguage(button: HTMLButtonElement, asked = true): Promise<void> {
  const from = document.documentElement.lang;
  closePanel();
  const place = presentPlace();
  if (!(await showLanguage(button.value))) return;
  start();
  restorePlace(place);
  if (!asked) return;
  tellAddress();
  find(`button[name="language"][value="${from}"]`)?.focus({ preventScroll: true });
}
