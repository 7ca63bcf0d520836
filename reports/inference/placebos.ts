import { levels } from '../../analysis/marks.js';
import { formatPercent } from '../locales/format.js';
import { messages, term } from '../locales/language.js';
import type { Sentences } from './cells.js';
import { isMarked, numberAt, numbersAt, textAt } from './extra.js';
import { counts, groupsBy, median, rangeText, whole } from './summary.js';

/** How often the peer model marks draws in which peers cannot matter. */
export const peerPlacebos: Sentences = (cells, lang, seed) => {
  const m = messages(lang).inference;
  return (['randomGroups', 'otherGroups'] as const).flatMap((name) => {
    const marked = numbersAt(cells, 'placebo', name, 'marked');
    if (marked.length === 0) return [];
    const draws = counts(numbersAt(cells, 'placebo', name, 'draws'), lang);
    const beyond = cells.filter((e) => isMarked(e) && (numberAt(e, 'placebo', name, 'p') ?? 1) < levels.weak);
    return [
      m.placebo(
        m.placeboGroups[name],
        formatPercent(median(marked), lang),
        formatPercent(Math.max(...marked), lang),
        formatPercent(levels.strong, lang),
        draws,
        String(seed),
        whole(beyond.length, lang),
        whole(cells.filter((e) => isMarked(e) && numberAt(e, 'placebo', name, 'p') !== null).length, lang),
      ),
    ];
  });
};

/** The coefficient that noise alone gives a staffing cell, per outcome and unit. */
export const noise: Sentences = (cells, lang, seed) => {
  const m = messages(lang);
  const groups = groupsBy(cells, (e) => `${e.outcome} ${textAt(e, 'unit')}`);
  return groups.flatMap(({ own, first }) => {
    const medians = numbersAt(own, 'placebo', 'shuffledYears', 'median');
    const marked = median(numbersAt(own, 'placebo', 'shuffledYears', 'marked'));
    if (medians.length === 0) return [];
    return [
      m.inference.noise(
        term(m.inference.noiseOutcomes, first.outcome ?? ''),
        rangeText(medians, lang),
        term(m.unitsOfDifference, textAt(first, 'unit') ?? ''),
        formatPercent(marked, lang),
        counts(numbersAt(own, 'placebo', 'shuffledYears', 'draws'), lang),
        String(seed),
      ),
    ];
  });
};
