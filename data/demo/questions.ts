import type { OutcomeDefinition } from '../codebook/codebook.js';
import { answerCorrelation, nationalLevels, shareSurveys } from './calibration.js';
import { demoYears } from './population.js';

/** What a table row is simulated as: the questions that have a probability of their own. */
export interface Question {
  /** The item's id, or the outcome's where several settings make one outcome. */
  readonly key: string;
  /** National level in percent, by year. */
  readonly levels: readonly number[];
}

/** Number of years in which the outcome's survey was made: five, or four (the surveys of units and users). */
export const surveyYears = (outcome: OutcomeDefinition): number => (outcome.survey === 'kommun' ? 5 : 4);

/** The questions of a row. The alcohol row has two also in 2016, when one joint question asked for both. */
export function questionsOf(outcome: OutcomeDefinition): readonly Question[] {
  const { rule } = outcome;
  const keys = rule.kind === 'item' ? [rule.item] : rule.kind === 'settings' ? [outcome.id] : [...rule.items];
  return keys.map((key) => {
    const levels = nationalLevels[key];
    if (!levels) throw new Error(`no national level for ${key}`);
    return { key, levels };
  });
}

/**
 * What the mean of the row's questions in percent is multiplied by to give the row's outcome: 1, and for the alcohol row, the
 * number of methods used (0-2), 2/100.
 */
export const outcomeScale = (outcome: OutcomeDefinition): number =>
  outcome.rule.kind === 'alcohol-drugs' ? 0.02 : 1;

/**
 * Standard deviation over units of the mean of a row's questions, in percentage points, by year: sqrt(pi(1-pi)) of one answer,
 * times sqrt((1+(k-1)phi)/k) for k questions with correlation phi; in the surveys of units and users times the factor set there.
 */
export function outcomeSpread(outcome: OutcomeDefinition): readonly number[] {
  const { survey, rule } = outcome;
  const questions = questionsOf(outcome);
  const k = questions.length;
  const phi = rule.kind === 'alcohol-drugs' ? answerCorrelation.alcoholDrugs : answerCorrelation.default;
  const factor = survey === 'kommun' ? Math.sqrt((1 + (k - 1) * phi) / k) : shareSurveys[survey].spread;
  return demoYears.map((_, t) => {
    const sum = questions.reduce((s, { levels }) => s + Math.sqrt(levels[t]! * (100 - levels[t]!)), 0);
    return (factor * sum) / k;
  });
}
