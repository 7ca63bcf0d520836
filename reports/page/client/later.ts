import { all } from './dom.js';
import { startGrids } from './grid.js';

/** How long a slice of idle time must be for another part, in milliseconds. */
const ENOUGH = 4;

/** The parts of the page that wait: `later.ts`. */
const parts = (within: ParentNode = document) => all('noscript', within);

/** Makes elements of a part that waits. In a language that was unpacked it has its elements already. */
function build(part: HTMLElement): void {
  if (part.firstElementChild) return part.replaceWith(...part.childNodes);
  const template = document.createElement('template');
  // The page's own markup, escaped where it was made; scripts in it would not run.
  template.innerHTML = part.textContent ?? '';
  startGrids(template.content);
  part.replaceWith(template.content);
}

/** Makes elements of all that waits: the page is filtered, printed, or shown in another language. */
export function buildAll(within: ParentNode = document): void {
  for (const part of parts(within)) build(part);
}

/** Makes elements of the part that holds what has this id, and of those above it, so that they do not move it later. */
export function buildFor(id: string): void {
  if (id === '' || document.getElementById(id)) return;
  const waiting = parts();
  const own = waiting.findIndex((part) => part.textContent?.includes(` id="${id}"`));
  for (const part of waiting.slice(0, own + 1)) build(part);
}

/** Makes elements of all that waits, part by part, whenever the browser has nothing else to do. */
export function buildWhenIdle(): void {
  const [part] = parts();
  if (!part) return;
  idle((left) => {
    for (const next of parts()) {
      build(next);
      if (left() < ENOUGH) break;
    }
    buildWhenIdle();
  });
}

function idle(act: (left: () => number) => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback((d) => act(() => d.timeRemaining()));
  else setTimeout(() => act(() => 0));
}
