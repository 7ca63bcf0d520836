import type { MissingReason } from '../records.js';
import { questionMissing, surveyResponse } from './calibration.js';
import { stableField, uniforms, yearlyField } from './latent.js';
import { demoYears, existsIn, type Population } from './population.js';

/** For each unit-year whether the unit answered the municipal survey's part on the area at all. */
export type Responded = Uint8Array;

/**
 * Who answers the municipal survey in an area: exactly the set share of each year's units, those most inclined to. The inclination is
 * partly the unit's own, partly of the year and partly of the area, and has nothing to do with the answers (missing completely at random).
 */
export function drawResponse(population: Population, area: string, seed: number): Responded {
  const { units } = population;
  const years = demoYears.length;
  const own = stableField(seed, 'response/unit', units.length);
  const ofYear = yearlyField(seed, 'response/year', units.length, years);
  const ofArea = yearlyField(seed, `response/area/${area}`, units.length, years);
  const responded = new Uint8Array(units.length * years);
  for (let t = 0; t < years; t++) {
    const present = units.flatMap((unit, i) => (existsIn(unit, t) ? [i] : []));
    const inclination = (i: number): number =>
      Math.sqrt(0.35) * own[i]! +
      Math.sqrt(0.4) * ofYear[i * years + t]! +
      Math.sqrt(0.25) * ofArea[i * years + t]!;
    const answering = Math.round((present.length * surveyResponse[area]![t]!) / 100);
    present.sort((i, j) => inclination(j) - inclination(i));
    for (const i of present.slice(0, answering)) responded[i * years + t] = 1;
  }
  return responded;
}

/**
 * Why a question lacks an answer, per unit-year (null: answered): `bortfall` where the unit left out the whole area, and a few
 * single questions at equal rates for all questions, so that the mean over those answered stays unbiased.
 */
export function drawMissing(responded: Responded, seed: number, question: string): (MissingReason | null)[] {
  const uniform = uniforms(seed, `missing/${question}`);
  return Array.from(responded, (answered) => {
    const u = uniform();
    if (answered === 0) return 'bortfall';
    let limit = 0;
    for (const [reason, rate] of Object.entries(questionMissing)) {
      limit += rate;
      if (u < limit) return reason as MissingReason;
    }
    return null;
  });
}
