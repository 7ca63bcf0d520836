import type { Estimate } from '../../analysis/estimate.js';
import type { Agreement, Comparison, Results } from '../../analysis/results.js';
import { formatEstimate, formatNumber, formatP, formatPercent } from '../locales/format.js';
import { areaLabel, covariateLabel, groupingLabel, levelLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from './build.js';
import type { Grid } from './table.js';

/** How two marks can stand to one another, in the order of the columns. */
export const categories = [
  'same',
  'other-level',
  'only-computed',
  'only-published',
  'opposite',
  'not-comparable',
] as const;

/** The agreement with the published marks, one row per scope: counts, observed and expected share, Cohen's kappa. */
export function agreementGrid(comparison: Comparison, synthetic: boolean, lang: Lang): Grid {
  const text = messages(lang);
  const { heads } = text.tables;
  return {
    id: 'agreement',
    title: text.tables.agreementTitle,
    head: [heads.scope, heads.cells, ...categories.map((c) => capital(text.categories[c])), heads.observed, heads.expected, heads.kappa], // prettier-ignore
    rows: comparison.agreement.map((a) => [
      scopeLabel(a.scope, lang),
      formatNumber(comparableCells(a), lang),
      ...categories.map((c) => formatNumber(a.counts[c], lang)),
      formatPercent(a.observed, lang),
      formatPercent(a.expected, lang),
      formatNumber(a.kappa, lang, 2),
    ]),
    notes: [...text.tables.agreementNotes, ...(synthetic ? [text.tables.notes.synthetic] : [])],
    synthetic,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Cells with a mark on both sides: the base of the observed and expected shares. */
export const comparableCells = ({ counts }: Agreement): number =>
  Object.entries(counts).reduce(
    (sum, [category, count]) => (category === 'not-comparable' ? sum : sum + count),
    0,
  );

function scopeLabel(scope: string, lang: Lang): string {
  const { scopes, tables } = messages(lang);
  return /^\d+$/.test(scope) ? `${tables.table} ${scope}` : term(scopes, scope);
}

/** Users and non-users side by side, one grid per area. Null where the results hold no composition of it. */
export const compositionGrids = (results: Results, lang: Lang): Grid[] =>
  withLabels(results.manifest.labels, () => compositionsIn(results, lang));

function compositionsIn(results: Results, lang: Lang): Grid[] {
  const text = messages(lang).tables;
  const { heads } = text;
  const areas = new Map<string, Estimate[]>();
  for (const e of results.estimates)
    if (e.model === 'composition') areas.set(e.area ?? '', [...(areas.get(e.area ?? '') ?? []), e]);
  return [...areas].map(([area, estimates]) => ({
    id: `composition-${slug(area)}`,
    title: text.compositionTitle(areaLabel(area, lang)),
    head: [heads.covariate, heads.users, heads.nonUsers, heads.differenceInMeans, heads.standardized, heads.p, heads.nUsers, heads.nNonUsers], // prettier-ignore
    rows: refusedRow(estimates, lang) ?? estimates.map((e) => compositionRow(e, lang)),
    notes: [
      ...text.compositionNotes,
      ...(estimates.some((e) => e.extra['kind'] === 'share') ? [text.compositionShares] : []),
      ...(results.manifest.synthetic ? [text.notes.synthetic] : []),
    ],
    synthetic: results.manifest.synthetic,
  }));
}

/** One row where the whole area was refused, with its reason and sizes; null where it was not. */
function refusedRow(estimates: readonly Estimate[], lang: Lang): string[][] | null {
  const reasons = new Set(estimates.map((e) => (e.status === 'ok' ? null : e.reason)));
  const [reason] = reasons;
  if (reasons.size > 1 || typeof reason !== 'string') return null;
  const { users, nonUsers } = estimates[0]!.extra;
  const size = (value: unknown) => (typeof value === 'number' ? formatNumber(value, lang) : '');
  const text = messages(lang);
  return [[text.tables.heads.all, term(text.reasons, reason), '', '', '', '', size(users), size(nonUsers)]];
}

/** Empty where a row has no such number: shares have no standardized difference, distributions no mean. */
const given = (value: number | null, format: (x: number) => string): string =>
  value === null ? '' : format(value);

function compositionRow(e: Estimate, lang: Lang): string[] {
  const text = messages(lang);
  const number = (key: string): number | null => {
    const value = e.extra[key];
    return typeof value === 'number' ? value : null;
  };
  const own = e.row ?? e.indicator ?? '';
  const label =
    e.group === null
      ? e.grouping === null
        ? covariateLabel(own, lang)
        : groupingLabel(own, lang)
      : `${groupingLabel(e.group, lang)}: ${levelLabel(e.group, own, lang)}`;
  const sizes = [formatNumber(number('nUsers'), lang), formatNumber(number('nNonUsers'), lang)];
  const shown = (x: number, options: { signed?: boolean } = {}) =>
    e.extra['kind'] === 'share' ? formatNumber(x, lang, 1, options) : formatEstimate(x, lang, options);
  if (e.status !== 'ok') {
    const reason = term(text.reasons, e.reason ?? 'not-estimable');
    return [label, reason, '', '', '', '', ...sizes];
  }
  return [
    label,
    given(number('meanUsers'), (x) => shown(x)),
    given(number('meanNonUsers'), (x) => shown(x)),
    given(e.estimate, (x) => shown(x, { signed: true })),
    given(number('standardizedDifference'), (x) => formatNumber(x, lang, 2, { signed: true })),
    e.p === null ? '' : formatP(e.p, lang).replace(/^p (?:= )?/, ''),
    ...sizes,
  ];
}
