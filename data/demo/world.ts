import { codebook, type OutcomeDefinition } from '../codebook/codebook.js';
import { bounds } from './calibration.js';
import { drawRowEffects, type RowEffects } from './effects.js';
import { buildPopulation, demoYears, existsIn, type Population } from './population.js';
import { outcomeScale, questionsOf, surveyYears } from './questions.js';
import type { Registers } from '../codebook/registers.js';
import { drawSurvey, type DemoSurvey } from './survey.js';

/** One table row: its effects, and what follows from them for every unit and year. */
export interface WorldRow {
  readonly outcome: OutcomeDefinition;
  readonly effects: RowEffects;
  /** Per question P(positive answer) in percent: unit i in year index t at i·5 + t; NaN where the unit was not asked. */
  readonly probabilities: ReadonlyMap<string, Float64Array>;
  /** The outcome's expectation, in its own unit (percent, or 0-2), laid out alike. */
  readonly expected: Float64Array;
}

/** Everything that is true in the demo data before an answer is drawn. */
export interface World {
  readonly seed: number;
  readonly population: Population;
  readonly survey: DemoSurvey;
  readonly rows: readonly WorldRow[];
}

/**
 * P(positive answer) in percent of every unit-year to one question:
 * p_it = base_it + kappa_it·g_i, base_it = pi_t + delta_t·(user_i - mean user),
 * g_i the sum of the unit's group effects, and kappa_it = 1, or less where full effects would leave [2, 98]: then
 * the room from the base to the bound over the largest effect in that direction. There is no term for other units' results.
 */
function probabilities(
  levels: readonly number[],
  years: number,
  effects: RowEffects,
  population: Population,
  isUser: readonly boolean[],
): Float64Array {
  const { units } = population;
  const p = new Float64Array(units.length * demoYears.length).fill(NaN);
  const highest = Math.max(...effects.unit);
  const lowest = Math.min(...effects.unit);
  for (let t = 0; t < years; t++) {
    const present = units.flatMap((unit, i) => (existsIn(unit, t) ? [i] : []));
    const users = present.filter((i) => isUser[i]!).length / present.length;
    for (const i of present) {
      const base = levels[t]! + effects.user[t]! * ((isUser[i]! ? 1 : 0) - users);
      if (base < bounds.low || base > bounds.high)
        throw new RangeError(`user effect leaves the bounds: ${base} percent in ${demoYears[t]!}`);
      const down = lowest < 0 ? (base - bounds.low) / -lowest : 1;
      const up = highest > 0 ? (bounds.high - base) / highest : 1;
      p[i * demoYears.length + t] = base + Math.min(1, down, up) * effects.unit[i]!;
    }
  }
  return p;
}

function buildRow(
  outcome: OutcomeDefinition,
  population: Population,
  survey: DemoSurvey,
  seed: number,
): WorldRow {
  const effects = drawRowEffects(outcome, population, survey, seed);
  const isUser = survey.status[outcome.area]!.map((status) => status === 'user');
  const years = surveyYears(outcome);
  const questions = questionsOf(outcome).map(
    ({ key, levels }) => [key, probabilities(levels, years, effects, population, isUser)] as const,
  );
  const expected = new Float64Array(population.units.length * demoYears.length);
  for (const [, p] of questions) p.forEach((value, k) => (expected[k] = expected[k]! + value));
  const factor = outcomeScale(outcome) / questions.length;
  return {
    outcome,
    effects,
    probabilities: new Map(questions),
    expected: expected.map((sum) => sum * factor),
  };
}

/** Draws population, statuses and effects: the truth that the answers are then drawn from. */
export function buildWorld(seed: number, registers: Registers): World {
  const population = buildPopulation(registers, seed);
  const survey = drawSurvey(population, seed);
  const rows = codebook().outcomes.map((outcome) => buildRow(outcome, population, survey, seed));
  return { seed, population, survey, rows };
}
