import type { Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import { formatNumber, formatP } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { isAdjusted, isMarked, numberAt, numbersAt, survives } from './extra.js';
import { counts, rangeText, whole } from './summary.js';

/** What a table says as a whole: the estimates of model `joint`, by their terms. */
export interface Joint {
  readonly joint: readonly Estimate[];
  readonly lang: Lang;
  /** The run's seed, from which every stream is drawn. */
  readonly seed: number;
}

/** How many marks chance alone gives, against how many there are. */
export function chanceMarks({ joint, lang, seed }: Joint): string[] {
  const m = messages(lang).inference;
  return termOf(joint, 'resampled-marks').map((e) =>
    m.chance(
      formatNumber(numberAt(e, 'mean'), lang, 1),
      whole(e.n, lang),
      limits(e, lang),
      whole(numberAt(e, 'draws'), lang),
      String(seed),
      whole(e.estimate, lang),
      formatP(e.p, lang),
    ),
  );
}

/** The joint tests of a user table: who is a user dealt anew over the units. */
export function userTests({ joint, lang, seed }: Joint): string[] {
  const m = messages(lang).inference;
  const mean = (e: Estimate) => formatNumber(numberAt(e, 'mean'), lang, 1);
  const p = (e: Estimate) => formatP(e.p, lang);
  const draws = (e: Estimate) => whole(numberAt(e, 'draws'), lang);
  return [
    ...termOf(joint, 'permuted-marks').map((e) =>
      m.permutedMarks(whole(e.estimate, lang), mean(e), limits(e, lang), p(e), draws(e), String(seed)),
    ),
    ...termOf(joint, 'permuted-positive').map((e) =>
      m.permutedPositive(whole(e.estimate, lang), mean(e), limits(e, lang), p(e)),
    ),
    ...termOf(joint, 'permuted-mean-t').map((e) =>
      m.permutedMeanT(formatNumber(e.estimate, lang, 2), rangeText(ends(e), lang, twoDigits), p(e)),
    ),
  ];
}

const twoDigits = (value: number, lang: Lang): string => formatNumber(value, lang, 2);

/** The published marks of a user table: in how many permutations of these data there are as many. */
export function publishedUsers({ joint, lang }: Joint): string[] {
  return termOf(joint, 'permuted-positive').flatMap((e) => {
    const [marks, positive] = [numberAt(e, 'published', 'marks'), numberAt(e, 'published', 'positive')];
    const p = numberAt(e, 'published', 'p');
    if (marks === null || positive === null || p === null) return [];
    return [messages(lang).inference.published(whole(positive, lang), whole(marks, lang), formatP(p, lang))];
  });
}

/** How many of the marks are left after adjustment for the number of tests. */
export function survivors(cells: readonly Estimate[], lang: Lang): string[] {
  const tests = cells.filter(isAdjusted);
  if (tests.length === 0) return [];
  const found = tests.filter((e) => isMarked(e) && (numberAt(e, 'pBenjaminiHochberg') ?? 1) < levels.weak);
  return [
    messages(lang).inference.survivors(
      whole(tests.filter(survives).length, lang),
      whole(tests.filter(isMarked).length, lang),
      counts(numbersAt(tests, 'familySize'), lang),
      whole(found.length, lang),
      counts(numbersAt(tests, 'resamples'), lang),
    ),
  ];
}

const termOf = (joint: readonly Estimate[], name: string) => joint.filter((e) => e.term === name);

const ends = (e: Estimate): number[] => [numberAt(e, 'low') ?? 0, numberAt(e, 'high') ?? 0];

/** A range of counts: the percentiles of few draws fall between whole numbers. */
const limits = (e: Estimate, lang: Lang): string => counts(ends(e).map(Math.round), lang);
