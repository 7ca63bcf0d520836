import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withValue } from '../../analysis/assumptions.js';
import type { NonResponse } from '../../analysis/inference/non-response.js';
import { responseWeights } from '../../analysis/inference/response-weights.js';
import { inThisThread } from '../../analysis/inference/pool.js';
import { infer } from '../../analysis/inference/run.js';
import { users } from '../../analysis/models/users.js';
import { outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel, type Panel, type UserStatus } from '../../analysis/panel/panel.js';
import { defaultSpecification, type Specification } from '../../analysis/specification.js';
import { createRng } from '../../analysis/stats/index.js';
import { type AnswerRow, dataFolder } from '../fixtures/data-folder.js';
import { expectClose, notFinite, reference } from '../stats/tolerance.js';

const AREA = 'skola';
const spec: Specification = {
  ...defaultSpecification,
  inference: { ...defaultSpecification.inference, nonResponse: true },
};

interface SmallUnit {
  readonly id: string;
  readonly status: UserStatus;
  readonly group?: string;
  readonly covariates?: Record<string, number | null>;
  /** One value a year from 2016; null: the unit did not exist. */
  readonly y: readonly (number | null)[];
}

function panelOf(units: readonly SmallUnit[]): Panel {
  return buildPanel(
    dataFolder({
      units: units.map(({ id, group, covariates }) => ({
        id,
        groups: group === undefined ? {} : { kommungrupp: group },
        covariates: covariates ?? {},
      })),
      indicators: [{ id: 'x', area: AREA, type: 'share' }],
      answers: units.flatMap(({ id, y }) =>
        y.flatMap((v, t): AnswerRow[] => (v === null ? [] : [[id, 2016 + t, 'x', v]])),
      ),
      users: { [AREA]: Object.fromEntries(units.map(({ id, status }) => [id, status])) },
    }),
  );
}

const estimated = (panel: Panel, s: Specification) => users(panel, [outcomeById(panel, s, 'x')], s);
const column = <T extends { readonly column: string | null }>(list: readonly T[], key: string) =>
  list.find((e) => e.column === key)!;

/** `extra.nonResponse` of every cell that was estimated, by column. */
async function nonResponse(panel: Panel, s = spec): Promise<Record<string, NonResponse>> {
  const inferred = await infer(estimated(panel, s), inThisThread(panel), { spec: s });
  return Object.fromEntries(
    inferred.filter((e) => e.status === 'ok').map((e) => [e.column!, e.extra.nonResponse as NonResponse]),
  );
}

function weightsOf(panel: Panel) {
  const weighting = responseWeights(panel, AREA);
  if (weighting.status !== 'ok') throw new Error(weighting.reason);
  return weighting;
}

