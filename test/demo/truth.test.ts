import { describe, expect, it } from 'vitest';
import { bounds } from '../../data/demo/calibration.js';
import { drawCareUnits } from '../../data/demo/care-units.js';
import { demoYears } from '../../data/demo/population.js';
import { anovaGroupings, groupEffectSizes } from '../../data/demo/sizes.js';
import { expectedUserDifferences } from '../../data/demo/expectations.js';
import { demo, mean } from './outcomes.js';

const { world } = demo;
const { units } = world.population;
const compared = world.rows.filter(({ outcome }) => outcome.area !== 'aldreomsorg');

describe('the truth', () => {
  it('keeps every probability within 2-98 percent', () => {
    const outside = world.rows.flatMap((row) =>
      [...row.probabilities.values()].flatMap((p) =>
        [...p].filter((value) => value < bounds.low - 1e-9 || value > bounds.high + 1e-9),
      ),
    );
    expect(outside).toEqual([]);
  });

  it('has no effect of a grouping that the appendix marks neither for the period nor for the last year', () => {
    let none = 0;
    for (const { outcome, effects } of world.rows)
      for (const grouping of anovaGroupings) {
        const largest = Math.max(...effects.groups[grouping].map(Math.abs));
        if (groupEffectSizes(outcome)[grouping] > 0) expect(largest).toBeGreaterThan(0);
        else {
          expect(largest).toBe(0);
          none++;
        }
      }
    expect(none).toBe(12);
  });

  it('gives users of äldreomsorg no advantage, nor users in rows that the appendix never marks', () => {
    const never = [
      'eb-intern-samordning',
      'eb-arbetsmarknad-18-24',
      'bou-intern-samordning',
      'bou-foraldragrupp',
    ];
    for (const { outcome, effects } of world.rows)
      if (outcome.area === 'aldreomsorg' || never.includes(outcome.id))
        expect(effects.user).toEqual([0, 0, 0, 0, 0]);
  });

  it('has the signs of tables 8 and 13, the negative one of Hushållsekonomisk rådgivning in 2020 too', () => {
    const effect = (id: string, year: number): number =>
      compared.find(({ outcome }) => outcome.id === id)!.effects.user[year - 2016]!;
    expect(effect('eb-radgivning', 2020)).toBeLessThan(-10);
    expect(effect('eb-radgivning', 2018)).toBeGreaterThan(5);
    expect(effect('eb-extern-samverkan', 2016)).toBeGreaterThan(effect('eb-extern-samverkan', 2019));
    expect(effect('eb-arbetsmarknad-24-plus', 2020)).toBeGreaterThan(15);
    expect(effect('eb-arbetsmarknad-24-plus', 2016)).toBe(0);
    expect(effect('bou-isu-kon', 2017)).toBeGreaterThan(5);
  });

  it('is little confounded: what users would show without any advantage is below a point', () => {
    for (const row of compared) {
      const scale = row.outcome.unit === 'procent' ? 1 : 0.02;
      const expected = expectedUserDifferences(world, row);
      demoYears.forEach((year, t) => {
        expect(
          Math.abs(expected[year]! / scale - row.effects.user[t]!),
          `${row.outcome.id} ${year}`,
        ).toBeLessThan(1);
      });
    }
  });
});

describe('staffing', () => {
  const rows = drawCareUnits(world.population, world.seed);

  /** Mean and (max - min)/mean over the care units, by municipality and year; values relative to the measure's level. */
  function byUnitYear(measure: string): Map<string, { mean: number; spread: number }> {
    const values = new Map<string, number[]>();
    const level = mean(
      rows.flatMap((r) => (r.measure === measure && r.value !== '' ? [Number(r.value)] : [])),
    );
    for (const r of rows) {
      if (r.measure !== measure || r.value === '') continue;
      const key = `${r.unit} ${r.year}`;
      values.set(key, [...(values.get(key) ?? []), Number(r.value) / level]);
    }
    const found = new Map<string, { mean: number; spread: number }>();
    for (const [key, list] of values)
      if (list.length > 1)
        found.set(key, { mean: mean(list), spread: (Math.max(...list) - Math.min(...list)) / mean(list) });
    return found;
  }

  /** Slope of the change of the mean on the spread one year before (step 1), or of the change back in time on the spread after (-1). */
  function slope(measure: string, step: 1 | -1): number {
    const means = byUnitYear(measure);
    const pairs = units.flatMap(({ id }) =>
      [2016, 2017, 2018, 2019].flatMap((year) => {
        const [now, then] = [means.get(`${id} ${year}`), means.get(`${id} ${year - step}`)];
        return now && then ? [{ x: then.spread, y: now.mean - then.mean }] : [];
      }),
    );
    const [x, y] = [mean(pairs.map((p) => p.x)), mean(pairs.map((p) => p.y))];
    return mean(pairs.map((p) => (p.x - x) * (p.y - y))) / mean(pairs.map((p) => (p.x - x) ** 2));
  }

  it('falls after a year of large spread as it had risen before: regression to the mean, not an effect', () => {
    const measures = [...new Set(rows.map((r) => r.measure))];
    expect(measures).toHaveLength(4);
    const after = mean(measures.map((measure) => slope(measure, 1)));
    const before = mean(measures.map((measure) => slope(measure, -1)));
    expect(after).toBeLessThan(-0.02);
    expect(before).toBeLessThan(-0.02);
    expect(after / before).toBeGreaterThan(0.7);
    expect(after / before).toBeLessThan(1.4);
  });
});
