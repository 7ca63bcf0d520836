import { estimateCell } from '../models/cell.js';
import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import { oneWayAnova } from '../stats/index.js';
import { cellsOf, type Job } from './jobs.js';
import { linkOf, type LinkRival } from './link.js';

/** The same cell by a rival model. */
export type Rival = Pick<Estimate, 'estimate' | 'se' | 'p' | 'mark' | 'n' | 'status' | 'reason'>;

/** The intraclass correlation of a cell's outcome within the groups, with its interval; null where not defined. */
export interface GroupShare {
  readonly icc: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What stands beside a row's cells, under the names that it has in `extra`. */
export function rivalsOf(
  panel: Panel,
  job: Job,
): Record<string, ReadonlyMap<string, Rival | GroupShare | LinkRival>> {
  if (job.model === 'anova' || job.model === 'staffing') return {};
  const link = links(panel, job);
  if (job.model !== 'peers') return { link };
  const icc = groupShares(panel, job);
  return job.spec.peers.unitEffects ? { link, icc } : { link, icc, unitEffects: unitEffects(panel, job) };
}

/** The logit or ordered logit of the cells whose outcome takes few values. */
function links(panel: Panel, job: Job): Map<string, LinkRival> {
  const rivals = new Map<string, LinkRival>();
  for (const cell of cellsOf(panel, job)) {
    const link = cell.kind === 'regression' ? linkOf(cell, panel.years) : null;
    if (link !== null) rivals.set(cell.head.id, link);
  }
  return rivals;
}

/** How far units of a group resemble each other in the rows of a level cell: what makes it positive without peers. */
function groupShares(panel: Panel, job: Job): Map<string, GroupShare> {
  const { codes, levels } = panel.groupings.get(job.by[0]!)!;
  const shares = new Map<string, GroupShare>();
  for (const cell of cellsOf(panel, job)) {
    if (cell.kind !== 'regression' || cell.head.outcome !== 'level') continue;
    const { head, rows } = cell;
    const groups = rows.unit.map((u) => codes[u]!);
    const result = oneWayAnova(rows.y, groups, levels.length);
    if (result.status !== 'ok') continue;
    const { icc, iccLow, iccHigh } = result;
    shares.set(head.id, { icc, low: iccLow, high: iccHigh });
  }
  return shares;
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
