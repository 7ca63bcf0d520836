/**
 * The row in which each combination of a slot (such as a year of an indicator) and an index (such as a unit) came
 * first. Both are small integers; arrays of small integers cost a tenth of a map with one key per combination.
 */
export class FirstRows {
  readonly #slots: (number[] | undefined)[] = [];

  /** The row that had the combination before, or 0 where this one, which is remembered, is the first. */
  check(slot: number, index: number, row: number): number {
    const rows = (this.#slots[slot] ??= []);
    const first = rows[index];
    if (first !== undefined) return first;
    rows[index] = row;
    return 0;
  }
}
