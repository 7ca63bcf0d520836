import { describe, expect, test } from 'vitest';
import { withValue } from '../../analysis/assumptions.js';
import type { Estimate } from '../../analysis/estimate.js';
import { inThisThread } from '../../analysis/inference/pool.js';
import { infer, inferCell } from '../../analysis/inference/run.js';
import { anova } from '../../analysis/models/anova.js';
import { peers } from '../../analysis/models/peers.js';
import { users } from '../../analysis/models/users.js';
import { outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification, type Specification } from '../../analysis/specification.js';
import { dataFolder } from '../fixtures/data-folder.js';

const AREA = 'skola';
const UNITS = 48;

/** Pseudo-random numbers that never change: this is about what is done with them. */
const noise = (i: number) => (((i + 1) * 7919) % 1009) / 100.9;

/** A panel of one share indicator with nothing to find but what `effect` adds to users, two thirds of the units. */
function panelWith(effect: number) {
  const id = (i: number) => `${'ABCDEF'[i % 6]}${i}`;
  const ids = Array.from({ length: UNITS }, (_, i) => id(i));
  const isUser = (i: number) => i % 3 !== 0;
  return buildPanel(
    dataFolder({
      units: ids.map((unit) => ({ id: unit, groups: { lan: unit[0]!, kommungrupp: unit[0]! } })),
      indicators: [{ id: 'x', area: AREA, type: 'share' }],
      answers: ids.flatMap((unit, i) =>
        [0, 1, 2].map((t): [string, number, string, number] => [
          unit,
          2016 + t,
          'x',
          50 + noise(3 * i + t) + noise(i) + (isUser(i) ? effect : 0),
        ]),
      ),
      users: { [AREA]: Object.fromEntries(ids.map((unit, i) => [unit, isUser(i) ? 'user' : 'non-user'])) },
    }),
  );
}

const outcomeOf = (panel: ReturnType<typeof panelWith>) => outcomeById(panel, defaultSpecification, 'x');
const asking = (fields: Partial<Specification['inference']>): Specification => ({
  ...defaultSpecification,
  inference: { ...defaultSpecification.inference, ...fields },
});
const column = (estimates: readonly Estimate[], key: string) => estimates.find((e) => e.column === key)!;

describe('the wild cluster bootstrap', () => {
  const panel = panelWith(0);
  const asked = asking({ bootstrap: { draws: 399, weights: 'webb' } });
  const level = async (spec: Specification) => {
    const estimates = peers(panel, [outcomeOf(panel)], spec, ['lan']);
    return column(await infer(estimates, inThisThread(panel), { spec }), 'niva:alla:t-1');
  };

  test('stands beside the clustered p where the specification asks for draws, the same for the same seed', async () => {
    const e = await level(asked);
    expect(e.extra.bootstrap).toMatchObject({
      draws: 399,
      weights: 'webb',
      clusters: UNITS,
      smallestCluster: 2,
      largestCluster: 2,
    });
    const b = e.extra.bootstrap as { p: number; ciLow: number; ciHigh: number; minimumDetectable: number };
    expect(b.p).toBeGreaterThan(0);
    expect(b.ciLow).toBeLessThan(e.estimate!);
    expect(b.ciHigh).toBeGreaterThan(e.estimate!);
    expect(b.p < 0.05).toBe(b.ciLow > 0 || b.ciHigh < 0);
    expect(b.minimumDetectable / (e.extra.minimumDetectable as number)).toBeCloseTo(1, 0);
    expect(await level(asked)).toEqual(e);
  });

  test('is not there unless asked for, nor beside a robust standard error', async () => {
    expect((await level(defaultSpecification)).extra.bootstrap).toBeUndefined();
    expect((await level(withValue(asked, 'peers.covariance', 'HC1'))).extra.bootstrap).toBeUndefined();
  });
});

