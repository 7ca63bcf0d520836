import { quoteFound } from '../problems.js';
import { appendixYears, codebook, type Item } from '../codebook/codebook.js';
import type { FileReport, Finding } from './report.js';
import { clean } from './text.js';

export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

const FOUR_DIGITS = /^\d{4}$/;

/** The year in a cell, or null, having reported it (`not-a-year`): four digits, 1990 to 2100. */
export function readYear(cell: string, row: number, report: FileReport): number | null {
  const text = FOUR_DIGITS.test(cell) ? cell : clean(cell);
  const year = FOUR_DIGITS.test(text) ? Number(text) : NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  report.error('not-a-year', {
    row,
    column: 'year',
    found: text === '' ? 'an empty cell' : quoteFound(cell),
    expected: `a year from ${FIRST_YEAR} to ${LAST_YEAR}`,
    cure: 'write the year with four digits, 2016',
  });
  return null;
}

/** The item that was asked instead of `item` in a year: the joint question for its parts, and the other way round. */
export function askedInstead(item: Item, year: number): readonly string[] {
  const { items, outcomes } = codebook();
  const related = outcomes.flatMap(({ rule }) => {
    if (rule.kind !== 'alcohol-drugs' && rule.kind !== 'settings') return [];
    const family = [...rule.items, ...(rule.joint === null ? [] : [rule.joint])];
    return family.includes(item.id) ? family : [];
  });
  const asked = items.filter((i) => i.id !== item.id && i.from <= year && year <= i.to);
  return asked.filter((i) => related.includes(i.id)).map((i) => i.id);
}

const FIRST_APPENDIX_YEAR = appendixYears.kommun.first;
const LAST_APPENDIX_YEAR = appendixYears.kommun.last;

/**
 * What is wrong with an answer to a codebook item in a year in which the appendix's surveys did not ask it, or null:
 * `year-outside`, an error, within 2016-2020; `year-outside-appendix`, a warning, before and after.
 */
export function explainItemYear(
  item: Item,
  year: number,
): (Pick<Finding, 'found' | 'expected' | 'cure'> & { severity: 'error' | 'warning'; code: string }) | null {
  if (year >= item.from && year <= item.to) return null;
  if (year < FIRST_APPENDIX_YEAR || year > LAST_APPENDIX_YEAR) {
    const expected = `a year of the appendix, ${FIRST_APPENDIX_YEAR}-${LAST_APPENDIX_YEAR}`;
    const cure =
      'the row is kept: check that the question is still the same, and set the period if it is not';
    return { severity: 'warning', code: 'year-outside-appendix', found: `${year}`, expected, cure };
  }
  const instead = askedInstead(item, year);
  const years = item.from === item.to ? `${item.from}` : `${item.from}-${item.to}`;
  const cure = instead.length
    ? `in ${year} the question was ${instead.join(' and ')}: write the answer there`
    : `take the row away, or correct its year`;
  const expected = `a year in which ${item.id} was asked, ${years}`;
  return { severity: 'error', code: 'year-outside', found: `${year}`, expected, cure };
}
