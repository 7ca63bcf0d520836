import { viewInAddress } from './address.js';
import { followAddress, onChange, resetFilter, startControls, tellAddress, toggleFilters } from './controls.js'; // prettier-ignore
import { onCopy } from './copy.js';
import { all, find } from './dom.js';
import { cellFrom, moveBy, onHover, setStop, startGrids } from './grid.js';
import { hold, letGo } from './hold.js';
import { buildAll, buildFor, buildWhenIdle } from './later.js';
import { presentPlace, restorePlace, showLanguage } from './languages.js';
import { showPictures } from './pictures.js';
import { closePanel, follow, isOpen, openPanel } from './panel.js';

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

/** An anchor leads to something that is seen: where the filter hides it the filter goes. */
function reveal(id: string): void {
  buildFor(id);
  const target = document.getElementById(id);
  if (target?.closest('[hidden]')) resetFilter();
  if (target) holdAtTop(target);
}

/** The browser has guessed how high what stands above is, and would miss. */
function holdAtTop(target: HTMLElement): void {
  const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  hold(() => target, Number.isFinite(top) ? top : 0);
}

/** The address says how the page is shown, or leads to a part that the browser did not find, since it waited. */
function arrive(): void {
  const view = viewInAddress();
  if (view) return followView(view.get('lang'));
  const id = location.hash.slice(1);
  if (document.getElementById(id)) return;
  buildFor(id);
  const target = document.getElementById(id);
  target?.scrollIntoView();
  // The height of the bars at the top is known once they have been drawn.
  if (target) requestAnimationFrame(() => setTimeout(() => holdAtTop(target)));
}

function followView(lang: string | null): void {
  followAddress();
  const button = all<HTMLButtonElement>('button[name="language"]').find(({ value }) => value === lang);
  if (button && !button.hidden) void changeLanguage(button, false);
}

/** `asked` by a press of the button, which is replaced: the focus goes to the one in its place. */
async function changeLanguage(button: HTMLButtonElement, asked = true): Promise<void> {
  const from = document.documentElement.lang;
  closePanel();
  const place = presentPlace();
  if (!(await showLanguage(button.value))) return;
  start();
  tellAddress();
  restorePlace(place);
  if (asked) find(`button[name="language"][value="${from}"]`)?.focus({ preventScroll: true });
}
