import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { linkOf, type LinkRival } from '../../analysis/inference/link.js';
import { inThisThread } from '../../analysis/inference/pool.js';
import { infer } from '../../analysis/inference/run.js';
import { estimateCell, type RegressionCell } from '../../analysis/models/cell.js';
import { peers } from '../../analysis/models/peers.js';
import type { RegressionDesign } from '../../analysis/models/regression.js';
import { users } from '../../analysis/models/users.js';
import { outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification, type Specification } from '../../analysis/specification.js';
import {
  logit,
  marginalEffect,
  orderedLogit,
  orderedMarginalEffects,
  type Vcov,
} from '../../analysis/stats/index.js';
import { dataFolder } from '../fixtures/data-folder.js';
import { expectClose, notFinite } from '../stats/tolerance.js';

const YEARS = [2016, 2017, 2018, 2019];
/** Unit, year (0 = 2016), outcome, regressor. */
type Row = readonly [unit: number, year: number, y: number, x: number];
interface Change {
  readonly unit?: string;
  readonly outcome?: 'level' | 'improvement' | 'change' | 'mean';
  readonly vcov?: Vcov;
  readonly design?: Partial<RegressionDesign>;
}

function cellOf(data: readonly Row[], { unit = 'procent', outcome = 'level', vcov, design }: Change = {}) {
  const rows = {
    n: data.length,
    unit: Int32Array.from(data, (r) => r[0]),
    year: Int32Array.from(data, (r) => r[1]),
    y: Float64Array.from(data, (r) => r[2]),
    x: Float64Array.from(data, (r) => r[3]),
    units: new Set(data.map((r) => r[0])).size,
    dropped: {},
  };
  return {
    kind: 'regression',
    head: { id: 'c', model: 'users', outcome, extra: { unit } },
    rows,
    design: {
      term: 'user',
      yearEffects: true,
      vcov: vcov ?? { kind: 'cluster', by: [{ name: 'unit', codes: rows.unit }] },
      spec: defaultSpecification,
      ...design,
    },
  } satisfies RegressionCell;
}
const link = (data: readonly Row[], change?: Change) => linkOf(cellOf(data, change), YEARS);

/** Ten units in three years, the first four users; no year and no group in which all answer alike. */
const panelOf = (answers: readonly string[], factor: number): readonly Row[] =>
  answers.flatMap((year, t) =>
    Array.from(year, (answer, unit): Row => [unit, t, factor * Number(answer), unit < 4 ? 1 : 0]),
  );
const panelRows = panelOf(['1011010010', '1101001011', '0110110000'], 100);
const scoreRows = panelOf(['0120112021', '2101220011', '1220010210'], 1);
const column = (data: readonly Row[], j: 0 | 1 | 2 | 3) => Float64Array.from(data, (r) => r[j]);
const directly = (data: readonly Row[]) => ({
  x: [{ name: 'user', values: column(data, 3) }],
  effects: [{ name: 'year', codes: column(data, 1) }],
});

