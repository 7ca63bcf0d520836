import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withValue } from '../../analysis/assumptions.js';
import type { Estimate } from '../../analysis/estimate.js';
import { anova } from '../../analysis/models/anova.js';
import { composition } from '../../analysis/models/composition.js';
import { peerDummies, peerMeans } from '../../analysis/models/peer-dummies.js';
import { peers } from '../../analysis/models/peers.js';
import { staffing } from '../../analysis/models/staffing.js';
import { trends } from '../../analysis/models/trends.js';
import { users } from '../../analysis/models/users.js';
import { allOutcomes, outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { missingReasons } from '../../data/records.js';
import { type AnswerRow, dataFolder, type SmallData } from '../fixtures/data-folder.js';

const AREA = 'skola';

/** A panel of one share indicator `x`: rows of values by unit, one column a year from 2016; null is non-response. */
function panelOf(values: Record<string, readonly (number | null)[]>, rest: Partial<SmallData> = {}): Panel {
  return buildPanel(
    dataFolder({
      units: Object.keys(values).map((id) => ({ id, groups: { lan: id[0]!, kommungrupp: id[0]! } })),
      indicators: [{ id: 'x', area: AREA, type: 'share' }],
      answers: Object.entries(values).flatMap(([id, row]) =>
        row.map((v, t): AnswerRow => [id, 2016 + t, 'x', v ?? 'bortfall']),
      ),
      ...rest,
    }),
  );
}

/** Dummies of the grouping by county with lag 1. */
const dummiesOf = (panel: Panel, s = spec) =>
  peerDummies(panel, outcome(panel), 'lan', peerMeans(panel, outcome(panel), 'lan', s), 1, s);

const outcome = (panel: Panel) => outcomeById(panel, spec, 'x');
const column = (estimates: readonly Estimate[], key: string) => estimates.find((e) => e.column === key)!;

describe('peers', () => {
  // Two groups: A (10, 20, 30) and B (50, 70); in 2017 everybody has 40.
  const panel = panelOf({ A1: [10, 40], A2: [20, 40], A3: [30, 40], B1: [50, 40], B2: [70, 40] });

  test('take the mean of the others and the 75th percentile of those means over the units of the year', () => {
    const d = dummiesOf(panel);
    // Means of the others: 25, 20, 15, 70, 50; their 75th percentile (type 7) is 50, and 50 is not above 50.
    expect(d.cutoffs).toEqual({ 2016: 50 });
    expect([0, 1, 2, 3, 4].map((u) => d.values[u * 2])).toEqual([0, 0, 0, 1, 0]);
  });

  test('count a tie with the percentile only under the rival >=', () => {
    const rival = dummiesOf(panel, withValue(spec, 'peers.comparison', '>='));
    expect([0, 1, 2, 3, 4].map((u) => rival.values[u * 2])).toEqual([0, 0, 0, 1, 1]);
  });

  test('do not let the order of summation decide a tie', () => {
    // The others of every unit have the same three thirds, summed in another order.
    const thirds = [100 / 3, 200 / 3, 100 / 7];
    const units = Object.fromEntries(
      thirds.flatMap((v, i) => [
        [`A${i}`, [v, v]],
        [`B${i}`, [thirds[2 - i]!, v]],
      ]),
    );
    const p = panelOf(units);
    const d = dummiesOf(p, withValue(spec, 'peers.ownUnit', 'included'));
    expect(p.units.map((_, u) => d.values[u * 2])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('include the own unit, or take the percentile over groups or the period, under those rivals', () => {
    const included = dummiesOf(panel, withValue(spec, 'peers.ownUnit', 'included'));
    expect(included.cutoffs).toEqual({ 2016: 60 });
    const groups = dummiesOf(panel, withValue(spec, 'peers.percentileOver', 'groups-year'));
    expect(groups.cutoffs).toEqual({ 2016: 50 }); // group means 20 and 60
    const p3 = panelOf({ A1: [0, 100, 1], A2: [0, 100, 1], B1: [10, 10, 1], B2: [10, 10, 1] });
    const pooled = dummiesOf(p3, withValue(spec, 'peers.percentileOver', 'units-period'));
    expect(pooled.cutoffs).toEqual({ 2016: 32.5, 2017: 32.5 });
  });

  test('drop a group of one, and count it', () => {
    const p = panelOf({ A1: [1, 2, 3], A2: [3, 1, 2], B1: [5, 5, 9], B2: [7, 6, 2], C1: [1, 9, 9] });
    const e = column(peers(p, [outcome(p)], spec, ['lan']), 'niva:alla:t-1');
    expect(e.dropped).toEqual({ 'no-peers': 2 });
    expect(e.n).toBe(8);
  });

  test('lag by calendar years: a year without data is missing, never the year before it', () => {
    const data = {
      units: ['A1', 'A2', 'B1', 'B2'].map((id) => ({ id, groups: { lan: id[0]! } })),
      indicators: [{ id: 'x', area: AREA, type: 'share' as const }],
      answers: ['A1', 'A2', 'B1', 'B2'].flatMap((id, i): AnswerRow[] => [
        [id, 2016, 'x', 10 * i],
        [id, 2018, 'x', 5 * i * i],
      ]),
    };
    const p = buildPanel(dataFolder(data));
    const estimates = peers(p, allOutcomes(p, spec), spec, ['lan']);
    expect(column(estimates, 'niva:alla:t-1')).toMatchObject({
      status: 'not-estimable',
      reason: 'no-observations',
      dropped: { 'no-peers': 4 },
    });
    expect(column(estimates, 'niva:alla:t-2').n).toBe(4);
  });

  test('measure improvement as 100 where the result rose, without rounding deciding', () => {
    const p = panelOf({
      A1: [10, 10 + 1e-12],
      A2: [20, 21],
      B1: [50, 40],
      B2: [70, 80],
      B3: [60, 61],
      A3: [1, 0],
    });
    const e = column(peers(p, [outcome(p)], spec, ['lan']), 'forbattring:alla:t-1');
    // Above the cutoff: B1 and B3 (others 65 and 60) against the rest.
    expect(e.estimate).toBeCloseTo(50 - 50, 10);
    expect(e.n).toBe(6);
  });
});

describe('users', () => {
  const users6 = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`u${i}`, 'user' as const]));
  const non6 = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`n${i}`, 'non-user' as const]));
  const value = (id: string, t: number) =>
    (id.startsWith('u') ? 60 : 50) + Number(id[1]) + (t === 1 ? 10 : 0);
  const ids = [...Object.keys(users6), ...Object.keys(non6), 'o1', 'q1'];
  const panel = panelOf(Object.fromEntries(ids.map((id) => [id, [value(id, 0), value(id, 1)]])), {
    users: { [AREA]: { ...users6, ...non6, o1: 'other', q1: 'unknown' } },
  });

  test('differ from non-users by the difference of means, in every column', () => {
    const estimates = users(panel, [outcome(panel)], spec);
    expect(estimates.map((e) => e.column)).toEqual(['totalt', '2016', '2017', 'diff2017-2016']);
    expect(column(estimates, 'totalt').estimate).toBeCloseTo(10, 10);
    expect(column(estimates, '2016').estimate).toBeCloseTo(10, 10);
    expect(column(estimates, 'totalt')).toMatchObject({ n: 24, units: 12, clusters: 12, df: 11, mark: '++' });
    expect(column(estimates, '2016')).toMatchObject({ n: 12, df: 10, clusters: null });
  });

  test('count the units that are neither, as other and unknown', () => {
    expect(column(users(panel, [outcome(panel)], spec), 'totalt').dropped).toEqual({
      'user-status-other': 2,
      'user-status-unknown': 2,
    });
  });

  test('count the units that are neither as the specification says, and say how many each side has', () => {
    const total = (other: string) => {
      const s = withValue(spec, 'users.other', other);
      return column(users(panel, [outcome(panel)], s), 'totalt');
    };
    // Over the two years users have 60 + 2.5 + 5 on average, non-users ten less, and o1 51 + 5.
    expect(total('users')).toMatchObject({ n: 26, dropped: { 'user-status-unknown': 2 } });
    expect(total('users').extra).toMatchObject({ users: 7, nonUsers: 6 });
    expect(total('users').estimate).toBeCloseTo((6 * 67.5 + 56) / 7 - 57.5, 10);
    expect(total('non-users').extra).toMatchObject({ users: 6, nonUsers: 7 });
    expect(total('non-users').estimate).toBeCloseTo(67.5 - (6 * 57.5 + 56) / 7, 10);
  });

  test('are users alone in the columns of users of the peer tables, whatever the others count as', () => {
    const s = withValue(spec, 'users.other', 'users');
    const peersUnder = (rule: typeof spec) => peers(panel, [outcome(panel)], rule, ['lan']);
    expect(peersUnder(s)).toEqual(peersUnder(spec));
    expect(column(peersUnder(s), 'niva:anvandare:t-1').dropped).toMatchObject({ 'user-status-other': 1 });
  });

  test('say that a change which is the same for all has no test', () => {
    expect(column(users(panel, [outcome(panel)], spec), 'diff2017-2016')).toMatchObject({
      status: 'not-estimable',
      reason: 'constant-outcome',
    });
  });

  test('are not compared with five non-users, as in the appendix', () => {
    const five = panelOf(Object.fromEntries(ids.map((id) => [id, [1, 2]])), {
      users: { [AREA]: { ...users6, ...non6, n5: 'other' } },
    });
    const estimates = users(five, [outcome(five)], spec);
    expect(estimates.every((e) => e.status === 'not-estimable' && e.reason === 'too-few-non-users')).toBe(
      true,
    );
    expect(estimates[0]!.extra).toMatchObject({ users: 6, nonUsers: 5 });
  });

  test('are unknown where the data have no survey', () => {
    const none = panelOf({ A1: [1, 2], A2: [2, 3] });
    expect(users(none, [outcome(none)], spec)[0]).toMatchObject({
      status: 'not-estimable',
      reason: 'no-user-survey',
    });
  });

  test('come with the smallest effect that the test would find in four cases of five', () => {
    const e = column(users(panel, [outcome(panel)], spec), '2016');
    // The d with P(|T'(10, d)| > t(0.975, 10)) = 0.8 (R: uniroot of the integral over chi-square).
    expect((e.extra.minimumDetectable as number) / e.se!).toBeCloseTo(3.109968101577618, 10);
  });
});

