import { groupBy } from '../../../data/group-by.js';
import { type Estimate, isOwnModel } from '../../estimate.js';

const MOST_TOLD = 10;

/** What is wrong with the whole of a model is told first. */
const isWhole = ({ model, table }: Estimate): boolean => table === model;

/** Says on stderr what went wrong in users' models, each fault once: the tables say it too. */
export function tellFailures(estimates: readonly Estimate[]): void {
  const faults = estimates.filter((e) => isOwnModel(e.model) && typeof e.extra['error'] === 'string');
  const alike = groupBy(faults, (e) => `${e.model}\u0000${String(e.extra['error'])}`);
  const lines = [...alike.values()]
    .sort(([a], [b]) => Number(isWhole(b!)) - Number(isWhole(a!)))
    .map((cells) => {
      const [e] = cells as [Estimate, ...Estimate[]];
      const error = String(e.extra['error']);
      return cells.length > 1 ? `${e.model}: ${error} (${cells.length} cells)` : `${e.id}: ${error}`;
    });
  for (const line of lines.slice(0, MOST_TOLD)) process.stderr.write(`oj: ${line}\n`);
  if (lines.length > MOST_TOLD) process.stderr.write(`oj: … and ${lines.length - MOST_TOLD} more\n`);
}
