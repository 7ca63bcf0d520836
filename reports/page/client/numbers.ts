import { formatP } from '../../locales/format.js';
import { lang } from './words.js';

/** A p-value without its letter: `0,0123`, `< 0,0001`, an em dash. */
export const bareP = (p: number | null): string => formatP(p, lang()).replace(/^p (= )?/, '');
