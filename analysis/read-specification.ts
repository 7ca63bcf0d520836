import { UsageError } from '../data/problems.js';
import { groupings } from '../data/records.js';
import { assumptions } from './assumptions.js';
import { defaultSpecification, type Specification } from './specification.js';

type Check = { readonly expected: string; readonly test: (value: unknown) => boolean };

const whole = (min: number, max: number): Check => ({
  expected: `a whole number from ${min} to ${max}`,
  test: (v) => typeof v === 'number' && Number.isInteger(v) && v >= min && v <= max,
});
const between = (min: number, max: number): Check => ({
  expected: `a number between ${min} and ${max}`,
  test: (v) => typeof v === 'number' && v > min && v < max,
});
const oneOf = (values: readonly unknown[]): Check => ({
  expected: `one of ${values.map((v) => JSON.stringify(v)).join(', ')}`,
  test: (v) => values.includes(v),
});

const margin: Check = {
  expected: 'null or a number above 0',
  test: (v) => v === null || (typeof v === 'number' && v > 0 && v < Infinity),
};

/** The fields whose values are not a short list of rivals. */
const checks: Record<string, Check> = {
  period: {
    expected: 'null or {"first": year, "last": year}',
    test: (v) =>
      v === null ||
      (isObject(v) && isYear(v.first) && isYear(v.last) && (v.first as number) <= (v.last as number)),
  },
  'users.minimumGroup': whole(2, 1000),
  'anova.permutations': whole(0, 1_000_000),
  'peers.percentile': between(0, 100),
  'peers.quantileType': whole(1, 9),
  'staffing.percentile': between(0, 100),
  'staffing.quantileType': whole(1, 9),
  'staffing.minimumCareUnits': whole(2, 1000),
  'staffing.area': { expected: 'the name of an area', test: (v) => typeof v === 'string' && v !== '' },
  'multiplicity.family': oneOf(['table', 'model', 'area', 'all']),
  'inference.level': between(0, 1),
  'inference.twoWay': oneOf(['own-g', 'min-g']),
  'inference.bootstrap.draws': whole(0, 1_000_000),
  'inference.bootstrap.weights': oneOf(['rademacher', 'webb', 'mammen']),
  'inference.resamples': whole(0, 100_000),
  'inference.randomization.permutations': whole(0, 1_000_000),
  'inference.randomization.strata': oneOf([null, ...groupings]),
  'inference.placebo': whole(0, 100_000),
  'inference.rivals': oneOf([true, false]),
  'inference.nonResponse': oneOf([true, false]),
  ...Object.fromEntries(
    Object.keys(defaultSpecification.inference.margin).map((unit) => [`inference.margin.${unit}`, margin]),
  ),
  seed: whole(0, Number.MAX_SAFE_INTEGER),
};

const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const isYear = (v: unknown): boolean =>
  typeof v === 'number' && Number.isInteger(v) && v >= 1900 && v <= 2200;

/**
 * The specification of a JSON text: the default with the fields that the text names. Throws a UsageError that names
 * the file, the field, what was found and what is allowed.
 */
export function readSpecification(text: string, file: string): Specification {
  let given: unknown;
  try {
    given = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(
      `${file}: not JSON (${(error as Error).message}); expected an object such as {"peers": {"comparison": ">="}}`,
    );
  }
  if (!isObject(given))
    throw new UsageError(
      `${file}: found ${JSON.stringify(given)}; expected an object such as {"peers": {"comparison": ">="}}`,
    );
  return merge(
    defaultSpecification as unknown as Record<string, unknown>,
    given,
    '',
    file,
  ) as unknown as Specification;
}

function merge(base: Record<string, unknown>, given: Record<string, unknown>, prefix: string, file: string) {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(given)) {
    const path = prefix + key;
    if (!Object.hasOwn(base, key))
      throw new UsageError(
        `${file}: field ${path} is not part of the specification; expected one of ${Object.keys(base)
          .map((k) => prefix + k)
          .join(', ')}`,
      );
    const check = checkOf(path);
    if (check) {
      if (!check.test(value))
        throw new UsageError(
          `${file}: field ${path}: found ${JSON.stringify(value)}; expected ${check.expected}`,
        );
      result[key] = value;
    } else {
      if (!isObject(value))
        throw new UsageError(`${file}: field ${path}: found ${JSON.stringify(value)}; expected an object`);
      result[key] = merge(base[key] as Record<string, unknown>, value, `${path}.`, file);
    }
  }
  return result;
}

function checkOf(path: string): Check | undefined {
  const assumption = assumptions.find((a) => a.path === path);
  return checks[path] ?? (assumption && oneOf([assumption.default, ...assumption.rivals]));
}
