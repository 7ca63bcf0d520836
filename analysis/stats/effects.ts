import type { Codes } from './types.js';

/** A factor whose levels are numbered 0..levels-1 without gaps. */
export interface Factor {
  readonly codes: Int32Array;
  readonly levels: number;
}

/**
 * Codes of the given rows (all rows: null), renumbered 0..G-1 in order of first appearance, without empty levels.
 * @throws RangeError where a code is not an integer >= 0
 */
export function compact(codes: Codes, rows: Int32Array | null): Factor {
  const n = rows === null ? codes.length : rows.length;
  let max = 0;
  for (let i = 0; i < n; i++) {
    const code = codes[rows === null ? i : rows[i]!]!;
    if ((code | 0) !== code || code < 0)
      throw new RangeError(`a code is an integer >= 0, not ${code} (row ${i})`);
    if (code > max) max = code;
  }
  const number = new Int32Array(max + 1); // level + 1; 0 while not seen
  const result = new Int32Array(n);
  let levels = 0;
  for (let i = 0; i < n; i++) {
    const code = codes[rows === null ? i : rows[i]!]!;
    if (number[code] === 0) number[code] = ++levels;
    result[i] = number[code]! - 1;
  }
  return { codes: result, levels };
}

/** Rows per level. */
export function levelCounts(factor: Factor): Int32Array {
  const counts = new Int32Array(factor.levels);
  for (let i = 0; i < factor.codes.length; i++) counts[factor.codes[i]!]!++;
  return counts;
}

/**
 * The rows left when every row that is alone in a level of any factor is dropped, again and again until none is
 * (Correia 2015, "Singletons, cluster-robust standard errors and fixed effects"); null where all rows are left.
 */
export function withoutSingletons(factors: readonly Factor[], n: number): Int32Array | null {
  const counts = factors.map(levelCounts);
  if (!counts.some((c) => c.includes(1))) return null;
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
  return { codes, levels: numbers.size };
}
