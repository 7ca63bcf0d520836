import { quoteFound } from '../../data/problems.js';
import type { DataTable } from '../frames/index.js';

/** A column with numbers that are another number in 32 bits: more than rounded in the seventh digit. */
export interface Float32Loss {
  readonly column: string;
  /** How many of its numbers. */
  readonly count: number;
  /** The first of them, its row (the first is 0), and what it is in 32 bits: not finite where it is too large. */
  readonly row: number;
  readonly value: number;
  readonly becomes: number;
}

/** Half the distance between two neighbours at 1: the relative error of rounding to 32 bits. */
const ROUNDING = 2 ** -24;

/**
 * Where 32-bit arithmetic, which danfo's frames do (`add`, `mul`, `tensor`, the scalers), gives up more than digits: whole
 * numbers that become other whole numbers (16777217), numbers that become 0 or lose most digits (a p of 1e-50), and numbers too large.
 * That every other fraction is rounded to some seven digits is the rule, and not listed.
 */
export function float32Losses({ columns }: DataTable): Float32Loss[] {
  return columns.flatMap(({ name, type, values }) => {
    if (type !== 'int32' && type !== 'float64') return [];
    const lost = values.flatMap((value, row) => (value !== null && isLost(value) ? [row] : []));
    const [row] = lost;
    if (row === undefined) return [];
    const value = values[row]!;
    return [{ column: name, count: lost.length, row, value, becomes: Math.fround(value) }];
  });
}

function isLost(value: number): boolean {
  const single = Math.fround(value);
  if (single === value) return false;
  return Number.isInteger(value) || Math.abs(single - value) > ROUNDING * Math.abs(value);
}

/** The losses in one sentence, for a warning or an error. */
export function describeLosses(losses: readonly Float32Loss[]): string {
  const each = losses.map(
    ({ column, count, row, value, becomes }) =>
      `${quoteFound(column)} (${count} ${count === 1 ? 'number' : 'numbers'}, first ${value} in row ${row + 1}, which becomes ${Number.isFinite(becomes) ? becomes : 'infinite'})`,
  );
  return `found numbers that danfo's 32-bit arithmetic changes, in ${each.join(', ')}; series (frame.a.add(frame.b)) and groups compute in 64 bits, frames (frame.add(1)) and tensors in 32`;
}
