import type { Estimate } from '../../analysis/estimate.js';
import {
  ABSENT,
  formatEstimate,
  formatLevel,
  formatNumber,
  formatP,
  formatRange,
} from '../locales/format.js';
import { messages, type Lang, term } from '../locales/language.js';
import { shownMark } from './cell.js';
import { csv } from './csv.js';
import type { Grid } from './table.js';

/** The coefficients of one regression of `oj fit`, and the average marginal effects of a logit. */
export function fitGrid(estimates: readonly Estimate[], formula: string, level: number, lang: Lang): Grid {
  const { analysis } = messages(lang);
  // CR2 and CR3 have degrees of freedom of their own for every term; elsewhere the note below says them once.
  const ownDf = new Set(estimates.filter((e) => e.status === 'ok').map((e) => e.df)).size > 1;
  const [name, coefficient, se, t, ...others] = analysis.fitHeads;
  const statistic = linkOf(estimates) === null ? t! : 'z';
  return {
    id: 'fit',
    title: formula,
    head: [name!, coefficient!, se!, statistic, ...(ownDf ? ['df'] : []), ...others],
    rows: estimates.map((e) => row(e, lang, ownDf)),
    notes: notes(estimates, level, lang),
    synthetic: false,
  };
}

function row(e: Estimate, lang: Lang, ownDf: boolean): string[] {
  if (e.status !== 'ok')
    return [
      e.term ?? '',
      formatEstimate(e.estimate, lang),
      ABSENT,
      '',
      ...(ownDf ? [''] : []),
      '',
      '',
      reasonText(e.reason ?? '', lang),
    ];
  const interval = `${formatEstimate(e.ciLow, lang)} – ${formatEstimate(e.ciHigh, lang)}`;
  const p = formatP(e.p, lang).replace(/^p = /, '').replace(/^p </, '<');
  return [
    e.term ?? '',
    formatEstimate(e.estimate, lang),
    formatEstimate(e.se, lang),
    formatNumber(e.statistic, lang, 2),
    ...(ownDf ? [formatDf(e.df, lang)] : []),
    p,
    interval,
    shownMark(e.mark ?? ''),
  ];
}

/** Satterthwaite's degrees of freedom are no whole numbers. */
function formatDf(df: number | null, lang: Lang): string {
  return formatNumber(df, lang, df === null || Number.isInteger(df) ? 0 : 1);
}

/** The degrees of freedom, or their range where the terms have their own. */
function dfText(estimates: readonly Estimate[], lang: Lang): string {
  const all = estimates.flatMap((e) => (e.df === null ? [] : [e.df]));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (all.length === 0) return formatDf(null, lang);
  return low === high ? formatDf(low, lang) : `${formatDf(low, lang)} – ${formatDf(high, lang)}`;
}

function notes(estimates: readonly Estimate[], level: number, lang: Lang): string[] {
  const { analysis } = messages(lang);
  const any = estimates.find((e) => e.status === 'ok') ?? estimates[0];
  if (!any) return [];
  const vcov = typeof any.extra['vcov'] === 'string' ? any.extra['vcov'] : '';
  const dropped = Object.entries(any.dropped).map(
    ([reason, n]) => `${formatNumber(n, lang)} ${droppedText(reason, lang)}`,
  );
  const link = linkOf(estimates);
  const n = formatNumber(any.n, lang);
  const interval = formatLevel(level, lang);
  return [
    link === null
      ? analysis.fitNotes(n, dfText(estimates, lang), vcov, interval)
      : analysis.fitLinkNotes(n, vcov, interval),
    ...(link === null ? [] : linkNotes(any, link, lang)),
    ...clusterNotes(any, lang),
    ...(any.extra['covarianceFixed'] === true ? [analysis.fitFixed] : []),
    ...explainedNote(any, lang),
    ...(dropped.length ? [analysis.fitDropped(dropped.join('; '))] : []),
  ];
}

/** `logit` or `ordered`; null for least squares. */
function linkOf(estimates: readonly Estimate[]): string | null {
  const link = estimates[0]?.extra['link'];
  return typeof link === 'string' ? link : null;
}

interface FewRows {
  readonly effect: string;
  readonly levels: number;
  readonly fewest: number;
}

/** What the numbers of a logit are, which terms have no marginal effect, and what to do where there is no estimate. */
function linkNotes({ extra, reason }: Estimate, link: string, lang: Lang): string[] {
  const { analysis } = messages(lang);
  const { logLikelihood, mcFadden, detail, fewRows, withoutMarginalEffect: without } = extra;
  const estimated = typeof logLikelihood === 'number' && typeof mcFadden === 'number';
  return [
    ...(estimated
      ? [
          analysis.fitLink(link === 'ordered'),
          analysis.fitLikelihood(formatNumber(logLikelihood, lang, 2), formatNumber(mcFadden, lang, 3)),
        ]
      : []),
    ...(without ? [analysis.fitWithoutEffect((without as readonly string[]).join(', '))] : []),
    ...((fewRows ?? []) as readonly FewRows[]).map(({ effect, levels, fewest }) =>
      analysis.fitFewRows(effect, formatNumber(levels, lang), formatNumber(fewest, lang)),
    ),
    ...(reason === 'separation' ? [analysis.fitSeparation(typeof detail === 'string' ? detail : '')] : []),
  ];
}

function reasonText(reason: string, lang: Lang): string {
  const { analysis, reasons } = messages(lang);
  return reason === 'constant-regressor' ? analysis.fitConstant : term(reasons, reason);
}

function droppedText(reason: string, lang: Lang): string {
  const { analysis, reasons } = messages(lang);
  if (reason === 'subset') return analysis.fitSubset;
  if (reason === 'lag-missing') return analysis.fitLagMissing;
  return reason.startsWith('empty:') ? analysis.emptyCell(reason.slice(6)) : term(reasons, reason);
}

interface ClusterSizes {
  readonly column: string;
  readonly clusters: number;
  readonly smallest: number;
  readonly largest: number;
}

/** One line per dimension of clusters: few or unequal ones make a standard error too small. */
function clusterNotes({ extra }: Estimate, lang: Lang): string[] {
  const sizes = (extra['clusterSizes'] ?? []) as readonly ClusterSizes[];
  return sizes.map(({ column, clusters, smallest, largest }) =>
    messages(lang).analysis.fitClusters(
      formatNumber(clusters, lang),
      column,
      formatRange(smallest, largest, lang),
    ),
  );
}

function explainedNote({ extra }: Estimate, lang: Lang): string[] {
  const { rSquared, rSquaredWithin: within } = extra;
  if (typeof rSquared !== 'number') return [];
  const share = (value: unknown) => (typeof value === 'number' ? formatNumber(value, lang, 3) : null);
  return [messages(lang).analysis.fitExplained(share(rSquared)!, share(within))];
}

const columns = [
  'term', 'estimate', 'se', 'statistic', 'df', 'p', 'ciLow', 'ciHigh', 'mark', 'status', 'reason',
] as const satisfies readonly (keyof Estimate)[]; // prettier-ignore

/**
 * The coefficients as tidy CSV: a header, then one row per term, numbers in full precision; of a logit with the column
 * `link`.
 */
export function fitCsv(estimates: readonly Estimate[]): string {
  const link = linkOf(estimates);
  const last = (cell: string) => (link === null ? [] : [cell]);
  return csv([
    [...columns, ...last('link')],
    ...estimates.map((e) => [
      ...columns.map((c) => (c === 'term' ? { free: e.term } : e[c])),
      ...last(link ?? ''),
    ]),
  ]);
}
