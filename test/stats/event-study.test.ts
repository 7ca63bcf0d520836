import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  deriveSeed,
  differences,
  eventSample,
  type EventSample,
  type EventStudyInput,
  firstDifferences,
  leadsAndLags,
  type LeadsAndLags,
  type NotEstimable,
  ols,
  sunAbraham,
  type SunAbraham,
  treatedRows,
  twoWay,
} from '../../analysis/stats/index.js';
import { expectClose, notFinite } from './tolerance.js';

function ok<T extends { status: 'ok' }>(result: T | NotEstimable): T {
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
}

/** A balanced panel; `cohortOf` gives the first treated period of a unit, `effect` what treatment adds. */
function panelOf(
  { units, first, last, seed, noise = 1 }: { units: number; first: number; last: number; seed: number; noise?: number }, // prettier-ignore
  cohortOf: (unit: number) => number,
  effect: (cohort: number, eventTime: number) => number,
): EventStudyInput {
  const rng = createRng(deriveSeed(seed, 'event-study'));
  const rows = Array.from({ length: units }, (_, unit) => {
    const level = 10 * rng.normal();
    return Array.from({ length: last - first + 1 }, (_, t) => {
      const cohort = cohortOf(unit);
      const time = first + t - cohort;
      const y = level + 2 * t + (time >= 0 ? effect(cohort, time) : 0) + noise * rng.normal();
      return { unit, period: first + t, cohort, y };
    });
  }).flat();
  const column = (key: 'unit' | 'period' | 'cohort' | 'y') => rows.map((row) => row[key]);
  return { y: column('y'), unit: column('unit'), period: column('period'), cohort: column('cohort') };
}

function both(input: EventStudyInput) {
  const sample = ok<EventSample>(eventSample(input));
  const robust = ok<SunAbraham>(sunAbraham(sample, { leads: 3 }));
  const plain = ok<LeadsAndLags>(leadsAndLags(sample, robust, { leads: 3 }));
  return { sample, robust, plain };
}

const staggered = (unit: number): number => [2012, 2015, Infinity][unit % 3]!;
const years = { units: 120, first: 2010, last: 2019 };

describe('Sun and Abraham under effects that differ', () => {
  // The early cohort's effect grows without end, the late one's is small: every true effect is positive.
  const effect = (cohort: number, time: number) => (cohort === 2012 ? 4 * (time + 1) : 1);
  const runs = Array.from(
    { length: 40 },
    (_, seed) =>
    both(panelOf({ ...years, seed, noise: 3 }, (unit) => [2012, 2015, Infinity][unit % 20 === 0 ? 2 : unit % 2]!, effect)), // prettier-ignore
  );
  const truthAt = (time: number, { cells }: SunAbraham) => {
    const here = cells.filter((c) => c.eventTime === time);
    const rows = here.reduce((sum, c) => sum + c.rows, 0);
    return here.reduce((sum, c) => sum + (c.rows / rows) * effect(c.cohort, time), 0);
  };

  test('every true effect is positive: the static coefficient is negative, the robust ATT covers the truth', () => {
    const added = (cohort: number, time: number) => (cohort === 2012 ? 5 * (time + 1) : 0.5);
    // Few are never treated, so that the early cohort, already treated, serves as control of the late one.
    const cohortOf = (u: number) => (u % 12 === 0 ? Infinity : u % 5 === 0 ? 2012 : 2015);
    let covered = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { sample, robust, plain } = both(panelOf({ ...years, units: 144, seed }, cohortOf, added));
      const { y, unit, period, cohorts, cohort, eventTime } = sample;
      const treated = treatedRows(sample);
      const fit = ok(twoWay({ y, x: [{ name: 'treated', values: treated }], unit, period }));
      const rows = [...treated.keys()].filter((i) => treated[i] === 1);
      const effects = rows.map((i) => added(cohorts[cohort[i]!]!, eventTime[i]!));
      const truth = effects.reduce((a, b) => a + b, 0) / effects.length;
      const { ciLow, ciHigh } = robust.att!;
      if (ciLow <= truth && truth <= ciHigh) covered++;
      expect(Math.min(...effects, ciLow)).toBeGreaterThan(0);
      expect(fit.coefficients[0]).toBeLessThan(-0.5);
      expect((plain.staticWeights as { negativeSum: number }).negativeSum).toBeLessThan(-0.1);
    }
    expect(covered).toBeGreaterThanOrEqual(34);
  });

  test('the intervals cover the truth about as often as they say, where leads and lags do not', () => {
    const covered = { robust: 0, plain: 0, all: 0 };
    for (const { robust, plain } of runs)
      for (const [j, e] of robust.effects.entries()) {
        const truth = e.eventTime < 0 ? 0 : truthAt(e.eventTime, robust);
        const p = plain.effects[j]!;
        covered.all++;
        if (e.ciLow <= truth && truth <= e.ciHigh) covered.robust++;
        if (p.ciLow <= truth && truth <= p.ciHigh) covered.plain++;
      }
    expect(covered.robust / covered.all).toBeGreaterThan(0.85);
    expect(covered.plain / covered.all).toBeLessThan(0.6);
  });

  test('leads without an effect look like one in leads and lags, and do not here', () => {
    const rejected = (which: 'robust' | 'plain') =>
      runs.filter((run) => run[which].leads.status === 'ok' && (run[which].leads as { p: number }).p < 0.05)
        .length;
    expect(rejected('robust')).toBeLessThan(12);
    expect(rejected('plain')).toBeGreaterThan(30);
  });
});