describe('the logit beside a linear cell', () => {
  // Of twelve users nine say yes, of twelve others three.
  const twoGroups = Array.from({ length: 24 }, (_, i): Row => [
    i,
    0,
    i % 12 < (i < 12 ? 9 : 3) ? 100 : 0,
    i < 12 ? 1 : 0,
  ]);
  const oneYear = { yearEffects: false };

  test('of one year and two groups is their difference in percentage points, as the linear cell has it', () => {
    const change: Change = { vcov: { kind: 'iid' }, design: oneYear };
    const rival = link(twoGroups, change)!;
    expectClose(rival.estimate, 50, '75 % - 25 %', 1e-12);
    expectClose(rival.estimate, estimateCell(cellOf(twoGroups, change)).estimate!, 'linear', 1e-12);
    const se = 100 * Math.sqrt(2 * ((0.75 * 0.25) / 12));
    expectClose(rival.se, se, 'of a difference of shares', 1e-12);
    expectClose(rival.statistic, 50 / se, 'z', 1e-12);
    expectClose(rival.ciLow, 50 - 1.959963984540054 * se, 'lower limit', 1e-12);
    expect(rival).toMatchObject({
      kind: 'logit',
      mark: '++',
      n: 24,
      droppedYears: 0,
      status: 'ok',
      reason: null,
    });
    const robust = link(twoGroups, { vcov: { kind: 'HC1' }, design: oneYear })!;
    expectClose(robust.se, se * Math.sqrt(24 / 22), 'HC1', 1e-12);
  });

  test('is the average marginal effect with year dummies, clustered by unit', () => {
    const fit = logit({ y: column(panelRows, 2).map((v) => v / 100), ...directly(panelRows) });
    if (fit.status !== 'ok') throw new Error(fit.reason);
    const by = [{ name: 'unit', codes: column(panelRows, 0) }] as const;
    const effect = marginalEffect(fit, 'user', { kind: 'cluster', by });
    if (effect.status !== 'ok') throw new Error(effect.reason);
    const rival = link(panelRows)!;
    expectClose(rival.estimate, 100 * effect.estimate, 'effect', 1e-12);
    expectClose(rival.se, 100 * effect.se, 'standard error', 1e-12);
    expect(rival.p).toBe(effect.p);
  });

  test('of an outcome of three values is the ordered logit’s effect on the expected score', () => {
    const fit = orderedLogit({ y: column(scoreRows, 2), ...directly(scoreRows) });
    if (fit.status !== 'ok') throw new Error(fit.reason);
    const by = [{ name: 'unit', codes: column(scoreRows, 0) }] as const;
    const effects = orderedMarginalEffects(fit, 'user', { kind: 'cluster', by });
    if (effects.status !== 'ok') throw new Error(effects.reason);
    for (const unit of ['poang-0-2', 'varde']) {
      const rival = link(scoreRows, { unit })!;
      expect(rival.kind).toBe('ordered-logit');
      expectClose(rival.estimate, effects.expected.estimate, 'effect', 1e-12);
      expectClose(rival.se, effects.expected.se, 'standard error', 1e-12);
    }
  });

  test('of a score of which only two values occur is a logit, in points', () => {
    const points = twoGroups.map(([u, t, y, x]): Row => [u, t, y / 50, x]);
    const rival = link(points, { unit: 'poang-0-2', design: oneYear })!;
    expect(rival.kind).toBe('logit');
    expectClose(rival.estimate, 1, '0.5 of two points', 1e-12);
  });

  test('turns its sign with the outcome, also where lower is better', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (yes) => {
        const data = panelRows.map(([u, t, , x], i): Row => [u, t, yes[i] ? 100 : 0, x]);
        const turned = data.map(([u, t, y, x]): Row => [u, t, -y, x]);
        const [a, b] = [link(data), link(turned)];
        expect(b?.status).toBe(a?.status);
        expect(b?.reason).toBe(a?.reason);
        expect(b?.droppedYears).toBe(a?.droppedYears);
        expect(notFinite(a)).toEqual([]);
        if (a?.status !== 'ok') return;
        expect(Math.abs(a.estimate! + b!.estimate!)).toBeLessThan(1e-7);
        expectClose(b!.se, a.se!, 'standard error', 1e-7);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, readonly Row[], Change]>([
    ['a share', panelRows.map(([u, t, y, x]): Row => [u, t, y / (2 + u), x]), {}],
    [
      'a share of two values that are not no and yes',
      panelRows.map(([u, t, y, x]): Row => [u, t, y / 2, x]),
      {},
    ],
    ['a change', panelRows, { outcome: 'change' }],
    ['a count', scoreRows, { unit: 'antal' }],
    ['staffing', panelRows, { unit: 'personal-per-plats', outcome: 'mean' }],
    ['an ordinal of six values', scoreRows.map(([u, t, , x]): Row => [u, t, u % 6, x]), { unit: 'varde' }],
    ['unit effects', panelRows, { design: { unitEffects: true } }],
    ['a control', panelRows, { design: { controls: [{ name: 'z', values: column(panelRows, 0) }] } }],
    ['HC3', panelRows, { vcov: { kind: 'HC3' } }],
    [
      'clusters in two dimensions',
      panelRows,
      {
        vcov: {
          kind: 'cluster',
          by: [0, 1].map((j) => ({ name: `${j}`, codes: column(panelRows, j as 0 | 1) })),
        },
      },
    ],
  ])('is not there for %s', (_, data, change) => {
    expect(link(data, change)).toBeNull();
  });
});

describe('years in which all answer alike', () => {
  test('are left out, counted, and change nothing', () => {
    const yes = Array.from({ length: 10 }, (_, u): Row => [u, 3, 100, u < 4 ? 1 : 0]);
    const no = Array.from({ length: 7 }, (_, u): Row => [u, 4, 0, u < 4 ? 1 : 0]);
    const rival = linkOf(cellOf([...yes, ...panelRows, ...no]), [...YEARS, 2020])!;
    expect(rival).toMatchObject({ droppedYears: 2, n: 30, status: 'ok' });
    expect({ ...rival, droppedYears: 0 }).toEqual(link(panelRows));
  });

  test('of a score are those at its lowest or highest value, again until none is left', () => {
    const year = (t: number, y: number) =>
      Array.from({ length: 10 }, (_, u): Row => [u, t, y, u < 4 ? 1 : 0]);
    const low = panelRows.filter((r) => r[1] < 2).map(([u, t, y, x]): Row => [u, t, y / 100, x]);
    // Without 2019, in which all have 2, the highest is 1, which all have in 2018.
    const rival = link([...low, ...year(2, 1), ...year(3, 2)], { unit: 'poang-0-2' })!;
    expect(rival).toMatchObject({ kind: 'ordered-logit', droppedYears: 2, n: 20, status: 'ok' });
    const inside = link([...scoreRows, ...year(3, 1)], { unit: 'poang-0-2' })!;
    expect(inside).toMatchObject({ droppedYears: 0, n: 40, status: 'ok' });
  });

  test('stay where the design has no year effects', () => {
    const yes = Array.from({ length: 10 }, (_, u): Row => [u, 3, 100, u < 4 ? 1 : 0]);
    const rival = link([...panelRows, ...yes], { design: { yearEffects: false } });
    expect(rival).toMatchObject({ droppedYears: 0, n: 40 });
  });

  test('may be all', () => {
    const alike = panelRows.map(([u, t, , x]): Row => [u, t, t % 2 ? 100 : 0, x]);
    expect(link(alike)).toMatchObject({ droppedYears: 3, n: 0, status: 'not-estimable', estimate: null });
  });
});

describe('separation', () => {
  test('is refused, with the columns, after such years are gone', () => {
    const data = panelRows.map(([u, t, y, x]): Row => [u, t, x === 1 || t === 2 ? 100 : y, x]);
    expect(link(data)).toEqual({
      kind: 'logit',
      n: 20,
      droppedYears: 1,
      estimate: null,
      se: null,
      statistic: null,
      p: null,
      ciLow: null,
      ciHigh: null,
      mark: null,
      status: 'not-estimable',
      reason: 'separation',
      detail: expect.stringMatching(/^quasi-complete: .*user; 8 of 20 rows$/) as string,
    });
  });

  test('names years by the calendar', () => {
    // Users alone answer in 2017, non-users in 2016: the year and the term are one column.
    const data = panelRows
      .filter(([u, t]) => t < 2 && (t === 1) === u < 4)
      .map(([u, t, , x], i): Row => [u, t, t === 1 ? (i % 2) * 100 : u === 5 ? 100 : 0, x]);
    expect(link(data)).toMatchObject({ reason: 'collinear-regressor', detail: 'user' });
    const apart = panelRows.map(([u, t, y, x]): Row => [u, t, t === 1 ? 100 * x : y, x]);
    const both = apart.map(([u, t, y, x]): Row => [u, t, t === 1 ? y : 100 * x, x]);
    expect(link(both)).toMatchObject({ reason: 'separation' });
    expect(link(both)!.detail).toMatch(/^complete: .*year=2016.*user; 30 of 30 rows$/);
  });

  test('HC1 with no more rows than parameters is a reason, not an infinite standard error', () => {
    const three: Row[] = [
      [0, 0, 0, 1],
      [1, 0, 2, 2],
      [2, 0, 1, 5],
    ];
    const rival = link(three, { unit: 'poang-0-2', vcov: { kind: 'HC1' }, design: { yearEffects: false } });
    expect(rival).toMatchObject({ kind: 'ordered-logit', reason: 'too-few-observations', se: null });
  });
});

describe('rivals of a panel', () => {
  const ids = Array.from({ length: 36 }, (_, i) => `${'ABCDEF'[i % 6]}${i}`);
  const noise = (i: number) => ((i + 1) * 7919) % 1009;
  const panel = buildPanel(
    dataFolder({
      units: ids.map((id) => ({ id, groups: { lan: id[0]! } })),
      indicators: [
        { id: 'plan', area: 'skola', type: 'binary' },
        { id: 'andel', area: 'skola', type: 'share' },
      ],
      answers: ids.flatMap((id, i) =>
        [0, 1, 2].flatMap((t): [string, number, string, number][] => [
          [id, 2016 + t, 'plan', noise(3 * i + t) % 2],
          [id, 2016 + t, 'andel', noise(5 * i + t) % 100],
        ]),
      ),
      users: { skola: Object.fromEntries(ids.map((id, i) => [id, i % 3 ? 'user' : 'non-user'])) },
    }),
  );
  const spec: Specification = {
    ...defaultSpecification,
    inference: { ...defaultSpecification.inference, rivals: true },
  };
  const kinds = (estimates: readonly Estimate[]) =>
    Object.fromEntries(
      estimates
        .filter((e) => e.status === 'ok')
        .map((e) => [e.column!, (e.extra['link'] as LinkRival | undefined)?.kind ?? null]),
    );

  test('stand under link, where the outcome takes two values', async () => {
    const run = inThisThread(panel);
    const [plan, share] = ['plan', 'andel'].map((id) => outcomeById(panel, spec, id));
    const user = await infer(users(panel, [plan!, share!], spec), run, { spec });
    expect(kinds(user.filter((e) => e.indicator === 'plan'))).toEqual({
      totalt: 'logit',
      2016: 'logit',
      2017: 'logit',
      2018: 'logit',
      'diff2018-2016': null,
    });
    expect(new Set(Object.values(kinds(user.filter((e) => e.indicator === 'andel'))))).toEqual(
      new Set([null]),
    );
    for (const e of user.filter((u) => u.column === '2016' && u.indicator === 'plan'))
      expectClose((e.extra['link'] as LinkRival).estimate, e.estimate!, 'two groups in one year', 1e-9);
    const peer = kinds(await infer(peers(panel, [share!], spec, ['lan']), run, { spec }));
    expect(peer).toMatchObject({ 'niva:alla:t-1': null, 'forbattring:alla:t-1': 'logit' });
  });
});
