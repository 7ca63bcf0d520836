import type { Cell, GroupingCell, RegressionCell } from '../models/cell.js';
import { levels } from '../marks.js';
import {
  createRng,
  deriveSeed,
  fUpper,
  normalQuantile,
  oneWayAnova,
  resampledAnova,
} from '../stats/index.js';
import { statisticOf } from './statistic.js';

/** A cell's test in every resample of the units, on a scale that cells of every kind share. */
export interface Resampled {
  /** z of the cell itself, and of each resample under its null hypothesis; NaN where it could not be estimated. */
  readonly observed: number;
  readonly z: Float64Array;
  /** 1 where the resample would have been marked, at 10 percent, although the null holds. */
  readonly marked: Uint8Array;
}

/** How often each unit is drawn, per resample: as many units as there are, with replacement. The same for every cell. */
export function unitCounts(units: number, resamples: number, seed: number): Float64Array[] {
  const rng = createRng(deriveSeed(seed, 'units'));
  return Array.from({ length: resamples }, () => {
    const counts = new Float64Array(units);
    for (let i = 0; i < units; i++) {
      const u = rng.integer(units);
      counts[u] = counts[u]! + 1;
    }
    return counts;
  });
}

/**
 * Resamples the units of one cell, its rows and regressor kept together. t is centred at the cell's own estimate; F is that
 * of y less its group's mean. Null where the cell has no test.
 */
export function resampled(cell: Cell, counts: readonly Float64Array[]): Resampled | null {
  if (cell.kind === 'regression') return resampledT(cell, counts);
  return cell.kind === 'grouping' ? resampledF(cell, counts) : null;
}

function resampledT(cell: RegressionCell, counts: readonly Float64Array[]): Resampled | null {
  const statistic = statisticOf(cell);
  const t = statistic.fit();
  if (Number.isNaN(t)) return null;
  const { estimate } = statistic;
  const observed = normalOfT(t, statistic.df);
  const z = new Float64Array(counts.length);
  const marked = new Uint8Array(counts.length);
  counts.forEach((copies, b) => {
    const drawn = statistic.fit(undefined, copies, estimate);
    z[b] = normalOfT(drawn, statistic.df);
    marked[b] = isMarked(z[b]) ? 1 : 0;
  });
  return { observed, z, marked };
}

function resampledF({ rows, test }: GroupingCell, counts: readonly Float64Array[]): Resampled | null {
  const own = oneWayAnova(rows.y, test.groups, test.levels);
  if (own.status !== 'ok' || own.f === null) return null;
  const common = { y: rows.y, group: test.groups, groups: test.levels, unit: rows.unit };
  const drawn = resampledAnova({ ...common, counts });
  if ('status' in drawn) return null;
  const { f, df1, df2 } = drawn;
  // A unit's years resemble each other, so that F of pooled years is too large by a factor, also where the null holds.
  const usable = f.filter((v) => !Number.isNaN(v));
  const scale = Math.max(1, usable.reduce((a, b) => a + b, 0) / usable.length);
  return {
    observed: normalOfF(own.f / scale, own.df1, own.df2),
    z: f.map((v, b) => normalOfF(v / scale, df1[b]!, df2[b]!)),
    marked: Uint8Array.from(f, (v, b) => (isMarked(normalOfF(v, df1[b]!, df2[b]!)) ? 1 : 0)),
  };
}

const WEAK = -normalQuantile(levels.weak / 2);
const isMarked = (z: number): boolean => Math.abs(z) > WEAK;

/** The z as extreme as t, to about 1e-4 (Wallace 1959, Annals of Mathematical Statistics 30), and monotone. */
function normalOfT(t: number, df: number): number {
  const size = ((8 * df + 1) / (8 * df + 3)) * Math.sqrt(df * Math.log1p((t * t) / df));
  return t < 0 ? -size : size;
}

/** The z >= 0 with the two-sided p of F. */
function normalOfF(f: number, df1: number, df2: number): number {
  if (Number.isNaN(f)) return NaN;
  const p = fUpper(f, df1, df2);
  return p > 0 ? -normalQuantile(p / 2) : -normalQuantile(Number.MIN_VALUE);
}
