import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  buildPanel,
  type CellMaker,
  type Estimate,
  defaultSpecification as spec,
  defineModel,
  explainOwn,
  type MadeCell,
  type Outcome,
  type OwnRecord,
  panelTable,
  readDataFolder,
  readResults,
  results,
  runModel,
} from '../../analysis/index.js';
import { explanationText } from '../../reports/explain.js';
import { resultsJson } from '../../reports/json.js';
import { schoolFolder } from '../command/oj.js';

/** A panel with the counties once more as a grouping of its own, empty for the first unit. */
function ownPanel() {
  const folder = schoolFolder({
    'groupings.csv':
      'grouping,column,label_sv,label_en,definite_sv,definite_en\nmin-region,Region,Region sv,Region en,regionen,the region\n',
    'texts.csv': 'kind,id,sv,en\nindicator,skol-franvaro,Frånvaro i skolan,Absence from school\n',
  });
  const file = join(folder, 'units.csv');
  const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const region = (row: string, i: number) => (i === 0 ? '' : row.split(',')[3]!);
  writeFileSync(file, `${head},Region\n${rows.map((row, i) => `${row},${region(row, i)}`).join('\n')}\n`);
  return buildPanel(readDataFolder(folder));
}

const panel = ownPanel();

/** One outcome's cells by column, of a model that makes them so. */
function run(make: (cells: CellMaker, outcome: Outcome) => Iterable<MadeCell | OwnRecord>) {
  const model = defineModel({
    id: 'test',
    title: 'Test',
    columns: { a: 'First' },
    *run({ cells, outcomes: [outcome] }) {
      yield* make(cells, outcome!);
    },
  });
  return { model, run: runModel(model, panel, spec, { indicator: ['skol-franvaro'] }) };
}
const byColumn = (estimates: readonly Estimate[]) => Object.fromEntries(estimates.map((e) => [e.column!, e]));

describe('a model on a panel with groupings of its own', () => {
  test('clusters by them as by the appendix’s: the same groups give the same standard errors', () => {
    const { run: found } = run(function* (cells, outcome) {
      const row = (r: { unit: { id: string }; lag(years: number): number }) =>
        r.unit.id === '1000' ? 'no-group' : { x: r.lag(1) };
      for (const [column, covariance] of [
        ['lan', 'cluster:lan'],
        ['own', 'cluster:min-region'],
        ['unit+lan', 'cluster:unit+lan'],
        ['unit+own', 'cluster:unit+min-region'],
      ] as const)
        yield cells.regression({ outcome, column, covariance, row });
    });
    const e = byColumn(found.estimates);
    expect(e['own']!.status).toBe('ok');
    expect(e['own']!.clusters).toBe(5);
    expect([e['own']!.se, e['own']!.df, e['own']!.n]).toEqual([e['lan']!.se, e['lan']!.df, e['lan']!.n]);
    expect([e['unit+own']!.se, e['unit+own']!.p]).toEqual([e['unit+lan']!.se, e['unit+lan']!.p]);
  });

  test('leaves out the units that have no group, with the reason', () => {
    const { run: found } = run(function* (cells, outcome) {
      yield cells.regression({ outcome, column: 'lan', covariance: 'cluster:lan', row: (r) => ({ x: r.lag(1) }) }); // prettier-ignore
      yield cells.regression({ outcome, column: 'own', covariance: 'cluster:min-region', row: (r) => ({ x: r.lag(1) }) }); // prettier-ignore
      yield cells.regression({ outcome, column: 'group', row: (r) => ({ x: r.group('min-region') === 'L1' ? 1 : 0 }) }); // prettier-ignore
    });
    const e = byColumn(found.estimates);
    expect(e['own']!.n).toBe(e['lan']!.n! - 3);
    expect([e['own']!.dropped['no-group'], e['group']!.dropped['no-group']]).toEqual([3, 4]);
    expect(e['group']!.status).toBe('ok');
  });

  test('takes them for the place of a cell, in results that are read back', () => {
    const { run: found } = run(function* (cells, outcome) {
      yield cells.regression({ outcome, column: 'a', grouping: 'min-region', row: (r) => ({ x: r.lag(1) }) });
      yield cells.estimate({ outcome, column: 'b', grouping: 'min-region', estimate: 1, se: 1 });
      yield cells.refuse({ outcome, column: 'c', grouping: 'min-region', reason: 'no-plan' });
    });
    expect(found.estimates.map((e) => e.grouping)).toEqual(Array(3).fill('min-region'));
    const by = { version: '0.1.0', node: 'v20', command: 'test', time: '2021-06-17T12:00:00Z' };
    const whole = results(panel, spec, found.estimates, by, null, [found.record]);
    expect(readResults(resultsJson(whole), 'results.json').estimates).toEqual(whole.estimates);
  });

  test.each([
    ['covariance', (c: CellMaker, outcome: Outcome) => c.regression({ outcome, column: 'a', covariance: 'cluster:regoin', row: (r) => ({ x: r.lag(1) }) }), 'found "cluster:regoin"; expected one of iid'], // prettier-ignore
    ['place', (c: CellMaker, outcome: Outcome) => c.estimate({ outcome, column: 'a', grouping: 'regoin', estimate: 1, se: 1 }), 'grouping: found "regoin"; expected one of lan, kommungrupp, socioek, invanare, min-region'], // prettier-ignore
    ['row', (c: CellMaker, outcome: Outcome) => c.regression({ outcome, column: 'a', row: (r) => ({ x: r.group('regoin') === '' ? 0 : 1 }) }), 'group: found "regoin"; expected one of lan, kommungrupp, socioek, invanare, min-region'], // prettier-ignore
  ])('is told which there are where its %s names another', (_, make, message) => {
    const { run: found } = run(function* (cells, outcome) {
      yield make(cells, outcome);
    });
    expect(found.estimates.map((e) => [e.status, e.extra['error']])).toEqual([
      ['not-estimable', expect.stringContaining(message)],
    ]);
  });

  test('is told each outcome once where it names one that is not there', () => {
    const { run: found } = run(function* (cells) {
      yield cells.regression({ outcome: 'nope', column: 'a', row: () => ({ x: 1 }) });
    });
    expect(found.estimates[0]!.extra['error']).toContain(
      'expected one of its 4, such as skol-plan, skol-franvaro, fri-niva, fri-antal',
    );
  });
});

