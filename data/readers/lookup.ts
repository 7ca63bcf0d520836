import type { FileReport, Finding } from './report.js';
import { clean } from './text.js';

/** What is wrong with a code, without its place. */
export interface Explanation extends Pick<Finding, 'found' | 'expected' | 'cure'> {
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

/** Distinct wrong codes for which the nearest right one is looked for: it takes time, and a few tell the story. */
const MAX_SUGGESTIONS = 100;

/**
 * From a code as it stands in a cell to its position in a list; every code that is not there is reported.
 * Cells are remembered as they are written, so that a code that comes a thousand times is looked at once.
 */
export class CodeLookup {
  readonly #seen = new Map<string, number>();
  readonly #wrong = new Map<string, Explanation>();
  readonly #positions: ReadonlyMap<string, number>;
  readonly #explain: (value: string, suggest: boolean) => Explanation;

  /** `explain` says what is wrong with a (clean) code that `positions` has not; `suggest`: with the nearest one. */
  constructor(
    positions: ReadonlyMap<string, number>,
    explain: (value: string, suggest: boolean) => Explanation,
  ) {
    this.#positions = positions;
    this.#explain = explain;
  }

  /** The position of the code in `cell`, or -1, having reported why. */
  find(cell: string, row: number, column: string, report: FileReport): number {
    let position = this.#seen.get(cell);
    if (position === undefined) {
      const value = clean(cell);
      position = this.#positions.get(value) ?? -1;
      this.#seen.set(cell, position);
      if (position < 0) this.#wrong.set(cell, this.#explain(value, this.#wrong.size < MAX_SUGGESTIONS));
    }
    if (position < 0) {
      const { code, severity, found, expected, cure } = this.#wrong.get(cell)!;
      report[severity](code, { row, column, found, expected, cure });
    }
    return position;
  }
}
