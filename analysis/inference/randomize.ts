import type { RegressionCell } from '../models/cell.js';
import { type Panel, userStatuses } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { createRng, deriveSeed, shuffleInPlace } from '../stats/index.js';
import { statisticOf } from './statistic.js';

/** Per permutation, 1 for the panel's units that are then users of the area, 0 for the others. */
export type UserShuffles = readonly Uint8Array[];

/**
 * Who is a user, permuted over the users and non-users of an area: as many users as there are, anywhere or, with
 * strata, in each group of units as many as there are. The same permutations serve every cell of the area's table,
 * so that the cells' dependence is kept.
 */
export function userShuffles(panel: Panel, area: string, spec: Specification): UserShuffles {
  const { permutations, strata } = spec.inference.randomization;
  const status = panel.userStatus.get(area)!;
  const groups = strata === null ? null : panel.groupings.get(strata)!.codes;
  const members = new Map<number, number[]>();
  for (let u = 0; u < panel.units.length; u++) {
    if (status[u]! > userStatuses.indexOf('non-user')) continue;
    const g = groups === null ? 0 : groups[u]!;
    members.set(g, [...(members.get(g) ?? []), u]);
  }
  const strataOf = [...members.values()].map((units) => ({
    units,
    users: Uint8Array.from(units, (u) => (status[u] === userStatuses.indexOf('user') ? 1 : 0)),
    words: new Uint32Array(units.length),
  }));
  const rng = createRng(deriveSeed(spec.seed, `users/${area}`));
  return Array.from({ length: permutations }, () => {
    const isUser = new Uint8Array(panel.units.length);
    for (const { units, users, words } of strataOf) {
      shuffleInPlace(users, words, rng);
      units.forEach((u, i) => (isUser[u] = users[i]!));
    }
    return isUser;
  });
}

/** A user cell's t of the data and of each permutation; null where the cell has none. */
export interface Randomized {
  readonly observed: number;
  readonly t: Float64Array;
  /** Degrees of freedom of t, the same in each. */
  readonly df: number;
}

export function randomized(cell: RegressionCell, shuffles: UserShuffles): Randomized | null {
  const statistic = statisticOf(cell);
  const observed = statistic.fit();
  if (Number.isNaN(observed)) return null;
  const { df } = statistic;
  const unit = cell.rows.unit.slice();
  const x = new Float64Array(unit.length);
  const t = Float64Array.from(shuffles, (isUser) => {
    for (let i = 0; i < x.length; i++) x[i] = isUser[unit[i]!]!;
    return statistic.fit(x);
  });
  return { observed, t, df };
}
