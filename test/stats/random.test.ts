import { describe, expect, test } from 'vitest';
import { createRng, deriveSeed } from '../../analysis/stats/index.js';
import { boundedInteger, splitmix32, Xoshiro128 } from '../../analysis/stats/random.js';
import { chiSquareUpper } from '../../analysis/stats/index.js';

// The vectors were computed by a second implementation of the published algorithms, in Python with masked integers.
describe('known answers', () => {
  test('xoshiro128** from the state 1, 2, 3, 4', () => {
    const rng = new Xoshiro128([1, 2, 3, 4]);
    const words = Array.from({ length: 8 }, () => rng.uint32());
    expect(words).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849]);
  });
  test('the state that a seed gives', () => {
    expect([...splitmix32(0, 4)]).toEqual([2462723854, 1020716019, 454327756, 1275600319]);
    expect([...splitmix32(20210617, 4)]).toEqual([3345080252, 2444005562, 1101006606, 321275186]);
  });
  test('the first numbers of a seed', () => {
    const rng = createRng(20210617);
    expect(Array.from({ length: 4 }, () => rng.uint32())).toEqual([
      2864209100, 450147850, 2348252777, 1841681464,
    ]);
    expect(createRng(20210617).next()).toBe(0.6668756462991849);
  });
  test('the seed of a part of a run', () => {
    expect(deriveSeed(20210617, '2/eb/period:lan')).toBe(1494290975);
    expect([deriveSeed(1, ''), deriveSeed(20210617, 'äö')]).toEqual([3372457648, 2276331382]);
  });
});

test('a state of zeros, from which no other number comes, is refused', () => {
  expect(() => new Xoshiro128([0, 0, 0, 0])).toThrow(RangeError);
});

test('fill gives what as many calls of uint32 give', () => {
  const filled = new Uint32Array(50);
  createRng(7).fill(filled);
  const rng = createRng(7);
  expect([...filled]).toEqual(Array.from(filled, () => rng.uint32()));
});

test('keys that differ in one letter, order or seed give different seeds', () => {
  const seeds = ['a', 'b', 'ab', 'ba', '', 'aa'].flatMap((key) => [deriveSeed(1, key), deriveSeed(2, key)]);
  expect(new Set(seeds).size).toBe(seeds.length);
});

test('bounded integers are floor(word·n / 2^32) in both of their forms', () => {
  const rng = createRng(11);
  for (const n of [1, 2, 3, 314, 32767, 32768, 32769, 1_000_003, 2 ** 21]) {
    for (let i = 0; i < 200; i++) {
      const word = rng.uint32();
      if (Number((BigInt(word) * BigInt(n)) & 0xffffffffn) < n) continue; // may be drawn again
      expect(boundedInteger(word, n, rng)).toBe(Number((BigInt(word) * BigInt(n)) >> 32n));
    }
  }
});

test('a word among the 2^32 mod n too many is replaced by the next', () => {
  const n = 3; // 2^32 mod 3 is 1: the word 0 is one too many
  const next = createRng(20210617).uint32();
  expect(next).toBeGreaterThan(2 ** 32 / 3);
  expect(boundedInteger(0, n, createRng(20210617))).toBe(Math.floor((next * n) / 2 ** 32));
});

test('integers outside 1..2^21 are refused', () => {
  for (const n of [0, -1, 1.5, 2 ** 21 + 1, NaN]) expect(() => createRng(1).integer(n)).toThrow(RangeError);
});

test('integers, uniforms and normals have the distribution they claim (chi-square, p > 0.001 at a fixed seed)', () => {
  const rng = createRng(99);
  const count = 60_000;
  const cells = (draw: () => number): number => {
    const counts = new Array<number>(12).fill(0);
    for (let i = 0; i < count; i++) counts[draw()]!++;
    const expected = count / 12;
    return chiSquareUpper(
      counts.reduce((s, c) => s + (c - expected) ** 2 / expected, 0),
      11,
    );
  };
  expect(cells(() => rng.integer(12))).toBeGreaterThan(0.001);
  expect(cells(() => Math.floor(rng.next() * 12))).toBeGreaterThan(0.001);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const z = rng.normal();
    sum += z;
    squares += z * z;
  }
  expect(Math.abs(sum / Math.sqrt(count))).toBeLessThan(3.3);
  expect(Math.abs((squares - count) / Math.sqrt(2 * count))).toBeLessThan(3.3);
});
