import { clean } from '../readers/text.js';
import { abbreviations, formerCodes, formerPlaces } from './former-places.js';
import { findForms, type Form, placeIndex } from './place-index.js';
import { matchLarger } from './larger-places.js';
import {
  type Confidence,
  doubtful,
  municipalityOf,
  type PlaceMatch,
  unit,
  type UnitMatch,
  withNote,
} from './place-match.js';
import { suggest, suggestion } from './place-suggestions.js';
import { keyOf, keysOf, LOST_LETTER, repairEncoding, withoutMarks, wordsOf } from './place-text.js';

export interface PlaceOptions {
  /** The year of the data: a unit that did not answer in it gets a note. */
  readonly year?: number;
  /** The code of the municipality that the place must lie in: `Centrum` beside a column that says Göteborg. */
  readonly municipality?: string;
  /** Other names of the same list have lost their marks: `Habo` may then be Håbo too, and is doubtful. */
  readonly marksLost?: boolean;
}

export type { Confidence, PlaceMatch, UnitMatch } from './place-match.js';

/** The note on a match whose text has lost the marks on its letters: others of the same list may have too. */
export const MARKS_LOST = 'marks on letters lost';

/** Longer texts name no place. */
const LONGEST = 120;

const DISTRICT =
  /^(?:stadsdel(?:en)?s?|stadsdelsf\S{1,3}rvaltning(?:en)?|stadsdelsn\S{1,3}mnd(?:en)?|stads(?:dels)?omr\S{1,3}de(?:t)?|sd[fno])$/;