describe('randomization of who is a user', () => {
  const spec = asking({ randomization: { permutations: 199, strata: null } });
  const inferred = async (effect: number, s = spec) => {
    const panel = panelWith(effect);
    return infer(users(panel, [outcomeOf(panel)], s), inThisThread(panel), { spec: s });
  };

  test('finds a difference that is there, and not one that is not', async () => {
    expect(column(await inferred(8), 'totalt').extra.pRandomization).toBeLessThan(0.02);
    expect(column(await inferred(0), 'totalt').extra.pRandomization).toBeGreaterThan(0.05);
  });

  test('gives one joint test per question of what the whole table shows', async () => {
    const joint = (await inferred(8)).filter((e) => e.model === 'joint');
    expect(joint.map((e) => e.term)).toEqual(['permuted-marks', 'permuted-positive', 'permuted-mean-t']);
    // Pooled, three years, and a change over which the users' advantage does not move.
    expect(joint[0]!.estimate).toBeGreaterThanOrEqual(4);
    expect(joint[0]!.p).toBeLessThan(0.05);
    expect(joint[0]!.extra.mean).toBeLessThan(2);
    expect(joint[2]!.p).toBeLessThan(0.02);
    const none = (await inferred(0)).filter((e) => e.model === 'joint');
    expect(none[2]!.p).toBeGreaterThan(0.05);
  });

  test('keeps the number of users in each group where it is asked to stay within groups', async () => {
    const { userShuffles } = await import('../../analysis/inference/randomize.js');
    const panel = panelWith(0);
    const groups = panel.groupings.get('lan')!.codes;
    const usersIn = (isUser: (u: number) => boolean) =>
      Array.from({ length: 6 }, (_, g) => panel.units.filter((__, u) => groups[u] === g && isUser(u)).length);
    const own = usersIn((u) => panel.userStatus.get(AREA)![u] === 0);
    const strata = asking({ randomization: { permutations: 50, strata: 'lan' } });
    for (const shuffle of userShuffles(panel, AREA, strata))
      expect(usersIn((u) => shuffle[u] === 1)).toEqual(own);
    const anywhere = userShuffles(panel, AREA, spec).map((shuffle) =>
      usersIn((u) => shuffle[u] === 1).join(),
    );
    expect(new Set(anywhere).size).toBeGreaterThan(10);
  });
});

describe('Romano-Wolf over resampled units', () => {
  const panel = panelWith(8);
  const spec = asking({ resamples: 199 });
  const estimates = [
    ...users(panel, [outcomeOf(panel)], spec),
    ...anova(panel, [outcomeOf(panel)], spec, ['lan']),
  ];

  test('adjusts upwards from what one test alone would say, and keeps what is there', async () => {
    const inferred = await infer(estimates, inThisThread(panel), { spec });
    const cells = inferred.filter((e) => e.model === 'users');
    for (const e of cells) expect(e.extra.pRomanoWolf).toBeGreaterThanOrEqual(1 / 200);
    expect(column(cells, 'totalt').extra.pRomanoWolf).toBeLessThan(0.05);
    expect(column(cells, 'diff2018-2016').extra.pRomanoWolf).toBeGreaterThan(0.1);
  });

  test('takes a wider family where the specification declares one', async () => {
    const all = withValue(spec, 'multiplicity', { family: 'all' });
    const wide = await infer(estimates, inThisThread(panel), { spec: all });
    const narrow = await infer(estimates, inThisThread(panel), { spec });
    const p = (list: readonly Estimate[]) =>
      list.map((e) => (e.extra.pRomanoWolf as number | undefined) ?? 0);
    p(wide).forEach((value, i) => expect(value).toBeGreaterThanOrEqual(p(narrow)[i]! - 1e-12));
  });

  test('is the same for a cell alone as among all', async () => {
    const everything = asking({
      resamples: 99,
      randomization: { permutations: 99, strata: null },
      bootstrap: { draws: 99, weights: 'rademacher' },
    });
    const all = await infer(estimates, inThisThread(panel), { spec: everything });
    const one = inferCell(panel, estimates, column(estimates, 'totalt').id, { spec: everything });
    expect(one.estimate).toEqual(column(all, 'totalt'));
    expect(one.joint).toEqual(all.filter((e) => e.model === 'joint' && e.table === 'users:skola'));
  });

  test('counts the marks that chance alone gives', async () => {
    const inferred = await infer(estimates, inThisThread(panel), { spec });
    const marks = inferred.find((e) => e.id === 'joint/users:skola/resampled-marks')!;
    expect(marks.estimate).toBe(estimates.filter((e) => e.model === 'users' && e.mark !== '').length);
    expect(marks.extra.mean).toBeGreaterThan(0);
    expect(marks.extra.mean).toBeLessThan(2);
  });
});
