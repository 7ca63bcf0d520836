import { quoteFound, UsageError } from '../../data/problems.js';

/** Tells what was expected of a value; null where it is right. `Fault` names a field within it. */
export type Check = (value: unknown) => string | Fault | null;

/** What is wrong within a value, where its own field is not all there is to say. */
export interface Fault {
  readonly field: string;
  readonly found: unknown;
  readonly expected: string;
}

export const faultOf = (field: string, found: unknown, expected: string): Fault => ({
  field,
  found,
  expected,
});

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Holds what a user's code gave to its fields.
 * @throws UsageError in one line: the field, what was found, what was expected
 */
export function checked(value: unknown, fields: Readonly<Record<string, Check>>, where: string): void {
  if (!isRecord(value))
    throw new UsageError(`${where}: found ${shown(value)}; expected an object with ${names(fields)}`);
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (unknown !== undefined)
    throw new UsageError(`${where}: found a field ${shown(unknown)}; expected ${names(fields)}`);
  for (const [name, check] of Object.entries(fields)) {
    const wrong = check(value[name]);
    if (wrong === null) continue;
    const at = typeof wrong === 'string' ? null : wrong;
    throw new UsageError(
      `${where}, ${at ? `${name}.${label(at.field)}` : name}: found ${shown(at ? at.found : value[name])}; expected ${at ? at.expected : (wrong as string)}`,
    );
  }
}

const names = (fields: object): string => Object.keys(fields).join(', ');

const label = (key: string): string => (/^[\w-]{1,60}$/.test(key) ? key : shown(key));

/** A value of a user's code in a few words of one line, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return quoteFound(value);
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an object without fields';
  const some = keys.slice(0, 4).map(label).join(', ');
  return `an object with ${some}${keys.length > 4 ? ', …' : ''}`;
}
