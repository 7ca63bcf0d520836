import { describe, expect, it } from 'vitest';
import { drawMunicipalAnswers } from '../../data/demo/answers.js';
import { deriveSeed } from '../../analysis/stats/random.js';
import { demoYears } from '../../data/demo/population.js';
import { drawShares } from '../../data/demo/shares.js';
import { anovaGroupings } from '../../data/demo/sizes.js';
import { expectedUserDifferences } from '../../data/demo/expectations.js';
import type { WorldRow } from '../../data/demo/world.js';
import { demo, mean, outcomeOf } from './outcomes.js';

/** Draws of all answers from the same truth. */
const draws = 20;
/** Largest standardized error of a cell's mean over the draws. */
const largestError = 4.5;
/** Bounds of all cells' mean square, 1 where unbiased: a row's cells hang together, so that it rests on some thirty independent ones (sd about 0.25). */
const meanSquare = [0.5, 1.6] as const;

const { world } = demo;
const { units, codes, levels } = world.population;
const Y = demoYears.length;
const municipal = world.rows.filter(({ outcome }) => outcome.survey === 'kommun');
const compared = municipal.filter(({ outcome }) => outcome.area !== 'aldreomsorg');

/** Smallest group whose mean is tested. */
const fewestUnits = 8;

/** Results of each draw by cell, as deviations from what is expected. */
const errors = new Map<string, number[]>();
function note(cell: string, error: number): void {
  const list = errors.get(cell);
  if (list) list.push(error);
  else errors.set(cell, [error]);
}

/** Simple difference of means between users and non-users, year by year; `totalt` weighted as least squares with year effects does. */
function userDifferences(row: WorldRow, y: Float64Array): Record<string, number> {
  const status = world.survey.status[row.outcome.area]!;
  const values = (t: number, wanted: string): number[] =>
    units.flatMap((_, i) => (status[i] === wanted && !Number.isNaN(y[i * Y + t]!) ? [y[i * Y + t]!] : []));
  const found: Record<string, number> = {};
  let weighted = 0;
  let weights = 0;
  demoYears.forEach((year, t) => {
    const [users, nonUsers] = [values(t, 'user'), values(t, 'non-user')];
    const weight = (users.length * nonUsers.length) / (users.length + nonUsers.length);
    found[year] = mean(users) - mean(nonUsers);
    weighted += weight * found[year];
    weights += weight;
  });
  const changes = (wanted: string): number =>
    mean(units.flatMap((_, i) => (status[i] === wanted ? [y[i * Y + 4]! - y[i * Y]!] : [])));
  return { ...found, totalt: weighted / weights, 'diff2020-2016': changes('user') - changes('non-user') };
}

function standardizedErrors(kind: string): number[] {
  return [...errors].flatMap(([cell, list]) => {
    if (!cell.startsWith(kind)) return [];
    const m = mean(list);
    const sd = Math.sqrt(mean(list.map((e) => (e - m) ** 2)) * (list.length / (list.length - 1)));
    return [(m * Math.sqrt(list.length)) / sd];
  });
}

for (let d = 0; d < draws; d++) {
  const grid = drawMunicipalAnswers(world, deriveSeed(20210617, `draw/${d}`));
  for (const row of municipal) {
    const y = outcomeOf(row, grid);
    const { id } = row.outcome;
    const residual = y.map((v, k) => v - row.expected[k]!);
    if (compared.includes(row)) {
      const expected = expectedUserDifferences(world, row);
      for (const [column, value] of Object.entries(userDifferences(row, y)))
        note(`user ${id} ${column}`, value - expected[column]!);
    }
    for (const grouping of anovaGroupings)
      levels[grouping].forEach((level, g) => {
        const members = codes[grouping].filter((found) => found === g).length;
        const last = residual.filter((_, k) => k % Y === 4 && codes[grouping][Math.floor(k / Y)] === g);
        // Means over a few units are too far from normal for the standardized error below.
        if (members >= fewestUnits) note(`group ${id} ${level}`, mean(last));
      });
    note(`peers ${id}`, peerCovariance(residual));
  }
}

/** Mean product of a unit's residual and that of the other units of its county the year before. */
function peerCovariance(residual: Float64Array): number {
  const sums = new Float64Array(levels.lan.length * Y);
  const counts = new Float64Array(levels.lan.length * Y);
  residual.forEach((e, k) => {
    if (Number.isNaN(e)) return;
    const cell = codes.lan[Math.floor(k / Y)]! * Y + (k % Y);
    sums[cell] = sums[cell]! + e;
    counts[cell] = counts[cell]! + 1;
  });
  const products = Array.from(residual, (e, k) => {
    if (k % Y === 0 || Number.isNaN(e)) return NaN;
    const cell = codes.lan[Math.floor(k / Y)]! * Y + (k % Y) - 1;
    const own = residual[k - 1]!;
    const [others, n] = Number.isNaN(own)
      ? [sums[cell]!, counts[cell]!]
      : [sums[cell]! - own, counts[cell]! - 1];
    return n > 0 ? (e * others) / n : NaN;
  });
  return mean(products);
}

describe('over many draws from the same truth', () => {
  it.each([
    ['user', 'the differences between users and non-users average to those in true-effects.json'],
    ['group', 'the means of counties, municipality groups and quintiles average to their expectations'],
    ['peers', 'a unit’s deviation has nothing to do with that of its county’s other units the year before'],
  ])('(%s) %s', (kind) => {
    const z = standardizedErrors(kind).filter((value) => Number.isFinite(value));
    expect(z.length).toBeGreaterThan(20);
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(kind === 'group' ? 6 : largestError);
    // The variance of a t with `draws` - 1 degrees of freedom is (draws - 1)/(draws - 3).
    const square = (mean(z.map((value) => value * value)) * (draws - 3)) / (draws - 1);
    if (z.length > 100) {
      expect(square).toBeGreaterThan(meanSquare[0]);
      expect(square).toBeLessThan(meanSquare[1]);
    }
  });

  it('shares of care units and users are unbiased', () => {
    const rows = world.rows.filter(({ outcome }) => outcome.survey !== 'kommun');
    const found = new Map(rows.map((row) => [row, [] as number[]]));
    for (let d = 0; d < 6; d++) {
      const grid = drawShares(world, deriveSeed(20210617, `shares/${d}`));
      for (const row of rows)
        found.get(row)!.push(mean(outcomeOf(row, grid).map((v, k) => v - row.expected[k]!)));
    }
    for (const [row, list] of found)
      expect(Math.abs(mean(list)), row.outcome.id).toBeLessThan(row.outcome.survey === 'enhet' ? 2 : 0.5);
  });
});
