import { estimateCell } from '../models/cell.js';
import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import { cellsOf, type Job } from './jobs.js';

/** The same cell by a rival model. */
export type Rival = Pick<Estimate, 'estimate' | 'se' | 'p' | 'mark' | 'n' | 'status' | 'reason'>;

/** The rivals of a row's cells, under the names that they have in `extra`. */
export function rivalsOf(panel: Panel, job: Job): Record<string, Map<string, Rival>> {
  if (job.model === 'peers' && !job.spec.peers.unitEffects) return { unitEffects: unitEffects(panel, job) };
  return {};
}

/** Peers with unit effects: only changes within a unit count, so that groups that always differed show nothing. */
function unitEffects(panel: Panel, job: Job): Map<string, Rival> {
  const spec = { ...job.spec, peers: { ...job.spec.peers, unitEffects: true } };
  const rivals = new Map<string, Rival>();
  for (const cell of cellsOf(panel, job, spec)) {
    const { estimate, se, p, mark, n, status, reason } = estimateCell(cell);
    rivals.set(cell.head.id, { estimate, se, p, mark, n, status, reason });
  }
  return rivals;
}
