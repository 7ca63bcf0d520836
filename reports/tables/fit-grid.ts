import type { Estimate } from '../../analysis/estimate.js';
import { ABSENT, formatEstimate, formatLevel, formatNumber, formatP } from '../locales/format.js';
import { messages, type Lang, term } from '../locales/language.js';
import { shownMark } from './cell.js';
import type { Grid } from './table.js';

/** The coefficients of one regression of `oj fit`. */
export function fitGrid(estimates: readonly Estimate[], formula: string, level: number, lang: Lang): Grid {
  const { analysis } = messages(lang);
  return {
    id: 'fit',
    title: formula,
    head: analysis.fitHeads,
    rows: estimates.map((e) => row(e, lang)),
    notes: notes(estimates, level, lang),
    synthetic: false,
  };
}

function row(e: Estimate, lang: Lang): string[] {
  if (e.status !== 'ok')
    return [
      e.term ?? '',
      formatEstimate(e.estimate, lang),
      ABSENT,
      '',
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
    p,
    interval,
    shownMark(e.mark ?? ''),
  ];
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
      formatNumber(any.df, lang),
      clusters,
      vcov,
      formatLevel(level, lang),
    ),
    ...(dropped.length ? [analysis.fitDropped(dropped.join('; '))] : []),
  ];
}
