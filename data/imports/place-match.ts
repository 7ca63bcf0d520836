import type { LargerPlace } from './larger-places.js';
import { placeIndex } from './place-index.js';
import type { Suggestion } from './place-suggestions.js';

/**
 * How sure a match is: an official code; the official name as it is; the name in other letters, spaces, additions or
 * damaged in a way that leaves one reading; a former name or abbreviation; or doubtful, which nobody may use unasked.
 */
export type Confidence = 'code' | 'exact' | 'normalised' | 'alias' | 'doubtful';

export interface UnitMatch {
  readonly kind: 'unit';
  /** `0180`, `0180-bromma`; of a doubtful match the likeliest. */
  readonly unit: string;
  readonly name: string;
  readonly confidence: Confidence;
  /** What was mended or is odd: lost letters, a former name, a year in which the unit did not answer. */
  readonly note?: string;
  /** Of a doubtful match, the units that may be meant. */
  readonly suggestions?: readonly Suggestion[];
}

export type PlaceMatch =
  UnitMatch | LargerPlace | { readonly kind: 'none'; readonly suggestions: readonly Suggestion[] };

/** An official unit by its code, as a match. */
export function unit(code: string, confidence: Confidence, note?: string): UnitMatch {
  const { name } = placeIndex().units.get(code)!;
  return { kind: 'unit', unit: code, name, confidence, ...(note === undefined ? {} : { note }) };
}

/** The units that may be meant, the likeliest first. */
export function doubtful(suggestions: readonly Suggestion[], note: string): UnitMatch {
  const known = [...new Map(suggestions.map((s) => [s.unit, s])).values()];
  return { ...unit(known[0]!.unit, 'doubtful', note), suggestions: known };
}

/** The code of the municipality that a unit is or lies in. */
export const municipalityOf = (code: string): string => placeIndex().units.get(code)!.municipality;

export const withNote = (match: UnitMatch, note: string): UnitMatch => ({
  ...match,
  note: match.note === undefined ? note : `${match.note}; ${note}`,
});
