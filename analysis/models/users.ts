import type { Estimate } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import { type Panel, type UserStatus, userStatuses } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import type { Vcov } from '../stats/index.js';
import { type Cell, estimateCell, type Head } from './cell.js';
import { DROP, forEachUnitYear, KEEP, type Rows, Sample, userDrops, whyMissing } from './sample.js';
import { cellHead } from './tables.js';

/**
 * Users against non-users (tables 8 and 13; specification, section 4): y_it = a_t + b user_i + e_it, over all years
 * (clustered by unit), for each year, and for the change from the first year to the last.
 * One estimate per column; the area's comparison is refused where users or non-users are too few.
 */
export const users = (panel: Panel, outcomes: readonly Outcome[], spec: Specification): Estimate[] =>
  Array.from(userCells(panel, outcomes, spec), estimateCell);

/** The cells of `users`, by outcome and column; x is 1 for a user. */
export function* userCells(panel: Panel, outcomes: readonly Outcome[], spec: Specification): Generator<Cell> {
  const sample = new Sample(panel);
  for (const outcome of outcomes) {
    const compared = asCompared(panel, outcome.area, spec);
    const counts = statusCounts(compared, outcome.area);
    const status = userDrops(compared, outcome.area);
    const reason = refusal(counts, spec);
    for (const column of columns(outcome)) {
      const head = {
        ...cellHead('users', outcome, column.key),
        model: 'users' as const,
        outcome: column.kind === 'diff' ? ('change' as const) : ('level' as const),
        sample: 'users+non-users' as const,
        term: 'user',
        extra: { users: counts.user, nonUsers: counts['non-user'], unit: outcome.unit },
      };
      if (reason) {
        yield { kind: 'refused', head, reason };
        continue;
      }
      collect(sample.reset(), panel, outcome, status, column);
      yield regression(head, sample.rows(), column, spec);
    }
  }
}

type Column = { key: string; kind: 'total' | 'year' | 'diff'; first: number; last: number };

/** `totalt`, one column a year, `diff2020-2016`. */
function columns({ years: { first, last } }: Outcome): Column[] {
  if (!(first <= last)) return [];
  const single: Column[] = [];
  for (let year = first; year <= last; year++)
    single.push({ key: `${year}`, kind: 'year', first: year, last: year });
  const diff: Column[] = first < last ? [{ key: `diff${last}-${first}`, kind: 'diff', first, last }] : [];
  return [{ key: 'totalt', kind: 'total', first, last }, ...single, ...diff];
}

/**
 * The panel as an area's users are compared with its non-users: `other` is what the specification counts it as. Not for
 * the ÖJ-användare columns of the peer and staffing tables, which hold users alone (specification, section 3).
 */
export function asCompared(panel: Panel, area: string, { users: { other } }: Specification): Panel {
  if (other === 'excluded') return panel;
  return withStatus(panel, area, 'other', other === 'users' ? 'user' : 'non-user');
}

/** The panel with the units of one status in an area given another. */
export function withStatus(panel: Panel, area: string, from: UserStatus, to: UserStatus): Panel {
  const column = panel.userStatus.get(area);
  if (column === undefined) return panel;
  const [old, status] = [userStatuses.indexOf(from), userStatuses.indexOf(to)];
  const changed = Uint8Array.from(panel.units, (_, u) => (column[u] === old ? status : column[u]!));
  return { ...panel, userStatus: new Map(panel.userStatus).set(area, changed) };
}

export type StatusCounts = Readonly<Record<(typeof userStatuses)[number], number>>;

/** How many units have each status in an area. */
export function statusCounts(panel: Panel, area: string): StatusCounts {
  const counts = { user: 0, 'non-user': 0, other: 0, unknown: 0 };
  const column = panel.userStatus.get(area);
  for (let unit = 0; unit < panel.units.length; unit++) counts[userStatuses[column?.[unit] ?? 3]!]++;
  return counts;
}

/** Why an area's users and non-users cannot be compared; null where they can. */
export function refusal(counts: StatusCounts, spec: Specification): string | null {
  if (counts.user + counts['non-user'] + counts.other === 0) return 'no-user-survey';
  if (counts['non-user'] < spec.users.minimumGroup) return 'too-few-non-users';
  return counts.user < spec.users.minimumGroup ? 'too-few-users' : null;
}

function regression(head: Head, rows: Rows, column: Column, spec: Specification): Cell {
  const total = column.kind === 'total';
  const vcov: Vcov =
    total && spec.users.pooledCovariance === 'cluster:unit'
      ? { kind: 'cluster', by: [{ name: 'unit', codes: rows.unit }] }
      : { kind: total ? (spec.users.pooledCovariance as 'HC1' | 'iid') : spec.users.yearlyCovariance };
  const design = { term: 'user', yearEffects: total && spec.users.yearEffects, vcov, spec };
  return { kind: 'regression', head, rows, design };
}

function collect(
  sample: Sample,
  panel: Panel,
  outcome: Outcome,
  status: Int8Array,
  { kind, first, last }: Column,
): void {
  const T = panel.years.length;
  const span = last - first;
  // A change is one row per unit, that of the last year.
  forEachUnitYear(panel, kind === 'diff' ? last : first, last, (unit, t, cell) => {
    const isUser = status[unit] === KEEP;
    if (!isUser && status[unit] !== DROP['user-status-non-user']) return sample.drop(status[unit]!);
    const missing = whyMissing(outcome, cell);
    if (missing !== KEEP) return sample.drop(missing);
    let y = outcome.values[cell]!;
    if (kind === 'diff') {
      const before = unit * T + t - span;
      if (whyMissing(outcome, before) !== KEEP) return sample.drop(DROP['lag-missing']);
      y -= outcome.values[before]!;
    }
    sample.add(unit, t, y, isUser ? 1 : 0);
  });
}
