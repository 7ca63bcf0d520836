/** What is wrong with a value, and where within it: the steps inwards, the outermost first. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly found: unknown;
  readonly expected: string;
}

/** Tells what is wrong with a value; null where nothing is. */
export type Schema = (value: unknown) => Fault | null;

const fault = (found: unknown, expected: string): Fault => ({ path: [], found, expected });

const within = (step: string | number, inner: Fault | null): Fault | null =>
  inner && { ...inner, path: [step, ...inner.path] };

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value that passes a test, which `expected` tells in words. */
export const that =
  (expected: string, test: (value: unknown) => boolean): Schema =>
  (value) =>
    test(value) ? null : fault(value, expected);

export const text = that('a text', (v) => typeof v === 'string');
export const truth = that('true or false', (v) => typeof v === 'boolean');
// JSON has no NaN, but 1e999 is read as Infinity.
export const number = that('a number', (v) => Number.isFinite(v));
export const count = that('a whole number of at least 0', (v) => Number.isInteger(v) && (v as number) >= 0);
export const probability = that('a number from 0 to 1', (v) => typeof v === 'number' && v >= 0 && v <= 1);

export const oneOf = (values: readonly unknown[]): Schema =>
  that(`one of ${values.map((v) => JSON.stringify(v)).join(', ')}`, (v) => values.includes(v));

export const nullable = (schema: Schema): Schema => {
  return (value) => {
    const inner = value === null ? null : schema(value);
    return inner && inner.path.length === 0 ? { ...inner, expected: `null or ${inner.expected}` } : inner;
  };
};

export const list =
  (schema: Schema): Schema =>
  (value) => {
    if (!Array.isArray(value)) return fault(value, 'a list');
    for (let i = 0; i < value.length; i++) {
      const inner = schema(value[i]);
      if (inner) return within(i, inner);
    }
    return null;
  };

/** An object whose keys are free. */
export const record =
  (schema: Schema): Schema =>
  (value) => {
    if (!isFields(value)) return fault(value, 'an object');
    for (const key of Object.keys(value)) {
      const inner = schema(value[key]);
      if (inner) return within(key, inner);
    }
    return null;
  };

const ABSENT = Symbol('absent');
export const isAbsent = (found: unknown): boolean => found === ABSENT;

/** An object with exactly these fields; those of `optional` may be left out. */
export function fields(
  needed: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  const schemas = new Map(Object.entries({ ...needed, ...optional }));
  const names = Object.keys(needed);
  return (value) => {
    if (!isFields(value)) return fault(value, 'an object');
    for (const name of names)
      if (!Object.hasOwn(value, name)) return within(name, fault(ABSENT, 'this field'));
    for (const key of Object.keys(value)) {
      const schema = schemas.get(key);
      if (!schema) return within(key, fault(value[key], 'no field of this name'));
      const inner = schema(value[key]);
      if (inner) return within(key, inner);
    }
    return null;
  };
}

/** Anything JSON, but numbers that are finite and no text that stands for a number that is not. */
export const free: Schema = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? null : fault(value, 'a finite number');
  if (typeof value === 'string')
    return ['NaN', 'Infinity', '-Infinity'].includes(value) ? fault(value, 'a number or null') : null;
  if (typeof value !== 'object' || value === null) return null;
  return Array.isArray(value) ? list(free)(value) : record(free)(value);
};
