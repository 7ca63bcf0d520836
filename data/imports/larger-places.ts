import { placeIndex } from './place-index.js';
import { keyOf, withoutMarks, wordsOf } from './place-text.js';

export type LargerPlace =
  | { readonly kind: 'county'; readonly code: string; readonly name: string }
  | { readonly kind: 'region'; readonly code: string; readonly name: string }
  | { readonly kind: 'nation'; readonly name: 'Riket' };

const NATION = new Set(['riket', 'rikets', 'helariket', 'sverige', 'helasverige', 'allakommuner', 'sweden']);
const COUNTY = /^l(?:[äa]|[\ufffd?]{1,2})n(?:et|s|ets)?$/;
const REGION = /^(?:region(?:en|s)?|landsting(?:et|s)?)$/;

/** The nation, county or region that a text names: `Riket`, `Stockholms län`, `01 Stockholms län`, `Region Skåne`. */
export function matchLarger(text: string): LargerPlace | null {
  const words = wordsOf(text.replace(/^\d\d\s+/, ''));
  if (NATION.has(words.join(''))) return { kind: 'nation', name: 'Riket' };
  const { counties } = placeIndex();
  const bare = withoutMarks(words.filter((w) => !COUNTY.test(w) && !REGION.test(w)).join(''));
  if (words.some((w) => REGION.test(w)) || /regionen$/.test(words.at(-1) ?? '')) {
    const whole = withoutMarks(words.join(''));
    const region = counties.find(
      (c) => whole === withoutMarks(keyOf(c.region)) || bare === stem(c.region) || isCounty(bare, c.name),
    );
    return region ? { kind: 'region', code: region.code, name: region.region } : null;
  }
  if (!words.some((w) => COUNTY.test(w))) return null;
  const county = counties.find((c) => isCounty(bare, c.name));
  return county ? { kind: 'county', code: county.code, name: county.name } : null;
}

/** A region's or county's name without what makes it one. */
const stem = (name: string): string =>
  withoutMarks(
    wordsOf(name)
      .filter((w) => !COUNTY.test(w) && !REGION.test(w))
      .join(''),
  );

const isCounty = (bare: string, name: string): boolean => bare === stem(name) || `${bare}s` === stem(name);
