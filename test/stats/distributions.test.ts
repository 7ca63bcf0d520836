import { describe, expect, test } from 'vitest';
import {
  chiSquareUpper,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  tQuantile,
  tTwoSided,
} from '../../analysis/stats/index.js';
import { expectClose, reference } from './tolerance.js';

const r = reference<Record<string, [number, number, number, number]>>(
  'distributions.json',
) as unknown as Record<string, [number, number, number, number][]>;

describe('tail probabilities and quantiles against R', () => {
  test('two-sided p of t, from 1 - 6e-10 down to 1e-250', () => {
    for (const [t, df, p] of r['t']!) expectClose(tTwoSided(t, df), p, `t = ${t}, df = ${df}`, 1e-11);
  });
  test('quantiles of t, with fractional and large df', () => {
    for (const [p, df, q] of r['tQuantile']!) expectClose(tQuantile(p, df), q, `p = ${p}, df = ${df}`, 1e-10);
  });
  test('upper tail of F', () => {
    for (const [f, d1, d2, p] of r['f']!)
      expectClose(fUpper(f, d1, d2), p, `F = ${f} on ${d1}, ${d2}`, 1e-11);
  });
  test('quantiles of F', () => {
    // R's own qf is good to nine or ten digits: pf(qf(0.005, 1, 60), 1, 60) is 0.0050000000003 there.
    for (const [p, d1, d2, q] of r['fQuantile']!) {
      expectClose(fQuantile(p, d1, d2), q, `${p} of F on ${d1}, ${d2}`);
      expectClose(fUpper(fQuantile(p, d1, d2), d1, d2), 1 - p, `back again`, 1e-13);
    }
  });
  test('upper tail of chi-square', () => {
    for (const [x, df, p] of r['chiSquare']!)
      expectClose(chiSquareUpper(x, df), p, `x = ${x}, df = ${df}`, 1e-11);
  });
  test('the normal', () => {
    for (const [z, p, cdf] of r['normal']!) {
      expectClose(normalTwoSided(z), p, `z = ${z}`, 1e-11);
      expectClose(normalCdf(z), cdf, `z = ${z}`, 1e-12);
    }
    for (const [p, q] of r['normalQuantile']!) expectClose(normalQuantile(p), q, `p = ${p}`, 1e-11);
  });
});

test('t with infinite degrees of freedom is the normal', () => {
  expect(tTwoSided(1.96, Infinity)).toBe(normalTwoSided(1.96));
  expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
});

test('an infinite statistic has p = 0, a statistic of zero p = 1', () => {
  expect([
    tTwoSided(Infinity, 3),
    tTwoSided(-Infinity, 3),
    fUpper(Infinity, 2, 9),
    chiSquareUpper(Infinity, 4),
  ]).toEqual([0, 0, 0, 0]);
  expect([tTwoSided(0, 3), fUpper(0, 2, 9), chiSquareUpper(0, 4), normalTwoSided(0)]).toEqual([1, 1, 1, 1]);
});

test('the t test is the F test on 1 degree of freedom, also where p is next to nothing', () => {
  for (const t of [1e-5, 0.3, 2.2, 17, 300]) {
    for (const df of [1, 8.5, 290])
      expectClose(tTwoSided(t, df), fUpper(t * t, 1, df), `t = ${t}, df = ${df}`, 1e-12);
  }
});