describe('anova', () => {
  test('gives the p-value of permuted labels beside the pooled one, and the same for the same seed', () => {
    const rng = (i: number) => ((i * 7919) % 101) / 3;
    const panel = panelOf(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, i) => [
          `${'ABC'[i % 3]}${i}`,
          [rng(i), rng(i) + (i % 5), rng(i) - (i % 4)],
        ]),
      ),
    );
    const estimates = anova(panel, [outcome(panel)], spec, ['lan']);
    const pooled = column(estimates, 'period:lan');
    expect(pooled.n).toBe(90);
    expect((pooled.extra.permutation as { p: number }).p).toBeGreaterThan(pooled.p!);
    expect(anova(panel, [outcome(panel)], spec, ['lan'])).toEqual(estimates);
    expect(column(estimates, 'sista:lan').n).toBe(30);
  });

  test.each([
    ['one group', { A1: [1, 2], A2: [3, 5] }, 'one-group'],
    ['one unit', { A1: [1, 2] }, 'one-group'],
    ['a constant outcome', { A1: [4, 4], A2: [4, 4], B1: [4, 4], B2: [4, 4] }, 'constant-outcome'],
    ['all missing', { A1: [null, null], B1: [null, null] }, 'no-observations'],
    ['only groups of one', { A1: [1], B1: [2], C1: [5] }, 'no-within-df'],
  ])('is not estimable, with the reason, for %s', (_, values, reason) => {
    const panel = panelOf(values);
    expect(column(anova(panel, [outcome(panel)], spec, ['lan']), 'sista:lan')).toMatchObject({
      status: 'not-estimable',
      reason,
    });
  });
});

