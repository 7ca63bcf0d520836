import type { Margins } from './tables.js';

/** Sums of log-factorials this close (times 1e-10) are one sum. */
const KEY = 1e10;

/** Tables filled line by line that leave the same column totals: for each sum of log(cell!), how many ways. */
interface State {
  readonly remaining: readonly number[];
  /** Bounds of what the lines still to come add to that sum. */
  readonly least: number;
  readonly most: number;
  readonly ways: Map<number, { readonly cells: number; count: number }>;
}

/**
 * Sum of the probabilities of all tables with these margins whose sum of log(cell!) is `observed` or more, that is,
 * which are no more probable; null where it takes over `limit` steps. One line of the table after another is filled;
 * partial tables that leave the same column totals (in any order) and have the same probability so far are one, and
 * a branch ends when all, or none, of its completions can count (the idea of Mehta & Patel 1983, JASA 78, network algorithm).
 * @param logFactorial of 0..n
 */
export function exactTail(
  margins: Margins,
  logFactorial: Float64Array,
  observed: number,
  limit: number,
): number | null {
  const wide = margins.rows.length < margins.columns.length;
  const lines = [...(wide ? margins.columns : margins.rows)].sort((a, b) => b - a);
  const start = [...(wide ? margins.rows : margins.columns)].sort((a, b) => b - a);
  const logOf = (counts: readonly number[]): number =>
    counts.reduce((s, count) => s + logFactorial[count]!, 0);
  const constant = logOf(lines) + logOf(start) - logFactorial[margins.n]!;
  let states = [newState(start, lines, logFactorial)];
  states[0]!.ways.set(0, { cells: 0, count: 1 });
  let steps = 0;
  let p = 0;
  for (let line = 0; line < lines.length; line++) {
    const after = lines.slice(line + 1);
    const left = after.reduce((s, size) => s + size, 0);
    const next = new Map<string, State>();
    for (const state of states) {
      for (const counts of fillings(lines[line]!, state.remaining)) {
        const added = logOf(counts);
        const remaining = state.remaining.map((r, j) => r - counts[j]!).sort((a, b) => b - a);
        const key = remaining.join();
        let target = next.get(key);
        if (!target) next.set(key, (target = newState(remaining, after, logFactorial)));
        // All completions together have sum of prod(1/cell!) = left!/(prod of line sizes! · prod of totals!).
        const completions = logFactorial[left]! - logOf(after) - logOf(remaining);
        for (const { cells, count } of state.ways.values()) {
          if (++steps > limit) return null;
          const sum = cells + added;
          if (sum + target.least >= observed) p += count * Math.exp(constant - sum + completions);
          else if (sum + target.most >= observed) merge(target.ways, sum, count);
        }
      }
    }
    states = [...next.values()];
  }
  return Math.min(1, p);
}

function merge(ways: State['ways'], cells: number, count: number): void {
  const key = Math.round(cells * KEY);
  const way = ways.get(key);
  if (way) way.count += count;
  else ways.set(key, { cells, count });
}

function newState(remaining: readonly number[], lines: readonly number[], logFactorial: Float64Array): State {
  let least = 0;
  let most = 0;
  for (const size of lines) {
    least += evenly(size, remaining.length, logFactorial);
    most += greedily(size, remaining, logFactorial);
  }
  return { remaining, least, most, ways: new Map() };
}

/** The least that a line of `size` can add: its counts as equal as they can be (log(x!) is convex). */
function evenly(size: number, width: number, logFactorial: Float64Array): number {
  const low = Math.floor(size / width);
  const larger = size - low * width;
  return larger * logFactorial[low + 1]! + (width - larger) * logFactorial[low]!;
}

/** The most: as much as there is room for in the largest column, then in the next. */
function greedily(size: number, remaining: readonly number[], logFactorial: Float64Array): number {
  let total = 0;
  for (const room of remaining) {
    const count = Math.min(size, room);
    total += logFactorial[count]!;
    size -= count;
  }
  return total;
}

/** Every way to place `size` counts in cells with the given room. The array yielded is reused. */
function* fillings(
  size: number,
  room: readonly number[],
  cell = 0,
  counts: number[] = [],
): Generator<readonly number[]> {
  if (cell === room.length - 1) {
    if (size > room[cell]!) return;
    counts[cell] = size;
    yield counts;
    return;
  }
  for (let count = 0; count <= Math.min(size, room[cell]!); count++) {
    counts[cell] = count;
    yield* fillings(size - count, room, cell + 1, counts);
  }
}
