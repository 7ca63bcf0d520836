import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { codebook, type Item } from '../codebook/codebook.js';
import { answerShares, partialAmongRest, secondSettingNotUsed, settingPatterns } from './calibration.js';
import { answer, column, missing, type AnswerGrid, type Cell } from './cells.js';
import { latentField, persistentField, uniforms } from './latent.js';
import { drawMissing, drawResponse, type Responded } from './nonresponse.js';
import { demoYears } from './population.js';
import type { World, WorldRow } from './world.js';

const itemOf = (id: string): Item => codebook().items.find((item) => item.id === id)!;
const word = (positive: boolean): Cell => answer(positive ? 'Ja' : 'Nej');

/** The normal quantile of a percentage: w below it means a positive answer. */
const threshold = (percent: number): number => normalQuantile(percent / 100, 0, 1);

interface Draw {
  readonly world: World;
  readonly row: WorldRow;
  readonly responded: Responded;
  readonly seed: number;
}

function latent({ world, row, seed }: Draw, key: string): Float64Array {
  const shares = row.outcome.rule.kind === 'alcohol-drugs' ? answerShares.alcoholDrugs : answerShares.default;
  return latentField(seed, row.outcome.id, key, shares, world.population.units.length, demoYears.length);
}

/** One question with two or three answers: Ja below the first threshold, Delvis between it and a second one. */
function singleItem(draw: Draw, id: string): [string, (Cell | undefined)[]] {
  const item = itemOf(id);
  const w = latent(draw, id);
  const p = draw.row.probabilities.get(id)!;
  const reasons = drawMissing(draw.responded, draw.seed, id);
  const partial = item.scale!.includes('Delvis');
  const cells = column(draw.world.population, item, (_, __, k) => {
    const reason = reasons[k]!;
    if (reason) return missing(reason);
    if (w[k]! < threshold(p[k]!)) return answer('Ja');
    if (partial && w[k]! < threshold(p[k]! + (100 - p[k]!) * partialAmongRest)) return answer('Delvis');
    return answer('Nej');
  });
  return [id, cells];
}

/**
 * AUDIT and DUDIT, two correlated answers in every year; the joint question of 2016 is answered Ja with both, Delvis
 * with one of them, so that its change into two questions does not move the level.
 */
function alcoholDrugs(draw: Draw, joint: string, items: readonly string[]): [string, (Cell | undefined)[]][] {
  const { population } = draw.world;
  const used = items.map((id) => {
    const w = latent(draw, id);
    return draw.row.probabilities.get(id)!.map((p, k) => (w[k]! < threshold(p) ? 1 : 0));
  });
  const reasons = drawMissing(draw.responded, draw.seed, draw.row.outcome.id);
  const reasonOr = (k: number, cell: Cell): Cell => (reasons[k] ? missing(reasons[k]) : cell);
  const count = (k: number): number => used.reduce((sum, u) => sum + u[k]!, 0);
  const jointAnswers = ['Nej', 'Delvis', 'Ja'];
  return [
    [joint, column(population, itemOf(joint), (_, __, k) => reasonOr(k, answer(jointAnswers[count(k)]!)))],
    ...items.map((id, j): [string, (Cell | undefined)[]] => [
      id,
      column(population, itemOf(id), (_, __, k) => reasonOr(k, word(used[j]![k] === 1))),
    ]),
  ];
}

/**
 * A question put for one or two settings: first whether any setting is positive (probability p), then which, and Ja or Delvis.
 * Where the second setting does not apply to the unit, the first alone decides. The joint question of 2016 asks for any.
 */
function settings(
  draw: Draw,
  joint: string | null,
  items: readonly string[],
): [string, (Cell | undefined)[]][] {
  const { id } = draw.row.outcome;
  const { population } = draw.world;
  const { both, first, ja } = settingPatterns[id]!;
  const w = latent(draw, id);
  const p = draw.row.probabilities.get(id)!;
  const reasons = drawMissing(draw.responded, draw.seed, id);
  const [n, years] = [population.units.length, demoYears.length];
  const where = persistentField(draw.seed, `settings/${id}`, n, years);
  const how = items.map((item) => persistentField(draw.seed, `positive/${item}`, n, years));
  const [toBoth, toFirst, toJa] = [both, both + first, ja].map((share) => threshold(100 * share));
  const without = uniforms(draw.seed, 'settings/second-not-used');
  const lacksSecond = population.units.map(() => without() < (secondSettingNotUsed[id] ?? 0));

  const positive = (k: number): boolean => w[k]! < threshold(p[k]!);
  const cellOf = (j: number, i: number, k: number): Cell => {
    if (reasons[k]) return missing(reasons[k]);
    if (j === 1 && lacksSecond[i]!) return missing('ej-aktuellt');
    const here = where[k]! < toBoth! || (j === 0 ? where[k]! < toFirst! : where[k]! >= toFirst!);
    if (!positive(k) || !(here || lacksSecond[i]!)) return answer('Nej');
    return answer(how[j]![k]! < toJa! ? 'Ja' : 'Delvis');
  };
  const columns = items.map((item, j): [string, (Cell | undefined)[]] => [
    item,
    column(population, itemOf(item), (i, _, k) => cellOf(j, i, k)),
  ]);
  if (joint === null) return columns;
  const jointCells = column(population, itemOf(joint), (_, __, k) =>
    reasons[k] ? missing(reasons[k]) : word(positive(k)),
  );
  return [[joint, jointCells], ...columns];
}

/**
 * Draws the answers to the municipal survey, given the world: the same seed gives the same answers, and another seed another draw
 * from the same truth.
 */
export function drawMunicipalAnswers(world: World, seed: number): AnswerGrid {
  const responses = new Map<string, Responded>();
  const grid = new Map<string, readonly (Cell | undefined)[]>();
  for (const row of world.rows) {
    const { area, survey, rule } = row.outcome;
    if (survey !== 'kommun') continue;
    const responded = responses.get(area) ?? drawResponse(world.population, area, seed);
    responses.set(area, responded);
    const draw: Draw = { world, row, responded, seed };
    let columns: [string, (Cell | undefined)[]][];
    if (rule.kind === 'alcohol-drugs') columns = alcoholDrugs(draw, rule.joint, rule.items);
    else if (rule.kind === 'settings') columns = settings(draw, rule.joint, rule.items);
    else columns = (rule.kind === 'item' ? [rule.item] : rule.items).map((id) => singleItem(draw, id));
    for (const [id, cells] of columns) grid.set(id, cells);
  }
  return grid;
}