describe('what the estimators must agree on', () => {
  test('one cohort: Sun and Abraham is the plain event study, and nothing is foreign in it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2011, max: 2014 }), (seed, adoption) => {
        const { robust, plain } = both(
          panelOf({ units: 20, first: 2010, last: 2015, seed }, (u) => (u % 2 ? adoption : Infinity), () => 3), // prettier-ignore
        );
        robust.effects.forEach((e, j) => {
          const p = plain.effects[j]!;
          expect(Math.abs(e.estimate - p.estimate)).toBeLessThan(1e-10);
          expectClose(p.se, e.se, 'se', 1e-9);
          expect(p.foreignWeight).toBeLessThan(1e-12);
        });
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('a balanced panel with never-treated units: every cell is the difference in differences of four means', () => {
    const input = panelOf({ ...years, units: 30, seed: 3 }, staggered, (g, l) => g - 2010 + l);
    const { robust } = both(input);
    const mean = (cohort: number, period: number) => {
      const here = Array.from(input.y as number[]).filter(
        (_, i) => input.cohort[i] === cohort && input.period[i] === period,
      );
      return here.reduce((a, b) => a + b, 0) / here.length;
    };
    expect(robust.cells).toHaveLength(18);
    for (const { cohort, eventTime, estimate } of robust.cells) {
      // Callaway & Sant'Anna (2021), ATT(g, t) with never-treated controls and no covariates.
      const change = (g: number) => mean(g, cohort + eventTime) - mean(g, cohort - 1);
      expect(estimate).toBeCloseTo(change(cohort) - change(Infinity), 10);
    }
  });

  test('the ATT is the mean of the effects after treatment by rows, and the shares sum to 1', () => {
    const { robust } = both(panelOf({ ...years, seed: 4 }, staggered, () => 2));
    const after = robust.effects.filter((e) => e.eventTime >= 0);
    const rows = after.reduce((sum, e) => sum + e.rows, 0);
    expect(robust.att!.rows).toBe(rows);
    expect(robust.att!.estimate).toBeCloseTo(
      after.reduce((s, e) => s + (e.estimate * e.rows) / rows, 0),
      12,
    );
    for (const e of robust.effects) expect(e.cohorts.reduce((sum, c) => sum + c.share, 0)).toBeCloseTo(1, 12);
  });

  test('a coefficient of leads and lags is its own part and the foreign one', () => {
    const { robust, plain } = both(panelOf({ ...years, seed: 5 }, staggered, (g, l) => (g - 2011) * l));
    expect(Math.max(...plain.effects.map((e) => e.foreignWeight))).toBeGreaterThan(0.1);
    // Weights at other event times sum to 0, so a foreign part needs cohorts that differ.
    const same = both(panelOf({ ...years, seed: 5, noise: 1e-9 }, staggered, (_, l) => 3 + l));
    for (const e of same.plain.effects) expect(Math.abs(e.foreignPart)).toBeLessThan(1e-6);
    expect(notFinite({ robust, plain })).toEqual([]);
  });

  test('neither the order of the rows nor a level of the outcome changes anything', () => {
    const input = panelOf({ ...years, units: 24, seed: 6 }, staggered, () => 1);
    const turned = (column: { readonly length: number; readonly [i: number]: number }) =>
      Array.from({ length: column.length }, (_, i) => column[column.length - 1 - i]!);
    const { robust } = both(input);
    const other = both({
      y: turned(input.y).map((v) => v + 1000),
      unit: turned(input.unit),
      period: turned(input.period),
      cohort: turned(input.cohort),
    }).robust;
    robust.effects.forEach((e, j) => {
      expect(other.effects[j]!.estimate).toBeCloseTo(e.estimate, 9);
      expect(other.effects[j]!.se).toBeCloseTo(e.se, 9);
    });
  });
});

test('small cohorts make tests find effects where there are none, and larger ones hardly do', () => {
  const rejections = (size: number): number => {
    let found = 0;
    for (let seed = 0; seed < 200; seed++) {
      const cohortOf = (u: number) => [2018, 2019, 2020][Math.floor(u / size)] ?? Infinity;
      const input = panelOf({ units: 3 * size + 60, first: 2016, last: 2020, seed }, cohortOf, () => 0);
      const { att } = ok<SunAbraham>(sunAbraham(ok<EventSample>(eventSample(input)), { leads: 3 }));
      if (att!.p < 0.05) found++;
    }
    return found / 200;
  };
  expect(rejections(1)).toBeGreaterThan(0.6);
  expect(rejections(2)).toBeGreaterThan(0.15);
  expect(rejections(12)).toBeLessThan(0.12);
});

describe('an event sample', () => {
  const of = (cohorts: (unit: number) => number, keep: (unit: number, year: number) => boolean = () => true) => {
    const all = panelOf({ units: 12, first: 2016, last: 2020, seed: 8 }, cohorts, () => 1);
    const rows = Array.from(all.y as number[]).flatMap((_, i) => (keep(all.unit[i]!, all.period[i]!) ? [i] : []));
    const take = (column: { readonly [i: number]: number }) => rows.map((i) => column[i]!);
    return eventSample({ y: take(all.y), unit: take(all.unit), period: take(all.period), cohort: take(all.cohort) });
  }; // prettier-ignore

  test.each([
    ['nobody-treated', () => Infinity],
    ['nobody-treated', () => 2021],
    ['no-pre-period', (u: number) => (u % 2 ? 2016 : Infinity)],
    ['no-pre-period', (u: number) => (u % 2 ? 2010 : Infinity)],
    ['one-adoption-period', () => 2018],
    ['one-adoption-period', (u: number) => (u % 2 ? 2016 : 2018)],
  ])('is refused with %s', (reason, cohorts) => {
    expect(of(cohorts)).toMatchObject({ status: 'not-estimable', reason });
  });

  test('is refused where the treated have no value in the period before, or the data no row', () => {
    const holes = of((u) => (u % 2 ? 2018 : Infinity), (u, year) => !(u % 2 && year === 2017)); // prettier-ignore
    expect(holes).toMatchObject({ reason: 'no-pre-period' });
    expect(eventSample({ y: [], unit: [], period: [], cohort: [] })).toMatchObject({
      reason: 'no-observations',
    });
  });

  test('takes the last cohort as control where nobody is never treated, before its treatment', () => {
    const sample = ok<EventSample>(of((u) => [2018, 2020][u % 2]!));
    expect(sample).toMatchObject({
      control: 'last-treated',
      cohorts: [2018],
      units: { treated: 6, control: 6 },
    });
    expect(Math.max(...sample.period)).toBe(2019);
    expect(sample.dropped['after-last-adoption']).toBe(12);
  });

  test('leaves cohorts out that are smaller than asked for, also the last one as a control', () => {
    const all = panelOf({ units: 16, first: 2016, last: 2020, seed: 2 }, (u) => (u < 2 ? 2020 : u < 9 ? 2019 : 2018), () => 1); // prettier-ignore
    const sample = ok<EventSample>(eventSample({ ...all, minimumCohort: 3 }));
    expect(sample).toMatchObject({
      control: 'last-treated',
      cohorts: [2018],
      units: { treated: 7, control: 7 },
    });
    expect(sample.dropped).toMatchObject({ 'small-cohort': 10, 'after-last-adoption': 28 });
    expect(eventSample({ ...all, minimumCohort: 8 })).toMatchObject({ reason: 'too-few-treated' });
    expect(ok<EventSample>(eventSample(all)).dropped['small-cohort']).toBe(0);
  });

  test('takes units treated after the last period as controls', () => {
    const sample = ok<EventSample>(of((u) => [2018, 2031][u % 2]!));
    expect(sample).toMatchObject({ control: 'never-treated', units: { treated: 6, control: 6 } });
    expect(sample.rows).toHaveLength(60);
  });

  test('controls whose years do not hang together are no controls', () => {
    // Half of the controls answered to 2017, the others from 2018 on: their years cannot be compared.
    const sample = ok<EventSample>(
      of((u) => (u < 6 ? 2018 : Infinity), (u, year) => u < 6 || (u < 9 ? year < 2018 : year >= 2018)), // prettier-ignore
    );
    expect(sunAbraham(sample, { leads: 3 })).toMatchObject({ reason: 'collinear-regressor' });
  });

  test('an outcome without noise has no test', () => {
    const exact = panelOf({ units: 12, first: 2016, last: 2020, seed: 1, noise: 0 }, (u) => (u % 2 ? 2018 : Infinity), () => 1); // prettier-ignore
    const sample = ok<EventSample>(eventSample({ ...exact, y: (exact.y as number[]).map(Math.round) }));
    expect(sunAbraham(sample, { leads: 3 }).status).toBe('not-estimable');
    const flat = ok<EventSample>(eventSample({ ...exact, y: (exact.y as number[]).map(() => 5) }));
    expect(sunAbraham(flat, { leads: 3 })).toMatchObject({ reason: 'constant-outcome' });
  });

  test.each([
    [{ period: [2016.5] }, 'a period is a whole number'],
    [{ cohort: [NaN] }, 'a cohort is a whole number or Infinity'],
    [{ unit: [0, 1] }, 'unit: 2 rows, 1 in y'],
  ])('throws for an error of the caller: %o', (change, message) => {
    const input = { y: [1], unit: [0], period: [2016], cohort: [2017], ...change };
    expect(() => eventSample(input)).toThrow(message);
  });
});

describe('first differences', () => {
  test('take the period before of the same unit, and no gap', () => {
    const found = differences({
      y: [5, 7, 4, 10],
      x: [{ name: 'x', values: [0, 1, 1, 0] }],
      unit: [0, 0, 1, 0],
      period: [2016, 2017, 2017, 2019],
    });
    expect(found).toMatchObject({ rows: Int32Array.of(1), y: Float64Array.of(2), lost: 3 });
    expect(found.x[0]!.values).toEqual(Float64Array.of(1));
  });

  test('two periods: the same as two-way fixed effects', () => {
    const input = panelOf({ units: 30, first: 2016, last: 2017, seed: 9 }, (u) => (u % 3 ? 2017 : Infinity), () => 2); // prettier-ignore
    const values = (input.cohort as number[]).map((g, i) => (input.period[i]! >= g ? 1 : 0));
    const model = { y: input.y, x: [{ name: 'treated', values }], unit: input.unit, period: input.period };
    const change = ok(firstDifferences(model));
    expect(change.coefficients[0]).toBeCloseTo(ok(twoWay(model)).coefficients[0]!, 10);
  });

  test('are refused where no unit has two periods in a row, and throw for two rows of one', () => {
    const x = [{ name: 'x', values: [0, 1] }];
    expect(firstDifferences({ y: [1, 2], x, unit: [0, 0], period: [2016, 2018] })).toMatchObject({
      reason: 'no-observations',
    });
    expect(() => differences({ y: [1, 2], x, unit: [3, 3], period: [2016, 2016] })).toThrow(
      'unit 3 has two rows of period 2016',
    );
  });
});

test('two-way fixed effects are least squares with dummies', () => {
  const input = panelOf({ units: 8, first: 2016, last: 2019, seed: 10 }, (u) => [2017, 2018, Infinity][u % 3]!, () => 1); // prettier-ignore
  const x = { name: 'x', values: (input.y as number[]).map((v, i) => Math.sin(v * 7 + i)) };
  const dummies = (column: readonly number[], name: string) =>
    [...new Set(column)].slice(1).map((level) => ({
      name: `${name}${level}`,
      values: column.map((v) => (v === level ? 1 : 0)),
    }));
  const long = ok(
    ols({ y: input.y, x: [x, ...dummies(input.unit as number[], 'u'), ...dummies(input.period as number[], 't')] }), // prettier-ignore
  );
  const short = ok(twoWay({ y: input.y, x: [x], unit: input.unit, period: input.period }));
  expect(short.coefficients[0]).toBeCloseTo(long.coefficients[1]!, 10);
  expect(short.k).toBe(long.k);
});
