/** The p-values of a family of tests; null for a cell that has none. */
export type PValues = readonly (number | null)[];

/**
 * Holm (1979, Scandinavian Journal of Statistics 6); the family-wise error rate under any dependence.
 * p_(1) <= ... <= p_(m): adjusted p_(i) = max over j <= i of min(1, (m - j + 1)·p_(j)).
 * A null stays null and does not count in m. R's `p.adjust(method = "holm")`.
 * @throws RangeError for a p outside 0..1
 */
export function adjustHolm(p: PValues): (number | null)[] {
  const order = ascending(p);
  const adjusted = withoutValues(p);
  const m = order.length;
  let running = 0;
  order.forEach((cell, i) => {
    running = Math.max(running, Math.min(1, (m - i) * p[cell]!));
    adjusted[cell] = running;
  });
  return adjusted;
}

/**
 * Benjamini & Hochberg (1995, JRSS B 57); the false discovery rate of independent or positively dependent tests.
 * Adjusted p_(i) = min over j >= i of min(1, m/j·p_(j)). A null stays null and does not count in m.
 * R's `p.adjust(method = "BH")`.
 * @throws RangeError for a p outside 0..1
 */
export function adjustBenjaminiHochberg(p: PValues): (number | null)[] {
  return stepUp(p, 1);
}

/**
 * Benjamini & Yekutieli (2001, Annals of Statistics 29); the false discovery rate under any dependence.
 * As Benjamini-Hochberg, times 1 + 1/2 + ... + 1/m. A null stays null and does not count in m.
 * R's `p.adjust(method = "BY")`.
 * @throws RangeError for a p outside 0..1
 */
export function adjustBenjaminiYekutieli(p: PValues): (number | null)[] {
  let harmonic = 0;
  for (let i = p.filter((value) => value !== null).length; i >= 1; i--) harmonic += 1 / i;
  return stepUp(p, harmonic);
}

/**
 * How many of m tests come out below `level` on average when every null hypothesis is true: m·level, however the tests
 * depend on each other (fewer where p takes few values). How far the number strays from it does depend on that.
 * @param m tests, an integer >= 0
 * @throws RangeError for another m, or a level outside 0..1
 */
export function expectedByChance(m: number, level: number): number {
  if (!(Number.isInteger(m) && m >= 0)) throw new RangeError(`the number of tests is 0, 1, ..., not ${m}`);
  if (!(level >= 0 && level <= 1)) throw new RangeError(`a level is 0..1, not ${level}`);
  return m * level;
}

function stepUp(p: PValues, constant: number): (number | null)[] {
  const order = ascending(p);
  const adjusted = withoutValues(p);
  const m = order.length;
  let running = 1;
  for (let i = m - 1; i >= 0; i--) {
    const cell = order[i]!;
    running = Math.min(running, constant * (m / (i + 1)) * p[cell]!);
    adjusted[cell] = running;
  }
  return adjusted;
}

/** The cells that have a p, the smallest first. */
function ascending(p: PValues): number[] {
  const order: number[] = [];
  p.forEach((value, cell) => {
    if (value === null) return;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`p is 0..1, not ${value} (cell ${cell})`);
    order.push(cell);
  });
  return order.sort((a, b) => p[a]! - p[b]!);
}

function withoutValues(p: PValues): (number | null)[] {
  return Array.from(p, () => null);
}
