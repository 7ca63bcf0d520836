import type { Codes } from './types.js';

/** A factor whose levels are numbered 0..levels-1 without gaps. */
export interface Factor {
  readonly codes: Int32Array;
  readonly levels: number;
  /** Rows per level. */
  readonly counts: Int32Array;
}

/**
 * Codes of the given rows (all rows: null), renumbered 0..G-1 in order of first appearance, without empty levels.
 * @throws RangeError where a code is not an integer >= 0
 */
export function compact(codes: Codes, rows: Int32Array | null): Factor {
  const n = rows === null ? codes.length : rows.length;
  let number = new Int32Array(512); // by code: level + 1; 0 while not seen
  const counts = new Int32Array(n);
  const result = new Int32Array(n);
  let levels = 0;
  for (let i = 0; i < n; i++) {
    const code = codes[rows === null ? i : rows[i]!]!;
    if ((code | 0) !== code || code < 0)
      throw new RangeError(`a code is an integer >= 0, not ${code} (row ${i})`);
    if (code >= number.length) number = grown(number, code);
    let level = number[code]!;
    if (level === 0) number[code] = level = ++levels;
    result[i] = level - 1;
    counts[level - 1]!++;
  }
  return { codes: result, levels, counts: counts.subarray(0, levels) };
}

function grown(array: Int32Array, index: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(Math.max(index + 1, 2 * array.length));
  longer.set(array);
  return longer;
}

/**
 * The rows left when every row that is alone in a level of any factor is dropped, again and again until none is
 * (Correia 2015, "Singletons, cluster-robust standard errors and fixed effects"); null where all rows are left.
 */
export function withoutSingletons(factors: readonly Factor[], n: number): Int32Array | null {
  if (!factors.some((f) => f.counts.includes(1))) return null;
  const counts = factors.map((f) => f.counts.slice());
  const used = new Uint8Array(n).fill(1);
  let left = n;
  for (let changed = true; changed;) {
    changed = false;
    for (let i = 0; i < n; i++) {
      if (used[i] === 0 || !factors.some((f, e) => counts[e]![f.codes[i]!] === 1)) continue;
      used[i] = 0;
      left--;
      changed = true;
      factors.forEach((f, e) => counts[e]![f.codes[i]!]!--);
    }
  }
  if (left === n) return null;
  const rows = new Int32Array(left);
  for (let i = 0, r = 0; i < n; i++) if (used[i] === 1) rows[r++] = i;
  return rows;
}

/** Number of connected components of the graph whose nodes are the levels of two factors and whose edges are the rows. */
export function connectedComponents(a: Factor, b: Factor): number {
  const parent = Int32Array.from({ length: a.levels + b.levels }, (_, i) => i);
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[node] !== root) {
      const next = parent[node]!;
      parent[node] = root;
      node = next;
    }
    return root;
  };
  let components = a.levels + b.levels;
  for (let i = 0; i < a.codes.length; i++) {
    const x = find(a.codes[i]!);
    const y = find(a.levels + b.codes[i]!);
    if (x !== y) {
      parent[x] = y;
      components--;
    }
  }
  return components;
}

/**
 * Parameters that the factors' dummies estimate together, the constant among them.
 * One factor: its levels. Two: levels minus connected components (Abowd, Kramarz & Margolis 1999), exact.
 * Three or more: each further factor loses the most components it shares with any earlier one; that finds every
 * redundancy between pairs and may miss one among three, so the number is then an upper bound (as in reghdfe).
 */
export function parametersOf(factors: readonly Factor[]): number {
  let parameters = 0;
  factors.forEach((factor, f) => {
    let redundant = 0;
    for (let e = 0; e < f; e++) redundant = Math.max(redundant, connectedComponents(factors[e]!, factor));
    parameters += factor.levels - redundant;
  });
  return parameters;
}

/** Whether every level of `inner` lies within one level of `outer`. */
export function isNested(inner: Factor, outer: Factor): boolean {
  const parent = new Int32Array(inner.levels).fill(-1);
  for (let i = 0; i < inner.codes.length; i++) {
    const level = inner.codes[i]!;
    if (parent[level] === -1) parent[level] = outer.codes[i]!;
    else if (parent[level] !== outer.codes[i]) return false;
  }
  return true;
}

/** The factor whose levels are the pairs that occur. */
export function crossed(a: Factor, b: Factor): Factor {
  const numbers = new Map<number, number>();
  const codes = a.codes.map((code, i) => {
    const pair = code * b.levels + b.codes[i]!;
    let number = numbers.get(pair);
    if (number === undefined) numbers.set(pair, (number = numbers.size));
    return number;
  });
  return compact(codes, null);
}
