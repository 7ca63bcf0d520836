import { ols, type OlsFit, type Regressor } from './least-squares.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** An outcome and its regressors by unit and period. */
export interface PanelInput {
  readonly y: Column;
  readonly x: readonly Regressor[];
  /** The unit of each row, integers >= 0. */
  readonly unit: Codes;
  /** The period of each row, integers >= 0 (calendar years): a difference is over one of them. */
  readonly period: Codes;
}

/**
 * Two-way fixed effects: y_it = a_i + c_t + x_it'b + e_it, the unit and period effects absorbed (`ols`, also for what
 * is not estimable). With treatment that starts at different times b is a mean of effects with weights that may be
 * negative (de Chaisemartin & D'Haultfœuille 2020, American Economic Review 110; Goodman-Bacon 2021): see `leadsAndLags`.
 */
export const twoWay = ({ y, x, unit, period }: PanelInput): OlsFit | NotEstimable =>
  ols({
    y,
    x,
    effects: [
      { name: 'unit', codes: unit },
      { name: 'period', codes: period },
    ],
  });

/** Rows less the same unit's row of the period before. */
export interface Differences {
  /** Positions of the later rows among those of the input, m. */
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly x: readonly { readonly name: string; readonly values: Float64Array }[];
  readonly unit: Int32Array;
  readonly period: Int32Array;
  /** Rows without one of the period before. */
  readonly lost: number;
}

/**
 * y_it - y_i,t-1 and the same of every regressor, in the order of the rows. A gap of two periods is no difference.
 * @throws RangeError for two rows of one unit and period, or columns of different length
 *
 * @example
 * ```ts
 * import { differences } from 'oppna-jamforelser/stats';
 *
 * const y = Float64Array.of(5, 7, 4);
 * console.log(differences({ y, x: [], unit: Int32Array.of(0, 0, 1), period: Int32Array.of(2016, 2017, 2017) }));
 * // y: [2], rows: [1], lost: 2
 * ```
 */
export function differences({ y, x, unit, period }: PanelInput): Differences {
  const n = y.length;
  const own = new Map<number, Map<number, number>>();
  for (let i = 0; i < n; i++) {
    const rows = own.get(unit[i]!) ?? new Map<number, number>();
    if (rows.has(period[i]!))
      throw new RangeError(`unit ${unit[i]} has two rows of period ${period[i]} (row ${i})`);
    own.set(unit[i]!, rows.set(period[i]!, i));
  }
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    const before = own.get(unit[i]!)?.get(period[i]! - 1);
    if (before !== undefined) pairs.push([i, before]);
  }
  const change = (column: Column): Float64Array => {
    if (column.length !== n) throw new RangeError(`a column has ${column.length} rows, y ${n}`);
    return Float64Array.from(pairs, ([i, before]) => column[i]! - column[before]!);
  };
  return {
    rows: Int32Array.from(pairs, ([i]) => i),
    y: change(y),
    x: x.map(({ name, values }) => ({ name, values: change(values) })),
    unit: Int32Array.from(pairs, ([i]) => unit[i]!),
    period: Int32Array.from(pairs, ([i]) => period[i]!),
    lost: n - pairs.length,
  };
}

/**
 * First differences: Δy_it = c_t + Δx_it'b + e_it, the period effects absorbed (Wooldridge 2010, Econometric Analysis
 * of Cross Section and Panel Data, section 10.6). Of a treatment that stays, b is its effect in the first period alone.
 * Clusters of the fit are codes over `differences(input).unit`. Not estimable: as `ols`, and `no-observations`.
 */
export function firstDifferences(input: PanelInput): OlsFit | NotEstimable {
  const { y, x, period } = differences(input);
  if (y.length === 0) return notEstimable('no-observations');
  return ols({ y, x, effects: [{ name: 'period', codes: period }] });
}