describe('staffing', () => {
  const care = (
    unit: string,
    values: readonly (readonly number[])[],
    kind: 'sarskilt-boende' | 'demens' = 'sarskilt-boende',
  ) =>
    values.flatMap((row, c) =>
      row.map((value, t) => ({
        careUnit: `${unit}-${kind}-${c}`,
        unit,
        year: 2016 + t,
        kind,
        measure: 'm',
        value,
      })),
    );
  const careUnits = [
    ...care('A', [
      [0.2, 0.3],
      [0.6, 0.5],
    ]),
    ...care('B', [
      [0.4, 0.4],
      [0.5, 0.5],
    ]),
    ...care('C', [[0.4, 0.1]]),
    ...care('D', [
      [0.3, 0.2],
      [0.35, 0.3],
    ]),
    ...care('E', [
      [0.3, 0.2],
      [0.36, 0.25],
    ]),
    ...care('F', [[0.3, 0.3]], 'demens'),
  ];
  const panel = buildPanel(
    dataFolder({
      units: ['A', 'B', 'C', 'D', 'E', 'F'].map((id) => ({ id })),
      indicators: [],
      answers: [],
      careUnits,
    }),
  );

  test('regresses the change on whether the spread was above the 75th percentile', () => {
    const e = column(staffing(panel, spec, ['alla']), 'genomsnitt:alla:t-1');
    // Spread 2016: A 1.0, B 0.222, D 0.154, E 0.182; above type-7 75th percentile: A only. Changes: A 0, B 0, D -0.075, E -0.105.
    expect(e.estimate).toBeCloseTo(0 - (0 - 0.075 - 0.105) / 3, 10);
    expect(e.n).toBe(4);
    expect(e.dropped).toEqual({ 'too-few-care-units': 2 });
  });

  test('takes the lowest unit for the minimum and dementia units alone for table 7', () => {
    expect(column(staffing(panel, spec, ['alla']), 'minimum:alla:t-1').estimate).toBeCloseTo(
      0.1 - (0 - 0.1 - 0.1) / 3,
      10,
    );
    expect(column(staffing(panel, spec, ['demens']), 'genomsnitt:alla:t-1')).toMatchObject({
      status: 'not-estimable',
      dropped: { 'too-few-care-units': 1 },
    });
  });
});