describe('weights for non-response', () => {
  const text = readFileSync(new URL('../reference/non-response.csv', import.meta.url), 'utf8');
  const rows = text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const number = (cell: string) => (cell === '' ? null : Number(cell));
  const ids = [...new Set(rows.map(([id]) => id!))];
  const panel = panelOf(
    ids.map((id) => {
      const own = rows.filter((r) => r[0] === id);
      const [, group, size, share, status] = own[0] as [string, string, string, string, UserStatus];
      const y = [2016, 2017, 2018].map((year) => own.find((r) => r[5] === `${year}`)?.[6] ?? '').map(number);
      return { id, group, status, y, covariates: { size: number(size), share: number(share) } };
    }),
  );
  type Cell = Record<'estimate' | 'se' | 'p' | 'n' | 'effective' | 'largest', number>;
  const r = reference<{
    unit: string[];
    weights: number[];
    before: number;
    after: number;
    cells: Record<string, Cell>;
  }>('non-response.json');

  test("are R's, by logit, collapsed groups, logarithms of sizes and percentiles", () => {
    const { weights, groups, withoutCovariates, balance } = weightsOf(panel);
    expect(groups).toBe(true);
    expect(withoutCovariates).toBe(7);
    r.unit.forEach((id, i) => expectClose(weights[ids.indexOf(id)], r.weights[i]!, id));
    expectClose(balance.before, r.before, 'before');
    expectClose(balance.after, r.after, 'after');
    expect(balance.after).toBeLessThan(balance.before!);
  });

  test("give R's weighted regression, clustered by unit over all years and HC1 in the other columns", async () => {
    const found = await nonResponse(panel);
    expect(Object.keys(r.cells)).toHaveLength(3);
    for (const [key, expected] of Object.entries(r.cells)) {
      const { ipw } = found[key]!;
      if ('reason' in ipw) throw new Error(ipw.reason);
      for (const field of ['estimate', 'se', 'p', 'n', 'largest'] as const)
        expectClose(ipw[field], expected[field], `${key} ${field}`);
      expectClose(ipw.effectiveSampleSize, expected.effective, `${key} effective`);
      expect(ipw.mark).toBe('');
    }
    expect(notFinite(found)).toEqual([]);
  });

  test('leave out a unit that was gone when the survey was made', () => {
    expect(weightsOf(panel).weights[ids.indexOf('k80')]).toBe(0);
    const counted = weightsOf(panelOf(unitsWithOne('unknown', [1, 2]))).balance;
    expect(weightsOf(panelOf(unitsWithOne('unknown', [1, null]))).balance).not.toEqual(counted);
  });

  /** Units by whose covariate the answer goes, and one of a large covariate. */
  function unitsWithOne(status: UserStatus, y: readonly (number | null)[]): SmallUnit[] {
    const others = Array.from({ length: 30 }, (_, i): SmallUnit => {
      const answered = i % 3 !== 0 || i > 20;
      return {
        id: `k${i}`,
        status: answered ? (i % 2 ? 'user' : 'non-user') : 'unknown',
        covariates: { z: i },
        y: [i, 2 * i],
      };
    });
    return [...others, { id: 'last', status, covariates: { z: 60 }, y }];
  }

  test('bring the estimate nearer to the truth where a covariate drives both the answer and the difference', async () => {
    const rng = createRng(20190402);
    const TRUE = 6;
    const PANELS = 30;
    const errors = { naive: [] as number[], ipw: [] as number[] };
    for (let i = 0; i < PANELS; i++) {
      // Users are 6 better where z is 0, the mean of all units, and 3 more for each unit of z: of those that
      // answered, by a logit of z, E(z) is 0.56, and the difference of means 1.7 too large.
      const survey = panelOf(
        Array.from({ length: 300 }, (_, u): SmallUnit => {
          const z = 4 * rng.next() - 2;
          const isUser = rng.next() < 0.5;
          const answered = rng.next() < 1 / (1 + Math.exp(-z));
          const y = [0, 1].map(() => 50 + 4 * z + (isUser ? TRUE + 3 * z : 0) + 2 * rng.normal());
          const status = answered ? (isUser ? 'user' : 'non-user') : 'unknown';
          return { id: `k${u}`, status, covariates: { z }, y };
        }),
      );
      const { ipw } = (await nonResponse(survey)).totalt!;
      if ('reason' in ipw) throw new Error(ipw.reason);
      expect(ipw.balance.after).toBeLessThan(ipw.balance.before!);
      expect(ipw.effectiveSampleSize).toBeLessThan(ipw.n! / 2);
      errors.naive.push(column(estimated(survey, spec), 'totalt').estimate! - TRUE);
      errors.ipw.push(ipw.estimate! - TRUE);
    }
    const mean = (list: number[]) => list.reduce((a, b) => a + b) / PANELS;
    const bias = mean(errors.ipw);
    const sd = Math.sqrt(errors.ipw.reduce((a, e) => a + (e - bias) ** 2, 0) / (PANELS - 1));
    expect(mean(errors.naive)).toBeGreaterThan(1);
    expect(Math.abs(bias)).toBeLessThan(mean(errors.naive) / 2);
    // Within Monte Carlo error of none at all, but for what the trimming leaves.
    expect(Math.abs(bias)).toBeLessThan((3 * sd) / Math.sqrt(PANELS));
  });

  const status = (i: number): UserStatus => (['user', 'non-user', 'unknown'] as const)[i % 3]!;
  const plain = (change: (i: number) => Partial<SmallUnit>) =>
    panelOf(
      Array.from({ length: 36 }, (_, i) => ({
        id: `k${i}`,
        status: status(i),
        covariates: { z: (i * 7) % 11 },
        y: [i % 7, i % 5],
        ...change(i),
      })),
    );

  test('weigh units without covariates by the share of such units of their group that answered', () => {
    const groups = plain((i) => (i >= 24 ? { covariates: { z: null }, group: i % 2 ? 'A' : 'B' } : {}));
    const { weights, withoutCovariates } = weightsOf(groups);
    expect(withoutCovariates).toBe(12);
    // 24 of 36 units answered; without covariates 4 of 6 of each group.
    for (const u of [24, 25, 27, 28, 30, 31, 33, 34]) expect(weights[u]).toBeCloseTo(1, 12);
    for (const u of [26, 29, 32, 35]) expect(weights[u]).toBe(0);
  });

  test.each([
    ['everyone answered', () => ({ status: 'user' as const }), 'no-non-response'],
    ['no unit has covariates', () => ({ covariates: { z: null } }), 'no-covariates'],
    ['no covariate varies', () => ({ covariates: { z: 4 } }), 'no-covariates'],
    ['a covariate tells who answered', (i: number) => ({ covariates: { z: i % 3 } }), 'separation'],
  ])('are not there, with the reason, where %s', (_, change, reason) => {
    expect(responseWeights(plain(change), AREA)).toMatchObject({ status: 'not-estimable', reason });
  });

  test('keep the groups where one, first or last, did not answer at all: it is joined with its neighbour', () => {
    for (const silent of ['A', 'D']) {
      const groups = plain((i) => {
        const group = 'ABCD'[(i >> 2) % 4]!;
        return group === silent ? { group, status: 'unknown' } : { group };
      });
      expect(weightsOf(groups).groups).toBe(true);
    }
  });

  test('do without the groups where these with the covariates tell who answered', () => {
    // In each group the answer goes by a limit of z, over all groups it does not.
    const limits = plain((i) => {
      const group = 'ABCD'[i % 4]!;
      const z = (i * 5) % 36;
      return {
        group,
        covariates: { z },
        status: z < 8 * (i % 4) + 6 ? 'unknown' : i % 2 ? 'user' : 'non-user',
      };
    });
    const weighting = responseWeights(limits, AREA);
    expect(weighting).toMatchObject({ status: 'ok', groups: false });
  });

  test('stand as a reason in the cells, beside bounds that need no covariates', async () => {
    const { ipw, bounds } = (await nonResponse(plain(() => ({ covariates: {} })))).totalt!;
    expect(ipw).toEqual({ reason: 'no-covariates' });
    expect(bounds).toMatchObject({ unknown: 12 });
  });
});

