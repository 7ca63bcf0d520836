import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { createRng, deriveSeed } from '../../analysis/stats/random.js';

/**
 * Random numbers of the demo data. Every quantity has a stream of its own, named by a key, so that adding one leaves the others
 * as they are. Normals come by inversion (@stdlib, polynomials and its own logarithm): the engine's Math.log and Math.exp may
 * differ in the last bit between machines, and the files must not.
 */

/** Uniform numbers strictly between 0 and 1, on a grid of 2^-32. */
export function uniforms(seed: number, key: string): () => number {
  const rng = createRng(deriveSeed(seed, key));
  return () => (rng.uint32() + 0.5) / 4294967296;
}

/** Standard normal numbers. */
export function normals(seed: number, key: string): () => number {
  const uniform = uniforms(seed, key);
  return () => normalQuantile(uniform(), 0, 1);
}

/** A random order of 0..n-1 (Fisher-Yates). */
export function shuffled(n: number, uniform: () => number): Int32Array {
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** Lag-1 autocorrelation of the yearly part of every latent variable. */
export const yearlyPersistence = 0.6;

/** One standard normal per unit, the same in all years. */
export function stableField(seed: number, key: string, units: number): Float64Array {
  const draw = normals(seed, key);
  return Float64Array.from({ length: units }, draw);
}

/** A stationary first-order autoregression per unit with variance 1: value of unit i in year t at i·years + t. */
export function yearlyField(seed: number, key: string, units: number, years: number): Float64Array {
  const draw = normals(seed, key);
  const innovation = Math.sqrt(1 - yearlyPersistence * yearlyPersistence);
  const field = new Float64Array(units * years);
  for (let i = 0; i < units; i++) {
    for (let t = 0; t < years; t++) {
      const z = draw();
      field[i * years + t] = t === 0 ? z : yearlyPersistence * field[i * years + t - 1]! + innovation * z;
    }
  }
  return field;
}

/** A standard normal per unit and year, half of its variance the unit's own, half of it autoregressive. */
export function persistentField(seed: number, key: string, units: number, years: number): Float64Array {
  const stable = stableField(seed, `${key}/stable`, units);
  const yearly = yearlyField(seed, `${key}/yearly`, units, years);
  return yearly.map((z, k) => Math.sqrt(0.5) * stable[Math.floor(k / years)]! + Math.sqrt(0.5) * z);
}

/** Shares of a latent variable's variance (they sum to 1): what a unit's answers have in common, and for how long. */
export interface Shares {
  /** Of all its answers. */
  readonly unit: number;
  /** Of its answers to the questions of one table row, always and in one year. */
  readonly row: number;
  readonly rowYear: number;
  /** Of its answers to one question, always; the rest changes from year to year. */
  readonly item: number;
  readonly itemYear: number;
}

/**
 * The latent variable w of one question, standard normal for every unit and year; a unit answers Ja where w lies below
 * the normal quantile of its probability p, so that P(Ja) = p exactly, however the answers hang together.
 */
export function latentField(
  seed: number,
  row: string,
  item: string,
  shares: Shares,
  units: number,
  years: number,
): Float64Array {
  const common = stableField(seed, 'latent/unit', units);
  const rowStable = stableField(seed, `latent/row/${row}`, units);
  const rowYearly = yearlyField(seed, `latent/row-year/${row}`, units, years);
  const itemStable = stableField(seed, `latent/item/${item}`, units);
  const itemYearly = yearlyField(seed, `latent/item-year/${item}`, units, years);
  const [a, b, c, d, e] = [shares.unit, shares.row, shares.rowYear, shares.item, shares.itemYear].map(
    Math.sqrt,
  );
  const field = new Float64Array(units * years);
  for (let i = 0; i < units; i++) {
    const stable = a! * common[i]! + b! * rowStable[i]! + d! * itemStable[i]!;
    for (let t = 0; t < years; t++) {
      const k = i * years + t;
      field[k] = stable + c! * rowYearly[k]! + e! * itemYearly[k]!;
    }
  }
  return field;
}
