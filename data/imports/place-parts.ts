import { suggestion } from './place-suggestions.js';
import { doubtful, municipalityOf, type PlaceMatch } from './place-match.js';
import { matchPlace, type PlaceOptions } from './places.js';

/** What the columns of a row say of its place; empty where there is no such column. */
export interface PlaceParts {
  readonly code: string;
  /** Of the municipality, the district, or both. */
  readonly name: string;
  readonly district: string;
}

/** A column says nothing with these. */
const NOTHING = /^(?:|-+|–|\.+|x|saknas|hela kommunen|ej aktuellt)$/i;

/**
 * The place of a row with a code, a name and a district in columns of their own: each is matched within the
 * municipality of those before it, and the last that says something decides. Parts of different municipalities
 * or names that nobody knows are doubtful.
 */
export function matchParts(parts: PlaceParts, options: PlaceOptions = {}): PlaceMatch {
  const texts = [parts.code, parts.name, parts.district].filter((text) => !NOTHING.test(text.trim()));
  let place: PlaceMatch = { kind: 'none', suggestions: [] };
  for (const text of texts)
    place = place.kind === 'unit' ? narrow(place, text, options) : matchPlace(text, options);
  return place;
}

type Unit = Extract<PlaceMatch, { kind: 'unit' }>;

function narrow(before: Unit, text: string, options: PlaceOptions): PlaceMatch {
  if (before.confidence === 'doubtful') return before;
  const municipality = municipalityOf(before.unit);
  const now = matchPlace(text, { ...options, municipality });
  const both = (list: readonly { unit: string }[], note: string) =>
    doubtful([suggestion(before.unit), ...list.map((s) => suggestion(s.unit))], note);
  if (now.kind === 'none') return both(now.suggestions, `"${text}" is not known beside ${before.name}`);
  if (now.kind !== 'unit') return both([], `${now.name} is not ${before.name}`);
  if (now.confidence === 'doubtful')
    return both(now.suggestions ?? [now], now.note ?? 'it may be any of these');
  if (now.unit !== before.unit && before.unit !== municipality && now.unit !== municipality)
    return both([now], `${now.name} is not ${before.name}`);
  const finer = now.unit === municipality ? before : now;
  return before.confidence === 'code' ? { ...finer, confidence: 'code' } : finer;
}
