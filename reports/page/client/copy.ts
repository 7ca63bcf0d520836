import { find } from './dom.js';
import { words } from './words.js';

/**
 * Copies the text of an element and says so in the status beside it. A page opened from a file may not have the
 * clipboard: then the text is selected, for the reader's own copying.
 */
export async function copyText(source: Element, status: Element): Promise<void> {
  const { panel } = words().cells;
  try {
    await navigator.clipboard.writeText(source.textContent ?? '');
    status.textContent = panel.copied;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(source);
    status.textContent = panel.selected;
  }
}

/** The copy button of the panel. */
export function onCopy(panel: Element): void {
  const [source, status] = [find('.command', panel), find('.status', panel)];
  if (source && status) void copyText(source, status);
}
