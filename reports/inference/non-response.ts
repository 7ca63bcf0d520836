import type { Estimate } from '../../analysis/estimate.js';
import { messages, type Lang } from '../locales/language.js';
import { isMarked, numberAt, sameMark, textAt } from './extra.js';
import { whole } from './summary.js';

/**
 * What the survey's non-response can do to the user tables: marks left when respondents are weighted for those who
 * did not answer, cells whose bounds hold both signs, marks left when those who were neither count as one or the other.
 */
export function nonResponse(cells: readonly Estimate[], lang: Lang): string[] {
  const m = messages(lang).inference;
  const rival = (sentence: (left: string, marked: string) => string, ...path: string[]) => {
    const tried = cells.filter((e) => isMarked(e) && textAt(e, ...path, 'mark') !== null);
    const left = tried.filter((e) => sameMark(e, ...path));
    return tried.length === 0 ? [] : [sentence(whole(left.length, lang), whole(tried.length, lang))];
  };
  const bounded = cells.filter((e) => numberAt(e, 'nonResponse', 'bounds', 'low') !== null);
  const both = bounded.filter(
    (e) => numberAt(e, 'nonResponse', 'bounds', 'low')! <= 0 && (numberAt(e, 'nonResponse', 'bounds', 'high') ?? Infinity) >= 0, // prettier-ignore
  );
  return [
    ...rival(m.weighted, 'nonResponse', 'ipw'),
    ...(bounded.length === 0 ? [] : [m.bounds(whole(both.length, lang), whole(bounded.length, lang))]),
    ...rival(m.otherAsUsers, 'nonResponse', 'other', 'users'),
    ...rival(m.otherAsNonUsers, 'nonResponse', 'other', 'non-users'),
  ];
}
