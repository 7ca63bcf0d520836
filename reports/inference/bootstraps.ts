import { messages } from '../locales/language.js';
import type { Sentences } from './cells.js';
import { confirmed, numberAt, numbersAt, textAt } from './extra.js';
import { counts, countedWords, whole } from './summary.js';

/** The clusters, what the bootstrap says of the marks, and how many of its cells carry a warning. */
export const bootstraps: Sentences = (cells, lang, seed) => {
  const m = messages(lang);
  const made = cells.filter((e) => numberAt(e, 'bootstrap', 'p') !== null);
  const failed = cells.flatMap((e) => textAt(e, 'bootstrap', 'reason') ?? []);
  const failures =
    failed.length === 0 ? [] : [m.inference.bootstrapFailed(countedWords(failed, m.reasons, lang))];
  if (made.length === 0) return failures;
  const number = (key: string) => counts(numbersAt(made, 'bootstrap', key), lang);
  const sizes = ['smallestCluster', 'largestCluster'].flatMap((key) => numbersAt(made, 'bootstrap', key));
  const warned = made.flatMap((e) => textAt(e, 'bootstrap', 'warning') ?? []);
  const { tested, left } = confirmed(made, 'bootstrap', 'p');
  return [
    m.inference.clusters(number('clusters'), counts(sizes, lang)),
    m.inference.bootstrap(
      whole(left.length, lang),
      whole(tested.length, lang),
      number('draws'),
      String(seed),
      whole(made.length, lang),
    ),
    warned.length === 0
      ? m.inference.noWarnings
      : m.inference.warnings(countedWords(warned, m.inference.warning, lang)),
    ...failures,
  ];
};
