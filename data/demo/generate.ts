import { describeAbout, readme } from './texts.js';
import { drawMunicipalAnswers } from './answers.js';
import { demoSeed } from './calibration.js';
import { drawCareUnits } from './care-units.js';
import type { AnswerGrid } from './cells.js';
import { readRegisters, type Registers } from '../codebook/registers.js';
import { drawShares } from './shares.js';
import { answersCsv, careUnitsCsv, indicatorsCsv, surveyCsv, unitsCsv } from './tables.js';
import { describeTruth } from './truth.js';
import { buildWorld, type World } from './world.js';

export interface Demo {
  /** Content by file name: a canonical data folder, with its README and the truth behind it. */
  readonly files: Readonly<Record<string, string>>;
  /** The truth with the matrices of probabilities and expected outcomes. */
  readonly world: World;
}

/** One draw of all answers from a world; other seeds give other draws from the same truth. */
export function drawAnswers(world: World, seed: number = world.seed): AnswerGrid {
  return new Map([...drawMunicipalAnswers(world, seed), ...drawShares(world, seed)]);
}

const json = (value: object): string => JSON.stringify(value, null, 1) + '\n';

/**
 * The synthetic demo data. Pure: the same seed and registers give the same bytes on any machine.
 * @param registers real codes, names, groups and covariates; default the codebook's files
 */
export function generateDemo(seed: number = demoSeed, registers: Registers = readRegisters()): Demo {
  const world = buildWorld(seed, registers);
  const { population, survey } = world;
  const careUnits = drawCareUnits(population, seed);
  const files = {
    'units.csv': unitsCsv(population),
    'indicators.csv': indicatorsCsv(),
    'answers.csv': answersCsv(population, drawAnswers(world)),
    'survey.csv': surveyCsv(population, survey),
    'care-units.csv': careUnitsCsv(careUnits),
    'about.json': json(describeAbout(seed)),
    'true-effects.json': json(describeTruth(world)),
    'README.md': readme(seed),
  };
  return { files, world };
}
