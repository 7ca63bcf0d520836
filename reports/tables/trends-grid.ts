import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { formatEstimate, formatNumber, formatP } from '../locales/format.js';
import { groupLabel, rowLabel } from '../locales/labels.js';
import { messages, type Lang, term } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { shownMark } from './cell.js';
import { NOT_ESTIMABLE, type Grid } from './table.js';

/** National means by year with n, the change per year and its p: one row per series of the results. */
export const trendsGrid = (results: Results, lang: Lang): Grid =>
  withLabels(results.manifest.labels, () => trendsIn(results, lang));

function trendsIn(results: Results, lang: Lang): Grid {
  const { analysis, tables } = messages(lang);
  const estimates = results.estimates.filter((e) => e.model === 'trends');
  const years = [...new Set(estimates.map((e) => e.column!).filter((c) => c !== 'trend'))].sort();
  const series = [...new Set(estimates.map((e) => e.indicator))].map((id) =>
    estimates.filter((e) => e.indicator === id),
  );
  return {
    id: 'trends',
    title: analysis.trendsTitle,
    head: ['', ...years, analysis.perYear, tables.heads.p, analysis.mark],
    rows: series.map((list) => [
      label(list[0]!, lang),
      ...years.map((year) =>
        mean(
          list.find((e) => e.column === year),
          lang,
        ),
      ),
      ...slope(
        list.find((e) => e.column === 'trend'),
        lang,
      ),
    ]),
    notes: analysis.trendsNotes,
    synthetic: results.manifest.synthetic,
  };
}

function label(e: Estimate, lang: Lang): string {
  const name = e.group === null ? rowLabel(e, lang) : `${groupLabel(e.group, lang)}: ${rowLabel(e, lang)}`;
  const unit = e.extra['unit'];
  return unit === 'procent' || typeof unit !== 'string'
    ? name
    : `${name} (${term(messages(lang).units, unit)})`;
}

function mean(e: Estimate | undefined, lang: Lang): string {
  if (!e) return '';
  if (e.estimate === null) return NOT_ESTIMABLE;
  return `${formatNumber(e.estimate, lang, e.extra['unit'] === 'poang-0-2' ? 2 : 1)} (${formatNumber(e.n, lang)})`;
}

function slope(e: Estimate | undefined, lang: Lang): [string, string, string] {
  if (!e || e.estimate === null)
    return [NOT_ESTIMABLE, '', e?.reason ? term(messages(lang).reasons, e.reason) : ''];
  const direction = formatEstimate(e.estimate, lang, { signed: true });
  return [direction, formatP(e.p, lang).replace(/^p = /, ''), shownMark(e.mark ?? NOT_ESTIMABLE)];
}
