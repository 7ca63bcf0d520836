import gammaln from '@stdlib/math-base-special-gammaln';
import { exactTail } from './fisher-exact.js';
import { boundedInteger, type Rng } from './random.js';
import { marginsOf, type Margins } from './tables.js';
import type { NotEstimable } from './types.js';

/** Tables as probable as the observed one but for rounding count as such: R's allowance. */
const TIE = 1e-7;

/** What `fisherExact` returns. */
export interface FisherTest {
  readonly status: 'ok';
  readonly p: number;
  readonly method: 'exact' | 'monte-carlo';
  /** Random tables drawn; null where exact. */
  readonly replicates: number | null;
  readonly n: number;
}

/** How `fisherExact` draws tables where there are too many to go through. */
export interface FisherOptions {
  /** For tables too large to enumerate. */
  readonly rng: Rng;
  /** Random tables then drawn, at least 1; default 9999. */
  readonly replicates?: number;
  /** Steps of the exact computation before it is given up; default 300,000, a fraction of a second. */
  readonly limit?: number;
}

/**
 * Fisher's exact test of an r×c table, two-sided; H0: rows and columns are independent. p is the sum, over all tables
 * with the observed margins, of the (multivariate hypergeometric) probabilities not above the observed table's
 * (Freeman & Halton 1951; R's fisher.test). Exactly where that takes no more than `limit` steps, else by
 * `replicates` random tables with the same margins, p = (1 + tables as or less probable)/(replicates + 1).
 * `method` says which. Empty rows and columns are left out. Not estimable: `no-observations`, `one-group`.
 * @throws RangeError where the rows differ in length or a count is not an integer >= 0
 */
export function fisherExact(
  table: readonly (readonly number[])[],
  options: FisherOptions,
): FisherTest | NotEstimable {
  const margins = marginsOf(table);
  if ('status' in margins) return margins;
  const { n } = margins;
  const logFactorial = logFactorials(n);
  const observed = logCells(margins.table, logFactorial) + Math.log1p(-TIE);
  const exact = exactTail(margins, logFactorial, observed, options.limit ?? 300_000);
  if (exact !== null) return { status: 'ok', p: exact, method: 'exact', replicates: null, n };
  const replicates = options.replicates ?? 9999;
  if (!(replicates >= 1)) throw new RangeError(`replicates is at least 1, not ${replicates}`);
  const p = simulate(margins, logFactorial, observed, replicates, options.rng);
  return { status: 'ok', p, method: 'monte-carlo', replicates, n };
}

function logFactorials(n: number): Float64Array {
  return Float64Array.from({ length: n + 1 }, (_, i) => gammaln(i + 1));
}

function logCells(table: readonly (readonly number[])[], logFactorial: Float64Array): number {
  let s = 0;
  for (const row of table) for (const count of row) s += logFactorial[count]!;
  return s;
}

function simulate(
  { rows, columns, n }: Margins,
  logFactorial: Float64Array,
  observed: number,
  replicates: number,
  rng: Rng,
): number {
  const width = columns.length;
  const labels = Int32Array.from(columns.flatMap((count, j) => Array.from({ length: count }, () => j)));
  const words = new Uint32Array(n);
  const counts = new Int32Array(width);
  let reached = 0;
  for (let b = 0; b < replicates; b++) {
    rng.fill(words);
    let i = n - 1;
    let cells = 0;
    for (const size of rows) {
      counts.fill(0);
      for (let m = 0; m < size; m++, i--) {
        const j = boundedInteger(words[i]!, i + 1, rng);
        const label = labels[j]!;
        labels[j] = labels[i]!;
        labels[i] = label;
        counts[label]!++;
      }
      for (let j = 0; j < width; j++) cells += logFactorial[counts[j]!]!;
    }
    if (cells >= observed) reached++;
  }
  return (1 + reached) / (replicates + 1);
}
