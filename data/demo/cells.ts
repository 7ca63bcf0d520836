import type { MissingReason } from '../records.js';
import { demoYears, existsIn, type Population } from './population.js';

/** One answer as it stands in answers.csv. */
export interface Cell {
  readonly answer: string;
  readonly reason: string;
}

/** Per item one cell per unit-year (unit i in year index t at i·5 + t), undefined where it was not asked. */
export type AnswerGrid = ReadonlyMap<string, readonly (Cell | undefined)[]>;

const answers = new Map<string, Cell>();
const reasons = new Map<MissingReason, Cell>();

/** An answer; equal ones are one object. */
export function answer(text: string): Cell {
  let cell = answers.get(text);
  if (!cell) answers.set(text, (cell = { answer: text, reason: '' }));
  return cell;
}

/** A missing answer with its reason. */
export function missing(reason: MissingReason): Cell {
  let cell = reasons.get(reason);
  if (!cell) reasons.set(reason, (cell = { answer: '', reason }));
  return cell;
}

/** A column of cells for the years from-to (inclusive) in which an item was asked; `fill` is called in order of unit and year. */
export function column(
  population: Population,
  years: { readonly from: number; readonly to: number },
  fill: (unit: number, yearIndex: number, k: number) => Cell,
): (Cell | undefined)[] {
  const cells: (Cell | undefined)[] = [];
  population.units.forEach((unit, i) => {
    demoYears.forEach((year, t) => {
      const asked = existsIn(unit, t) && years.from <= year && year <= years.to;
      cells.push(asked ? fill(i, t, i * demoYears.length + t) : undefined);
    });
  });
  return cells;
}
