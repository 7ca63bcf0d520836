import { describe, expect, it } from 'vitest';
import { nationalLevels } from '../../data/demo/calibration.js';
import { demoYears, existsIn } from '../../data/demo/population.js';
import { code, demo, grid, mean, outcomeOf, rowOf, shareOf, yearMean } from './outcomes.js';

/** Percentage points by which a drawn national level may miss the one it is set to (its standard error is about 2). */
const levelTolerance = 1;
/** The same for a rare answer. */
const rareTolerance = 1;
/** Largest change 2016-2020 of a level without a trend. */
const noTrend = 7;

const { world } = demo;
const outcomes = new Map(world.rows.map((row) => [row.outcome.id, outcomeOf(row, grid)]));
const path = (id: string, years = 5): number[] =>
  demoYears.slice(0, years).map((_, t) => yearMean(outcomes.get(id)!, t));
const change = (id: string, years = 5): number => path(id, years)[years - 1]! - path(id, years)[0]!;

describe("SKR's survey of 2019", () => {
  it.each([
    ['aldreomsorg', 209, 190, 5],
    ['ekonomiskt-bistand', 193, 129, 39],
    ['barn-och-unga', 181, 109, 43],
  ])('has in %s %i respondents, %i users and %i non-users', (area, respondents, users, nonUsers) => {
    const found = world.survey.status[area]!;
    const count = (...wanted: string[]): number => found.filter((status) => wanted.includes(status)).length;
    expect(count('user', 'non-user', 'other')).toBe(respondents);
    expect(count('user')).toBe(users);
    expect(count('non-user')).toBe(nonUsers);
    expect(count('not-asked')).toBe(5);
  });

  it.each([
    ['aldreomsorg', 67, 91, 2],
    ['ekonomiskt-bistand', 62, 67, 20],
    ['barn-och-unga', 58, 60, 24],
  ])('comes in %s to the percentages published: %i, %i, %i', (area, response, users, nonUsers) => {
    const found = world.survey.status[area]!;
    const count = (wanted: string): number => found.filter((status) => status === wanted).length;
    const answered = count('user') + count('non-user') + count('other');
    expect(Math.round((100 * answered) / 312)).toBe(response);
    expect(Math.round((100 * count('user')) / answered)).toBe(users);
    expect(Math.round((100 * count('non-user')) / answered)).toBe(nonUsers);
  });

  it('has more users among middle-sized municipalities and in some counties', () => {
    const rate = (counts: (i: number) => boolean): number => {
      const statuses = ['ekonomiskt-bistand', 'barn-och-unga'].flatMap((area) =>
        world.survey.status[area]!.filter((_, i) => counts(i)),
      );
      const users = statuses.filter((s) => s === 'user').length;
      return users / statuses.filter((s) => s === 'user' || s === 'non-user' || s === 'other').length;
    };
    const { units } = world.population;
    const middle = (i: number): boolean => ['3', '4'].includes(units[i]!.groups.invanare);
    const eager = (i: number): boolean => world.survey.eagerCounties.includes(units[i]!.groups.lan);
    expect(rate(middle)).toBeGreaterThan(rate((i) => !middle(i)) + 0.03);
    expect(rate(eager)).toBeGreaterThan(rate((i) => !eager(i)) + 0.03);
  });
});

