import { drawAnswers, generateDemo } from '../../data/demo/generate.js';
import type { AnswerGrid, Cell } from '../../data/demo/cells.js';
import type { World, WorldRow } from '../../data/demo/world.js';

/** The committed demo, generated once per test file. */
export const demo = generateDemo();
export const grid = drawAnswers(demo.world);

/** Ja 1, Delvis 0.5, Nej 0, a number itself, NaN where missing or not asked. */
export function code(cell: Cell | undefined): number {
  if (!cell || cell.reason !== '') return NaN;
  const words: Record<string, number> = { Ja: 1, Delvis: 0.5, Nej: 0 };
  return words[cell.answer] ?? Number(cell.answer);
}

/** A row's outcome by the specification's default scoring, unit i in year index t at i·5 + t; written here anew, apart from the package's own. */
export function outcomeOf(row: WorldRow, answers: AnswerGrid): Float64Array {
  const { rule, survey } = row.outcome;
  const items = rule.kind === 'item' ? [rule.item] : [...rule.items];
  const joint = rule.kind === 'settings' || rule.kind === 'alcohol-drugs' ? rule.joint : null;
  return row.expected.map((_, k) => {
    const values = items.map((id) => code(answers.get(id)![k]));
    const given = values.filter((v) => !Number.isNaN(v));
    const jointValue = joint === null ? NaN : code(answers.get(joint)![k]);
    if (rule.kind === 'alcohol-drugs')
      return Number.isNaN(jointValue) ? values.reduce((a, b) => a + b, 0) : 2 * jointValue;
    if (rule.kind === 'settings') {
      const all = Number.isNaN(jointValue) ? given : [jointValue];
      return all.length === 0 ? NaN : all.some((v) => v > 0) ? 100 : 0;
    }
    if (given.length === 0) return NaN;
    if (rule.kind === 'share-of-items') return (100 * given.reduce((a, b) => a + b, 0)) / given.length;
    return survey === 'kommun' ? (given[0] === 1 ? 100 : 0) : given[0]!;
  });
}

export function rowOf(world: World, id: string): WorldRow {
  const row = world.rows.find(({ outcome }) => outcome.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return row;
}

export function mean(values: Iterable<number>): number {
  let sum = 0;
  let n = 0;
  for (const v of values) {
    if (Number.isNaN(v)) continue;
    sum += v;
    n++;
  }
  return sum / n;
}

/** National mean of an outcome by year index. */
export function yearMean(outcome: Float64Array, t: number): number {
  return mean(outcome.filter((_, k) => k % 5 === t));
}

/** Share of given answers to an item in a year that are the given word, percent. */
export function shareOf(answers: AnswerGrid, item: string, t: number, wanted: string): number {
  const given = answers.get(item)!.filter((cell, k) => k % 5 === t && cell && cell.reason === '');
  return (100 * given.filter((cell) => cell!.answer === wanted).length) / given.length;
}
