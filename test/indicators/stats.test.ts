import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimumDetectableEffect } from '../../analysis/stats/index.js';
import { mcnemarDetectableChange, mcnemarPower } from '../../analysis/stats/mcnemar-power.js';
import { reliableChange } from '../../analysis/stats/reliable-change.js';
import { wilsonInterval } from '../../analysis/stats/wilson.js';
import { expectClose, reference } from '../stats/tolerance.js';

interface Reference {
  wilson: { x: number; n: number; level: number; low: number; high: number }[];
  mcnemar: {
    pairs: number;
    discordance: number;
    change: number;
    exactPower: number;
    at: { change: number; power: number }[];
  }[];
  paired: { pairs: number; sd: number; change: number }[];
  reliable: { before: number[]; after: number[]; sd: number; r: number; sem: number; smallest: number }[];
}
const r = reference<Reference>('indicators.json');

describe('wilsonInterval(successes, n, level)', () => {
  test.each(r.wilson)('$x of $n at $level as prop.test of R', ({ x, n, level, low, high }) => {
    const found = wilsonInterval(x, n, level);
    if (found.status !== 'ok') throw new Error(found.reason);
    expect(Math.abs(found.low - low)).toBeLessThan(1e-12);
    expect(Math.abs(found.high - high)).toBeLessThan(1e-12);
  });
  test('is 0 and 1 exactly at the ends, and holds the share', () => {
    expect(wilsonInterval(0, 10)).toMatchObject({ low: 0, share: 0 });
    expect(wilsonInterval(10, 10)).toMatchObject({ high: 1, share: 1 });
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (x, more) => {
        fc.pre(x + more > 0);
        const found = wilsonInterval(x, x + more);
        if (found.status !== 'ok') throw new Error(found.reason);
        expect(found.low).toBeLessThanOrEqual(found.share);
        expect(found.high).toBeGreaterThanOrEqual(found.share);
        expect(found.low).toBeGreaterThanOrEqual(0);
        expect(found.high).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    );
  });
  test('says why there is none, and refuses what is no share', () => {
    expect(wilsonInterval(0, 0)).toMatchObject({ reason: 'no-observations' });
    for (const [x, n, level] of [
      [2, 1, 0.95],
      [-1, 3, 0.95],
      [0.5, 3, 0.95],
      [1, 3, 1],
    ] as const)
      // prettier-ignore
      expect(() => wilsonInterval(x, n, level)).toThrow(RangeError);
  });
});

describe('the power of McNemar’s test', () => {
  test.each(r.mcnemar)('$pairs pairs of which $discordance change: as R', (c) => {
    for (const { change, power } of c.at) expectClose(mcnemarPower(change, c), power, `power at ${change}`);
    const found = mcnemarDetectableChange(c);
    if (found.status !== 'ok') throw new Error(found.reason);
    expectClose(found.effect, c.change, 'change');
    expectClose(mcnemarPower(found.effect, c), 0.8, 'power at the root');
  });
  test('is a little above that of the exact test, which is the one made', () => {
    for (const { pairs, exactPower } of r.mcnemar) {
      expect(exactPower).toBeLessThan(0.8);
      expect(exactPower).toBeGreaterThan(pairs < 60 ? 0.7 : 0.76);
    }
  });
  test('is the level without a change, the same both ways, and 1 or 0 where nothing varies', () => {
    expectClose(mcnemarPower(0, { pairs: 290, discordance: 0.2 }), 0.05, 'level');
    const planned = { pairs: 100, discordance: 0.3 };
    expect(mcnemarPower(-0.1, planned)).toBe(mcnemarPower(0.1, planned));
    expect(mcnemarPower(0, { pairs: 290, discordance: 0 })).toBe(0);
    expect(mcnemarPower(1, { pairs: 290, discordance: 1 })).toBe(1);
    expect(mcnemarPower(1, { pairs: 3, discordance: 1 })).toBe(0);
  });
  test('more pairs and fewer changes by themselves show smaller changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pairs, d) => {
          const of = (n: number, discordance: number) => {
            const found = mcnemarDetectableChange({ pairs: n, discordance });
            if (found.status !== 'ok') throw new Error(found.reason);
            return found.effect;
          };
          const change = of(pairs, d);
          expect(change).toBeGreaterThan(0);
          expect(change).toBeLessThanOrEqual(1);
          expect(of(2 * pairs, d)).toBeLessThan(change);
          expect(of(pairs, d / 2)).toBeLessThanOrEqual(change);
        },
      ),
      { numRuns: 100 },
    );
  });
  test('three pairs show nothing, and nonsense is refused', () => {
    const few = mcnemarDetectableChange({ pairs: 3, discordance: 0.5 });
    expect(few).toMatchObject({ status: 'not-estimable', reason: 'too-few-observations' });
    for (const planned of [
      { pairs: 0, discordance: 0.5 },
      { pairs: 2.5, discordance: 0.5 },
      { pairs: 9, discordance: 1.1 },
      { pairs: 9, discordance: NaN },
      { pairs: 9, discordance: 0.5, alpha: 0 },
    ])
      expect(() => mcnemarPower(0.1, planned)).toThrow(RangeError);
    expect(() => mcnemarPower(1.1, { pairs: 9, discordance: 0.5 })).toThrow(RangeError);
    expect(() => mcnemarDetectableChange({ pairs: 9, discordance: 0.5 }, 0.05)).toThrow(RangeError);
  });
});

test.each(r.paired)('$pairs pairs of sd $sd: the change that a paired t test finds, as R', (c) => {
  const found = minimumDetectableEffect({ se: c.sd / Math.sqrt(c.pairs), df: c.pairs - 1 });
  if (found.status !== 'ok') throw new Error(found.reason);
  expectClose(found.effect, c.change, 'change', 1e-7);
});

describe('reliableChange(sd, r)', () => {
  test.each(r.reliable)('as R from raw values', (c) => {
    const found = reliableChange(c.sd, c.r);
    expectClose(found.sem, c.sem, 'sem');
    expectClose(found.smallest, c.smallest, 'smallest');
  });
  test('is 0 for a perfect measure and refuses what is none', () => {
    expect(reliableChange(12, 1)).toEqual({ sem: 0, sdDifference: 0, smallest: 0 });
    for (const [sd, corr] of [
      [-1, 0.5],
      [NaN, 0.5],
      [1, 1.01],
      [1, NaN],
    ] as const)
      // prettier-ignore
      expect(() => reliableChange(sd, corr)).toThrow(RangeError);
    expect(() => reliableChange(1, 0.5, 1)).toThrow(RangeError);
  });
});