describe('a cell of a model on a panel with words of its own', () => {
  const make = function* (cells: CellMaker, outcome: Outcome) {
    yield cells.regression({ outcome, column: 'a', covariance: 'cluster:min-region', sample: 'users+non-users', row: (r) => ({ x: r.user() }) }); // prettier-ignore
    yield cells.regression({ outcome, column: 'b', row: (r) => ({ x: r.lag(1) }) });
  };
  const { model, run: found } = run(make);
  const explained = (row: string, column: string) =>
    explainOwn(
      found,
      (s, indicator) => Promise.resolve(runModel(model, panel, s, { indicator: [indicator] }).estimates),
      panel,
      spec,
      'own:test',
      row,
      column,
    );

  test.each(['Frånvaro', 'Frånvaro i skolan', 'Absence from school'])(
    'is found by the row as any table shows it: %s',
    async (row) => {
      expect((await explained(row, 'First')).estimate.id).toBe('own:test:skola/skol-franvaro/a');
    },
  );

  test('is told of in these words', async () => {
    const text = explanationText(await explained('Frånvaro', 'a'), spec, 'en');
    expect(text).toContain('Absence from school');
    expect(text).toContain('clustered by Region en');
  });

  test('depends on who counts as a user where users are compared, and only there', async () => {
    const paths = async (column: string) =>
      (await explained('Frånvaro', column)).rivals.map(({ assumption }) => assumption.path);
    expect(await paths('a')).toEqual(['users.other', 'users.other']);
    expect(await paths('b')).toEqual([]);
  });
});

test('the panel as a table has its own groupings under their ids, before the covariates', () => {
  const { columns } = panelTable(panel, spec);
  const names = columns.map((c) => c.name);
  expect(names.slice(names.indexOf('invanare'), names.indexOf('year') + 1)).toEqual([
    'invanare',
    'min-region',
    'folkmangd',
    'year',
  ]);
  const own = columns.find((c) => c.name === 'min-region')!.values;
  expect([own[0], own.at(-1)]).toEqual([null, 'L4']);
});
