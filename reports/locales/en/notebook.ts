import type { notebook as original } from '../sv/notebook.js';

export const notebook: typeof original = {
  kicker: 'Notebook',
  lead: (cells) => `Code, results and text in order, run from top to bottom: ${cells} cells of code.`,
  leadFailed: (cells, failed) =>
    `The run did not get to its end: of ${cells} cells of code ${failed} did not complete.`,
  made: (file, version) => `Made from ${file} by version ${version}.`,
  tookAll: (seconds) => `The run took ${seconds} s.`,
  syntheticText:
    'This notebook has read simulated answers. They show that the calculations work. The numbers say nothing of any municipality, city district or care home, and must not be cited as results.',
  cell: (number) => `Cell ${number}`,
  code: (title) => `Code: ${title}`,
  output: (title) => `Shown by the code: ${title}`,
  printed: 'Printed',
  printedErrors: 'Printed to stderr',
  took: (seconds) => `${seconds} s`,
  notRun: 'Not run, since a cell above did not complete.',
  stale: 'From the last run in which the cell completed:',
  failed: 'The cell did not complete',
  at: (place) => `Line: ${place}`,
  errors: {
    time: (seconds) =>
      `The cell was stopped: it was not done after ${seconds} s. Look for a loop without an end, or give more time by --time-limit.`,
    memory: (megabytes) =>
      `The cell was stopped: it needed more than ${megabytes} MB of memory. Hold less in memory at once, or give more by --memory-limit.`,
    exit: (code) =>
      `The cell ended the program by process.exit(${code}). Let the cell end, or throw an error.`,
    waiting: 'The cell waits for what never comes: a promise that nothing settles.',
    ended: (how) => `The program that ran the cell ended (${how}).`,
  },
  cutSigns: (kept) => `The printing is cut: the first ${kept} characters are shown.`,
  cutSignsLost: (kept, lost) =>
    `The printing is cut: the first ${kept} characters are shown and ${lost} left out.`,
  cutValues: (kept) => `The cell shows more than ${kept} values; the first are shown.`,
  cutValuesLost: (kept, lost) =>
    `The cell shows more than ${kept} values; the first are shown and ${lost} left out.`,
  unshown: (why) => `A value could not be shown: ${why}`,
  tooLarge: (megabytes) => `It is larger than ${megabytes} MB. Show a part of it.`,
  noFigure: (id, ids) => `There is no figure "${id}" of these results; those that are there: ${ids}`,
  records: (rows) => `Table of ${rows} rows`,
  oneRecord: 'Table of one row',
  dataTable: (name, rows, columns, shown) =>
    `${name}: ${rows} rows, ${columns} columns${shown === rows ? '' : `; the first ${shown} rows`}`,
  moreRows: (shown, left) => `The first ${shown} rows are shown; ${left} are left out.`,
  moreColumns: (left) => `${left} columns are left out.`,
  estimates: (count) => `Estimates: ${count}`,
  estimateHeads: { what: 'Estimate', estimate: 'Value', interval: 'Interval', p: 'p', n: 'n', mark: 'Mark' },
  badFormula: 'The formula cannot be read: ',
  table: 'Table, scrolls sideways',
  run: {
    done: (file, cells, seconds) => `${file}: ${cells} cells, ${seconds} s`,
    failed: (file, cell, said) => `${file}: ${cell}: ${said}`,
    cell: (title, seconds) => `  ${seconds} s  ${title}`,
    written: (folder) => `Written to ${folder}`,
    made: (file) => `Wrote ${file}`,
    leftOut: (what) => `Left out: ${what}`,
  },
  watching: (file, url) => `Showing ${file} at ${url}`,
  watchHint: 'Run again on every save. This computer alone reaches the page. End it by Ctrl-C.',
  waiting: 'Running the notebook …',
  template: {
    intro:
      'Write here what the notebook looks into. A cell begins with `// %%`. The value of its last expression is shown, unless it ends with a semicolon; `display()` shows something in the middle of a cell.',
    data: 'Data',
    units: 'units',
    years: 'years',
    text: 'Text is Markdown, with formulas: $\\hat{\\beta} = (X^\\top X)^{-1} X^\\top y$.',
    table: 'Table 8',
  },
};
