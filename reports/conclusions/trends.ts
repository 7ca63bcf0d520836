import type { Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import { codebook } from '../../data/codebook/codebook.js';
import { numbersAt, textAt } from '../inference/extra.js';
import { counts, rangeText, whole } from '../inference/summary.js';
import { formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { signs } from './signs.js';

/** How many series, answers and units the trends rest on. */
export function trendsRest(series: readonly Estimate[], lang: Lang): string[] {
  const { conclusions } = messages(lang);
  const single = series.filter((e) => !isAverage(e) && e.mark !== null);
  const range = (key: 'n' | 'units') =>
    counts(
      single.flatMap((e) => e[key] ?? []),
      lang,
    );
  return [conclusions.series(whole(single.length, lang), range('n'), range('units'))];
}

/** How many series rise or fall, beside what chance gives, and what the others could have missed. */
export function trendsFound(series: readonly Estimate[], lang: Lang): string[] {
  const { conclusions: m, unitsPerYear } = messages(lang);
  const known = series.filter((e) => e.mark !== null);
  const single = signs(known.filter((e) => !isAverage(e)));
  const averages = signs(known.filter(isAverage));
  const count = (n: number) => whole(n, lang);
  const unmarked = known.filter((e) => e.mark === '');
  const units = [...new Set(unmarked.flatMap((e) => textAt(e, 'unit') ?? []))];
  const power = units.flatMap((unit) => {
    const effects = numbersAt(
      unmarked.filter((e) => textAt(e, 'unit') === unit),
      'minimumDetectable',
    );
    return effects.length === 0 ? [] : [m.trendPower(rangeText(effects, lang), term(unitsPerYear, unit))];
  });
  const chance = formatNumber(single.cells * levels.weak, lang, 1);
  return [
    m.trends(count(single.up), count(single.down), count(single.cells), chance),
    ...(averages.cells === 0
      ? []
      : [m.averages(count(averages.up), count(averages.down), count(averages.cells))]),
    ...power,
  ];
}

/** The averages over indicators of the report's figure 3 hold the others, and are counted by themselves. */
const isAverage = (e: Estimate): boolean => codebook().composites.some(({ id }) => id === e.indicator);