const MUNICIPALITY = /^(?:kommun(?:en)?s?|stad(?:en)?s?)$/;
const CODE = /^(?:SE[ -]?(?=\d{4}))?(\d{3,4})(?:[.,]0+)?$/i;
const CODE_FIRST = /^(?:SE[ -]?(?=\d{4}))?(\d{3,4})(?:[ \t,;:–/-]+|[ ]?\()([^\d].*)$/is;
const CODE_LAST = /^(.*[^\d\s(])[\s,(–-]+(?:SE)?(\d{4})\)?$/is;

/**
 * The municipality, city district, county, region or nation that a text names: what every importer asks.
 *
 * Taken as sure: official codes (`0180`, `180`, `180.0`, `SE0180`, `0180 Stockholm`, `0180-bromma`) and official names in any
 * case, with any spaces and hyphens, with `kommun`, `stad` or a genitive, with the marks on their letters lost or decomposed, in UTF-8
 * read as Windows-1252, or with lost letters (`Malm�`), as long as one unit alone can be meant. A district may stand with
 * its city before or after it; one whose name any city may have (`Centrum`, `Norr`) needs the city or `municipality`.
 * A misspelling is never corrected: it is `doubtful` with suggestions, as is a code beside another unit's name.
 */
export function matchPlace(text: string, options: PlaceOptions = {}): PlaceMatch {
  const given = clean(text);
  if (given.length > LONGEST) return { kind: 'none', suggestions: [] };
  const repaired = repairEncoding(given);
  const match = matchText(repaired, options);
  if (match.kind !== 'unit') return match;
  const mended = repaired !== given && match.confidence !== 'doubtful';
  const noted = mended
    ? withNote({ ...match, confidence: lower(match.confidence) }, 'encoding mended')
    : match;
  return withYear(inMunicipality(noted, options), options);
}

const lower = (confidence: Confidence): Confidence => (confidence === 'exact' ? 'normalised' : confidence);

function matchText(text: string, options: PlaceOptions): PlaceMatch {
  const code = CODE.exec(text)?.[1]?.padStart(4, '0');
  if (code !== undefined) return matchCode(code);
  const first = CODE_FIRST.exec(text);
  const last = first ? null : CODE_LAST.exec(text);
  if (first) return matchCodeAndName(first[1]!.padStart(4, '0'), first[2]!.replace(/\)$/, ''), options);
  if (last) return matchCodeAndName(last[2]!, last[1]!, options);
  const larger = matchLarger(text);
  if (larger?.kind === 'region' && larger.name === 'Region Gotland')
    return doubtful([suggestion('0980')], 'Region Gotland is a municipality and a region');
  return larger ?? matchName(text, options);
}

function matchCode(code: string): PlaceMatch {
  const former = formerCodes[code];
  if (former) return unit(former.unit, 'alias', former.note);
  if (code === '0000') return { kind: 'nation', name: 'Riket' };
  return placeIndex().units.has(code) ? unit(code, 'code') : { kind: 'none', suggestions: [] };
}

/** A code and a name beside it: the unit that both speak of, or doubt. */
function matchCodeAndName(code: string, name: string, options: PlaceOptions): PlaceMatch {
  const byCode = matchCode(code);
  if (byCode.kind !== 'unit')
    return matchLarger(name) ?? doubt(matchName(name, options), `no unit has code ${code}`);
  const byName = matchName(name, { ...options, municipality: byCode.unit });
  if (
    byName.kind !== 'unit' ||
    byName.confidence === 'doubtful' ||
    municipalityOf(byName.unit) !== byCode.unit
  ) {
    const others =
      byName.kind === 'unit' ? [suggestion(byName.unit)] : byName.kind === 'none' ? byName.suggestions : [];
    return doubtful([suggestion(byCode.unit), ...others], `${code} is the code of ${byCode.name}`);
  }
  return { ...byCode, unit: byName.unit, name: byName.name };
}

function matchName(text: string, options: PlaceOptions): PlaceMatch {
  const words = wordsOf(text).map((w) => abbreviations.get(w) ?? w);
  const isAbbreviated = wordsOf(text).some((w) => abbreviations.has(w));
  const saysDistrict = words.some((w) => DISTRICT.test(w));
  const named = words.filter((w) => !DISTRICT.test(w) && !MUNICIPALITY.test(w));
  const key = named.join('');
  const former = formerPlaces.find((f) => withoutMarks(keyOf(f.name)) === withoutMarks(key));
  if (former?.units.length === 1) return unit(former.units[0]!, 'alias', former.note);
  if (former) return doubtful(former.units.map(suggestion), former.note);
  const { forms, lost } = find(keysOf(named), saysDistrict, options);
  const [form] = forms;
  if (!form) return guess(words.join(' '));
  const candidates = forms.map((f) => suggestion(f.unit.unit));
  if (forms.length > 1) return doubtful(candidates, 'it may be any of these');
  const reason = whyDoubtful(form, key, words, options);
  if (reason !== null) return doubtful(candidates, reason);
  const note = { nothing: undefined, marks: MARKS_LOST, letters: 'letters lost' }[lost];
  if (isAbbreviated) return unit(form.unit.unit, 'alias', note);
  return unit(form.unit.unit, isOfficial(text, form.unit.unit) ? 'exact' : 'normalised', note);
}

/** What speaks against the one unit that has this name, or null. */
function whyDoubtful(
  { unit, weak }: Form,
  key: string,
  words: readonly string[],
  { municipality }: PlaceOptions,
): string | null {
  const own = keyOf(placeIndex().names.get(unit.unit)!);
  const isDistrict = unit.unit !== unit.municipality;
  const isWhole = withoutMarks(key).startsWith(withoutMarks(own));
  if (weak && !isWhole) return `part of ${unit.name}`;
  if (weak && municipality !== unit.municipality) return 'say which city';
  if (!isDistrict && words.some((w) => DISTRICT.test(w))) return `${unit.name} is no city district`;
  if (isDistrict && key === own && words.some((w) => /^kommun/.test(w)))
    return `${unit.name} is a city district, no municipality`;
  return null;
}

/** Within the municipality asked for where that has such a place; a district where the text says so. */
function find(
  keys: readonly string[],
  saysDistrict: boolean,
  { municipality, marksLost = false }: PlaceOptions,
) {
  const anywhere = findForms(keys, () => true, marksLost);
  if (municipality === undefined && !saysDistrict) return anywhere;
  const chosen = findForms(
    keys,
    (u) =>
      (municipality === undefined || u.municipality === municipality) &&
      (!saysDistrict || u.unit !== u.municipality),
    marksLost,
  );
  return chosen.forms.length > 0 ? chosen : anywhere;
}

const isOfficial = (text: string, code: string): boolean => {
  const { units, names } = placeIndex();
  return text === names.get(code) || text === units.get(code)!.name;
};

function guess(text: string): PlaceMatch {
  if (LOST_LETTER.test(text)) return { kind: 'none', suggestions: suggest(text).list };
  const { list, near } = suggest(text);
  return near === 1 ? doubtful(list, 'no place is written so') : { kind: 'none', suggestions: list };
}

function doubt(match: PlaceMatch, note: string): PlaceMatch {
  return match.kind === 'unit'
    ? doubtful([suggestion(match.unit), ...(match.suggestions ?? [])], note)
    : match;
}

function inMunicipality(match: UnitMatch, { municipality }: PlaceOptions): UnitMatch {
  if (municipality === undefined || municipalityOf(match.unit) === municipality) return match;
  const note = `${match.name} is not in ${municipality}`;
  const place = placeIndex().units.has(municipality) ? [suggestion(municipality)] : [];
  return doubtful([suggestion(match.unit), ...place], note);
}

function withYear(match: UnitMatch, { year }: PlaceOptions): UnitMatch {
  if (year === undefined) return match;
  const { units } = placeIndex();
  const { from, to } = units.get(match.unit)!;
  if (year < from || year > to)
    return withNote(match, `answered as a district in ${from}-${to} only, not in ${year}`);
  const isSplit = [...units.values()].some(
    (u) => u.municipality === match.unit && u.unit !== match.unit && u.from <= year && year <= u.to,
  );
  return isSplit ? withNote(match, `answered by its districts in ${year}`) : match;
}
