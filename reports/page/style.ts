import { baseStyle } from './style-base.js';
import { controlsStyle } from './style-controls.js';
import { figureStyle } from './style-figure.js';
import { panelStyle } from './style-panel.js';
import { printStyle } from './style-print.js';
import { sortStyle } from './style-sort.js';
import { tableStyle } from './style-table.js';

/** The page's only style sheet. `stamp` is printed at the top of every sheet of paper; null where data are real. */
export const styleSheet = (stamp: string | null): string =>
  [baseStyle, tableStyle, sortStyle, figureStyle, controlsStyle, panelStyle, printStyle(stamp)].join('\n');
