import { isConstant } from './numeric.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** Kappa is for answers of at most so many kinds: Ja/Nej and 0/1/2. */
const CATEGORIES = 3;
/** Fewest observed years of a unit that can change and change back. */
const FLIP_YEARS = 3;

/** Units' answers in two years so far apart, all such pairs of years together. */
export interface TestRetest {
  /** Years between the two. */
  readonly distance: number;
  /** Pairs of observed answers of one unit. */
  readonly pairs: number;
  /** Share of pairs that are equal; null without pairs. */
  readonly agreement: number | null;
  /** Pearson's r over the pairs, each year's mean over all its units subtracted; null where one side is constant. */
  readonly correlation: number | null;
  /** Cohen's kappa (1960), unweighted; null where there are over three answers, or chance alone agrees always. */
  readonly kappa: number | null;
  /** Why a number is null: `no-pairs`, `constant-outcome`, `too-many-categories`. */
  readonly reasons: Readonly<Partial<Record<'agreement' | 'correlation' | 'kappa', string>>>;
}

/**
 * Test-retest by distance 1..T-1.
 * @param values units x years, `unit * years + year`; NaN where missing
 * @throws RangeError where the number of values is no multiple of years, or a value is infinite
 */
export function testRetest(values: Column, years: number): TestRetest[] {
  checkShape(values, years);
  const categories = distinct(values, CATEGORIES);
  const centred = aboutYearMeans(values, years);
  return Array.from({ length: Math.max(0, years - 1) }, (_, d) =>
    atDistance(values, centred, years, d + 1, categories),
  );
}

function atDistance(
  values: Column,
  centred: Float64Array,
  years: number,
  distance: number,
  categories: readonly number[] | null,
): TestRetest {
  const first: number[] = [];
  const second: number[] = [];
  for (let at = 0; at < values.length; at++) {
    if ((at % years) + distance >= years) continue;
    if (Number.isNaN(values[at]!) || Number.isNaN(values[at + distance]!)) continue;
    first.push(at);
    second.push(at + distance);
  }
  const pairs = first.length;
  if (pairs === 0) {
    const none = 'no-pairs';
    const reasons = { agreement: none, correlation: none, kappa: none };
    return { distance, pairs, agreement: null, correlation: null, kappa: null, reasons };
  }
  const equal = first.filter((at, i) => values[at] === values[second[i]!]).length;
  const correlation = pearson(
    first.map((at) => centred[at]!),
    second.map((at) => centred[at]!),
  );
  const kappa = categories === null ? null : cohensKappa(values, first, second, equal / pairs, categories);
  const reasons = {
    ...(correlation === null ? { correlation: 'constant-outcome' } : {}),
    ...(kappa === null ? { kappa: categories === null ? 'too-many-categories' : 'constant-outcome' } : {}),
  };
  return { distance, pairs, agreement: equal / pairs, correlation, kappa, reasons };
}

/** (agreement - chance)/(1 - chance), chance from the answers of each side; null where chance is 1. */
function cohensKappa(
  values: Column,
  first: readonly number[],
  second: readonly number[],
  agreement: number,
  categories: readonly number[],
): number | null {
  const share = (side: readonly number[], c: number) =>
    side.filter((at) => values[at] === c).length / side.length;
  const chances = categories.map((c) => share(first, c) * share(second, c));
  // One answer on both sides is exactly 1; rounding cannot make it so otherwise.
  if (chances.includes(1)) return null;
  const chance = chances.reduce((s, p) => s + p, 0);
  return (agreement - chance) / (1 - chance);
}

function pearson(a: readonly number[], b: readonly number[]): number | null {
  if (isConstant(a) || isConstant(b)) return null;
  const mean = (v: readonly number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  const [ma, mb] = [mean(a), mean(b)];
  let [saa, sab, sbb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [da, db] = [x - ma, b[i]! - mb];
    saa += da * da;
    sab += da * db;
    sbb += db * db;
  });
  return Math.max(-1, Math.min(1, sab / Math.sqrt(saa * sbb)));
}

/** Each answer about the mean of its year over the units observed; exactly 0 in a year in which all are equal. */
function aboutYearMeans(values: Column, years: number): Float64Array {
  const centred = new Float64Array(values.length).fill(NaN);
  for (let t = 0; t < years; t++) {
    const cells: number[] = [];
    for (let at = t; at < values.length; at += years) if (!Number.isNaN(values[at]!)) cells.push(at);
    const observed = cells.map((at) => values[at]!);
    const mean = observed.reduce((s, v) => s + v, 0) / observed.length;
    const constant = isConstant(observed);
    for (const at of cells) centred[at] = constant ? 0 : values[at]! - mean;
  }
  return centred;
}

/** What `flips` returns. */
export interface Flips {
  readonly status: 'ok';
  /** Units that change and change back in consecutive observed years: Ja-Nej-Ja or Nej-Ja-Nej. */
  readonly units: number;
  /** Units with at least three observed years. */
  readonly base: number;
  readonly share: number;
}

/**
 * How many units of a binary series change and change back. Years without an answer are passed over.
 *
 * Not estimable: `not-binary` (over two different answers), `too-few-observations` (no unit with three observed years).
 * @param values units x years, `unit * years + year`; NaN where missing
 * @throws RangeError where the number of values is no multiple of years, or a value is infinite
 */
export function flips(values: Column, years: number): Flips | NotEstimable {
  checkShape(values, years);
  if (distinct(values, 2) === null) return notEstimable('not-binary');
  let base = 0;
  let units = 0;
  for (let start = 0; start < values.length; start += years) {
    const observed = Array.from({ length: years }, (_, t) => values[start + t]!).filter(
      (v) => !Number.isNaN(v),
    );
    if (observed.length < FLIP_YEARS) continue;
    base++;
    if (observed.some((v, t) => t >= 2 && v === observed[t - 2] && v !== observed[t - 1])) units++;
  }
  if (base === 0) return notEstimable('too-few-observations', 'no unit with three observed years');
  return { status: 'ok', units, base, share: units / base };
}

/** The different answers in ascending order; null where there are more than `most`. */
function distinct(values: Column, most: number): number[] | null {
  const seen = new Set<number>();
  for (let at = 0; at < values.length; at++) {
    if (!Number.isNaN(values[at]!)) seen.add(values[at]!);
    if (seen.size > most) return null;
  }
  return [...seen].sort((a, b) => a - b);
}

function checkShape(values: Column, years: number): void {
  if (!(Number.isInteger(years) && years >= 1))
    throw new RangeError(`years is an integer >= 1, not ${years}`);
  if (values.length % years !== 0)
    throw new RangeError(`${values.length} values are not units x ${years} years`);
  for (let at = 0; at < values.length; at++)
    if (Math.abs(values[at]!) === Infinity) throw new RangeError(`value ${at} is ${values[at]}`);
}
