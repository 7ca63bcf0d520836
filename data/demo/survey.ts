import { skrSurvey } from './calibration.js';
import { normals, shuffled, stableField, uniforms } from './latent.js';
import { skrYear, type Population } from './population.js';

/** What a unit said of an area in SKR's member survey: `user` quality development, `non-user` not used at all. */
export type Status = 'user' | 'non-user' | 'other' | 'unknown' | 'not-asked';

export interface DemoSurvey {
  /** By area, one status per unit; `not-asked` for units that did not exist in 2019. */
  readonly status: Readonly<Record<string, readonly Status[]>>;
  /** The counties in which use is more common. */
  readonly eagerCounties: readonly string[];
}

/** How much more often units of middle-sized municipalities and of the eager counties use the results, in standard deviations. */
const middleSized: Readonly<Record<string, number>> = { '2': 0.15, '3': 0.45, '4': 0.3 };
const eagerCounty = 0.5;
const eagerCounties = 4;

/** The counts that the survey's percentages come to: respondents of the units asked, users and non-users of respondents. */
export function surveyCounts(
  area: string,
  asked: number,
): { respondents: number; users: number; nonUsers: number } {
  const { response, users, nonUsers } = skrSurvey[area]!;
  const respondents = Math.round((asked * response) / 100);
  return {
    respondents,
    users: Math.round((respondents * users) / 100),
    nonUsers: nonUsers === 'five' ? 5 : Math.round((respondents * nonUsers) / 100),
  };
}

/**
 * Draws the statuses with exact counts: the units most inclined to answer do, and of them those most inclined to use the results are
 * users, those least inclined non-users. Inclinations are normal, partly common to the three areas.
 */
export function drawSurvey(population: Population, seed: number): DemoSurvey {
  const { units, levels } = population;
  const asked = units.flatMap((unit, i) => (unit.from <= skrYear && skrYear <= unit.to ? [i] : []));
  const order = shuffled(levels.lan.length, uniforms(seed, 'survey/counties'));
  const eager = [...order.subarray(0, eagerCounties)]
    .map((c) => levels.lan[c]!)
    .sort((a, b) => (a < b ? -1 : 1));
  const tilt = units.map(
    ({ groups }) => (middleSized[groups.invanare] ?? 0) + (eager.includes(groups.lan) ? eagerCounty : 0),
  );
  const answering = stableField(seed, 'survey/answering', units.length);
  const using = stableField(seed, 'survey/using', units.length);
  const status: Record<string, Status[]> = {};
  for (const area of Object.keys(skrSurvey)) {
    const counts = surveyCounts(area, asked.length);
    const drawAnswering = normals(seed, `survey/answering/${area}`);
    const drawUsing = normals(seed, `survey/using/${area}`);
    const willAnswer = answering.map((z) => Math.sqrt(0.6) * z + Math.sqrt(0.4) * drawAnswering());
    const willUse = using.map((z, i) => tilt[i]! + Math.sqrt(0.4) * z + Math.sqrt(0.6) * drawUsing());
    const respondents = [...asked]
      .sort((i, j) => willAnswer[j]! - willAnswer[i]!)
      .slice(0, counts.respondents);
    respondents.sort((i, j) => willUse[j]! - willUse[i]!);
    const found: Status[] = units.map(() => 'not-asked');
    for (const i of asked) found[i] = 'unknown';
    respondents.forEach((i, rank) => {
      const last = counts.respondents - counts.nonUsers;
      found[i] = rank < counts.users ? 'user' : rank >= last ? 'non-user' : 'other';
    });
    status[area] = found;
  }
  return { status, eagerCounties: eager };
}
