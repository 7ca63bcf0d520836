import { UsageError } from '../../data/problems.js';
import { requireColumn, type Source } from './columns.js';
import { type ColumnUse, type Need, needsOf } from './expression.js';
import type { Formula } from './formula.js';
import { pointAt } from './tokens.js';

/** Every cell that a formula reads in a row: numbers first, then the columns of names. */
export function formulaNeeds({ response, terms, effects }: Formula): {
  numbers: Need[];
  labels: ColumnUse[];
} {
  const variables = terms.flatMap((term) => term.variables);
  return {
    numbers: [response, ...variables].flatMap((v) => (v.kind === 'factor' ? [] : needsOf(v.value))),
    labels: [
      ...variables.flatMap((v) => (v.kind === 'factor' ? [v.column] : [])),
      ...effects.flatMap((effect) => effect.columns),
    ],
  };
}

/** Throws a UsageError, pointing at the formula, for a column that is not there and for lag() without a panel. */
export function requireFormulaColumns(formula: Formula, { frame, panel }: Source): void {
  const { text } = formula;
  const { numbers, labels } = formulaNeeds(formula);
  for (const { name, at } of [...numbers.map((n) => n.column), ...labels])
    requireColumn(frame, name, { text, at });
  const lag = numbers.find((need) => need.lagged);
  if (lag && panel === null) {
    throw new UsageError(
      `formula: lag() needs to know unit and year: name their columns with --panel unit,year${pointAt(text, lag.at)}`,
    );
  }
}

/**
 * The rows in which every cell used is there, and the others counted by the first reason found: `subset`, `empty:COLUMN`,
 * `lag-missing` (that year is not in the table, or its cell is empty).
 * @param columns used in the row itself
 */
export function completeRows(
  { frame, panel }: Source,
  columns: readonly string[],
  lags: readonly Need[],
  chosen: readonly boolean[] | null,
): { rows: Int32Array; dropped: Record<string, number> } {
  const own = [...new Set(columns)].map((name) => ({ name, cells: frame.columns.get(name)! }));
  const earlier = lags.map(({ column, years }) => ({ years, cells: frame.columns.get(column.name)! }));
  const reasonFor = (row: number): string | null => {
    if (chosen?.[row] === false) return 'subset';
    const empty = own.find(({ cells }) => cells[row] === '');
    if (empty) return `empty:${empty.name}`;
    // No cell stands in row -1.
    const missing = earlier.some(({ years, cells }) => !cells[panel!.rowAt(row, years)]);
    return missing ? 'lag-missing' : null;
  };
  const rows: number[] = [];
  const dropped: Record<string, number> = {};
  for (let row = 0; row < frame.numbers.length; row++) {
    const reason = reasonFor(row);
    if (reason === null) rows.push(row);
    else dropped[reason] = (dropped[reason] ?? 0) + 1;
  }
  return { rows: Int32Array.from(rows), dropped };
}
