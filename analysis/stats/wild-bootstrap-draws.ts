import { boundedInteger, type Rng } from './random.js';

/**
 * The distribution of a cluster's weight, all of mean 0 and variance 1. Rademacher: ±1, one half each (Davidson &
 * Flachaire 2008). Webb: ±sqrt(1/2), ±1, ±sqrt(3/2), one sixth each (Webb 2023, Canadian Journal of Economics 56), for few
 * clusters. Mammen: (1 ∓ sqrt 5)/2 with probability (sqrt 5 ± 1)/(2 sqrt 5) (Mammen 1993, Annals of Statistics 21).
 */
export type WildWeights = 'rademacher' | 'webb' | 'mammen';

const SQRT5 = Math.sqrt(5);
const VALUES: Readonly<Record<WildWeights, readonly number[]>> = {
  rademacher: [1, -1],
  webb: [-Math.sqrt(1.5), -1, -Math.SQRT1_2, Math.SQRT1_2, 1, Math.sqrt(1.5)],
  mammen: [(1 - SQRT5) / 2, (1 + SQRT5) / 2],
};
/** Of 2^32 words, those below give Mammen's negative value. */
const MAMMEN_BELOW = Math.round(((SQRT5 + 1) / (2 * SQRT5)) * 2 ** 32);
/** No table of combinations is longer. */
const MAX_COMBINATIONS = 256;

/** Draws written in blocks of clusters: a block's code is the number, in base `values.length`, of its weights' indices. */
export interface Draws {
  readonly count: number;
  readonly enumerated: boolean;
  readonly values: readonly number[];
  /** Clusters per block; the last block may be short. */
  readonly length: number;
  readonly blocks: number;
  /** Codes of draw b from b·blocks on. */
  readonly codes: Uint8Array;
}

/**
 * The draws' weights for G clusters: `count` at random, or each of the 2^G sign vectors once where the weights are
 * Rademacher's and there are no more of them than `count`.
 * @param tableSize numbers that a caller keeps per combination of a block; few leave room for longer blocks
 */
export function drawWeights(
  clusters: number,
  count: number,
  weights: WildWeights,
  tableSize: number,
  rng: Rng,
): Draws {
  const values = VALUES[weights];
  const base = values.length;
  let length = 1;
  const roomFor = (m: number): boolean =>
    base ** m <= MAX_COMBINATIONS && base ** m * tableSize * Math.ceil(clusters / m) <= 2 ** 19;
  // Signs are cut from words of 32: their blocks are of 1, 2, 4 or 8.
  const next = (m: number): number => (weights === 'rademacher' ? 2 * m : m + 1);
  while (length < clusters && roomFor(next(length))) length = next(length);
  const blocks = Math.ceil(clusters / length);
  const enumerated = weights === 'rademacher' && 2 ** clusters <= count;
  const draws = enumerated ? 2 ** clusters : count;
  const codes = new Uint8Array(draws * blocks);
  if (weights === 'rademacher') {
    const words = new Uint32Array((clusters + 31) >>> 5);
    for (let b = 0; b < draws; b++) {
      if (enumerated) words[0] = b;
      else rng.fill(words);
      signCodes(words, clusters, length, codes.subarray(b * blocks, (b + 1) * blocks));
    }
  } else {
    const random = new Uint32Array(clusters);
    for (let b = 0, at = 0; b < draws; b++) {
      rng.fill(random);
      for (let g = 0; g < clusters; at++) {
        let code = 0;
        for (let m = 0, place = 1; m < length && g < clusters; m++, g++, place *= base)
          code += place * (weights === 'webb' ? boundedInteger(random[g]!, 6, rng) : mammen(random[g]!));
        codes[at] = code;
      }
    }
  }
  return { count: draws, enumerated, values, length, blocks, codes };
}

const mammen = (word: number): number => (word < MAMMEN_BELOW ? 0 : 1);

/** The codes of a draw of signs: bit g of the words, from the lowest of the first on, set where cluster g has -1. */
function signCodes(words: Uint32Array, clusters: number, length: number, target: Uint8Array): void {
  const mask = 2 ** length - 1;
  for (let block = 0; block < target.length; block++) {
    const g = block * length;
    const left = clusters - g;
    target[block] = (words[g >>> 5]! >>> (g & 31)) & (left < length ? 2 ** left - 1 : mask);
  }
}

/** The weight of every cluster in draw b. */
export function weightsOf({ values, length, blocks, codes }: Draws, b: number, target: Float64Array): void {
  for (let g = 0; g < target.length; g++) {
    const code = codes[b * blocks + Math.floor(g / length)]!;
    target[g] = values[Math.floor(code / values.length ** (g % length)) % values.length]!;
  }
}