describe('trends', () => {
  test('give mean, t interval and n per year, and the change per year clustered by unit', () => {
    const panel = panelOf({ A1: [10, 20, 30], A2: [20, 30, null], A3: [30, 40, 53] });
    const estimates = trends(panel, [{ outcome: outcome(panel), figures: ['bilaga-1'] }], spec);
    expect(estimates.map((e) => e.column)).toEqual(['2016', '2017', '2018', 'trend']);
    // t(0.975, 2) = 4.302653 (R: qt); sd 10, n 3
    expect(estimates[0]).toMatchObject({ estimate: 20, n: 3 });
    expect(estimates[0]!.ciHigh).toBeCloseTo(20 + (4.302652729911275 * 10) / Math.sqrt(3), 8);
    expect(estimates[2]).toMatchObject({ n: 2, dropped: { bortfall: 1 } });
    expect(estimates[3]!.extra.lines).toMatchObject({ ols: { slope: 10.75 }, theilSen: { slope: 10.75 } });
  });

  test('show an indicator where lower is better on its own scale, with a falling share as an improvement', () => {
    const panel = panelOf(
      { A1: [30, 20], A2: [32, 21], A3: [31, 23] },
      { indicators: [{ id: 'x', area: AREA, type: 'share', better: 'lower' }] },
    );
    const estimates = trends(panel, [{ outcome: outcome(panel), figures: [] }], spec);
    expect(estimates[0]!.estimate).toBe(31);
    expect(estimates.at(-1)!.estimate).toBeGreaterThan(0);
  });

  test('say that a year has no answers', () => {
    const panel = panelOf({ A1: [1, null, 3], A2: [2, null, 5] });
    const estimates = trends(panel, [{ outcome: outcome(panel), figures: [] }], spec);
    expect(estimates[1]).toMatchObject({
      status: 'not-estimable',
      reason: 'no-observations',
      n: 0,
      dropped: { bortfall: 2 },
    });
  });
});

describe('composition', () => {
  const statuses = Object.fromEntries(
    Array.from({ length: 20 }, (_, i) => [`k${i}`, i % 2 ? ('user' as const) : ('non-user' as const)]),
  );
  const panel = buildPanel(
    dataFolder({
      units: Object.keys(statuses).map((id, i) => ({
        id,
        groups: { lan: i < 10 ? 'A' : 'B' },
        covariates: { size: i === 3 ? null : i },
      })),
      indicators: [{ id: 'x', area: AREA }],
      answers: [],
      users: { [AREA]: statuses },
    }),
  );

  test('compares covariates by Welch and groups by an exact or chi-square test, with n of each side', () => {
    const estimates = composition(panel, [AREA], spec, ['lan']);
    const size = estimates.find((e) => e.indicator === 'size')!;
    expect(size).toMatchObject({
      n: 19,
      dropped: { missing: 1 },
      extra: { nUsers: 9, nNonUsers: 10, kind: 'number' },
    });
    expect(estimates.find((e) => e.indicator === 'lan')).toMatchObject({
      p: 1,
      extra: { test: 'chi-square' },
    });
    const shares = estimates.filter((e) => e.extra.kind === 'share');
    expect(shares.map((e) => [e.row, e.extra.meanUsers])).toEqual([
      ['A', 50],
      ['B', 50],
    ]);
  });
});

