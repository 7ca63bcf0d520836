import { en } from './en/index.js';
import { sv } from './sv/index.js';

/** The languages of every output; Swedish is the default everywhere. */
export type Lang = 'sv' | 'en';

/** The message catalogue: Swedish is the original, and English must have exactly its keys. */
export type Messages = typeof sv;

const catalogues: Readonly<Record<Lang, Messages>> = { sv, en };

/** All messages of one language. */
export const messages = (lang: Lang): Messages => catalogues[lang];

/**
 * A message looked up by a key that comes from data (a reason, a model, a category). A key that the catalogue
 * does not know is shown as it is: better an odd word than a silent gap.
 */
export function term(section: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(section, key) ? section[key]! : key;
}
