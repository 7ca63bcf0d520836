import type { Estimate } from '../../analysis/estimate.js';
import { ABSENT, formatEstimate, formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { NOT_ESTIMABLE } from '../tables/table.js';
import { type Coefficients, ETA } from './coefficient-rows.js';
import type { CoefficientsFigure } from './definition.js';
import { plainLabel } from './text-fit.js';

/** As the marks have it: below 5 percent, below 10, or neither. */
export type Significance = 'strong' | 'weak' | 'none';

export const significance = ({ mark }: Estimate): Significance =>
  mark === null || mark === '' ? 'none' : mark.length > 1 ? 'strong' : 'weak';

const MOST_TOLD = 12;

/** How many estimates, how many of them significant, and the first of those. */
export function describeCoefficients(
  figure: CoefficientsFigure,
  found: Coefficients | null,
  lang: Lang,
): string {
  const { figures } = messages(lang);
  if (!found) return `${figure.title[lang]}. ${figures.noData}.`;
  const cells = found.blocks.flatMap(({ rows, unit }) =>
    rows.flatMap((row) =>
      found.panels.flatMap(({ head, columns }) =>
        columns.flatMap(({ key: column, variant }) => {
          const e = row.byColumn.get(column);
          return e ? [{ e, unit, label: row.label, head, variant: found.variants[variant]! }] : [];
        }),
      ),
    ),
  );
  const strong = cells.filter(({ e }) => significance(e) === 'strong');
  const told = strong.slice(0, MOST_TOLD).map(({ e, label, head, variant, unit }) => {
    const where = [plainLabel(label), head, variant].filter((t) => t !== '').join(', ');
    return `${where}: ${coefficientText(e, unit, lang)}`;
  });
  const count = (n: number) => formatNumber(n, lang);
  const estimated = cells.filter(({ e }) => e.estimate !== null).length;
  const summary = figures.coefficientsDescribed(count(estimated), count(strong.length));
  const rest = strong.length > MOST_TOLD ? ` ${figures.andMore(count(strong.length - MOST_TOLD))}` : '';
  const list = told.length === 0 ? '' : ` ${told.join('; ')}.`;
  return `${figure.title[lang]}. ${summary}${list}${rest}`;
}

/** `+4,21 (0,73 till 7,69)`, or eta squared. */
export function coefficientText(e: Estimate, unit: string, lang: Lang): string {
  if (e.estimate === null) return NOT_ESTIMABLE;
  if (unit === ETA) return formatNumber(e.estimate, lang, 3);
  const value = formatEstimate(e.estimate, lang, { signed: true });
  const [low, high] = [formatEstimate(e.ciLow, lang), formatEstimate(e.ciHigh, lang)];
  if (low === ABSENT || high === ABSENT) return value;
  return `${value} (${low} ${messages(lang).figures.to} ${high})`;
}
