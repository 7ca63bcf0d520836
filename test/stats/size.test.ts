import { describe, expect, test } from 'vitest';
import * as stats from '../../analysis/stats/index.js';
import { tQuantile, tTwoSided } from '../../analysis/stats/index.js';
import {
  BOOTSTRAP,
  designs,
  estimators,
  monteCarloError,
  type RejectionRate,
  rejectionRates,
  verdict,
} from '../bench/size.mjs';

const IID = 'iid';
const HC1 = 'HC1';
const CR1 = 'CR1, t(G-1)';
const CR2 = 'CR2, Satterthwaite';
const CV3 = 'CV3, t(G-1)';

/** `test/reference/size.md` has the whole table, of more panels. */
function simulated(design: string, replications: number, only?: readonly string[]) {
  const found = designs.find(({ name }) => name === design);
  if (!found) throw new Error(`no design ${design}`);
  const rates = rejectionRates(stats, found, { replications, seed: 3, ...(only ? { only } : {}) });
  return (estimator: string): RejectionRate => {
    const rate = rates.find((one) => one.estimator === estimator);
    if (!rate) throw new Error(`no estimator ${estimator}`);
    return rate;
  };
}

describe('at 5 percent a true null is rejected', () => {
  test('as often as it should be by CR2, CV3 and the bootstrap with 21 counties, ten of them treated', () => {
    const rate = simulated('21 counties, 10 treated', 150, [IID, CR2, CV3, BOOTSTRAP]);
    for (const estimator of [CR2, CV3, BOOTSTRAP])
      expect(verdict(rate(estimator)), `${estimator}: ${rate(estimator).size}`).toBe('nominal');
    expect(rate(IID).size).toBeGreaterThan(0.4);
  });

  test('as often as it should be by CR1 with many clusters, and far too often without clusters', () => {
    const rate = simulated('319 units, 128 treated', 400, [IID, HC1, CR1]);
    expect(verdict(rate(CR1)), `${rate(CR1).size}`).toBe('nominal');
    for (const estimator of [IID, HC1]) expect(rate(estimator).size).toBeGreaterThan(0.15);
    expect(Math.abs(rate(CR1).power - 0.8)).toBeLessThan(3 * monteCarloError(0.8, 400));
  });

  test('too often by CR1 with three treated counties, not by CR2 and the bootstrap, which then find little', () => {
    const rate = simulated('21 counties, 3 treated', 250, [CR1, CR2, BOOTSTRAP]);
    expect(verdict(rate(CR1))).toBe('over');
    for (const estimator of [CR2, BOOTSTRAP]) {
      expect(verdict(rate(estimator)), `${estimator}: ${rate(estimator).size}`).not.toBe('over');
      expect(rate(estimator).power).toBeLessThan(0.65);
    }
  });

  test('most of the time by CR1 and CR2 with one treated cluster, and hardly ever by the bootstrap', () => {
    const rate = simulated('21 equal clusters, 1 treated', 200);
    for (const estimator of [CR1, CR2]) expect(rate(estimator).size).toBeGreaterThan(0.5);
    expect(rate(CV3).estimable).toBe(0);
    expect(verdict(rate(CV3))).toBe('none');
    expect(rate(BOOTSTRAP).size).toBe(0);
    expect(verdict(rate(BOOTSTRAP))).toBe('under');
  });

  test('by CR1 in 7 percent of panels with eight equal clusters, as theory says, and by CR2 and CV3 in 5', () => {
    // Of equal clusters the classical t has 6 df, and CR1 the 6/7th of its variance.
    const expected = tTwoSided(tQuantile(0.975, 7) * Math.sqrt(6 / 7), 6);
    const rate = simulated('8 equal clusters, 4 treated', 700, [CR1, CR2, CV3]);
    const error = monteCarloError(expected, 700);
    expect(Math.abs(rate(CR1).size - expected), `${rate(CR1).size}`).toBeLessThan(3 * error);
    for (const estimator of [CR2, CV3])
      expect(verdict(rate(estimator)), `${estimator}: ${rate(estimator).size}`).toBe('nominal');
  });

  test('too often by CR1 with eight unequal clusters, and by CR2 as often as it should be', () => {
    const rate = simulated('8 unequal clusters, 4 treated', 600, [CR1, CR2]);
    expect(verdict(rate(CR1))).toBe('over');
    expect(verdict(rate(CR2)), `${rate(CR2).size}`).toBe('nominal');
  });
});

test('the same seed gives the same rates', () => {
  const run = () => simulated('8 unequal clusters, 4 treated', 20)(BOOTSTRAP);
  expect(run()).toEqual(run());
  expect(Object.keys(estimators)).toEqual([IID, HC1, CR1, CR2, CV3]);
});
