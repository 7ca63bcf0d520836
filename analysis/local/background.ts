import type { Panel } from '../panel/panel.js';
import { quantile } from '../stats/index.js';

/** One covariate of a unit beside its comparison group and the nation. */
export interface BackgroundRow {
  readonly covariate: string;
  /** Null where the data have none for the unit. */
  readonly own: number | null;
  readonly group: Spread | null;
  readonly nation: Spread | null;
}

/** Units with a value, and half of them below and above the median (R's type 7). */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Every covariate of `units.csv`, in the order of its columns; those that no unit has are left out. */
export function backgroundOf(panel: Panel, unit: number, members: readonly number[]): BackgroundRow[] {
  const names = [...new Set(panel.units.flatMap((u) => Object.keys(u.covariates)))];
  const all = panel.units.map((_, u) => u);
  const valueOf = (u: number, name: string) => panel.units[u]!.covariates[name] ?? null;
  return names
    .map((covariate) => ({
      covariate,
      own: valueOf(unit, covariate),
      group: spreadOf(members.flatMap((u) => valueOf(u, covariate) ?? [])),
      nation: spreadOf(all.flatMap((u) => valueOf(u, covariate) ?? [])),
    }))
    .filter((row) => row.nation !== null);
}

/** Null without values. */
function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    n: sorted.length,
    median: quantile(sorted, 0.5, 7),
    least: sorted[0]!,
    most: sorted.at(-1)!,
  };
}
