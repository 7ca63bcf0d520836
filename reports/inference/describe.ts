import type { Estimate } from '../../analysis/estimate.js';
import { formatNumber, formatP } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { adjustedP, isAdjusted, isMarked, numberAt, survives, textAt } from './extra.js';

/** What was inferred of one cell, for the sentence behind it: adjusted p, bootstrap p, and the verdict in words. */
export function describeInference(e: Estimate, lang: Lang): string[] {
  const { cell, verdict: words } = messages(lang).inference;
  const size = formatNumber(numberAt(e, 'familySize'), lang);
  const bootstrap = numberAt(e, 'bootstrap', 'p');
  const verdict = textAt(e, 'verdict');
  return [
    ...(isAdjusted(e) ? [cell.adjusted(formatP(adjustedP(e), lang))] : []),
    ...(isAdjusted(e) && isMarked(e) ? [survives(e) ? cell.survives(size) : cell.lost(size)] : []),
    ...(bootstrap === null ? [] : [cell.bootstrap(formatP(bootstrap, lang))]),
    ...(verdict ? [term(words, verdict)] : []),
  ];
}
