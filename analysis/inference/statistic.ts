import type { RegressionCell } from '../models/cell.js';
import { type RegressionDesign, regressionFields } from '../models/regression.js';
import type { Rows } from '../models/sample.js';
import { type Column, OneRegressor, type Vcov } from '../stats/index.js';

/** A cell's t under another regressor, or under resampled units (copies by the panel's position of the unit). */
export interface CellStatistic {
  /** t of "the coefficient is `null`", as the cell's own design estimates it; NaN where it cannot. */
  fit(x?: Column, counts?: Column, nullValue?: number): number;
  /** Of the last `fit`. */
  readonly estimate: number;
  readonly df: number;
}

/**
 * The statistic of a cell, for as long as its rows hold.
 * The fast way where the design allows it (one regressor, at most year effects, one cluster dimension: units).
 */
export function statisticOf(cell: RegressionCell): CellStatistic {
  const { rows, design } = cell;
  const covariance = simple(rows, design);
  if (covariance === null) return new Refitted(cell);
  const level = design.yearEffects ? rows.year : new Int32Array(rows.n);
  const one = new OneRegressor({ y: rows.y, unit: rows.unit, level, covariance });
  return {
    fit: (other = rows.x, counts, nullValue) => one.fit(other, counts, nullValue),
    get estimate() {
      return one.estimate;
    },
    get df() {
      return one.df;
    },
  };
}

function simple(rows: Rows, { unitEffects, controls, vcov }: RegressionDesign) {
  if (unitEffects || (controls && controls.length > 0)) return null;
  if (vcov.kind !== 'cluster') return vcov.kind === 'HC4' ? null : vcov.kind;
  const byUnit = vcov.by.length === 1 && vcov.by[0]!.codes === rows.unit;
  return byUnit && (vcov.type === undefined || vcov.type === 'CR1') ? 'cluster' : null;
}

/** Any design, estimated anew each time. */
class Refitted implements CellStatistic {
  readonly #rows: Rows;
  readonly #design: RegressionDesign;
  estimate = NaN;
  df = NaN;

  constructor({ rows, design }: RegressionCell) {
    this.#rows = rows;
    this.#design = design;
  }

  fit(x: Column = this.#rows.x, counts?: Column, nullValue = 0): number {
    const taken: number[] = [];
    const copies: number[] = [];
    for (let i = 0; i < this.#rows.n; i++)
      for (let c = 0; c < (counts?.[this.#rows.unit[i]!] ?? 1); c++) {
        taken.push(i);
        copies.push(c);
      }
    const { rows, design } = drawn(this.#rows, this.#design, Float64Array.from(x), taken, copies);
    const fields = regressionFields(rows, design);
    const ok = fields.status === 'ok';
    this.estimate = ok ? fields.estimate! : NaN;
    this.df = ok ? fields.df! : NaN;
    return ok ? (fields.estimate! - nullValue) / fields.se! : NaN;
  }
}

/** The rows taken, each copy of a unit a unit of its own, and the design over them. */
function drawn(rows: Rows, design: RegressionDesign, x: Float64Array, taken: number[], copies: number[]) {
  const most = Math.max(0, ...copies) + 1;
  const unit = Int32Array.from(taken, (i, at) => rows.unit[i]! * most + copies[at]!);
  const codes = (name: string, of: Column) =>
    name === 'unit' ? unit : Int32Array.from(taken, (i) => of[i]!);
  const { vcov, controls = [] } = design;
  const clustered: Vcov =
    vcov.kind === 'cluster'
      ? { ...vcov, by: vcov.by.map((c) => ({ name: c.name, codes: codes(c.name, c.codes) })) }
      : vcov;
  return {
    rows: {
      ...rows,
      n: taken.length,
      unit,
      year: Int32Array.from(taken, (i) => rows.year[i]!),
      y: Float64Array.from(taken, (i) => rows.y[i]!),
      x: Float64Array.from(taken, (i) => x[i]!),
    },
    design: {
      ...design,
      controls: controls.map((c) => ({
        name: c.name,
        values: Float64Array.from(taken, (i) => c.values[i]!),
      })),
      vcov: clustered,
    },
  };
}