describe('composition of units that are neither', () => {
  test('counts them as the specification says, in covariates and in groups', () => {
    const status = (i: number) => (['user', 'non-user', 'other'] as const)[i % 3]!;
    const ids = Array.from({ length: 30 }, (_, i) => `k${i}`);
    const panel = buildPanel(
      dataFolder({
        units: ids.map((id, i) => ({ id, groups: { lan: i < 15 ? 'A' : 'B' }, covariates: { size: i * i } })),
        indicators: [{ id: 'x', area: AREA }],
        answers: [],
        users: { [AREA]: Object.fromEntries(ids.map((id, i) => [id, status(i)])) },
      }),
    );
    const sizes = (other: string) => {
      const s = withValue(spec, 'users.other', other);
      return composition(panel, [AREA], s, ['lan'])
        .filter((e) => e.indicator === 'size' || e.indicator === 'lan')
        .map((e) => [e.extra.nUsers, e.extra.nNonUsers, e.dropped]);
    };
    const left = { 'user-status-other': 10 };
    expect(sizes('excluded')).toEqual([
      [10, 10, left],
      [10, 10, left],
    ]);
    expect(sizes('users')).toEqual([
      [20, 10, {}],
      [20, 10, {}],
    ]);
    expect(sizes('non-users')).toEqual([
      [10, 20, {}],
      [10, 20, {}],
    ]);
  });
});

describe('every model', () => {
  test('accounts for each unit-year: what is used plus what is dropped is what the sample could hold', () => {
    const cell = fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }).map((v) => v * 20) },
      { weight: 1, arbitrary: fc.constantFrom(...missingReasons) },
    );
    const row = fc.tuple(
      fc.constantFrom('user', 'non-user', 'other', 'unknown' as const),
      fc.constantFrom('A', 'B', 'C'),
      fc.array(fc.option(cell, { nil: null }), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 14, maxLength: 30 }), (rows) => {
        const panel = buildPanel(
          dataFolder({
            units: rows.map(([, group], i) => ({ id: `k${i}`, groups: { lan: group } })),
            indicators: [{ id: 'x', area: AREA, type: 'share' }],
            answers: rows.flatMap(([, , values], i) =>
              values.flatMap((v, t): AnswerRow[] => (v === null ? [] : [[`k${i}`, 2016 + t, 'x', v]])),
            ),
            users: { [AREA]: Object.fromEntries(rows.map(([status], i) => [`k${i}`, status as 'user'])) },
          }),
        );
        if (panel.years.length === 0) return;
        const o = outcome(panel);
        const present = (from: number, to: number) =>
          panel.units.reduce(
            (sum, _, u) =>
              sum +
              panel.years.filter((y, t) => y >= from && y <= to && panel.present[u * panel.years.length + t])
                .length,
            0,
          );
        const { first, last } = o.years;
        const check = (e: Estimate, rowsThere: number) => {
          const dropped = Object.values(e.dropped).reduce((a, b) => a + b, 0);
          expect(e.n! + dropped, `${e.id} ${e.reason}`).toBe(rowsThere);
          for (const v of [e.estimate, e.se, e.statistic, e.p, e.ciLow, e.ciHigh])
            expect(Number.isNaN(v)).toBe(false);
          expect(e.status === 'ok' ? e.p !== null : e.reason !== null).toBe(true);
        };
        for (const e of anova(panel, [o], spec, ['lan']))
          check(e, e.column!.startsWith('period') ? present(first, last) : present(last, last));
        for (const e of peers(panel, [o], spec, ['lan'])) check(e, present(first + e.lag!, last));
        for (const e of users(panel, [o], spec))
          if (e.n !== null)
            check(
              e,
              e.column === 'totalt'
                ? present(first, last)
                : e.column!.startsWith('diff')
                  ? present(last, last)
                  : present(Number(e.column), Number(e.column)),
            );
      }),
      { numRuns: 60 },
    );
  });
});
