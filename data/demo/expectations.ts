import { demoYears, existsIn } from './population.js';
import type { Status } from './survey.js';
import type { World, WorldRow } from './world.js';

/** Mean of an outcome's expectation in a year over the units asked that count, and how many they are. */
export function expectedMean(
  world: World,
  row: WorldRow,
  t: number,
  counts: (unit: number) => boolean,
): { mean: number; n: number } {
  const values = world.population.units.flatMap((unit, i) =>
    existsIn(unit, t) && counts(i) ? [row.expected[i * demoYears.length + t]!] : [],
  );
  if (values.length === 0) throw new RangeError(`no unit to take the mean of ${row.outcome.id} over`);
  return { mean: values.reduce((a, b) => a + b, 0) / values.length, n: values.length };
}

/**
 * What the user tables' columns would show without chance: the coefficient of the user dummy, with year effects, on the expected
 * outcomes of all users and non-users (within-year differences weighted by n_u·n_n/(n_u+n_n), which is least squares with year
 * effects). It holds the user effect and what remains of the groups' uneven use. Non-response is at random and does not move it.
 */
export function expectedUserDifferences(world: World, row: WorldRow): Readonly<Record<string, number>> {
  const statuses = world.survey.status[row.outcome.area]!;
  const yearly = demoYears.map((_, t) => {
    const users = expectedMean(world, row, t, (i) => statuses[i] === 'user');
    const nonUsers = expectedMean(world, row, t, (i) => statuses[i] === 'non-user');
    return {
      difference: users.mean - nonUsers.mean,
      weight: (users.n * nonUsers.n) / (users.n + nonUsers.n),
    };
  });
  const weights = yearly.reduce((sum, y) => sum + y.weight, 0);
  const cells: Record<string, number> = {
    totalt: yearly.reduce((sum, y) => sum + y.weight * y.difference, 0) / weights,
  };
  demoYears.forEach((year, t) => (cells[year] = yearly[t]!.difference));
  cells['diff2020-2016'] = expectedChange(world, row, 'user') - expectedChange(world, row, 'non-user');
  return cells;
}

/** Mean change of the expected outcome from 2016 to 2020 over the units with a status that were asked in both years. */
function expectedChange(world: World, row: WorldRow, status: Status): number {
  const last = demoYears.length - 1;
  const statuses = world.survey.status[row.outcome.area]!;
  const changes = world.population.units.flatMap((unit, i) => {
    const counts = statuses[i] === status && existsIn(unit, 0) && existsIn(unit, last);
    return counts ? [row.expected[i * demoYears.length + last]! - row.expected[i * demoYears.length]!] : [];
  });
  return changes.reduce((a, b) => a + b, 0) / changes.length;
}
