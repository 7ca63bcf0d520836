import { describe, expect, test } from 'vitest';
import { estimate, type Estimate } from '../../analysis/estimate.js';
import type { Job } from '../../analysis/inference/jobs.js';
import { type Placebo, staffingPlacebos } from '../../analysis/inference/placebo.js';
import { verdictOf } from '../../analysis/inference/verdict.js';
import { staffing } from '../../analysis/models/staffing.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { createRng } from '../../analysis/stats/index.js';
import { dataFolder } from '../fixtures/data-folder.js';

/** Care units whose values are their own level and noise, year after year: spread means nothing for what follows. */
function noisyPanel(seed: number) {
  const rng = createRng(seed);
  const units = Array.from({ length: 120 }, (_, i) => `U${i}`);
  return buildPanel(
    dataFolder({
      units: units.map((id) => ({ id })),
      indicators: [],
      answers: [],
      careUnits: units.flatMap((unit) =>
        Array.from({ length: 4 }, (_, c) => c).flatMap((c) => {
          const own = 10 + rng.normal();
          return [2016, 2017, 2018, 2019].map((year) => ({
            careUnit: `${unit}-${c}`,
            unit,
            year,
            kind: 'sarskilt-boende' as const,
            measure: 'timmar',
            value: own + rng.normal(),
            reason: null,
          }));
        }),
      ),
    }),
  );
}

const spec = { ...defaultSpecification, inference: { ...defaultSpecification.inference, placebo: 99 } };

describe('the null of noise in the staffing tables', () => {
  const panel = noisyPanel(1);
  const cells = staffing(panel, spec, ['alla']).filter((e) => e.sample === 'all');
  const job: Job = {
    model: 'staffing',
    table: 'staffing:alla:aldreomsorg',
    area: 'aldreomsorg',
    indicator: 'timmar',
    by: [],
    kind: 'alla',
    ids: cells.map((e) => e.id),
    spec,
  };
  const drawn = staffingPlacebos(panel, job);
  const of = (e: Estimate) => drawn.get(e.id)!.shuffledYears!;

  test('shows regression to the mean: the lowest staffing rises after a year of large spread, of noise alone', () => {
    const lowest = cells.filter((e) => e.outcome === 'minimum');
    for (const e of lowest) {
      expect(e.mark).toBe('++');
      expect(of(e).low).toBeGreaterThan(0);
      expect(of(e).marked).toBeGreaterThan(0.5);
    }
  });

  test('does not find more in noise than noise gives', () => {
    for (const e of cells) expect(of(e).p).toBeGreaterThan(0.05);
  });
});

describe('the verdict on a cell', () => {
  const placebo = (p: number): Placebo => ({
    p,
    median: 0,
    low: -1,
    high: 1,
    marked: 0.05,
    draws: 99,
    seed: 1,
  });
  const cell = (fields: Partial<Estimate>) => estimate({ id: 'x', model: 'peers', estimate: 1, ...fields });
  const level = (mark: Estimate['mark'], other: number, unitEffects: string) =>
    verdictOf(
      cell({
        outcome: 'level',
        mark,
        extra: {
          placebo: { randomGroups: placebo(0.5), otherGroups: placebo(other) },
          unitEffects: { mark: unitEffects },
        },
      }),
    );

  test.each([
    ['++', 0.4, '', 'as-other-groups'],
    ['++', 0.01, '', 'groups-differ'],
    ['++', 0.01, '-', 'groups-differ'],
    ['+', 0.01, '+', 'beyond-groups'],
    ['', 0.01, '', null],
  ] as const)(
    'of a level %s against other groups at %s and unit effects "%s" is %s',
    (mark, p, unit, verdict) => {
      expect(level(mark, p, unit)).toBe(verdict);
    },
  );

  test.each([
    ['', 0.01, 'little-power'],
    ['++', 0.01, 'beyond-random-groups'],
    ['--', 0.4, 'as-random-groups'],
  ] as const)('of an improvement %s against random groups at %s is %s', (mark, p, verdict) => {
    const extra = { placebo: { randomGroups: placebo(p), otherGroups: placebo(0.5) } };
    expect(verdictOf(cell({ outcome: 'improvement', mark, extra }))).toBe(verdict);
  });

  test.each([
    ['++', 0.4, 'noise-enough'],
    ['--', 0.01, 'beyond-noise'],
    ['', 0.01, 'noise-hides'],
    ['', 0.4, 'as-noise'],
  ] as const)('of staffing %s against noise at %s is %s', (mark, p, verdict) => {
    const extra = { placebo: { shuffledYears: placebo(p) } };
    expect(verdictOf(cell({ model: 'staffing', outcome: 'minimum', mark, extra }))).toBe(verdict);
  });

  test('is none without a placebo', () => {
    expect(verdictOf(cell({ outcome: 'level', mark: '++' }))).toBeNull();
  });
});
