import type { Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import type { Results } from '../../analysis/results.js';
import { numberAt, numbersAt } from '../inference/extra.js';
import { formatNumber, formatRange } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { areaLabel } from '../locales/labels.js';
import { withLabels } from '../locales/own-labels.js';
import { tablesOf, type TableEstimates } from './kind.js';
import type { Grid } from './table.js';

/** The ways of adjusting p, in the order of their columns, by their key in an estimate's `extra`. */
const adjustments = ['pHolm', 'pBenjaminiHochberg', 'pRomanoWolf'] as const;

/**
 * How many cells each table marks, how many chance alone would mark, and how many are left after adjustment for
 * the number of tests: one row per table. Adjustments that the run did not make have no column.
 */
export const multiplicityGrid = (results: Results, lang: Lang): Grid =>
  withLabels(results.manifest.labels, () => multiplicityIn(results, lang));

function multiplicityIn(results: Results, lang: Lang): Grid {
  const { heads, notes, title } = messages(lang).tables.multiplicity;
  const tables = tablesOf(results.estimates, results.manifest.models);
  const made = adjustments.filter((key) => results.estimates.some((e) => numberAt(e, key) !== null));
  const number = (n: number, digits = 0) => formatNumber(n, lang, digits);
  return {
    id: 'multiplicity',
    title,
    head: [heads.table, heads.n, heads.tests, heads.marked, heads.chance, ...made.map((key) => heads[key])],
    rows: tables.map((table) => {
      const tests = table.estimates.filter((e) => e.p !== null && e.mark !== null);
      const left = (key: string) => numbersAt(tests, key).filter((p) => p < levels.weak).length;
      return [
        label(table, lang),
        sizes(tests, lang),
        number(tests.length),
        number(tests.filter((e) => e.mark !== '').length),
        number(tests.length * levels.weak, 1),
        ...made.map((key) => number(left(key))),
      ];
    }),
    notes: [...notes, ...(results.manifest.synthetic ? [messages(lang).tables.notes.synthetic] : [])],
    synthetic: results.manifest.synthetic,
  };
}

function label({ table, published, own, area }: TableEstimates, lang: Lang): string {
  const name = published ? `${messages(lang).tables.table} ${table}` : (own?.title[lang] ?? `${table}`);
  return [name, areaLabel(area, lang)].filter((part) => part !== '').join(', ');
}

function sizes(tests: readonly Estimate[], lang: Lang): string {
  const n = tests.flatMap((e) => e.n ?? []);
  return n.length === 0 ? '' : formatRange(Math.min(...n), Math.max(...n), lang);
}
