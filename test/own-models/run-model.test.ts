import { describe, expect, test } from 'vitest';
import {
  buildPanel,
  type CellMaker,
  defaultSpecification as spec,
  defineModel,
  demoFolder,
  type MadeCell,
  type Outcome,
  type OwnRecord,
  type Panel,
  readDataFolder,
  runModel,
  stats,
} from './library.js';

const panel: Panel = buildPanel(readDataFolder(demoFolder()));
const indicator = ['eb-extern-samverkan'];

/** One outcome's cells by column, of a model that makes them so. */
function cellsOf(make: (cells: CellMaker, outcome: Outcome) => Iterable<MadeCell | OwnRecord>) {
  const model = defineModel({
    id: 'test',
    title: 'Test',
    *run({ cells, outcomes: [outcome] }) {
      yield* make(cells, outcome!);
    },
  });
  const run = runModel(model, panel, spec, { indicator });
  return Object.fromEntries(run.estimates.map((e) => [e.column!, e]));
}

describe('a model', () => {
  test('has options of the types of its defaults', () => {
    let found: unknown;
    const model = defineModel({
      id: 'typed',
      title: 'Typed',
      defaults: { lag: 1, deep: false, how: 'all' },
      *run({ options, cells, outcomes: [outcome] }) {
        const lag: number = options.lag;
        const deep: boolean = options.deep;
        const how: string = options.how;
        // @ts-expect-error: no such option
        void options.other;
        found = { lag, deep, how };
        yield cells.refuse({ outcome: outcome!, column: 'none', reason: 'no-plan' });
      },
    });
    const { record } = runModel(model, panel, spec, { indicator, set: { lag: 2 } });
    expect(found).toEqual({ lag: 2, deep: false, how: 'all' });
    expect(record).toEqual({
      id: 'typed',
      title: { sv: 'Typed', en: 'Typed' },
      columns: {},
      options: { lag: 2, deep: false, how: 'all' },
      files: [],
    });
    // @ts-expect-error: of another type
    expect(() => runModel(model, panel, spec, { set: { lag: 'two' } })).toThrow(
      'model typed, option lag: found "two"; expected a number, such as 1',
    );
    // @ts-expect-error: no such option
    expect(() => runModel(model, panel, spec, { set: { lagg: 2 } })).toThrow(
      'found an option "lagg"; expected lag, deep, how',
    );
  });

  test.each([
    [{ id: 'Åland', title: 'x', run: () => [] }, 'id: found "Åland"; expected small letters'],
    [{ id: 'users', title: 'x', run: () => [] }, 'id: found "users"; expected a name that is not'],
    [{ id: 'a', title: '', run: () => [] }, 'title: found ""; expected a text'],
    [{ id: 'a', title: { sv: 'x' }, run: () => [] }, 'title: found an object with sv; expected'],
    [{ id: 'a', title: 'x'.repeat(10_000), run: () => [] }, '(10000 characters); expected'],
    [{ id: 'a', title: 'x', columns: { b: 3 }, run: () => [] }, 'columns.b: found 3; expected'],
    [{ id: 'a', title: 'x', defaults: { n: NaN }, run: () => [] }, 'defaults.n: found NaN; expected'],
    [{ id: 'a', title: 'x', defaults: { 'a b': 1 }, run: () => [] }, 'this is none: "a b"'],
    [{ id: 'a', title: 'x' }, 'run: found nothing; expected a generator'],
    [{ id: 'a', title: 'x', run: () => [], extra: 1 }, 'found a field "extra"; expected id, title'],
    [null, 'defineModel: found null; expected an object with id, title'],
  ])('is refused in one sentence: %#', (definition, message) => {
    expect(() => defineModel(definition as never)).toThrow(message);
  });

  test('is not anything else', () => {
    const plain = { id: 'a', title: 'x', run: () => [] };
    expect(() => runModel(plain as never, panel, spec)).toThrow('expected a model: defineModel({ ... })');
  });
});

