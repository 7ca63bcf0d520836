/** Numbers closer than this, relative to their size, are equal (specification, section 4). */
const TOLERANCE = 1e-9;

/** Equal but for the rounding of sums: neither the order of summation nor the machine decides a case. */
export function isEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Above, and not merely by rounding. */
export const isAbove = (a: number, b: number): boolean => a > b && !isEqual(a, b);

/** Above or equal by the rule of the specification. */
export const passes = (a: number, b: number, rule: '>' | '>='): boolean =>
  rule === '>' ? isAbove(a, b) : a > b || isEqual(a, b);
