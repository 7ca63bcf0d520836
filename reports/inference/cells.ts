import type { Estimate } from '../../analysis/estimate.js';
import { formatEstimate } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { confirmed, isMarked, numberAt, numbersAt, sameMark, textAt } from './extra.js';
import { counts, countedWords, groupsBy, median, rangeText, whole } from './summary.js';

/** Sentences on cells together: none where the run inferred nothing of the kind. */
export type Sentences = (cells: readonly Estimate[], lang: Lang, seed: number) => string[];

export const verdicts: Sentences = (cells, lang) => {
  const m = messages(lang).inference;
  const keys = cells.flatMap((e) => textAt(e, 'verdict') ?? []).filter((key) => key !== '');
  return keys.length === 0 ? [] : [m.verdicts(countedWords(keys, m.verdict, lang))];
};

/** The share of the variance that lies between groups: a number of its own, or with its interval beside it. */
export const intraclass: Sentences = (cells, lang) => {
  const values = cells.flatMap((e) => numberAt(e, 'icc') ?? numberAt(e, 'icc', 'icc') ?? []);
  if (values.length === 0) return [];
  return [messages(lang).inference.icc(rangeText(values, lang), formatEstimate(median(values), lang))];
};

/** Marks that are left when only changes within a unit count. */
export const unitEffects: Sentences = (cells, lang) => {
  const rivals = cells.filter((e) => isMarked(e) && textAt(e, 'unitEffects', 'status') !== null);
  if (rivals.length === 0) return [];
  const left = rivals.filter((e) => sameMark(e, 'unitEffects'));
  return [messages(lang).inference.unitEffects(whole(left.length, lang), whole(rivals.length, lang))];
};

/** ANOVA of the period: marks left when the groups' labels are permuted over units. */
export const labelPermutation: Sentences = (cells, lang) => {
  const { tested, left } = confirmed(cells, 'permutation', 'p');
  if (tested.length === 0) return [];
  const draws = counts(numbersAt(tested, 'permutation', 'permutations'), lang);
  return [
    messages(lang).inference.labelPermutation(whole(left.length, lang), whole(tested.length, lang), draws),
  ];
};

/** User cells: marks left when who is a user is permuted over units. */
export const userPermutation: Sentences = (cells, lang, seed) => {
  const { tested, left } = confirmed(cells, 'pRandomization');
  if (tested.length === 0) return [];
  const draws = counts(numbersAt(tested, 'permutations'), lang);
  return [
    messages(lang).inference.userPermutation(
      whole(left.length, lang),
      whole(tested.length, lang),
      draws,
      String(seed),
    ),
  ];
};

/** Equivalence tests against the margin that the user stated, one sentence per margin. */
export const equivalence: Sentences = (cells, lang) => {
  const m = messages(lang);
  const tested = cells.filter((e) => numberAt(e, 'equivalence', 'margin') !== null);
  const groups = groupsBy(tested, (e) => `${numberAt(e, 'equivalence', 'margin')} ${textAt(e, 'unit')}`);
  return groups.map(({ own, first }) => {
    const margin = formatEstimate(numberAt(first, 'equivalence', 'margin'), lang);
    // A cell that could not be tested is counted by its reason.
    const keys = own.flatMap(
      (e) => textAt(e, 'equivalence', 'verdict') ?? textAt(e, 'equivalence', 'reason') ?? [],
    );
    return m.inference.equivalence(
      `${margin} ${term(m.unitsOfDifference, textAt(first, 'unit') ?? '')}`,
      countedWords(keys, { ...m.inference.equivalent, ...m.reasons }, lang),
    );
  });
};

/** Linear marks that the logit or ordered logit gives too. */
export const links: Sentences = (cells, lang) => {
  const fitted = cells.filter((e) => textAt(e, 'link', 'status') === 'ok');
  if (fitted.length === 0) return [];
  const marked = fitted.filter(isMarked);
  const left = marked.filter((e) => sameMark(e, 'link'));
  return [
    messages(lang).inference.link(
      whole(left.length, lang),
      whole(marked.length, lang),
      whole(fitted.length, lang),
    ),
  ];
};