describe('the municipal survey', () => {
  it.each(['aldreomsorg', 'ekonomiskt-bistand', 'barn-och-unga'])(
    'is answered in %s by 91-95 percent of the units each year',
    (area) => {
      const asked = world.rows.filter(({ outcome }) => outcome.area === area && outcome.survey === 'kommun');
      demoYears.forEach((_, t) => {
        let present = 0;
        let answering = 0;
        world.population.units.forEach((unit, i) => {
          if (!existsIn(unit, t)) return;
          present++;
          const k = i * demoYears.length + t;
          if (asked.some(({ outcome }) => !Number.isNaN(outcomes.get(outcome.id)![k]!))) answering++;
        });
        expect((100 * answering) / present).toBeGreaterThanOrEqual(91);
        expect((100 * answering) / present).toBeLessThanOrEqual(95.2);
      });
    },
  );

  it('has in 2019, ekonomiskt bistånd, 15 percent Ja on results of follow-up and 61 percent Ja on templates', () => {
    expect(Math.abs(shareOf(grid, 'eb-isu-anvant', 3, 'Ja') - 15)).toBeLessThan(rareTolerance);
    expect(Math.abs(shareOf(grid, 'eb-utredningsmall', 3, 'Ja') - 61)).toBeLessThan(levelTolerance);
  });

  it('has follow-up by gender rising to 16 percent in ekonomiskt bistånd and 6-7 in äldreomsorg', () => {
    for (const id of ['ao-isu-kon', 'eb-isu-kon', 'bou-isu-kon']) expect(change(id)).toBeGreaterThan(1);
    expect(Math.abs(path('eb-isu-kon')[4]! - 16)).toBeLessThan(rareTolerance);
    expect(Math.abs(path('ao-isu-kon')[4]! - 6.5)).toBeLessThan(0.8);
    for (const item of ['ao-isu-kon-ordinart', 'ao-isu-kon-sarskilt'])
      expect(Math.abs(shareOf(grid, item, 4, 'Ja') - 6.5)).toBeLessThan(rareTolerance);
    expect(path('bou-isu-kon')[4]!).toBeLessThan(path('eb-isu-kon')[4]!);
  });

  it('has internal coordination rising by about three points a year in all areas', () => {
    for (const id of ['ao-intern-samordning', 'eb-intern-samordning', 'bou-intern-samordning'])
      expect(Math.abs(change(id) - 12)).toBeLessThan(4);
  });

  it('has assessment templates rising, and no clear trend in the other rows', () => {
    expect(change('eb-utredningsmall')).toBeGreaterThan(8);
    const rising = /intern-samordning|isu-kon|utredningsmall/;
    for (const { outcome } of world.rows) {
      if (outcome.survey !== 'kommun' || rising.test(outcome.id)) continue;
      const points = outcome.unit === 'procent' ? 1 : 50;
      expect(Math.abs(points * change(outcome.id)), outcome.id).toBeLessThan(noTrend);
    }
  });

  it('asks the joint questions of 2016 at the level of the two that follow', () => {
    for (const id of ['ao-alkohol-droger', 'eb-alkohol-droger']) {
      const [joint, next] = path(id);
      expect(Math.abs(joint! - next!)).toBeLessThan(0.12);
    }
    expect(Math.abs(path('ao-isu-kon')[1]! - path('ao-isu-kon')[0]!)).toBeLessThan(3);
  });

  it('has answers that last: a unit’s answer agrees with its answer a year later, correlation mostly 0.5-0.7', () => {
    const found: number[] = [];
    for (const [id, cells] of grid) {
      const row = world.rows.find(({ probabilities }) => probabilities.has(id));
      if (row?.outcome.survey !== 'kommun') continue;
      const x = cells.map((cell) => (code(cell) === 1 ? 1 : Number.isNaN(code(cell)) ? NaN : 0));
      const pairs = x.flatMap((v, k) =>
        k % 5 < 4 && !Number.isNaN(v + x[k + 1]!) ? [[v, x[k + 1]!] as const] : [],
      );
      const [a, b] = [mean(pairs.map(([p]) => p)), mean(pairs.map(([, q]) => q))];
      const covariance = mean(pairs.map(([p, q]) => (p - a) * (q - b)));
      found.push(covariance / Math.sqrt(a * (1 - a) * b * (1 - b)));
    }
    found.sort((a, b) => a - b);
    expect(found.filter((r) => r >= 0.5 && r <= 0.7).length / found.length).toBeGreaterThan(0.8);
    expect(found[0]!).toBeGreaterThan(0.3);
    expect(found[found.length - 1]!).toBeLessThan(0.8);
  });
});

describe('the surveys of care units and users', () => {
  it('have stable assessments, satisfaction and treatment above 80 percent, health around 30', () => {
    for (const setting of ['ht', 'sb']) {
      for (const question of ['halsa', 'bemotande', 'sammantaget'])
        expect(Math.abs(change(`ao-brukare-${setting}-${question}`, 4))).toBeLessThan(1.5);
      for (const question of ['bemotande', 'sammantaget'])
        expect(Math.min(...path(`ao-brukare-${setting}-${question}`, 4))).toBeGreaterThan(80);
      for (const level of path(`ao-brukare-${setting}-halsa`, 4))
        expect(Math.abs(level - 30)).toBeLessThan(3);
    }
  });

  it('have routines for care planning and relatives rising, and those for medication not', () => {
    for (const setting of ['ht', 'sb']) {
      expect(change(`ao-${setting}-vardplanering`, 4)).toBeGreaterThan(6);
      expect(change(`ao-${setting}-anhoriga`, 4)).toBeGreaterThan(6);
      expect(Math.abs(change(`ao-${setting}-lakemedel`, 4))).toBeLessThan(noTrend);
    }
  });

  it('have about a tenth to a fifth of the shares of care units suppressed', () => {
    const cells = grid.get('ao-sb-anhoriga')!.filter((cell) => cell !== undefined);
    const suppressed = cells.filter((cell) => cell.reason === 'undertryckt').length / cells.length;
    expect(suppressed).toBeGreaterThan(0.08);
    expect(suppressed).toBeLessThan(0.25);
  });
});

describe('the national level', () => {
  it('is in expectation the level that the row is set to, within half a point', () => {
    for (const row of world.rows) {
      const scale = row.outcome.unit === 'procent' ? 1 : 50;
      for (const t of row.outcome.survey === 'kommun' ? [0, 4] : [0, 3]) {
        const levels = [...row.probabilities.keys()].map((key) => nationalLevels[key]![t]!);
        expect(Math.abs(scale * yearMean(row.expected, t) - mean(levels)), row.outcome.id).toBeLessThan(0.5);
      }
    }
    expect(rowOf(world, 'eb-extern-samverkan').probabilities.size).toBe(4);
  });
});
