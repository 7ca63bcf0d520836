import { startControls, onChange, resetFilter, toggleFilters } from './controls.js';
import { onCopy } from './copy.js';
import { find } from './dom.js';
import { cellFrom, moveBy, onHover, setStop, startGrids } from './grid.js';
import { letGo } from './hold.js';
import { presentPlace, restorePlace, showLanguage } from './languages.js';
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
document.documentElement.classList.add('live');
start();

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
  const target = document.getElementById(id);
  if (target?.closest('[hidden]')) resetFilter();
}

async function changeLanguage(button: HTMLButtonElement): Promise<void> {
  const from = document.documentElement.lang;
  closePanel();
  const place = presentPlace();
  if (!(await showLanguage(button.value))) return;
  start();
  restorePlace(place);
  find(`button[name="language"][value="${from}"]`)?.focus({ preventScroll: true });
}