describe('the rows of a regression', () => {
  test('are left out with the reason of the value that was asked for first, and counted', () => {
    const { lag, own } = cellsOf(function* (cells, outcome) {
      yield cells.regression({ outcome, column: 'lag', row: (r) => ({ x: r.lag(1) }) });
      yield cells.regression({
        outcome,
        column: 'own',
        row: (r) => (r.year === 2017 ? 'not 2017' : r.unit.name < 'M' ? 'constructor' : { x: r.index % 2 }),
      });
    });
    const present = Array.from(panel.present).reduce((n, here) => n + here, 0);
    const total = (e: typeof lag) => e!.n! + Object.values(e!.dropped).reduce((a, b) => a + b, 0);
    expect(total(lag)).toBe(present);
    expect(total(own)).toBe(present);
    expect(lag!.dropped['lag-missing']).toBeGreaterThanOrEqual(panel.units.length - 10);
    expect(own!.dropped['not 2017']).toBeGreaterThan(200);
    expect(own!.dropped['constructor']).toBeGreaterThan(200);
  });

  test('give the same as columns', () => {
    const { rows, columns } = cellsOf(function* (cells, outcome) {
      const given = {
        y: [] as number[],
        x: [] as number[],
        w: [] as number[],
        units: [] as string[],
        years: [] as number[],
      };
      yield cells.regression({
        outcome,
        column: 'rows',
        unitEffects: true,
        covariance: 'cluster:lan',
        row: (r) => {
          const row = { y: r.y, x: r.lag(1), controls: { w: Math.sin(r.index * r.year) } };
          if (r.group('lan') !== '' && Number.isFinite(row.x) && Number.isFinite(row.y)) {
            given.y.push(row.y);
            given.x.push(row.x);
            given.w.push(row.controls.w);
            given.units.push(r.unit.id);
            given.years.push(r.year);
          }
          return row;
        },
      });
      const { w, ...rest } = given;
      const design = { unitEffects: true, covariance: 'cluster:lan' } as const;
      yield cells.regression({ outcome, column: 'columns', ...design, ...rest, controls: { w } });
    });
    const numbers = ({ estimate, se, p, df, n, units, clusters }: NonNullable<typeof rows>) =>
      ({ estimate, se, p, df, n, units, clusters }); // prettier-ignore
    expect(rows).toMatchObject({ status: 'ok', extra: { formula: 'y ~ x + w | unit + year' } });
    expect(rows!.clusters).toBeGreaterThan(15);
    expect(numbers(columns!)).toEqual(numbers(rows!));
  });

  test('are estimated as least squares has them', () => {
    const y = [1, 3, 2, 5, 4, 6];
    const x = [0, 1, 0, 1, 1, 2];
    const { hand } = cellsOf(function* (cells, outcome) {
      const units = [0, 1, 2, 3, 4, 5];
      const years = units.map(() => 2018);
      yield cells.regression({
        outcome,
        column: 'hand',
        y,
        x,
        units,
        years,
        yearEffects: false,
        covariance: 'iid',
      });
    });
    const fit = stats.ols({ y: Float64Array.from(y), x: [{ name: 'x', values: Float64Array.from(x) }] });
    const inferred = fit.status === 'ok' ? stats.inference(fit, { kind: 'iid' }, 0.95) : null;
    const term = inferred?.status === 'ok' ? inferred.terms[1]! : null;
    const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
    const sxy = x.reduce((s, v, i) => s + (v - mean(x)) * (y[i]! - mean(y)), 0);
    const sxx = x.reduce((s, v) => s + (v - mean(x)) ** 2, 0);
    expect(hand!.estimate).toBeCloseTo(sxy / sxx, 12);
    expect(hand).toMatchObject({ se: term!.se, p: term!.p, n: 6, units: 6, df: 4 });
  });
});

describe('a record of one’s own estimator', () => {
  test('is filled by t, by the normal distribution without df, and not where it is given', () => {
    const { t, z, given } = cellsOf(function* (cells, outcome) {
      yield { outcome, column: 't', estimate: 2, se: 1, df: 10, n: 12, units: 6, dropped: { gone: 2 } };
      yield cells.estimate({ outcome, column: 'z', estimate: -2, se: 1 });
      yield cells.estimate({
        outcome,
        column: 'given',
        estimate: 2,
        p: 0.07,
        ciLow: 0,
        ciHigh: 5,
        extra: { a: [1] },
      });
    });
    expect(t).toMatchObject({ statistic: 2, df: 10, n: 12, units: 6, dropped: { gone: 2 }, mark: '+' });
    expect(t!.p).toBeCloseTo(0.0733880348, 9);
    expect(t!.ciHigh).toBeCloseTo(2 + 2.228138852, 9);
    expect(z).toMatchObject({ statistic: -2, df: null, mark: '--' });
    expect(z!.p).toBeCloseTo(0.0455002639, 9);
    expect(given).toMatchObject({
      p: 0.07,
      se: null,
      ciLow: 0,
      ciHigh: 5,
      mark: '+',
      extra: { own: { a: [1] } },
    });
  });
});

