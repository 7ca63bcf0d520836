import { editDistance } from '../readers/nearest.js';
import { placeIndex } from './place-index.js';
import { keyOf, withoutMarks, wordsOf } from './place-text.js';

export interface Suggestion {
  readonly unit: string;
  readonly name: string;
}

const MOST = 5;
/** Longer texts are no misspelling of a name. */
const LONGEST = 60;
/** Words that many names share tell nothing. */
const SHORTEST_WORD = 4;
/** How many edits a shared word is worth. */
const SHARED_WORD = 1.5;

/** A unit by its code, as a suggestion. */
export const suggestion = (unit: string): Suggestion => ({
  unit,
  name: placeIndex().units.get(unit)!.name,
});

/**
 * The units that a text may have meant, nearest first: names within one edit for short texts and a quarter of the
 * length (at most three) for long ones, and names that share a word with it. `near` counts those that are at most
 * one edit farther off than the nearest.
 */
export function suggest(text: string): { readonly list: readonly Suggestion[]; readonly near: number } {
  const wanted = withoutMarks(keyOf(text));
  if (wanted.length < 2 || text.length > LONGEST) return { list: [], near: 0 };
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  const words = new Set(
    wordsOf(text)
      .map(withoutMarks)
      .filter((w) => w.length >= SHORTEST_WORD),
  );
  const { units, names } = placeIndex();
  const ranked = [...units.values()]
    .map(({ unit, name }) => {
      const own = names.get(unit)!;
      const forms = [withoutMarks(keyOf(own)), withoutMarks(keyOf(name))];
      const distance = Math.min(...forms.map((form) => editDistance(wanted, form, limit)));
      const shares = wordsOf(own).some((w) => words.has(withoutMarks(w)));
      return { unit, distance, rank: distance <= limit ? distance : shares ? SHARED_WORD : Infinity };
    })
    .filter((c) => c.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.unit < b.unit ? -1 : 1));
  const nearest = ranked[0]?.rank ?? Infinity;
  return {
    list: ranked.slice(0, MOST).map((c) => suggestion(c.unit)),
    near: ranked.filter((c) => c.rank <= nearest + 1).length,
  };
}