describe('bounds for units of unknown status', () => {
  const small = { ...spec, users: { ...spec.users, minimumGroup: 2 } };
  const value = fc.integer({ min: 0, max: 10 }).map((v) => 10 * v);
  const unit = fc.record({
    status: fc.constantFrom<UserStatus>('user', 'non-user', 'unknown', 'unknown', 'other'),
    y: fc.tuple(value, fc.option(value)),
  });
  const sure = fc.record({ y: fc.tuple(value, value) });

  test('hold the difference of every completion, and their ends are those of one', async () => {
    const property = fc.asyncProperty(
      fc.array(unit, { minLength: 1, maxLength: 6 }),
      fc.array(sure, { minLength: 4, maxLength: 4 }),
      async (some, rest) => {
        const units = [
          ...rest.map(({ y }, i) => ({ y, status: i % 2 ? ('user' as const) : ('non-user' as const) })),
          ...some,
        ].map((u, i) => ({ id: `k${i}`, ...u }));
        // All there in the last year: who is gone then was not asked.
        const panel = panelOf(units.map((u) => ({ ...u, y: [u.y[1], u.y[0]] })));
        for (const [key, { bounds }] of Object.entries(await nonResponse(panel, small))) {
          if ('reason' in bounds) throw new Error(bounds.reason);
          const differences = completions(units).map((completed) => difference(completed, key));
          expect(bounds.low).toBeCloseTo(Math.min(...differences), 9);
          expect(bounds.high).toBeCloseTo(Math.max(...differences), 9);
          expect(bounds.includesZero).toBe(bounds.low <= 0 && bounds.high >= 0);
        }
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });

  type Known = { status: UserStatus; y: readonly [number, number | null] };

  function completions(units: readonly Known[]): Known[][] {
    return units.reduce<Known[][]>(
      (all, u) =>
        u.status === 'unknown'
          ? all.flatMap((list) => [
              [...list, { ...u, status: 'user' }],
              [...list, { ...u, status: 'non-user' }],
            ])
          : all.map((list) => [...list, u]),
      [[]],
    );
  }

  /** Mean of users minus that of non-users, of each unit's outcome in the column; `y` is last year, then first. */
  function difference(units: readonly Known[], key: string): number {
    const outcomeIn = ([last, first]: readonly [number, number | null]) => {
      if (key === '2017') return last;
      if (key === '2016') return first;
      if (key === 'totalt') return first === null ? last : (first + last) / 2;
      return first === null ? null : last - first;
    };
    const meanOf = (status: UserStatus) => {
      const y = units.filter((u) => u.status === status).flatMap((u) => outcomeIn(u.y) ?? []);
      return y.reduce((a, b) => a + b, 0) / y.length;
    };
    return meanOf('user') - meanOf('non-user');
  }

  test('leave out units that were gone when the survey was made, and those without an outcome', async () => {
    const both = ['user', 'non-user'] as const;
    const known = Array.from({ length: 6 }, (_, i): SmallUnit => ({
      id: `k${i}`,
      status: both[i % 2]!,
      y: [i, i * i],
    }));
    const panel = panelOf([
      ...known,
      { id: 'gone', status: 'unknown', y: [90, null] },
      { id: 'new', status: 'unknown', y: [null, 80] },
      { id: 'here', status: 'unknown', y: [70, 60] },
    ]);
    const found = await nonResponse(panel, small);
    const unknown = (key: string) => (found[key]!.bounds as { unknown: number }).unknown;
    expect(['totalt', '2016', '2017', 'diff2017-2016'].map(unknown)).toEqual([2, 1, 2, 1]);
  });

  test('collapse to the difference itself where every status is known', async () => {
    const both = ['user', 'non-user'] as const;
    const panel = panelOf(
      Array.from({ length: 16 }, (_, i) => ({ id: `k${i}`, status: both[i % 2]!, y: [i, (i * 5) % 9] })),
    );
    const cell = column(estimated(panel, spec), 'totalt');
    const { low, high, observed, unknown } = (await nonResponse(panel)).totalt!.bounds as Extract<
      NonResponse['bounds'],
      { low: number }
    >;
    expect([low, high, observed]).toEqual([low, low, low]);
    expect(low).toBeCloseTo(cell.estimate!, 10);
    expect(unknown).toBe(0);
  });
});

describe('units that answered, but neither', () => {
  const statuses = ['user', 'non-user', 'other', 'unknown'] as const;
  const panel = panelOf(
    Array.from({ length: 40 }, (_, i) => ({
      id: `k${i}`,
      status: statuses[i % 4]!,
      covariates: { z: (i * 7) % 11 },
      y: [(i * 13) % 17, (i * 11) % 23],
    })),
  );

  test('give what the table gives under the specification that counts them so', async () => {
    const found = await nonResponse(panel);
    expect(Object.keys(found)).toHaveLength(4);
    for (const other of ['users', 'non-users'] as const)
      for (const e of estimated(panel, withValue(spec, 'users.other', other))) {
        const { estimate, p, mark, n } = e;
        expect(found[e.column!]!.other[other]).toEqual({ estimate, p, mark, n });
        expect(n).toBe(e.column === 'totalt' ? 60 : 30);
      }
  });

  test('are drawn and weighted with the group that the specification puts them in', async () => {
    const asUsers = withValue(spec, 'users.other', 'users');
    const permuted: Specification = {
      ...asUsers,
      inference: { ...asUsers.inference, randomization: { permutations: 99, strata: null } },
    };
    const recoded = panelOf(
      panel.units.map((u, i) => ({
        id: u.id,
        status: statuses[i % 4] === 'other' ? ('user' as const) : statuses[i % 4]!,
        covariates: u.covariates,
        y: [(i * 13) % 17, (i * 11) % 23],
      })),
    );
    const run = (p: Panel, s: Specification) => infer(estimated(p, s), inThisThread(p), { spec: s });
    const [one, other] = [await run(panel, permuted), await run(recoded, permuted)];
    expect(column(one, 'totalt').extra.pRandomization).toBe(column(other, 'totalt').extra.pRandomization);
    const parts = ({ ipw, bounds }: NonResponse) => ({ ipw, bounds });
    expect(parts(column(one, 'totalt').extra.nonResponse as NonResponse)).toEqual(
      parts(column(other, 'totalt').extra.nonResponse as NonResponse),
    );
  });

  test('are refused with the reason where a group is then too small', async () => {
    const few: Specification = { ...spec, users: { ...spec.users, minimumGroup: 15, other: 'users' } };
    // 10 users, 20 non-users and 10 others.
    const status = (i: number) => (['user', 'non-user', 'other', 'non-user'] as const)[i % 4]!;
    const y = (i: number) => [(i * 13) % 17, (i * 11) % 23];
    const units = Array.from({ length: 40 }, (_, i) => ({ id: `k${i}`, status: status(i), y: y(i) }));
    const { other } = (await nonResponse(panelOf(units), few)).totalt!;
    expect(other).toMatchObject({ users: { n: 80 }, 'non-users': { reason: 'too-few-users' } });
  });
});
