/** How the page is shown: what its controls are set to, '' where that is as it opens. */
export type View = Readonly<Record<string, string>>;

/** What the page's address says after `#` of how the page is shown: `show=p&area=aldreomsorg`. An anchor says nothing. */
export const viewInAddress = (): URLSearchParams | null =>
  location.hash.includes('=') ? new URLSearchParams(location.hash.slice(1)) : null;

/**
 * How the page is shown at this place of the reader's way through it: as its address says, or where that is an anchor
 * or nothing, as the page was when the place was left or reached. Null at a place that the reader has just come to.
 */
export function viewHere(): URLSearchParams | null {
  const kept = keptView();
  return viewInAddress() ?? (kept === null ? null : new URLSearchParams(kept));
}

/**
 * Puts how the page is shown into its address, so that a link leads to the same; '' is left out. The address is replaced:
 * the way back leads to the place before, not through every choice.
 */
export function writeView(view: View): void {
  const said = textOf(view);
  const isAnchor = location.hash !== '' && !viewInAddress();
  if (keptView() === said && (isAnchor || location.hash.slice(1) === said)) return;
  put(said, said === '' && isAnchor ? location.hash : said && `#${said}`);
}

/** Keeps with this place how the page is shown, for the way back and a reload: an anchor in the address has no room for it. */
export const keepView = (view: View): void => put(textOf(view), location.hash);

const textOf = (view: View): string =>
  new URLSearchParams(Object.entries(view).filter(([, value]) => value !== '')).toString();

function keptView(): string | null {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('view' in state)) return null;
  return typeof state.view === 'string' ? state.view : null;
}

function put(view: string, hash: string): void {
  try {
    history.replaceState({ view }, '', `${location.pathname}${location.search}${hash}`);
  } catch {
    // A page in a frame of its own may not: the link is a convenience.
  }
}
