import type { FigureDefinition as CodebookFigure } from '../../data/codebook/codebook.js';
import { areaLabel } from '../locales/labels.js';
import { formatEstimate, formatNumber, formatP, formatRange } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { FigureDefinition } from './definition.js';
import type { FigureSeries } from './series.js';

/** A figure's title, `Figur 8. Ekonomiskt bistånd: individbaserad systematisk uppföljning`. */
export const figureTitle = ({ title }: Pick<FigureDefinition, 'title'>, lang: Lang): string => title[lang];

/** The title of a figure of trends, from the codebook's number, area and title. */
export function trendsTitle(
  definition: Pick<CodebookFigure, 'number' | 'source' | 'area' | 'title'>,
  lang: Lang,
): string {
  const area = areaLabel(definition.area, lang);
  const title = definition.title[lang];
  const what = area === '' || definition.area === title ? title : `${area}: ${lower(title)}`;
  return `${figureNumber(definition, lang)}${what}`;
}

/** The figure's number, and where it stands; empty for a figure that RiR 2021:17 does not have. */
function figureNumber({ number, source }: Pick<CodebookFigure, 'number' | 'source'>, lang: Lang): string {
  const { figures } = messages(lang);
  if (number < 1) return '';
  return `${figures.figure} ${number}${source === 'rapport' ? ` (${figures.report})` : ''}. `;
}

const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** `+2,31 procentenheter per år (p = 0,0123)`. */
export function trendText({ trend, unit }: FigureSeries, lang: Lang): string {
  const { figures, unitsPerYear } = messages(lang);
  if (!trend) return figures.noTrend;
  const per = Object.hasOwn(unitsPerYear, unit) ? term(unitsPerYear, unit) : figures.perYear;
  const p = trend.p === null ? '' : ` (${formatP(trend.p, lang)})`;
  return `${change(trend.estimate, unit, lang)} ${per}${p}`;
}

/** A series' label with its context, where it needs one. */
export const name = ({ label, context }: FigureSeries): string =>
  context === null ? label : `${label} (${context})`;

function change(value: number, unit: string, lang: Lang): string {
  if (unit === 'procent') return formatNumber(value, lang, 2, { signed: true });
  return unit === 'poang-0-2'
    ? formatNumber(value, lang, 3, { signed: true })
    : formatEstimate(value, lang, { signed: true });
}

/** `n 243–290`: units with a value, over the years of a series. */
export function sizesText({ points }: FigureSeries, lang: Lang): string {
  const sizes = points.flatMap((p) => (p.n === null ? [] : [p.n]));
  if (sizes.length === 0) return '';
  return `${messages(lang).figures.n} ${formatRange(Math.min(...sizes), Math.max(...sizes), lang)}`;
}

/** What the figure shows, in words: the alternative for those who cannot see it. */
export function describeFigure(title: string, series: readonly FigureSeries[], lang: Lang): string {
  const { figures, units } = messages(lang);
  const parts = series.map((s) => {
    const first = s.points[0];
    const last = s.points.at(-1);
    if (!first || !last) return `${name(s)}: ${figures.noData}.`;
    const unit = Object.hasOwn(units, s.unit) ? term(units, s.unit) : '';
    const digits = s.unit === 'procent' ? 1 : 2;
    const value = (x: number) => formatNumber(x, lang, digits);
    const span = figures.seriesFromTo(
      name(s),
      value(first.mean),
      first.year,
      value(last.mean),
      last.year,
      unit,
    );
    return `${span.trim()}, ${figures.trendIs(trendText(s, lang))}.`;
  });
  return [figures.described(title, series.length), ...parts].join(' ');
}
