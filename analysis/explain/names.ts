import { quoteFound } from '../../data/problems.js';
import type { Estimate } from '../estimate.js';

/** What is read as the same name: small or large letters and spaces do not count. */
export const normalName = (text: string): string =>
  text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether one of the names is meant. */
export const isNamed = (asked: string, names: readonly (string | null | undefined)[]): boolean =>
  names.some((name) => typeof name === 'string' && normalName(name) === normalName(asked));

/** Names of data that an error line shows; the whole list of a large panel would hide what is wrong. */
const MOST = 40;

/** Names in an error, each once, in quotes, without what cannot be seen. */
export function listed(names: readonly (string | null)[]): string {
  const once = [...new Set(names)].map((name) => quoteFound(name ?? ''));
  const more = once.length > MOST ? `, and ${once.length - MOST} more` : '';
  return once.slice(0, MOST).join(', ') + more;
}

/** The label of a row with its group, as the row may be written. */
export const fullRow = ({ group, row }: Pick<Estimate, 'group' | 'row'>): string =>
  `${group === null ? '' : `${group}: `}${row}`;
