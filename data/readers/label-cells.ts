import type { Text } from '../codebook/codebook.js';
import { quoteFound } from '../problems.js';
import type { FileReport } from './report.js';
import { clean, detach } from './text.js';

/** Characters of the longest label: more is a text, for which no table or figure has room. */
export const LONGEST_LABEL = 200;

// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * A label in both languages, or null, having reported what is wrong: `empty-label`, `long-label`, `label-characters`.
 * @param columns the columns of the two cells, which hold the Swedish and the English
 */
export function readText(
  cells: Text,
  columns: Text,
  row: number,
  report: FileReport,
  longest = LONGEST_LABEL,
): Text | null {
  const read = (lang: keyof Text) => readLabel(cells[lang], columns[lang], row, report, longest);
  const [sv, en] = [read('sv'), read('en')];
  return sv === null || en === null ? null : { sv, en };
}

function readLabel(
  cell: string,
  column: string,
  row: number,
  report: FileReport,
  longest: number,
): string | null {
  const label = clean(cell);
  const wrong = whatIsWrong(label, longest);
  if (!wrong) return detach(label);
  const { code, ...finding } = wrong;
  report.error(code, { row, column, ...finding });
  return null;
}

function whatIsWrong(label: string, longest: number) {
  if (label === '')
    return {
      code: 'empty-label',
      found: 'an empty cell',
      expected: 'a label, in Swedish and in English',
      cure: 'write the label: the same in both where there is no translation',
    };
  if (label.length > longest)
    return {
      code: 'long-label',
      found: quoteFound(label),
      expected: `at most ${longest} characters`,
      cure: 'shorten it: it stands in tables and figures',
    };
  if (CONTROLS.test(label))
    return {
      code: 'label-characters',
      found: quoteFound(label),
      expected: 'one line of text without control characters',
      cure: 'write it on one line',
    };
  return null;
}

/** Reports `duplicate-row` where a key came before, and tells whether it is the first. */
export function isFirst(
  key: string,
  row: number,
  column: string,
  rows: Map<string, number>,
  report: FileReport,
): boolean {
  const first = rows.get(key);
  if (first === undefined) {
    rows.set(key, row);
    return true;
  }
  report.error('duplicate-row', {
    row,
    column,
    found: `${quoteFound(key)}, which row ${first} has already`,
    expected: 'one row for each',
    cure: `take row ${row} or row ${first} away, or correct it`,
  });
  return false;
}

/** Reports `no-rows` where a table has a header only. */
export function warnNoRows(rows: number, expected: string, report: FileReport): void {
  if (rows > 0) return;
  const cure = 'take the file away if nothing belongs in it';
  report.warning('no-rows', { row: null, column: null, found: 'a header only', expected, cure });
}
