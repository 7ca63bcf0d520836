import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { varianceComponents } from '../../analysis/models/variance.js';
import { allOutcomes } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { createRng, deriveSeed } from '../../analysis/stats/index.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { varianceGrids } from '../../reports/tables/variance-grid.js';
import { results } from '../../analysis/manifest.js';
import { type AnswerRow, dataFolder, type SmallData } from '../fixtures/data-folder.js';
import { notFinite } from '../stats/tolerance.js';

const counties = 12;
const UNITS = Array.from({ length: 240 }, (_, i) => ({
  id: `u${i}`,
  groups: { lan: `L${i % counties}`, kommungrupp: `G${i % 3}` },
}));
const YEARS = [2016, 2017, 2018, 2019, 2020];

function panelOf(answer: (unit: number, year: number) => AnswerRow[3], rest: Partial<SmallData> = {}) {
  return buildPanel(
    dataFolder({
      units: UNITS,
      indicators: [{ id: 'x', area: 'skola', type: 'share' }],
      answers: UNITS.flatMap(({ id }, u) => YEARS.map((year, t): AnswerRow => [id, year, 'x', answer(u, t)])),
      ...rest,
    }),
  );
}

const of = (panel: ReturnType<typeof buildPanel>) =>
  varianceComponents(panel, allOutcomes(panel, spec), spec);
const cell = (estimates: readonly Estimate[], grouping: string, term: string) =>
  estimates.find((e) => e.id === `variance/x/${grouping}/${term}`)!;

/** Answers with standard deviations 2 (unit), 1.5 (county), 1 (year) and 3 (rest). */
function simulated(seed: number) {
  const rng = createRng(deriveSeed(seed, 'variance'));
  const draws = (n: number, sd: number) => Array.from({ length: n }, () => sd * rng.normal());
  const [unit, county, year] = [draws(UNITS.length, 2), draws(counties, 1.5), draws(YEARS.length, 1)];
  return panelOf((u, t) =>
    rng.next() < 0.1 ? 'bortfall' : 50 + unit[u]! + county[u % counties]! + year[t]! + 3 * rng.normal(),
  );
}

describe('variance components of a panel', () => {
  const runs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => of(simulated(seed)));

  test.each([
    ['unit', 4, 0.4],
    ['lan', 2.25, 1],
    ['year', 1, 0.8],
    ['residual', 9, 0.3],
  ])('find the %s variance that the data were made with', (term, truth, tolerance) => {
    const found = runs.map((run) => cell(run, 'lan', term).estimate!);
    expect(Math.abs(found.reduce((s, v) => s + v, 0) / found.length - truth)).toBeLessThan(tolerance);
  });

  test('come with share, sd, n and what was dropped, once for each grouping', () => {
    const run = runs[0]!;
    expect(run.map((e) => e.id.replace('variance/x/', ''))).toEqual(
      ['lan', 'kommungrupp'].flatMap((g) =>
        ['unit', g, 'year', 'residual', 'reliability'].map((term) => `${g}/${term}`),
      ),
    );
    const unit = cell(run, 'lan', 'unit');
    expect(unit).toMatchObject({ model: 'variance', table: null, p: null, statistic: null, status: 'ok' });
    expect(unit.n! + unit.dropped['bortfall']!).toBe(1200);
    expect(unit.extra['sd']).toBe(Math.sqrt(unit.estimate!));
    const shares = run.slice(0, 4).map((e) => e.extra['share'] as number);
    expect(shares.reduce((s, v) => s + v)).toBeCloseTo(1, 12);
    expect(notFinite(run)).toEqual([]);
  });

  test("one answer's reliability is the lasting part, and near the correlation of two years", () => {
    const run = runs[0]!;
    const [unit, lan, year, rest] = run.slice(0, 4).map((e) => e.estimate!);
    const { estimate, extra } = cell(run, 'lan', 'reliability');
    expect(estimate).toBeCloseTo((unit! + lan!) / (unit! + lan! + rest!), 12);
    expect(extra['phi']).toBeCloseTo((unit! + lan!) / (unit! + lan! + year! + rest!), 12);
    const retest = extra['testRetest'] as { correlation: number }[];
    expect(retest).toHaveLength(4);
    for (const { correlation } of retest) expect(Math.abs(correlation - estimate!)).toBeLessThan(0.12);
    expect(extra['yearsFor80']).toBe(Math.ceil((4 * (1 - estimate!)) / estimate!));
    expect(extra['flips']).toEqual({ reason: 'not-binary' });
  });

  test('a grouping with one group has no variance, and the rest stands', () => {
    const panel = panelOf((u, t) => ((u * 7 + t * 3) % 11) + (u % 5), {
      units: UNITS.map((u) => ({ ...u, groups: { lan: 'L', kommungrupp: u.groups.kommungrupp } })),
    });
    expect(cell(of(panel), 'lan', 'lan')).toMatchObject({ status: 'not-estimable', reason: 'one-level' });
    expect(cell(of(panel), 'lan', 'unit').status).toBe('ok');
  });

  test.each([
    ['constant-outcome', () => 100],
    ['no-replication', (_: number, t: number) => (t === 2 ? _ % 7 : 'bortfall')],
    ['no-observations', () => 'bortfall' as const],
  ] as [string, (unit: number, year: number) => AnswerRow[3]][])('%s is a reason', (reason, answer) => {
    const estimates = of(panelOf(answer));
    expect(estimates).toHaveLength(10);
    for (const e of estimates) expect(e).toMatchObject({ status: 'not-estimable', estimate: null, reason });
  });
});

describe('the demo data', () => {
  const panel = buildPanel(readDataFolder(demoFolder()));
  const estimates = of(panel);
  const reliabilities = estimates.filter((e) => e.term === 'reliability' && e.status === 'ok');

  test('have answers that last about as they were made to: correlations of 0.3-0.9 a year apart', () => {
    expect(reliabilities.length).toBeGreaterThan(40);
    const first = reliabilities.map(
      (e) => (e.extra['testRetest'] as { correlation: number }[])[0]!.correlation,
    );
    const sorted = first.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeGreaterThan(0.4);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(0.8);
    expect(notFinite(estimates)).toEqual([]);
  });

  test.each(['sv', 'en'] as const)('give one grid per grouping (%s)', (lang) => {
    const run = results(panel, spec, estimates, {
      command: 'oj variance',
      time: '2021-06-18T00:00:00.000Z',
    } as Parameters<typeof results>[3]);
    const grids = varianceGrids(run, lang);
    expect(grids.map((g) => g.id)).toEqual(['variance-lan', 'variance-kommungrupp']);
    for (const grid of grids) {
      expect(grid.rows).toHaveLength(new Set(estimates.map((e) => e.indicator)).size);
      for (const row of grid.rows) expect(row).toHaveLength(grid.head.length);
      expect(JSON.stringify(grid)).not.toMatch(/NaN|undefined|\[object/);
    }
  });
});
