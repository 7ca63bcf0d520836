/** Frames for which an element is held: what comes on the screen is drawn, and has its true height, after one or two. */
const FRAMES = 12;

let latest = 0;

/**
 * Scrolls so that an element is `top` pixels below the window's upper edge, and keeps it there while tables and
 * figures above it, whose height was only guessed, are drawn for the first time. A later call ends an earlier one.
 */
export function hold(find: () => Element | null, top: number): void {
  const own = ++latest;
  const step = (left: number) => {
    const element = own === latest ? find() : null;
    if (!element) return;
    const moved = element.getBoundingClientRect().top - top;
    if (Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: 'instant' });
    if (left > 0) requestAnimationFrame(() => step(left - 1));
  };
  step(FRAMES);
}

/** The reader scrolls: nothing is held any more. */
export function letGo(): void {
  latest++;
}
