import { readToken, tidy, type Token } from './answers.js';
import { agrees, aggregate, members, type Answered } from './aggregate.js';
import { isShare } from './sheet-values.js';
import type { ReadColumn } from './columns.js';
import type { Layout } from './layout.js';
import type { CheckReport } from './report.js';
import type { KeyedRow } from './rows.js';
import type { MissingReason } from '../../records.js';

export interface Published {
  readonly layout: Layout;
  readonly columns: readonly ReadColumn[];
}

/**
 * Holds the published rows of counties, the nation and the cities with districts against what the municipal rows make, column by column:
 * agreement within rounding proves that both were read right. Columns of shares (of care units, of users) cannot be
 * computed from municipal shares and are left out.
 */
export function checkPublished(
  { layout, columns }: Published,
  answered: ReadonlyMap<string, Answered>,
  cities: ReadonlySet<string>,
  signs: Readonly<Record<string, MissingReason>>,
): CheckReport[] {
  const rows = layout.rows.filter(({ place }) => place.kind !== 'unit' || cities.has(place.unit));
  const checked = columns.filter((c) => c.indicator !== null && !isShare(c) && answered.has(c.indicator));
  const read = (row: KeyedRow, column: ReadColumn) =>
    readToken(layout.sheet.at(row.row, column.column), signs);
  const fraction = areFractions(rows.flatMap((row) => checked.map((column) => read(row, column))));
  return checked.flatMap((column) => {
    const own = answered.get(column.indicator!)!;
    const differences: CheckReport['differences'][number][] = [];
    let compared = 0;
    for (const row of rows) {
      const { percent, units } = aggregate(own, members(row.place, [...own.keys()]));
      const token = read(row, column);
      // Beside answers an empty cell of a city does not say that its share is suppressed.
      if (token.kind === 'blank' && row.place.kind === 'unit' && layout.kind !== 'aggregate') continue;
      const published = percentOf(token, fraction);
      // A region, or a county of which the file has no unit, cannot be computed; a word is no percentage.
      if (units === 0 || row.place.kind === 'region' || published === undefined) continue;
      compared++;
      if (!agrees(published, percent))
        differences.push({
          row: row.text,
          published,
          computed: percent === null ? null : tidy(percent),
          place: layout.sheet.place(row.row, column.column),
        });
    }
    if (compared === 0) return [];
    const place = layout.sheet.place(layout.headerRows.at(-1)!, column.column);
    return [
      { indicator: column.indicator!, place, compared, agreed: compared - differences.length, differences },
    ];
  });
}

/** Whether the published rows of a sheet are fractions: none is above 1 or has a percent sign, and some lies between 0 and 1. */
function areFractions(tokens: readonly Token[]): boolean {
  const numbers = tokens.filter((t) => t.kind === 'number');
  return numbers.every((n) => !n.marked && n.value <= 1) && numbers.some((n) => n.value > 0);
}

/** Null where the row says that nothing is published; undefined where it says something else. */
function percentOf(token: Token, fraction: boolean): number | null | undefined {
  if (token.kind === 'number') return fraction ? tidy(token.value * 100) : token.value;
  return token.kind === 'blank' || token.kind === 'missing' ? null : undefined;
}
