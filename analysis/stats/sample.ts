import { compact, withoutSingletons, type Factor } from './effects.js';
import type { OlsInput } from './least-squares.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** The rows that a regression uses. */
export interface Sample {
  readonly n: number;
  /** Their indices; null: all. */
  readonly rows: Int32Array | null;
  readonly weights: Float64Array | null;
  readonly factors: readonly Factor[];
  readonly singletons: number;
  readonly zeroWeights: number;
}

/**
 * Leaves out rows of weight 0, then, again and again, rows that are alone in a level of an effect.
 * Not estimable: `non-finite` and `negative-weight` (weights), `no-observations`.
 * @throws RangeError where columns differ in length or a code is not an integer >= 0
 */
export function selectRows(input: OlsInput): Sample | NotEstimable {
  checkLengths(input);
  const effects = input.effects ?? [];
  const weighted = positiveWeights(input.weights);
  if (weighted !== null && 'status' in weighted) return weighted;
  let rows = weighted;
  let n = rows === null ? input.y.length : rows.length;
  const zeroWeights = input.y.length - n;
  if (n === 0) return notEstimable('no-observations');

  let factors = effects.map((effect) => compact(effect.codes, rows));
  const left = withoutSingletons(factors, n);
  let singletons = 0;
  if (left !== null) {
    singletons = n - left.length;
    n = left.length;
    if (n === 0) return notEstimable('no-observations', 'every row is alone in a level of an effect');
    const before = rows;
    rows = before === null ? left : left.map((i) => before[i]!);
    factors = effects.map((effect) => compact(effect.codes, rows));
  }
  const weights = input.weights === undefined ? null : take(input.weights, rows);
  return { n, rows, weights, factors, singletons, zeroWeights };
}

/** The given rows of a column, as doubles; where all rows are used the column itself may be returned. */
export function take(column: Column, rows: Int32Array | null): Float64Array {
  if (rows !== null) return Float64Array.from(rows, (i) => column[i]!);
  return column instanceof Float64Array ? column : Float64Array.from(column);
}

function positiveWeights(weights: Column | undefined): Int32Array | NotEstimable | null {
  if (weights === undefined) return null;
  let zero = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    if (!(Math.abs(w) < 1e150)) return notEstimable('non-finite', 'a weight');
    if (w < 0) return notEstimable('negative-weight', `${w} in row ${i}`);
    if (w === 0) zero++;
  }
  if (zero === 0) return null;
  const rows = new Int32Array(weights.length - zero);
  for (let i = 0, r = 0; i < weights.length; i++) if (weights[i]! > 0) rows[r++] = i;
  return rows;
}

function checkLengths(input: OlsInput): void {
  const n = input.y.length;
  const check = (what: string, length: number): void => {
    if (length !== n) throw new RangeError(`${what} has ${length} rows, the outcome ${n}`);
  };
  for (const { name, values } of input.x) check(name, values.length);
  for (const { name, codes } of input.effects ?? []) check(name, codes.length);
  if (input.weights !== undefined) check('weights', input.weights.length);
}
