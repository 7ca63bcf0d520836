import { type Problem, quoteFound, UsageError } from '../../problems.js';
import type { Workbook } from '../sheet.js';
import type { ReadColumn } from './columns.js';
import type { Layout } from './layout.js';
import type { FileMapping } from './mapping.js';
import type { Refusal } from './form.js';

/** Rows with values whose key names no place; rows of text only are notes, and stand in the report. */
export function placeProblems(layout: Layout, file: string): Problem[] {
  return layout.unkeyed
    .filter(({ row }) =>
      layout.columns.some(
        ({ column, parts }) => parts.length > 0 && layout.sheet.at(row, column).text !== '',
      ),
    )
    .map(({ row, text, why, suggestions }) => ({
      severity: 'error',
      code: why === 'unknown' ? 'unknown-place' : why,
      file,
      row: row + 1,
      column: null,
      found: `${quoteFound(text)} in sheet ${layout.sheet.name}`,
      expected: 'a municipality, a city district, a county or Riket',
      cure: `the row is left: ${suggestions.length > 0 ? `is it ${suggestions.slice(0, 3).join(' or ')}? ` : ''}settle it under "units" in the mapping`,
    }));
}

const refusals: Readonly<Record<Refusal, string>> = {
  'other-text': 'text that is no answer in more than one cell of ten',
  'no-answers': 'no answers and no colours',
  'colours-for-number': 'colours only for an indicator of numbers',
  'words-and-numbers': 'words and numbers in one column',
  'words-for-number': 'words for an indicator of numbers',
  'percent-for-words': 'percentages for an indicator of Ja and Nej',
  'not-1-0': 'numbers other than 1 and 0',
  'not-2-1-0': 'numbers other than 2, 1 and 0',
  'only-1-0': '1 and 0 only, where 1 may mean Ja or Delvis',
  'outside-0-100': 'numbers outside 0 to 100',
  'mixed-percent': 'percent signs in some cells, and numbers up to 1 without in others',
  'nothing-above-1': 'no number above 1: fractions or percentages?',
};

/** Columns that a header names but that cannot be read: nothing is taken from them before the mapping settles it. */
export function refusalProblems(layout: Layout, columns: readonly ReadColumn[], file: string): Problem[] {
  return columns.flatMap((c) => {
    const about = { file, row: null, column: c.letters } as const;
    const where = `in sheet ${layout.sheet.name}, ${quoteFound(c.parts.at(-1) ?? '')}`;
    if (c.why === 'two-indicators' || c.why === 'two-columns')
      return [
        {
          ...about,
          severity: 'error' as const,
          code: c.why,
          found: `${c.why === 'two-columns' ? 'two columns that fit one indicator equally well' : 'a header that fits two indicators equally well'} ${where}`,
          expected: c.candidates
            .slice(0, 2)
            .map((x) => x.indicator)
            .join(' or '),
          cure: 'the column is left: settle it in the mapping (--write-mapping writes a draft)',
        },
      ];
    if (c.indicator === null || c.form !== null || c.why === null || !(c.why in refusals)) return [];
    return [
      {
        ...about,
        severity: c.why === 'no-answers' ? ('warning' as const) : ('error' as const),
        code: `form-${c.why}`,
        found: `${refusals[c.why as Refusal]} ${where}`,
        expected: `answers to ${c.indicator}`,
        cure: 'the column is left: say its "form" in the mapping (--write-mapping writes a draft)',
      },
    ];
  });
}

/** A mapping that names a sheet which is not there is of another file. */
export function sheetNames(workbook: Workbook, mapping: FileMapping): void {
  const names = workbook.sheets.map((s) => s.name);
  for (const sheet of Object.keys(mapping.sheets ?? {}))
    if (!names.includes(sheet))
      throw new UsageError(
        `the mapping of ${workbook.name}: found the sheet ${quoteFound(sheet)}; expected one of ${names.join(', ')}; correct it`,
      );
}
