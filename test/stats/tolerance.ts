import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Relative tolerance against R: coefficients, standard errors, t, p and intervals. */
export const RELATIVE = 1e-8;

/** Fails unless `actual` is within `tolerance`, relative to `expected` (absolute where that is 0). */
export function expectClose(
  actual: number | null | undefined,
  expected: number,
  what: string,
  tolerance = RELATIVE,
): void {
  const allowed = tolerance * (expected === 0 ? 1 : Math.abs(expected));
  const distance = typeof actual === 'number' ? Math.abs(actual - expected) : NaN;
  expect(distance <= allowed, `${what}: ${actual}, expected ${expected} within ${tolerance}`).toBe(true);
}

/** Reads a file of test/reference. R's vectors of length one were written as scalars: see `list`. */
export function reference<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(`../reference/${file}`, import.meta.url), 'utf8')) as T;
}

export function list<T>(value: T | readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Correct digits of `actual`, at most 16 (-log10 of the relative error; of the absolute one where `certified` is 0). */
export function digits(actual: number, certified: number): number {
  if (actual === certified) return 16;
  const error = certified === 0 ? Math.abs(actual) : Math.abs((actual - certified) / certified);
  return Math.max(0, Math.min(16, -Math.log10(error)));
}

/** Paths at which an object holds NaN or an infinity. */
export function notFinite(value: unknown, path = 'result'): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => notFinite(part, `${path}.${key}`));
}
