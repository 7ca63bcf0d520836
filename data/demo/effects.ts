import type { OutcomeDefinition } from '../codebook/codebook.js';
import { shuffled, uniforms } from './latent.js';
import { skrYear, type Population } from './population.js';
import { outcomeSpread, questionsOf, surveyYears } from './questions.js';
import { anovaGroupings, groupEffectSizes, userEffectSizes, type AnovaGrouping } from './sizes.js';
import type { DemoSurvey, Status } from './survey.js';

/** The effects of one table row, in percentage points of each of its questions. */
export interface RowEffects {
  /** By grouping, one effect per level of `population.levels`; weighted by the units of 2019 they have mean 0. */
  readonly groups: Readonly<Record<AnovaGrouping, Float64Array>>;
  /** Sum of its three groups' effects, per unit. */
  readonly unit: Float64Array;
  /** Users' advantage over all others, by year. */
  readonly user: readonly number[];
}

/** Rows rarer than this get effects skewed to the right: few groups can lie far below a level near 0. */
const rareBelow = 25;
/** Assignments of effects to levels that are tried per row. */
const attempts = 300;
/** Response to the municipal survey, roughly: what remains of users and non-users in a year's comparison. */
const responding = 0.93;

/** Evenly spread scores of G levels: from -1 to 1, or the cubes of 0 to 1 where skewed. */
function scores(levels: number, skewed: boolean): Float64Array {
  return Float64Array.from({ length: levels }, (_, k) => {
    const x = (k + 0.5) / levels;
    return skewed ? x * x * x : 2 * x - 1;
  });
}

/** Values per level moved and scaled so that over the units that count they have mean 0 and the given standard deviation. */
function standardize(values: Float64Array, codes: Int32Array, counted: Int32Array, sd: number): Float64Array {
  let sum = 0;
  let squares = 0;
  for (const i of counted) sum += values[codes[i]!]!;
  const mean = sum / counted.length;
  for (const i of counted) squares += (values[codes[i]!]! - mean) ** 2;
  const factor = squares > 0 ? sd / Math.sqrt(squares / counted.length) : 0;
  return values.map((v) => (v - mean) * factor);
}

/** Standard deviation over units of the group means of a value per unit. */
function betweenSd(unit: Float64Array, codes: Int32Array, levels: number, counted: Int32Array): number {
  const sums = new Float64Array(levels);
  const counts = new Float64Array(levels);
  for (const i of counted) {
    sums[codes[i]!] = sums[codes[i]!]! + unit[i]!;
    counts[codes[i]!] = counts[codes[i]!]! + 1;
  }
  let squares = 0;
  for (let g = 0; g < levels; g++) if (counts[g]! > 0) squares += (sums[g]! * sums[g]!) / counts[g]!;
  return Math.sqrt(squares / counted.length);
}

/** Weights whose scalar product with a value per unit is the difference of means between users and non-users. */
function contrast(status: readonly Status[]): Float64Array {
  const count = (wanted: Status): number => status.filter((s) => s === wanted).length;
  const [users, nonUsers] = [count('user'), count('non-user')];
  return Float64Array.from(status, (s) => (s === 'user' ? 1 / users : s === 'non-user' ? -1 / nonUsers : 0));
}

type GroupEffects = Record<AnovaGrouping, Float64Array>;

/** Each unit's sum of its groups' effects. */
function sumOfEffects(groups: GroupEffects, { codes }: Population, into: Float64Array): Float64Array {
  into.fill(0);
  for (const grouping of anovaGroupings) {
    const effect = groups[grouping];
    const code = codes[grouping];
    for (let i = 0; i < into.length; i++) into[i] = into[i]! + effect[code[i]!]!;
  }
  return into;
}

/**
 * Group effects with the given standard deviations, levels at random. Groupings overlap (a county has its kinds of municipalities), and users
 * are not spread evenly over them, so that one grouping's effects leak into another's means and into the user comparison: of 300 random
 * assignments the one that leaks least is kept (least squares of the leaks).
 */
function drawGroupEffects(
  population: Population,
  sd: Readonly<Record<AnovaGrouping, number>>,
  skewed: boolean,
  weights: Float64Array | null,
  uniform: () => number,
): GroupEffects {
  const { units, codes, levels } = population;
  const counted = Int32Array.from(
    units.flatMap((unit, i) => (unit.from <= skrYear && skrYear <= unit.to ? [i] : [])),
  );
  const score = anovaGroupings.map((grouping) => scores(levels[grouping].length, skewed));
  const unit = new Float64Array(units.length);
  let best: { leak: number; groups: GroupEffects } | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const groups = {} as GroupEffects;
    anovaGroupings.forEach((grouping, j) => {
      const order = shuffled(levels[grouping].length, uniform);
      const values = score[j]!.map((_, g) => score[j]![order[g]!]!);
      groups[grouping] = standardize(values, codes[grouping], counted, sd[grouping]);
    });
    sumOfEffects(groups, population, unit);
    let difference = 0;
    if (weights) for (let i = 0; i < unit.length; i++) difference += weights[i]! * unit[i]!;
    let leak = difference * difference;
    for (const grouping of anovaGroupings)
      leak += (betweenSd(unit, codes[grouping], levels[grouping].length, counted) - sd[grouping]) ** 2;
    if (!best || leak < best.leak) best = { leak, groups };
  }
  return best!.groups;
}

/** Effects of one row: which, and how large, by the published marks (`sizes.ts`). */
export function drawRowEffects(
  outcome: OutcomeDefinition,
  population: Population,
  survey: DemoSurvey,
  seed: number,
): RowEffects {
  const spread = outcomeSpread(outcome);
  const inSurvey = spread.slice(0, surveyYears(outcome));
  const meanSpread = inSurvey.reduce((a, b) => a + b, 0) / inSurvey.length;
  const sizes = groupEffectSizes(outcome);
  const sd = {} as Record<AnovaGrouping, number>;
  for (const grouping of anovaGroupings) sd[grouping] = sizes[grouping] * meanSpread;
  const rows = questionsOf(outcome).map((q) => q.levels.reduce((a, b) => a + b, 0) / q.levels.length);
  const skewed = Math.max(...rows) < rareBelow;
  const status = survey.status[outcome.area]!;
  const weights = outcome.area === 'aldreomsorg' ? null : contrast(status);
  const uniform = uniforms(seed, `effects/${outcome.id}`);
  const groups = drawGroupEffects(population, sd, skewed, weights, uniform);

  const count = (wanted: Status): number => status.filter((s) => s === wanted).length;
  const standardError = Math.sqrt((1 / count('user') + 1 / count('non-user')) / responding);
  return {
    groups,
    unit: sumOfEffects(groups, population, new Float64Array(population.units.length)),
    user: userEffectSizes(outcome).map((size, t) => size * standardError * spread[t]!),
  };
}
