import type { Estimate } from '../../analysis/estimate.js';
import type { Comparison, Results } from '../../analysis/results.js';
import { defaultSpecification } from '../../analysis/specification.js';
import type { Block } from '../document/document.js';
import { ABSENT, formatEstimate, formatNumber, formatP } from '../locales/format.js';
import { messages, type Lang, term } from '../locales/language.js';
import { buildTables } from '../tables/build.js';
import { shownMark } from '../tables/cell.js';
import { tablesOf } from '../tables/kind.js';
import type { Grid } from '../tables/table.js';

/** Rows of a list of estimates that are shown. */
const MOST = 100;

/** Estimates with what little a table needs to know of their run, where nothing more is known. */
export const bareResults = (estimates: readonly Estimate[], synthetic: boolean): Results => ({
  manifest: {
    package: 'oppna-jamforelser',
    version: '',
    node: '',
    command: '',
    time: '',
    seed: defaultSpecification.seed,
    synthetic,
    data: {},
    inputs: [],
    warnings: { count: 0, byCode: {} },
    units: 0,
    years: [],
  },
  specification: defaultSpecification,
  estimates,
  quality: null,
});

/** Estimates of tables of marks as these tables, and below them the others as a list. */
export function estimateBlocks(results: Results, comparison: Comparison | null, lang: Lang): Block[] {
  const tables = buildTables(results, comparison, lang);
  const inTables = new Set(tablesOf(results.estimates).flatMap((table) => table.estimates));
  const others = results.estimates.filter((e) => !inTables.has(e));
  return [
    ...tables.map((table): Block => ({ kind: 'marks', table })),
    ...(others.length === 0
      ? []
      : [{ kind: 'grid' as const, grid: estimatesGrid(others, results.manifest.synthetic, lang) }]),
  ];
}

/** Estimates one by one: value, interval, p and n. */
export function estimatesGrid(estimates: readonly Estimate[], synthetic: boolean, lang: Lang): Grid {
  const { notebook, tables } = messages(lang);
  const { what, estimate, interval, p, n, mark } = notebook.estimateHeads;
  const shown = estimates.slice(0, MOST);
  const left = estimates.length - shown.length;
  const number = (value: number) => formatNumber(value, lang);
  return {
    id: 'skattningar',
    title: notebook.estimates(number(estimates.length)),
    head: [what, estimate, interval, p, n, mark],
    columns: ['text', 'number', 'number', 'number', 'number', 'text'],
    rows: shown.map((e) => row(e, lang)),
    notes: [
      ...(left > 0 ? [notebook.moreRows(number(shown.length), number(left))] : []),
      ...(synthetic ? [tables.notes.synthetic] : []),
    ],
    synthetic,
  };
}

function row(e: Estimate, lang: Lang): string[] {
  const named = e.term === null || e.id.includes(e.term) ? e.id : `${e.id}\n${e.term}`;
  const interval =
    e.ciLow === null || e.ciHigh === null
      ? ABSENT
      : `${formatEstimate(e.ciLow, lang)} – ${formatEstimate(e.ciHigh, lang)}`;
  return [
    named,
    formatEstimate(e.estimate, lang),
    interval,
    formatP(e.p, lang).replace(/^p( =)? /, ''),
    formatNumber(e.n, lang),
    e.status === 'ok' ? shownMark(e.mark ?? '') : term(messages(lang).reasons, e.reason ?? ''),
  ];
}
