import type { Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';

/** The value at a path into an estimate's `extra`; undefined where any step is missing. */
function at(e: Estimate, path: readonly string[]): unknown {
  let value: unknown = e.extra;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The finite number at a path into `extra`, else null. */
export function numberAt(e: Estimate, ...path: string[]): number | null {
  const value = at(e, path);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** The text at a path into `extra`, else null. */
export function textAt(e: Estimate, ...path: string[]): string | null {
  const value = at(e, path);
  return typeof value === 'string' ? value : null;
}

/** Every number that the estimates have at a path. */
export const numbersAt = (estimates: readonly Estimate[], ...path: string[]): number[] =>
  estimates.flatMap((e) => numberAt(e, ...path) ?? []);

export const isMarked = (e: Estimate): boolean => e.mark !== null && e.mark !== '';

/** Whether units were resampled for the cell, so that its mark can be told as before and after. */
export const isAdjusted = (e: Estimate): boolean => Object.hasOwn(e.extra, 'pRomanoWolf');

/** p adjusted for the family-wise error: Romano and Wolf's where the resamples gave one, else Holm's. */
export const adjustedP = (e: Estimate): number | null => numberAt(e, 'pRomanoWolf') ?? numberAt(e, 'pHolm');

/** A mark that is left after adjustment for the number of tests. */
export const survives = (e: Estimate): boolean =>
  isMarked(e) && isAdjusted(e) && (adjustedP(e) ?? 1) < levels.weak;

/** Whether the mark of a rival at a path (`unitEffects`, `link`) is there and points the same way. */
export function sameMark(e: Estimate, ...path: string[]): boolean {
  const mark = textAt(e, ...path, 'mark');
  return isMarked(e) && mark !== null && mark !== '' && mark.charAt(0) === e.mark!.charAt(0);
}

/** Marks with a p by another way of testing at a path into `extra`, and those of them that hold by it too. */
export function confirmed(cells: readonly Estimate[], ...path: string[]) {
  const tested = cells.filter((e) => isMarked(e) && numberAt(e, ...path) !== null);
  return { tested, left: tested.filter((e) => numberAt(e, ...path)! < levels.weak) };
}
