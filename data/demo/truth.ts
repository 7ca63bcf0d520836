import { publishedTables } from '../codebook/published.js';
import { expectedMean, expectedUserDifferences } from './expectations.js';
import { demoYears } from './population.js';
import { outcomeScale, surveyYears } from './questions.js';
import { anovaGroupings } from './sizes.js';
import { staffing } from './care-units.js';
import type { Status } from './survey.js';
import type { World, WorldRow } from './world.js';

const round = (x: number): number => Math.round(x * 1e6) / 1e6;

function byYear(value: (t: number) => number, years: number): Record<string, number> {
  return Object.fromEntries(demoYears.slice(0, years).map((year, t) => [year, round(value(t))]));
}

function outcomeTruth(world: World, row: WorldRow): object {
  const { outcome, effects } = row;
  // Effects are per question in percentage points; the row's outcome may be on another scale (alcohol and drugs, 0-2).
  const scale = outcomeScale(outcome);
  const years = surveyYears(outcome);
  const groupEffects = anovaGroupings.map((grouping) => [
    grouping,
    Object.fromEntries(
      world.population.levels[grouping].map((level, g) => [
        level,
        round(scale * effects.groups[grouping][g]!),
      ]),
    ),
  ]);
  const { levels, codes } = world.population;
  const lastMeans = anovaGroupings.map((grouping) => [
    grouping,
    Object.fromEntries(
      levels[grouping].map((level, g) => [
        level,
        round(expectedMean(world, row, years - 1, (i) => codes[grouping][i] === g).mean),
      ]),
    ),
  ]);
  return {
    outcome: outcome.id,
    area: outcome.area,
    group: outcome.group,
    row: outcome.row,
    unit: outcome.unit,
    national: byYear((t) => expectedMean(world, row, t, () => true).mean, years),
    groupEffects: Object.fromEntries(groupEffects) as Record<string, unknown>,
    groupMeansLastYear: Object.fromEntries(lastMeans) as Record<string, unknown>,
    userEffect: byYear((t) => scale * effects.user[t]!, years),
    peerEffect: 0,
  };
}

function statusCounts(world: World): object {
  const counts = Object.entries(world.survey.status).map(([area, statuses]) => {
    const count = (s: Status): number => statuses.filter((found) => found === s).length;
    const asked = statuses.length - count('not-asked');
    return [
      area,
      {
        asked,
        users: count('user'),
        nonUsers: count('non-user'),
        other: count('other'),
        unknown: count('unknown'),
      },
    ];
  });
  return Object.fromEntries(counts) as Record<string, unknown>;
}

/** The content of true-effects.json: everything that is true in the demo data, in the units of the outcomes. */
export function describeTruth(world: World): object {
  const userTables = publishedTables()
    .filter((table) => table.kind === 'users')
    .map((table) => ({
      table: table.table,
      rows: world.rows
        .filter((row) => row.outcome.area === table.area)
        .map((row) => ({
          outcome: row.outcome.id,
          group: row.outcome.group,
          row: row.outcome.row,
          expected: Object.fromEntries(
            Object.entries(expectedUserDifferences(world, row)).map(([column, value]) => [
              column,
              round(value),
            ]),
          ),
        })),
    }));
  return {
    seed: world.seed,
    synthetic: true,
    explanation: {
      national: 'expected outcome, mean over the units asked that year',
      groupEffects:
        "effect of the unit's group, added up over the groupings; given in full where the probability then stays within 2-98 percent, " +
        'else every effect of that year and base in the same proportion smaller',
      groupMeansLastYear: 'expected outcome, mean over the units of a group in the last year',
      userEffect: 'difference between users and all others with the same groups, per year',
      peerEffect: "effect of other units' earlier results: none was simulated",
      laggedSpreadEffect: 'effect of the spread between care units on later staffing: none was simulated',
      userTables:
        'difference between users and non-users expected in each cell, what remains of uneven groups included',
    },
    peerEffect: 0,
    laggedSpreadEffect: 0,
    survey: { counts: statusCounts(world), eagerCounties: world.survey.eagerCounties },
    outcomes: world.rows.map((row) => outcomeTruth(world, row)),
    userTables,
    staffing,
  };
}