describe('what fails', () => {
  test.each<[string, string, (cells: CellMaker, outcome: Outcome) => MadeCell | OwnRecord]>([
    ['own-cell-failed', 'boom', (c, outcome) => c.regression({ outcome, column: 'a', row: () => { throw new Error('boom'); } })],
    ['own-cell-failed', 'threw "text"', (c, outcome) => c.regression({ outcome, column: 'a', row: () => { throw 'text'; } })], // eslint-disable-line @typescript-eslint/only-throw-error
    ['non-finite', 'x is NaN for unit 0114 in 2016', (c, outcome) => c.regression({ outcome, column: 'a', row: () => ({ x: 0 / 0 }) })],
    ['non-finite', 'y is Infinity for unit', (c, outcome) => c.regression({ outcome, column: 'a', row: () => ({ x: 1, y: 1 / 0 }) })],
    ['non-finite', 'x is nothing for unit', (c, outcome) => c.regression({ outcome, column: 'a', row: () => ({}) as never })],
    ['own-cell-failed', 'row: found 3; expected', (c, outcome) => c.regression({ outcome, column: 'a', row: () => 3 as never })],
    ['own-cell-failed', 'the same in each', (c, outcome) => c.regression({ outcome, column: 'a', row: (r) => ({ x: 1, controls: r.index === 0 ? { a: 1 } : { a: 1, b: 2 } }) })],
    ['own-cell-failed', 'x: found 1 values; expected 2', (c, outcome) => c.regression({ outcome, column: 'a', y: [1, 2], x: [1], units: [0, 1], years: [2018, 2018] })],
    ['own-cell-failed', 'x: found "12"; expected a list', (c, outcome) => c.regression({ outcome, column: 'a', y: [1, 2], x: '12' as never, units: [0, 1], years: [2018, 2018] })],
    ['own-cell-failed', 'units: found "zz" in row 2', (c, outcome) => c.regression({ outcome, column: 'a', y: [1, 2], x: [1, 2], units: [0, 'zz'], years: [2018, 2018] })],
    ['own-cell-failed', 'years: found 1066 in row 1', (c, outcome) => c.regression({ outcome, column: 'a', y: [1], x: [1], units: [0], years: [1066] })],
    ['own-cell-failed', 'covariate: found "no"', (c, outcome) => c.regression({ outcome, column: 'a', row: (r) => ({ x: r.covariate('no') }) })],
    ['own-cell-failed', 'lag: found 1.5', (c, outcome) => c.regression({ outcome, column: 'a', row: (r) => ({ x: r.lag(1.5) }) })],
    ['indicator-not-in-data', 'no outcome "nope" in the data; expected one of its', (c) => c.regression({ outcome: 'nope', column: 'a', row: () => ({ x: 1 }) })],
    ['constant-regressor', '', (c, outcome) => c.regression({ outcome, column: 'a', row: () => ({ x: 1 }) })],
    ['no-plan', '', (c, outcome) => c.refuse({ outcome, column: 'a', reason: 'no-plan' })],
    ['non-finite', 'estimate is NaN', (_, outcome) => ({ outcome, column: 'a', estimate: NaN, se: 1 })],
    ['non-finite', 'se is Infinity', (_, outcome) => ({ outcome, column: 'a', estimate: 1, se: Infinity })],
    ['own-cell-failed', 'neither se nor p', (_, outcome) => ({ outcome, column: 'a', estimate: 1 })],
    ['own-cell-failed', 'p: found 2; expected a number from 0 to 1', (_, outcome) => ({ outcome, column: 'a', estimate: 1, p: 2 })],
    ['own-cell-failed', 'n: found 2.5', (_, outcome) => ({ outcome, column: 'a', estimate: 1, p: 0.2, n: 2.5 })],
    ['own-cell-failed', 'found a field "foo"', (_, outcome) => ({ outcome, column: 'a', estimate: 1, p: 0.2, foo: 1 }) as never],
  ])('in one cell is that cell’s reason, %s: %s', (reason, said, make) => {
    const { a, after } = cellsOf(function* (cells, outcome) {
      yield make(cells, outcome);
      yield cells.regression({ outcome, column: 'after', row: (r) => ({ x: r.lag(1) }) });
    });
    expect(a).toMatchObject({ status: 'not-estimable', reason, estimate: null, mark: null });
    expect(a!.extra['error'] ?? '').toContain(said);
    expect(after).toMatchObject({ status: 'ok', reason: null });
    expect(JSON.stringify(a)).not.toMatch(/NaN"|Infinity"/);
  }); // prettier-ignore

  test.each<[string, string, (cells: CellMaker, outcome: Outcome) => unknown]>([
    ['own-model-failed', 'run: yielded 5; expected a cell', () => 5],
    ['own-model-failed', 'run: yielded an object with column', () => ({ column: 'a' })],
    ['own-model-failed', 'boom', () => { throw new Error('boom'); }],
    ['own-model-failed', 'column: found ""', (c, outcome) => c.regression({ outcome, column: '', row: () => ({ x: 1 }) })],
    ['own-model-failed', 'covariance: found "cluster:moon"', (c, outcome) => c.regression({ outcome, column: 'a', covariance: 'cluster:moon' as never, row: () => ({ x: 1 }) })],
    ['own-model-failed', 'found a field "rows"', (c, outcome) => c.regression({ outcome, column: 'a', row: () => ({ x: 1 }), rows: 1 } as never)],
    ['own-model-failed', 'no outcome "nope"', (c) => c.outcome('nope')],
    ['own-model-failed', 'extra: found an object with f', (c, outcome) => c.refuse({ outcome, column: 'a', reason: 'x', extra: { f: NaN } })],
  ])('in the model itself is a row that says so, %s: %s', (reason, said, make) => {
    const { before, model } = cellsOf(function* (cells, outcome) {
      yield cells.regression({ outcome, column: 'before', row: (r) => ({ x: r.lag(1) }) });
      yield make(cells, outcome) as MadeCell;
    });
    expect(before!.status).toBe('ok');
    expect(model).toMatchObject({ id: 'own:test/model', table: 'own:test', status: 'not-estimable', reason });
    expect(model!.extra['error']).toContain(said);
  }); // prettier-ignore

  test.each([
    ['no cell', 'own-model-empty', () => []],
    ['nothing', 'own-model-failed', () => undefined],
    ['something asynchronous', 'own-model-failed', async function* () { yield await Promise.resolve(1); }],
  ])('is a run that gives %s', (_, reason, run) => {
    const model = defineModel({ id: 'test', title: 'Test', run: run as never });
    const { estimates } = runModel(model, panel, spec, { indicator });
    expect(estimates).toMatchObject([{ reason, row: 'Test', column: 'model' }]);
  }); // prettier-ignore

  test('is a cell given twice: the first stands, and a column beside it says how often', () => {
    const found = cellsOf(function* (cells, outcome) {
      for (const lag of [1, 2, 1])
        yield cells.regression({ outcome, column: 'a', row: (r) => ({ x: r.lag(lag) }) });
    });
    expect(Object.keys(found)).toEqual(['a', 'a#2']);
    expect(found['a']!.status).toBe('ok');
    expect(found['a#2']).toMatchObject({ reason: 'own-cell-repeated', estimate: null, n: null });
    expect(found['a#2']!.extra['error']).toContain('3 cells');
  });

  test('is a model without an end', () => {
    const found = cellsOf(function* (cells, outcome) {
      for (let i = 0; ; i++) yield cells.refuse({ outcome, column: `c${i}`, reason: 'none' });
    });
    expect(found['model']).toMatchObject({ reason: 'own-model-too-large' });
    expect(Object.keys(found).length).toBeLessThan(110);
  });
});
