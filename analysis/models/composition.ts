import { groupings, type Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import { signMark, anovaMark } from '../marks.js';
import { groupCodesOf, ownGroupings } from '../panel/labels.js';
import { type Panel, userStatuses } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { chiSquareTest, createRng, deriveSeed, fisherExact, welchTTest } from '../stats/index.js';
import { sortedCounts } from './sample.js';
import { withoutSmall } from './small-groups.js';
import { asCompared, refusal, statusCounts } from './users.js';

/** Expected counts below this in any cell: Fisher's exact test instead of chi-square (Cochran 1954). */
const SMALL_EXPECTED = 5;

/** Enumerated up to this many steps, else that many random tables: Monte Carlo error of p below 0.005 at 0.05. */
const FISHER_STEPS = 50_000;
const FISHER_TABLES = 1999;

/**
 * Who are the users (method section; specification, section 4): users and non-users of an area side by side: each
 * covariate's means, difference, standardized difference and p (Welch's t); the distribution over the groups of
 * every grouping with chi-square or, with small expected counts, Fisher's exact test.
 */
export function composition(
  panel: Panel,
  areas: readonly string[],
  spec: Specification,
  by: readonly Grouping[] = [...groupings, ...ownGroupings(panel)],
): Estimate[] {
  return areas.flatMap((area) => {
    const compared = asCompared(panel, area, spec);
    const counts = statusCounts(compared, area);
    const reason = refusal(counts, spec);
    const covariates = Object.keys(panel.units[0]?.covariates ?? {});
    const base = {
      model: 'composition' as const,
      area,
      sample: 'users+non-users' as const,
      column: 'user-vs-non-user',
    };
    const table = `composition:${area}`;
    const head = (id: string) => ({
      ...base,
      table,
      id: `${table}/${id}`,
      indicator: id,
      row: id,
      term: 'user',
    });
    const sizes = { users: counts.user, nonUsers: counts['non-user'] };
    if (reason)
      return [...covariates, ...by].map((id) =>
        estimate({ ...head(id), status: 'not-estimable', reason, extra: sizes }),
      );
    return [
      ...covariates.map((id) => covariateDifference(compared, area, id, head(id), spec)),
      ...by.flatMap((g) => distribution(compared, area, g, head, spec)),
    ];
  });
}

type Head = Pick<Estimate, 'id' | 'model'> & Partial<Estimate>;

const status = (panel: Panel, area: string, unit: number) =>
  userStatuses[panel.userStatus.get(area)![unit]!]!;

function covariateDifference(
  panel: Panel,
  area: string,
  id: string,
  head: Head,
  spec: Specification,
): Estimate {
  const values = { user: [] as number[], 'non-user': [] as number[] };
  const dropped = { missing: 0, 'user-status-other': 0, 'user-status-unknown': 0 };
  panel.units.forEach((unit, u) => {
    const s = status(panel, area, u);
    const value = unit.covariates[id] ?? null;
    if (s === 'other' || s === 'unknown') dropped[`user-status-${s}`]++;
    else if (value === null) dropped.missing++;
    else values[s].push(value);
  });
  const n = values.user.length + values['non-user'].length;
  const base = { ...head, n, units: n, dropped: sortedCounts(dropped) };
  const test = welchTTest(
    Float64Array.from(values.user),
    Float64Array.from(values['non-user']),
    spec.inference.level,
  );
  if (test.status !== 'ok') return estimate({ ...base, status: 'not-estimable', reason: test.reason });
  return estimate({
    ...base,
    estimate: test.difference,
    se: test.se,
    statistic: test.t,
    df: test.df,
    p: test.p,
    ciLow: test.ciLow,
    ciHigh: test.ciHigh,
    mark: signMark(test.p, test.difference),
    extra: {
      kind: 'number',
      test: 'welch',
      meanUsers: test.meanA,
      meanNonUsers: test.meanB,
      sdUsers: test.sdA,
      sdNonUsers: test.sdB,
      nUsers: values.user.length,
      nNonUsers: values['non-user'].length,
      standardizedDifference: test.standardizedDifference,
    },
  });
}

/** One estimate for the test of the whole distribution, then one per group with the two shares; small groups as one. */
function distribution(
  panel: Panel,
  area: string,
  grouping: Grouping,
  head: (id: string) => Head,
  spec: Specification,
): Estimate[] {
  const { levels, codes } = groupCodesOf(panel, grouping);
  const counts = levels.map(() => [0, 0]);
  const dropped = { 'no-group': 0, 'user-status-other': 0, 'user-status-unknown': 0 };
  panel.units.forEach((_, u) => {
    const s = status(panel, area, u);
    if (s === 'other' || s === 'unknown') dropped[`user-status-${s}`]++;
    else if (codes[u]! < 0) dropped['no-group']++;
    else counts[codes[u]!]![s === 'user' ? 0 : 1]!++;
  });
  const nUsers = counts.reduce((sum, [a]) => sum + a!, 0);
  const nNonUsers = counts.reduce((sum, [, b]) => sum + b!, 0);
  const n = nUsers + nNonUsers;
  const base = { ...head(grouping), grouping, n, units: n, dropped: sortedCounts(dropped) };
  const chi = chiSquareTest(counts);
  if (chi.status !== 'ok') return [estimate({ ...base, status: 'not-estimable', reason: chi.reason })];
  const fisher =
    chi.smallestExpected < SMALL_EXPECTED
      ? fisherExact(counts, {
          rng: createRng(deriveSeed(spec.seed, base.id)),
          replicates: FISHER_TABLES,
          limit: FISHER_STEPS,
        })
      : null;
  const p = fisher?.status === 'ok' ? fisher.p : chi.p;
  const whole = estimate({
    ...base,
    statistic: fisher ? null : chi.chiSquare,
    df: fisher ? null : chi.df,
    p,
    mark: anovaMark(p),
    extra: {
      kind: 'distribution',
      test: fisher?.status === 'ok' ? `fisher-${fisher.method}` : 'chi-square',
      nUsers,
      nNonUsers,
    },
  });
  const shares = withoutSmall(levels.map((level, g) => ({ level, counts: counts[g]! }))).map((group) => {
    const { level, pooled } = group;
    const [a, b] = group.counts as [number, number];
    return estimate({
      ...head(`${grouping}:${level}`),
      grouping,
      row: level,
      group: grouping,
      n: a + b,
      units: a + b,
      estimate: (100 * a) / nUsers - (100 * b) / nNonUsers,
      extra: {
        kind: 'share',
        meanUsers: (100 * a) / nUsers,
        meanNonUsers: (100 * b) / nNonUsers,
        nUsers: a,
        nNonUsers: b,
        ...(pooled ? { pooled } : {}),
      },
    });
  });
  return [whole, ...shares];
}
