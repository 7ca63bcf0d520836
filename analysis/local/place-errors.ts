import { quoteFound, UsageError } from '../../data/problems.js';
import { editDistance } from '../../data/readers/nearest.js';
import { keyOf, withoutMarks } from '../../data/imports/place-text.js';

/** Suggestions that a message has room for. */
const MOST = 15;

/** Texts longer than this name no place, and are not compared. */
export const LONGEST_PLACE = 200;

/** Longer texts are no misspelling of a name. */
const LONGEST = 60;

/** Names of the panel are the user's: shown on one line, cut. */
export const named = (id: string, name: string): string =>
  id === name ? quoteFound(id) : `${quoteFound(name)} (${quoteFound(id).slice(1, -1)})`;

/** What a text was found to be, in one line with the cure. */
export function placeError(text: string, problem: string, suggestions: readonly string[]): UsageError {
  const shown = suggestions.slice(0, MOST).join(', ');
  const more = suggestions.length > MOST ? `, and ${suggestions.length - MOST} more` : '';
  const cure = suggestions.length > 0 ? `write one of: ${shown}${more}` : 'give an id or a name of units.csv';
  return new UsageError(`found ${quoteFound(text)}: ${problem}; ${cure}`);
}

/** The key by which a name is looked up: case, marks, spaces and hyphens do not count. */
export const looseKey = (text: string): string => withoutMarks(keyOf(text));

/** The positions of the names that a text may be a misspelling or the beginning of, nearest first. */
export function nearNames(text: string, names: readonly string[]): number[] {
  const wanted = looseKey(text);
  if (wanted.length < 2 || text.length > LONGEST) return [];
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  return names
    .map((name, i) => {
      const key = looseKey(name.slice(0, LONGEST));
      const distance = key.startsWith(wanted) ? 1 : editDistance(wanted, key, limit);
      return { i, distance, within: distance <= limit };
    })
    .filter((c) => c.within)
    .sort((a, b) => a.distance - b.distance || a.i - b.i)
    .map((c) => c.i);
}
