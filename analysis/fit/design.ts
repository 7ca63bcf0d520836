import { UsageError } from '../../data/problems.js';
import { groupCodes } from '../panel/panel.js';
import type { Regressor } from '../stats/index.js';
import { evaluate, type Source } from './columns.js';
import type { Formula, Term, Variable } from './formula.js';
import { orthogonalPolynomials } from './poly.js';

/** Beyond so many numbers (400 MB) dummies are better absorbed. */
const MAX_NUMBERS = 5e7;

/** The columns of a formula's right-hand side. */
export interface Design {
  readonly regressors: readonly Regressor[];
  /** The same, by the formula's terms. */
  readonly byTerm: readonly (readonly Regressor[])[];
  /** Labels of terms that give no column: factors with a single level. */
  readonly withoutColumns: readonly string[];
}

/**
 * The columns of every term in the rows given, those of R's `model.matrix` with treatment contrasts. A factor gives one
 * dummy per level but the first in code-point order, `g=b`; in a product it gives all of them where the rest of the
 * product stands in no term before it (R's rule for margins), and so does the first factor of a model without constant.
 */
export function designColumns(formula: Formula, rows: Int32Array, source: Source): Design {
  const constant = formula.intercept || formula.effects.length > 0;
  const full = fullFactors(formula.terms, constant);
  const cache = new Map<string, Regressor[]>();
  const columnsOf = (variable: Variable): Regressor[] => {
    const known = cache.get(variable.key) ?? variableColumns(variable, rows, source);
    cache.set(variable.key, known);
    return known;
  };
  const perTerm = formula.terms.map((term, t) =>
    term.variables.map((variable) => {
      const columns = columnsOf(variable);
      return variable.kind === 'factor' && !full[t]!.has(variable.key) ? columns.slice(1) : columns;
    }),
  );
  const counts = perTerm.map((parts) => parts.reduce((count, columns) => count * columns.length, 1));
  requireRoom(
    counts.reduce((sum, count) => sum + count, 0),
    rows.length,
  );
  const byTerm = perTerm.map((parts) => parts.reduce(crossed));
  return {
    regressors: byTerm.flat(),
    byTerm,
    withoutColumns: formula.terms.filter((_, t) => counts[t] === 0).map(({ label }) => label),
  };
}

function requireRoom(columns: number, rows: number): void {
  if (columns * rows <= MAX_NUMBERS) return;
  throw new UsageError(
    `formula: found ${columns} columns for ${rows} rows; expected fewer; absorb a factor of many levels, y ~ x | g`,
  );
}

/** Per term the keys of the factors that keep all their levels (R's `terms.object`, code 2 of `factors`). */
function fullFactors(terms: readonly Term[], constant: boolean): ReadonlySet<string>[] {
  const keys = terms.map((term) => new Set(term.variables.map(({ key }) => key)));
  const full = terms.map((term, t) => {
    const hasMargin = (factor: Variable): boolean => {
      const rest = [...keys[t]!].filter((key) => key !== factor.key);
      return rest.length === 0 || keys.slice(0, t).some((before) => rest.every((key) => before.has(key)));
    };
    const factors = term.variables.filter(({ kind }) => kind === 'factor');
    return new Set(factors.filter((factor) => !hasMargin(factor)).map(({ key }) => key));
  });
  const first = terms.findIndex((term) => term.variables.some(({ kind }) => kind === 'factor'));
  if (!constant && first >= 0)
    full[first]!.add(terms[first]!.variables.find((v) => v.kind === 'factor')!.key);
  return full;
}

/** All columns of a variable: a factor's are those of all its levels. */
function variableColumns(variable: Variable, rows: Int32Array, source: Source): Regressor[] {
  if (variable.kind === 'factor') {
    const { name } = variable.column;
    const cells = source.frame.columns.get(name)!;
    const { levels, codes } = groupCodes(Array.from(rows, (row) => cells[row]!));
    requireRoom(levels.length, rows.length);
    return levels.map((level, g) => ({
      name: `${name}=${level}`,
      values: Float64Array.from(codes, (code) => (code === g ? 1 : 0)),
    }));
  }
  const values = evaluate(variable.value, rows, source);
  if (variable.kind === 'number') return [{ name: variable.label, values }];
  const polynomials = orthogonalPolynomials(values, variable.degree);
  if (polynomials === null) {
    throw new UsageError(
      `formula: ${variable.label} needs more than ${variable.degree} different values, found ${new Set(values).size} in ${rows.length} rows; lower the degree`,
    );
  }
  return polynomials.map((column, j) => ({ name: `${variable.label}${j + 1}`, values: column }));
}

/** Every product of a column of each, those of the first varying fastest. */
function crossed(first: Regressor[], second: Regressor[]): Regressor[] {
  return second.flatMap((b) =>
    first.map((a) => ({
      name: `${a.name}:${b.name}`,
      values: Float64Array.from({ length: a.values.length }, (_, i) => a.values[i]! * b.values[i]!),
    })),
  );
}
