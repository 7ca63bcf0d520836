/** The event times that are shown: from -leads to -2, and from 0 to lags. */
export interface EventWindow {
  /** At least 2: -1 is the reference. */
  readonly leads: number;
  readonly lags: number;
}

/**
 * The event times of a window that dates can reach within an outcome's years, ascending, the reference -1 not among them:
 * without controls the last cohort is one, and the years from its treatment on are not used.
 */
export function eventTimes(
  dates: readonly (number | null)[],
  { first, last }: { readonly first: number; readonly last: number },
  { leads, lags }: EventWindow,
): number[] {
  let end = last;
  let treated = dates.filter((d): d is number => d !== null && d > first && d <= last);
  if (dates.every((d) => d !== null && d <= last)) {
    const latest = Math.max(...treated);
    treated = treated.filter((d) => d < latest);
    end = latest - 1;
  }
  if (treated.length === 0) return [];
  const from = Math.max(-leads, first - treated.reduce((a, b) => Math.max(a, b)));
  const to = Math.min(lags, end - treated.reduce((a, b) => Math.min(a, b)));
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return all.filter((time) => time !== -1);
}
