import type { Estimate } from '../../analysis/estimate.js';
import { ABSENT, formatEstimate, formatLevel, formatNumber, formatP } from '../locales/format.js';
import { messages, type Lang, term } from '../locales/language.js';
import { shownMark } from './cell.js';
import type { Grid } from './table.js';

/** The coefficients of one regression of `oj fit`. */
export function fitGrid(estimates: readonly Estimate[], formula: string, level: number, lang: Lang): Grid {
  const { analysis } = messages(lang);
  // CR2 and CR3 have degrees of freedom of their own for every term; elsewhere the note below says them once.
  const ownDf = new Set(estimates.filter((e) => e.status === 'ok').map((e) => e.df)).size > 1;
  const [name, coefficient, se, t, ...others] = analysis.fitHeads;
  return {
    id: 'fit',
    title: formula,
    head: ownDf ? [name!, coefficient!, se!, t!, 'df', ...others] : analysis.fitHeads,
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
      term(messages(lang).reasons, e.reason ?? ''),
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
  const clusters = any.clusters === null ? null : formatNumber(any.clusters, lang);
  const vcov = typeof any.extra['vcov'] === 'string' ? any.extra['vcov'] : '';
  const dropped = Object.entries(any.dropped).map(([reason, n]) => {
    const [kind, column] = reason.split(/:(.*)/s) as [string, string?];
    const text = kind === 'empty' ? analysis.emptyCell(column ?? '') : term(messages(lang).reasons, reason);
    return `${formatNumber(n, lang)} ${text}`;
  });
  return [
    analysis.fitNotes(
      formatNumber(any.n, lang),
      dfText(estimates, lang),
      clusters,
      vcov,
      formatLevel(level, lang),
    ),
    ...(dropped.length ? [analysis.fitDropped(dropped.join('; '))] : []),
  ];
}
