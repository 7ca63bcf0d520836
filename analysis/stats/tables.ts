import { chiSquareUpper } from './distributions.js';
import { notEstimable, type NotEstimable } from './types.js';

/** What `chiSquareTest` returns. */
export interface ChiSquareTest {
  readonly status: 'ok';
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  readonly n: number;
  /** The smallest expected count: below 5 the approximation is doubtful (Cochran 1954), use Fisher's exact test. */
  readonly smallestExpected: number;
}

/** A table without the rows and columns that hold no count. */
export interface Margins {
  readonly table: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly n: number;
}

/**
 * Pearson's chi-square test; H0: rows and columns are independent. sum (O - E)²/E on (r-1)(c-1) df, rows and columns
 * without counts left out. `continuity`: Yates's correction of a 2×2 table as in R, min(1/2, |O - E|) (default: none).
 * Not estimable: `no-observations`, `one-group` (fewer than two rows or columns with counts).
 * @param table r×c counts
 * @throws RangeError where the rows differ in length or a count is not an integer >= 0
 */
export function chiSquareTest(
  table: readonly (readonly number[])[],
  options: { readonly continuity?: boolean } = {},
): ChiSquareTest | NotEstimable {
  const margins = marginsOf(table);
  if ('status' in margins) return margins;
  const { rows, columns, n } = margins;
  let smallestExpected = Infinity;
  const deviations: { d: number; expected: number }[] = [];
  margins.table.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = (rows[i]! * columns[j]!) / n;
      smallestExpected = Math.min(smallestExpected, expected);
      deviations.push({ d: Math.abs(count - expected), expected });
    }),
  );
  const isTwoByTwo = rows.length === 2 && columns.length === 2;
  const correction = options.continuity && isTwoByTwo ? Math.min(0.5, ...deviations.map(({ d }) => d)) : 0;
  const chiSquare = deviations.reduce((s, { d, expected }) => s + (d - correction) ** 2 / expected, 0);
  const df = (rows.length - 1) * (columns.length - 1);
  return { status: 'ok', chiSquare, df, p: chiSquareUpper(chiSquare, df), n, smallestExpected };
}

/**
 * The table's margins, without empty rows and columns. Not estimable: `no-observations`, `one-group`.
 * @throws RangeError as above
 */
export function marginsOf(given: readonly (readonly number[])[]): Margins | NotEstimable {
  const width = given[0]?.length ?? 0;
  for (const row of given) {
    if (row.length !== width) throw new RangeError(`rows of ${width} and ${row.length} counts`);
    const wrong = row.find((count) => !(Number.isInteger(count) && count >= 0));
    if (wrong !== undefined) throw new RangeError(`a count is an integer >= 0, not ${wrong}`);
  }
  const total = (row: readonly number[]): number => row.reduce((s, count) => s + count, 0);
  const filled = given.filter((row) => total(row) > 0);
  const kept = Array.from({ length: width }, (_, j) => j).filter((j) => filled.some((row) => row[j]! > 0));
  const table = filled.map((row) => kept.map((j) => row[j]!));
  if (table.length === 0) return notEstimable('no-observations');
  if (table.length < 2 || kept.length < 2)
    return notEstimable('one-group', 'fewer than two rows or columns with counts');
  const rows = table.map(total);
  const columns = kept.map((_, j) => table.reduce((s, row) => s + row[j]!, 0));
  return { table, rows, columns, n: total(rows) };
}
