import type { Lang } from '../../locales/language.js';
import { cells as enCells } from '../../locales/en/cells.js';
import { figures as enFigures } from '../../locales/en/figures.js';
import { inference as enInference } from '../../locales/en/inference.js';
import { tables as enTables } from '../../locales/en/tables.js';
import { terms as enTerms } from '../../locales/en/terms.js';
import { cells as svCells } from '../../locales/sv/cells.js';
import { figures as svFigures } from '../../locales/sv/figures.js';
import { inference as svInference } from '../../locales/sv/inference.js';
import { tables as svTables } from '../../locales/sv/tables.js';
import { terms as svTerms } from '../../locales/sv/terms.js';
import type { Words } from '../cell-data.js';

/** The parts of the message catalogue that the script needs, so that the whole of it is not sent along. */
const catalogue = {
  sv: { ...svTerms, cells: svCells, cell: svTables.cell, verdicts: svInference.verdict, figures: svFigures },
  en: { ...enTerms, cells: enCells, cell: enTables.cell, verdicts: enInference.verdict, figures: enFigures },
};

/** The language of the page as it is now. */
export const lang = (): Lang => (document.documentElement.lang === 'en' ? 'en' : 'sv');

export const words = () => catalogue[lang()];

/** A word for a key of the data; an unknown key as it is. */
export const term = (section: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(section, key) ? section[key]! : key;

/** A text of data in the page's language. */
export const said = (text: Words): string => text[lang()] ?? text.sv ?? text.en ?? '';

/** A mark for reading, with true minus signs. */
export const shownMark = (mark: string): string => mark.replaceAll('-', '\u2212');
