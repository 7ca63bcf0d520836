import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { codebook } from '../codebook/codebook.js';
import { shareSurveys } from './calibration.js';
import { answer, column, missing, type AnswerGrid, type Cell } from './cells.js';
import { persistentField, uniforms } from './latent.js';
import { demoYears, type DemoUnit, type Population } from './population.js';
import type { World } from './world.js';

/** Number of special-housing units of a municipality or district; the same ones stand in care-units.csv. */
export const careUnitCount = (unit: DemoUnit): number =>
  Math.max(1, Math.round(unit.elderly / shareSurveys.elderlyPerCareUnit));

const homeCareUnitCount = (unit: DemoUnit): number =>
  Math.max(1, Math.round(unit.elderly / shareSurveys.elderlyPerHomeCareUnit));

/** How many answer per unit-year, or why no share is shown. */
type Answering = number | 'bortfall' | 'undertryckt';

/** Survey of care units: some do not answer; the share is suppressed where more than 20 percent do not (Socialstyrelsen's guide 2017). */
function careUnitsAnswering(population: Population, setting: string, seed: number): Answering[] {
  const uniform = uniforms(seed, `care-units-answering/${setting}`);
  const { muchNonResponse, nonResponse } = shareSurveys;
  return population.units.flatMap((unit) => {
    const asked = setting === 'ht' ? homeCareUnitCount(unit) : careUnitCount(unit);
    return demoYears.map((): Answering => {
      const rate = uniform() < muchNonResponse ? nonResponse.much : nonResponse.little;
      let answered = 0;
      for (let u = 0; u < asked; u++) if (uniform() >= rate) answered++;
      if (answered === 0) return 'bortfall';
      return (asked - answered) / asked > 0.2 ? 'undertryckt' : answered;
    });
  });
}

/** Survey of users: respondents in proportion to the elderly; suppressed where they are few. */
function usersAnswering(population: Population, setting: string, seed: number): Answering[] {
  const uniform = uniforms(seed, `users-answering/${setting}`);
  const { homeCareRespondents, housingRespondents, fewestRespondents } = shareSurveys;
  const rate = setting === 'ht' ? homeCareRespondents : housingRespondents;
  return population.units.flatMap((unit) =>
    demoYears.map((): Answering => {
      const n = Math.round(unit.elderly * rate * (0.85 + 0.3 * uniform()));
      if (uniform() < 0.01) return 'bortfall';
      return n < fewestRespondents ? 'undertryckt' : n;
    }),
  );
}

/**
 * The shares of care units and of users with a positive answer, one decimal. Within a municipality and year each answers so with
 * probability q = Phi((z(p) - sqrt(r)·b) / sqrt(1 - r)), b standard normal and persistent, r the municipality's part of the variance: then
 * E q = p exactly (the probit-normal mixture), and the number of positive answers is binomial.
 */
export function drawShares(world: World, seed: number): AnswerGrid {
  const { population } = world;
  const [n, years] = [population.units.length, demoYears.length];
  const grid = new Map<string, readonly (Cell | undefined)[]>();
  for (const { outcome, probabilities } of world.rows) {
    const { survey, rule } = outcome;
    if (survey === 'kommun' || rule.kind !== 'item') continue;
    const setting = rule.item.includes('-ht-') ? 'ht' : 'sb';
    const answering = (survey === 'enhet' ? careUnitsAnswering : usersAnswering)(population, setting, seed);
    const r = shareSurveys[survey].municipality;
    const b = persistentField(seed, `share/${rule.item}`, n, years);
    const uniform = uniforms(seed, `share/binomial/${rule.item}`);
    const p = probabilities.get(rule.item)!;
    const item = codebook().items.find(({ id }) => id === rule.item)!;
    const cells = column(population, item, (_, __, k) => {
      const size = answering[k]!;
      if (typeof size === 'string') return missing(size);
      const z = normalQuantile(p[k]! / 100, 0, 1);
      const q = normalCdf((z - Math.sqrt(r) * b[k]!) / Math.sqrt(1 - r), 0, 1);
      let positive = 0;
      for (let u = 0; u < size; u++) if (uniform() < q) positive++;
      return answer(String(Math.round((1000 * positive) / size) / 10));
    });
    grid.set(rule.item, cells);
  }
  return grid;
}
