import { groupingLabel } from './labels.js';
import { messages, type Messages, term, type Lang } from './language.js';

/** The years that a table's heads speak of; `other` where some rows (care units, care users) have fewer. */
export interface TableYears {
  readonly first: number;
  readonly last: number;
  readonly other: { readonly first: number; readonly last: number } | null;
  /** Where nothing says which years they are: heads then name none. */
  readonly unknown?: boolean;
}

/** A column's head in two levels: what is measured, and when or by what. `top` is null for a plain column. */
export interface ColumnHead {
  readonly top: string | null;
  readonly leaf: string;
}

const shortYear = (year: number): string => String(year % 100).padStart(2, '0');

/** `2016–20`, the way the appendix writes a period in a narrow head. */
export const shortPeriod = (first: number, last: number): string =>
  first === last ? `${first}` : `${first}–${shortYear(last)}`;

const longPeriod = (first: number, last: number): string =>
  first === last ? `${first}` : `${first}–${last}`;

/**
 * The head of a column by its key (`totalt`, `2016`, `diff2020-2016`, `period:lan`, `sista:lan`, `niva:alla:t-1`,
 * `genomsnitt:anvandare:t-2`, `t+0`, `att`). A key of another form is its own head.
 */
export function columnHead(column: string, years: TableYears, lang: Lang): ColumnHead {
  const text = messages(lang);
  if (column === 'totalt')
    return {
      top: null,
      leaf: text.tables.total(years.unknown ? '' : shortPeriod(years.first, years.last)).trim(),
    };
  const difference = /^diff(\d{4})-(\d{4})$/.exec(column);
  if (difference)
    return {
      top: null,
      leaf: text.tables.difference(`${difference[1]}–${shortYear(Number(difference[2]))}`),
    };
  if (/^t[+-]\d+$/.test(column)) return { top: null, leaf: column.replace('-', '\u2212') };
  if (Object.hasOwn(text.tables.event.columns, column))
    return { top: null, leaf: term(text.tables.event.columns, column) };
  const [head = '', ...rest] = column.split(':');
  if (head === 'period' || head === 'sista')
    return { top: periodHead(head, years, text.tables), leaf: groupingLabel(rest.join(':'), lang) };
  const [sample = '', lag = ''] = rest;
  if (Object.hasOwn(text.tables.outcomes, head) && rest.length === 2)
    return {
      top: `${term(text.tables.outcomes, head)}, ${term(text.tables.samples, sample)}`,
      leaf: lag.replace('-', '\u2212'),
    };
  return { top: null, leaf: column };
}

function periodHead(
  kind: 'period' | 'sista',
  { first, last, other, unknown }: TableYears,
  words: Messages['tables'],
): string {
  if (unknown) return kind === 'sista' ? words.lastYear : words.wholePeriod;
  if (kind === 'sista') return other ? `${last} (${other.last})` : `${last}`;
  const all = longPeriod(first, last);
  return other ? `${all} (${longPeriod(other.first, other.last)})` : all;
}
