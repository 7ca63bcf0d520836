/** A stream of random numbers; the same seed gives the same stream on every machine. */
export interface Rng {
  /** Uniform on [0, 1), a multiple of 2^-53. */
  next(): number;
  /** Uniform integer 0..2^32-1. */
  uint32(): number;
  /** Uniform integer 0..n-1, unbiased; n from 1 to 2^21 is one draw as a rule. @throws RangeError unless 1 <= n <= 2^21 */
  integer(n: number): number;
  /** Standard normal. */
  normal(): number;
  /** Fills the array with what as many calls of uint32 would give: the fast way to many numbers. */
  fill(target: Uint32Array): void;
}

/** The largest n for which (2^32 - 1)·n is exact in a double, so that multiply-and-shift needs no 64-bit integers. */
export const MAX_INTEGER_BOUND = 2 ** 21;

/**
 * xoshiro128** 1.1 (Blackman & Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47:36),
 * its 128 bits of state filled by four draws of splitmix32 (the 32-bit finalizer of MurmurHash3 on a Weyl sequence).
 * @param seed an integer; its value modulo 2^32 counts
 */
export function createRng(seed: number): Rng {
  return new Xoshiro128(splitmix32(seed, 4));
}

/**
 * A seed for one part of a run, from the run's seed and the part's name: each cell has its own stream, whatever the
 * order in which, and the number of workers by which, the cells are computed. FNV-1a over the key's UTF-16 units,
 * started from the seed, then the MurmurHash3 finalizer.
 */
export function deriveSeed(seed: number, key: string): number {
  let hash = mix((seed ^ 0x811c9dc5) | 0);
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return mix(hash) >>> 0;
}

function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** `count` words of splitmix32 from a seed. */
export function splitmix32(seed: number, count: number): Uint32Array {
  const words = new Uint32Array(count);
  let state = seed | 0;
  for (let i = 0; i < count; i++) {
    state = (state + 0x9e3779b9) | 0;
    words[i] = mix(state);
  }
  return words;
}

/** The generator itself; its state of four words is given, and must not be all zero. */
export class Xoshiro128 implements Rng {
  private readonly state: Int32Array;
  private readonly one = new Uint32Array(1);
  private spare: number | null = null;

  constructor(state: ArrayLike<number>) {
    this.state = Int32Array.from(state);
    if (this.state.length !== 4 || this.state.every((word) => word === 0)) {
      throw new RangeError('the state is four words, not all zero');
    }
  }

  fill(target: Uint32Array): void {
    const s = this.state;
    let s0 = s[0]!;
    let s1 = s[1]!;
    let s2 = s[2]!;
    let s3 = s[3]!;
    for (let i = 0; i < target.length; i++) {
      const x = Math.imul(s1, 5);
      target[i] = Math.imul((x << 7) | (x >>> 25), 9);
      const t = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= t;
      s3 = (s3 << 11) | (s3 >>> 21);
    }
    s[0] = s0;
    s[1] = s1;
    s[2] = s2;
    s[3] = s3;
  }

  uint32(): number {
    this.fill(this.one);
    return this.one[0]!;
  }

  next(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  integer(n: number): number {
    if (!(Number.isInteger(n) && n >= 1 && n <= MAX_INTEGER_BOUND))
      throw new RangeError(`n is 1..2^21, not ${n}`);
    return boundedInteger(this.uint32(), n, this);
  }

  normal(): number {
    if (this.spare !== null) {
      const z = this.spare;
      this.spare = null;
      return z;
    }
    // Marsaglia's polar method (1964).
    for (;;) {
      const u = 2 * this.next() - 1;
      const v = 2 * this.next() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.spare = v * factor;
      return u * factor;
    }
  }
}

/**
 * Reorders the values at random (Fisher-Yates), every order as likely.
 * @param words a scratch array as long as the values, at most 2^21
 */
export function shuffleInPlace(
  values: Int32Array | Uint16Array | Uint8Array,
  words: Uint32Array,
  rng: Rng,
): void {
  rng.fill(words);
  for (let i = values.length - 1; i > 0; i--) {
    const j = boundedInteger(words[i]!, i + 1, rng);
    const value = values[j]!;
    values[j] = values[i]!;
    values[i] = value;
  }
}

/**
 * An unbiased integer 0..n-1 from a word, n <= 2^21: the high part of word·n, and a new word in the rare case that this
 * one is among the 2^32 mod n too many (Lemire 2019, "Fast random integer generation in an interval").
 */
export function boundedInteger(word: number, n: number, rng: Rng): number {
  return Math.imul(word, n) >>> 0 < n ? boundedWithCare(word, n, rng) : highPart(word, n);
}

function boundedWithCare(word: number, n: number, rng: Rng): number {
  const excess = 4294967296 % n;
  while (Math.imul(word, n) >>> 0 < excess) word = rng.uint32();
  return highPart(word, n);
}

/** floor(word·n / 2^32). Up to n = 2^15 in 32-bit integers, which is what makes a permutation test fast. */
function highPart(word: number, n: number): number {
  if (n <= 32768) return ((word >>> 16) * n + (((word & 0xffff) * n) >>> 16)) >>> 16;
  return Math.floor((word * n) / 4294967296);
}
