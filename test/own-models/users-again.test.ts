import { beforeAll, describe, expect, test } from 'vitest';
import {
  analyse,
  buildPanel,
  defaultSpecification,
  demoFolder,
  type Estimate,
  infer,
  inThisThread,
  type OwnRun,
  readDataFolder,
  runModel,
  type Specification,
} from '../../analysis/index.js';
import { bootstrapped } from '../../analysis/inference/bootstrap.js';
import type { RegressionCell } from '../../analysis/models/cell.js';
import { userCells } from '../../analysis/models/users.js';
import { outcomeById } from '../../analysis/panel/outcomes.js';
import { usersAgain } from './models.js';

const panel = buildPanel(readDataFolder(demoFolder()));
const area = 'ekonomiskt-bistand';
const { inference } = defaultSpecification;
const spec: Specification = {
  ...defaultSpecification,
  inference: {
    ...inference,
    bootstrap: { ...inference.bootstrap, draws: 99 },
    resamples: 59,
    randomization: { ...inference.randomization, permutations: 59 },
    rivals: true,
  },
};

const place = ({ row, group, column }: Estimate) => JSON.stringify([group, row, column]);

/** What must be the same in both: all but the names of model and table, and what only one of them tells. */
function numbersOf(e: Estimate) {
  const extra = without(e.extra, ['users', 'nonUsers', 'family', 'formula', 'covariance', 'bootstrap']);
  return { ...without(e, ['id', 'model', 'table']), extra };
}

const without = (record: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

describe('a model of one’s own that repeats the house’s users', () => {
  let own: OwnRun;
  let house: Estimate[];
  let inferred: { own: Estimate[]; house: Estimate[] };

  beforeAll(async () => {
    own = runModel(usersAgain, panel, spec, { area });
    house = analyse(panel, spec, 'users', { area });
    const run = inThisThread(panel);
    inferred = {
      own: await infer(own.estimates, run, { spec, cells: own.cells }),
      house: await infer(house, run, { spec }),
    };
  });

  test('has the same cells with the same numbers, marks, rows left out and adjusted p', () => {
    expect(own.estimates.length).toBeGreaterThan(50);
    expect(own.estimates.map(place)).toEqual(house.map(place));
    expect(own.estimates.map(numbersOf)).toEqual(house.map(numbersOf));
    expect(own.estimates.filter((e) => e.mark === '++' || e.mark === '--').length).toBeGreaterThan(3);
  });

  test('is named as its own', () => {
    expect(own.estimates[0]).toMatchObject({
      id: 'own:users-again:ekonomiskt-bistand/eb-intern-samordning/totalt',
      model: 'own:users-again',
      table: 'own:users-again:ekonomiskt-bistand',
      extra: { formula: 'y ~ user | year', covariance: 'cluster:unit' },
    });
  });

  test('has the same resampled, permuted and rival results', () => {
    const cells = (list: readonly Estimate[]) => list.filter((e) => e.model !== 'joint');
    expect(cells(inferred.own).map(numbersOf)).toEqual(cells(inferred.house).map(numbersOf));
    const { extra } = inferred.own[0]!;
    expect(extra['pRomanoWolf']).toEqual(expect.any(Number));
    expect(extra['pRandomization']).toEqual(expect.any(Number));
    expect(inferred.own.some((e) => e.extra['link'] !== undefined)).toBe(true);
  });

  test('has the same joint tests of its table', () => {
    const joint = (list: readonly Estimate[]) =>
      list
        .filter((e) => e.model === 'joint')
        .map(({ term, estimate, p, n, extra: { mean, low, high } }) => ({
          term,
          estimate,
          p,
          n,
          mean,
          low,
          high,
        }));
    expect(joint(inferred.own)).toHaveLength(4);
    expect(joint(inferred.own)).toEqual(joint(inferred.house));
  });

  test('has the same bootstrap, by the stream of the cell’s name', () => {
    const outcome = outcomeById(panel, spec, 'eb-alkohol-droger');
    const [total] = userCells(panel, [outcome], spec);
    const { head } = total as RegressionCell;
    const ofHouse = bootstrapped(total as RegressionCell);
    const cell = own.cells.get(`own:users-again:${area}/eb-alkohol-droger/totalt`) as RegressionCell;
    expect(ofHouse).toMatchObject({ draws: 99 });
    expect(bootstrapped({ ...cell, head: { ...cell.head, id: head.id } })).toEqual(ofHouse);
    const stored = inferred.own.find((e) => e.id === cell.head.id)!.extra['bootstrap'];
    expect(stored).toEqual(bootstrapped(cell));
    expect(stored).not.toEqual(ofHouse);
  });

  test('has its users permuted only where x is who is a user', async () => {
    const cells = new Map(own.cells);
    const [first] = own.estimates as [Estimate];
    const cell = cells.get(first.id) as RegressionCell;
    cells.set(first.id, { ...cell, rows: { ...cell.rows, x: cell.rows.x.map((x) => 1 - x) } });
    const [turned] = await infer([first], inThisThread(panel), { spec, cells });
    expect(turned!.extra['pRandomization']).toBeUndefined();
    expect(turned!.extra['pRomanoWolf']).toEqual(expect.any(Number));
  });
});
