import type { Estimate } from '../../analysis/estimate.js';
import type { ModelRecord } from '../../analysis/results.js';
import { messages, type Lang } from '../locales/language.js';
import { tableTitle } from '../tables/build.js';
import { tablesOf, type TableEstimates } from '../tables/kind.js';
import { layout } from '../tables/layout.js';
import type { CoefficientsFigure } from './definition.js';
import { uniqueId } from './ids.js';

/** Rows of a table that one picture can hold. */
const MOST_ROWS = 40;

/** A figure of estimates for every table of marks (`koefficienter-tabell-08`), several for a table of very many rows. */
export function coefficientFigures(
  estimates: readonly Estimate[],
  own?: readonly ModelRecord[],
): CoefficientsFigure[] {
  const ids = new Set<string>();
  return tablesOf(estimates, own).flatMap((table) => {
    // Of a model that gave nothing there is nothing to draw.
    if (table.own && table.estimates.every((e) => e.estimate === null)) return [];
    const count = layout(table).rows.length;
    const starts = Array.from({ length: Math.ceil(count / MOST_ROWS) }, (_, i) => i * MOST_ROWS);
    return starts.map((from): CoefficientsFigure => {
      const number = typeof table.table === 'number' ? String(table.table).padStart(2, '0') : null;
      const name = number ?? String(table.table);
      return {
        kind: 'coefficients',
        id: uniqueId(number === null ? 'koefficienter' : 'koefficienter-tabell', name, ids),
        area: table.area,
        title: { sv: title(table, 'sv'), en: title(table, 'en') },
        table: table.table,
        rows: [from, Math.min(count, from + MOST_ROWS)],
      };
    });
  });
}

function title(table: TableEstimates, lang: Lang): string {
  const { coefficients, effectSizes } = messages(lang).figures;
  return `${tableTitle(table, lang)} (${table.model === 'anova' ? effectSizes : coefficients})`;
}
