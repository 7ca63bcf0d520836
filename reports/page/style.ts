import { baseStyle } from './style-base.js';
import { figureStyle } from './style-figure.js';
import { printStyle } from './style-print.js';
import { tableStyle } from './style-table.js';

/** The page's only style sheet. `stamp` is printed at the top of every sheet of paper where data are synthetic. */
export function styleSheet(stamp: string, synthetic: boolean): string {
  return [baseStyle, tableStyle, figureStyle, printStyle(synthetic ? stamp : null)].join('\n');
}
