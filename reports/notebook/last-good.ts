import type { CellRun, NotebookRun } from './output.js';

/** What cells showed when they last completed, to be shown beside an error that keeps them from it. */
export type LastGood = readonly CellRun[];

const isGood = ({ state }: CellRun): boolean => state === 'done';

/**
 * A run with, at each cell that did not complete, what that cell last showed: the cell of the same code, else the one in the
 * same place.
 */
export function withLastGood(run: NotebookRun, last: LastGood): NotebookRun {
  const cells = run.cells.map((cell, i): CellRun => {
    if (isGood(cell) || cell.cell.kind !== 'code') return cell;
    const before =
      last.find((other) => isGood(other) && other.cell.source === cell.cell.source) ??
      (last[i] && isGood(last[i]) ? last[i] : undefined);
    if (!before || before.outputs.length === 0 || cell.outputs.length > 0) return cell;
    return { ...cell, outputs: before.outputs, stale: true };
  });
  return { ...run, cells };
}

/** What to remember of a run: its cells, and for those that did not complete what was remembered before. */
export const lastGoodOf = (run: NotebookRun, last: LastGood): LastGood =>
  run.cells.map((cell, i) =>
    isGood(cell)
      ? cell
      : (last.find((other) => isGood(other) && other.cell.source === cell.cell.source) ?? last[i] ?? cell),
  );
