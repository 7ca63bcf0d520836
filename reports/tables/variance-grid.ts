import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { ABSENT, formatNumber, formatPercent } from '../locales/format.js';
import { groupingLabel, groupLabel, rowLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { NOT_ESTIMABLE, type Grid } from './table.js';

/** Where the variance of each outcome lies and how reliable one year's answer is: one grid per grouping. */
export const varianceGrids = (results: Results, lang: Lang): Grid[] =>
  withLabels(results.manifest.labels, () => variancesIn(results, lang));

function variancesIn(results: Results, lang: Lang): Grid[] {
  const { analysis, tables } = messages(lang);
  const { synthetic } = results.manifest;
  const estimates = results.estimates.filter((e) => e.model === 'variance');
  return [...new Set(estimates.map((e) => e.grouping!))].map((grouping) => {
    const name = groupingLabel(grouping, lang);
    const here = estimates.filter((e) => e.grouping === grouping);
    return {
      id: `variance-${grouping}`,
      title: analysis.varianceTitle(inSentence(name)),
      head: ['', ...analysis.varianceHeads(name)],
      rows: [...new Set(here.map((e) => e.indicator))].map((id) =>
        varianceRow(
          here.filter((e) => e.indicator === id),
          grouping,
          lang,
        ),
      ),
      notes: [...analysis.varianceNotes, ...(synthetic ? [tables.notes.synthetic] : [])],
      synthetic,
    };
  });
}

/** `Län` as `län`; an abbreviation, `NUTS 2`, as it is. */
const inSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

function varianceRow(terms: readonly Estimate[], grouping: string, lang: Lang): string[] {
  const of = (name: string) => terms.find((e) => e.term === name)!;
  const whole = of('reliability');
  return [
    whole.group === null
      ? rowLabel(whole, lang)
      : `${groupLabel(whole.group, lang)}: ${rowLabel(whole, lang)}`,
    ...['unit', grouping, 'year', 'residual'].map((name) => share(of(name), lang)),
    whole.estimate === null
      ? term(messages(lang).reasons, whole.reason ?? 'not-estimable')
      : formatNumber(whole.estimate, lang, 2),
    formatNumber(oneYearApart(whole), lang, 2),
    flipsOf(whole, lang),
    formatNumber(whole.n, lang),
  ];
}

function share(e: Estimate, lang: Lang): string {
  const value = e.extra['share'];
  return typeof value === 'number' ? formatPercent(value, lang) : NOT_ESTIMABLE;
}

function oneYearApart(e: Estimate): number | null {
  const [first] = (e.extra['testRetest'] ?? []) as readonly { readonly correlation: number | null }[];
  return first?.correlation ?? null;
}

/** `12 av 300`, of the units with at least three years; a dash where the outcome is not binary. */
function flipsOf(e: Estimate, lang: Lang): string {
  const { units, base } = (e.extra['flips'] ?? {}) as { readonly units?: number; readonly base?: number };
  return units === undefined || base === undefined
    ? ABSENT
    : messages(lang).analysis.flips(formatNumber(units, lang), formatNumber(base, lang));
}
