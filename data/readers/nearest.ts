/** Longer texts are no misspelling of a code, and would cost time. */
const MAX_LENGTH = 60;

/** Edit distance with transpositions of neighbours (optimal string alignment), `limit + 1` where it is above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, before[j - 2]! + 1);
      }
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit + 1);
}

/**
 * The candidate that `value` is most likely a misspelling of: the same but for case, or within one edit for short
 * texts and up to a quarter of the length (at most three edits) for long ones. Null where none is close, or where
 * two are equally close: a wrong suggestion is worse than none.
 */
export function nearest(value: string, candidates: Iterable<string>): string | null {
  if (value === '' || value.length > MAX_LENGTH) return null;
  const wanted = value.toLowerCase();
  const limit = Math.min(3, Math.max(1, Math.floor(wanted.length / 4)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), Math.min(limit, bestDistance));
    if (distance === 0) return candidate;
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
    else if (distance === bestDistance && distance <= limit) best = null;
  }
  return best;
}
