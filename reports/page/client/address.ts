/** What the page's address says after `#` of how the page is shown: `show=p&area=aldreomsorg`. An anchor says nothing. */
export const viewInAddress = (): URLSearchParams | null =>
  location.hash.includes('=') ? new URLSearchParams(location.hash.slice(1)) : null;

/**
 * Puts how the page is shown into its address, so that a link leads to the same; '' is left out. The address is replaced:
 * the way back leads out of the page, not through every choice.
 */
export function writeView(view: Readonly<Record<string, string>>): void {
  const said = new URLSearchParams(Object.entries(view).filter(([, value]) => value !== '')).toString();
  if (said === '' && !viewInAddress()) return;
  try {
    history.replaceState(history.state, '', `${location.pathname}${location.search}${said && `#${said}`}`);
  } catch {
    // A page in a frame of its own may not: the link is a convenience.
  }
}
