import { withoutMarks, wordsOf, repairEncoding } from './place-text.js';

/** What SKR asked of: the results' use for quality development, no use at all, or one of the other uses. */
export type Use = 'quality_development' | 'not_used' | 'other-use';
/** An area of the appendix, or `other-area`: one of SKR's that it does not treat. */
export type Area = 'aldreomsorg' | 'ekonomiskt-bistand' | 'barn-och-unga' | 'other-area';
/** What a column holds; a use without an area where the area is a column of its own. */
export type Meaning =
  | { readonly kind: 'code' | 'name' | 'district' | 'area' | 'ignore' }
  | { readonly kind: 'use'; readonly use: Use; readonly area: Area | null };

const areaPhrases: readonly (readonly [Area, RegExp])[] = [
  ['aldreomsorg', /\b(?:aldreomsorg(?:en)?|ao)\b/],
  ['ekonomiskt-bistand', /\b(?:ek(?:onomiskt)? bistand|eb)\b/],
  ['barn-och-unga', /\b(?:barn och (?:unga?|ungdom(?:ar|svard|svarden)?)|bou)\b/],
  [
    'other-area',
    /\b(?:funktionsnedsattning|lss|socialpsykiatrin?|missbruks?(?:vard(?:en)?)?|beroendevard(?:en)?|vald i nara relationer|krisberedskap|hemloshet)\b/,
  ],
];

const NEVER = /\b(?:inte alls|anvan\w* (?:inte|ej)|(?:inte|ej) anvan\w*|not used)\b/;
const usePhrases: readonly (readonly [Use, RegExp])[] = [
  ['quality_development', /\b(?:kvalitets ?utv\w*|quality development)\b/],
  ['not_used', NEVER],
  ['other-use', /\b(?:styrning|egenkontroll|granskning|tillsyn)\b/],
];

/** Words of columns that speak of a use without holding the flag. */
const NO_FLAG = /\b(?:kommentar\w*|fritext|beskriv\w*|antal|andel|procent|pct|varfor|hur|annat)\b/;

const unitHeadings: ReadonlyMap<string, 'code' | 'name' | 'district' | 'area'> = new Map([
  ...of('code', 'kod', 'kommunkod', 'kommun kod', 'kommunnr', 'kommunnummer', 'enhetskod', 'code', 'unit'),
  ...of(
    'name',
    'kommun',
    'kommunnamn',
    'kommunens namn',
    'namn',
    'organisation',
    'enhet',
    'respondent',
    'name',
  ),
  ...of('name', 'kommun stadsdel', 'kommun eller stadsdel', 'kommun och stadsdel', 'municipality'),
  ...of('district', 'stadsdel', 'stadsdelsnamn', 'stadsdelsforvaltning', 'stadsdelsnamnd', 'sdf', 'sdn'),
  ...of('area', 'omrade', 'delomrade', 'verksamhetsomrade', 'oj omrade', 'area'),
]);

function of<T extends string>(kind: T, ...names: string[]): [string, T][] {
  return names.map((name) => [name, kind]);
}

/** A heading's words, in small letters without marks. */
const phrase = (text: string): string => withoutMarks(wordsOf(repairEncoding(text)).join(' '));

/** The area that a text names, or null where it names none or several. */
export function areaOf(text: string): Area | null {
  const found = areaPhrases.filter(([, pattern]) => pattern.test(phrase(text)));
  return found.length === 1 ? found[0]![0] : null;
}

/**
 * What a column with this heading holds; null where the heading does not say, or says two things: `Använder inte för
 * kvalitetsutveckling` may be either flag, and is for the user to settle.
 */
export function meaningOf(heading: string): Meaning | null {
  const words = phrase(heading);
  const kind = unitHeadings.get(words);
  if (kind) return { kind };
  if (NO_FLAG.test(words)) return null;
  const uses = usePhrases.filter(([, pattern]) => pattern.test(words));
  const areas = areaPhrases.filter(([, pattern]) => pattern.test(words));
  if (uses.length !== 1 || areas.length > 1) return null;
  return { kind: 'use', use: uses[0]![0], area: areas[0]?.[0] ?? null };
}

/** A meaning in one word or two, as mapping files have it: `code`, `aldreomsorg: not_used`. */
export const describe = (meaning: Meaning): string =>
  meaning.kind !== 'use' ? meaning.kind : meaning.area ? `${meaning.area}: ${meaning.use}` : meaning.use;
