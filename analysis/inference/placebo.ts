import { levels } from '../marks.js';
import type { Cell } from '../models/cell.js';
import { peerCells } from '../models/peers.js';
import { staffingCells } from '../models/staffing.js';
import { outcomeById } from '../panel/outcomes.js';
import type { CareUnits, Panel } from '../panel/panel.js';
import { createRng, deriveSeed, quantile, type Rng, shuffleInPlace, tTwoSided } from '../stats/index.js';
import type { Job } from './jobs.js';
import { statisticOf } from './statistic.js';

/** What a cell's model finds in draws in which there is nothing of what the cell is said to show. */
export interface Placebo {
  /** (1 + draws whose |t - median t| reaches the cell's)/(draws with a t + 1). */
  readonly p: number;
  /** The coefficient that nothing gives: median and 2.5 and 97.5 percentiles of the draws. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Share of the draws that would have been marked `++` or `--`: 0.05 if the test held its size. */
  readonly marked: number;
  readonly draws: number;
  readonly seed: number;
}

/** A panel, or what peers a unit faces, in which the null holds. */
type Draw = (rng: Rng) => Iterable<Cell>;

/**
 * The placebos of a row of a peer table. `randomGroups`: the units dealt anew into groups of the same sizes, so that
 * neither peers nor a shared place can matter. `otherGroups`: groups keep their members and what they share, but each
 * faces another group's earlier results instead of its own.
 */
export function peerPlacebos(panel: Panel, job: Job): Map<string, Record<string, Placebo>> {
  const { spec } = job;
  const grouping = job.by[0]!;
  const { codes, levels: groups } = panel.groupings.get(grouping)!;
  const outcome = outcomeById(panel, spec, job.indicator);
  const labelled = Int32Array.from(panel.units.keys()).filter((u) => codes[u]! >= 0);
  const words = new Uint32Array(Math.max(labelled.length, groups.length));
  const randomGroups: Draw = (rng) => {
    const dealt = Int32Array.from(labelled, (u) => codes[u]!);
    shuffleInPlace(dealt, words.subarray(0, dealt.length), rng);
    const drawn = Int32Array.from(codes);
    labelled.forEach((u, i) => (drawn[u] = dealt[i]!));
    const groupings = new Map(panel.groupings).set(grouping, { levels: groups, codes: drawn });
    return peerCells({ ...panel, groupings }, [outcome], spec, [grouping]);
  };
  const otherGroups: Draw = (rng) => {
    const facing = Int32Array.from(groups.keys());
    shuffleInPlace(facing, words.subarray(0, facing.length), rng);
    return peerCells(panel, [outcome], spec, [grouping], facing);
  };
  const own = () => peerCells(panel, [outcome], spec, [grouping]);
  return merged({
    randomGroups: placebo(job, `placebo/random/${grouping}`, own, randomGroups),
    otherGroups: placebo(job, `placebo/other/${grouping}`, own, otherGroups),
  });
}

/**
 * The null of a row of a staffing table: each municipality's years in random order, its care units' values of a year kept
 * together and the nation's yearly means kept in their places. No year can then affect a later one, but a year of
 * large spread is still followed by a smaller one, as noise that is shared by the spread and the change must be.
 */
export function staffingPlacebos(panel: Panel, job: Job): Map<string, Record<string, Placebo>> {
  const spec = { ...job.spec, staffing: { ...job.spec.staffing, area: job.area } };
  const cells = (care: CareUnits) =>
    staffingCells(
      { ...panel, careUnits: new Map([[job.indicator, care]]) },
      spec,
      [job.kind!],
      [job.indicator],
    );
  const care = panel.careUnits.get(job.indicator)!;
  const shuffle = yearShuffler(care, panel.units.length);
  return merged({
    shuffledYears: placebo(
      job,
      `placebo/years/${job.indicator}`,
      () => cells(care),
      (rng) => cells(shuffle(rng)),
    ),
  });
}

function placebo(job: Job, key: string, own: () => Iterable<Cell>, draw: Draw): Map<string, Placebo> {
  const observed = new Map<string, number>();
  for (const { id, t } of tested(job, own())) observed.set(id, t);
  const drawn = new Map<string, Drawn>();
  for (const id of observed.keys()) drawn.set(id, { t: [], b: [], marked: 0 });
  const seed = deriveSeed(job.spec.seed, key);
  const rng = createRng(seed);
  for (let i = 0; i < job.spec.inference.placebo; i++)
    for (const { id, t, estimate, df } of tested(job, draw(rng))) {
      const of = drawn.get(id);
      if (!of) continue;
      of.t.push(t);
      of.b.push(estimate);
      if (tTwoSided(t, df) < levels.strong) of.marked++;
    }
  return new Map(
    [...drawn].flatMap(([id, of]) => (of.t.length === 0 ? [] : [[id, summary(observed.get(id)!, of, seed)]])),
  );
}

interface Drawn {
  readonly t: number[];
  readonly b: number[];
  marked: number;
}

/** The row's cells that have a t. */
function* tested({ ids }: Job, cells: Iterable<Cell>) {
  for (const cell of cells) {
    if (cell.kind !== 'regression' || !ids.includes(cell.head.id)) continue;
    const statistic = statisticOf(cell);
    const t = statistic.fit();
    if (!Number.isNaN(t)) yield { id: cell.head.id, t, estimate: statistic.estimate, df: statistic.df };
  }
}

function summary(observed: number, { t, b, marked }: Drawn, seed: number): Placebo {
  const draws = t.length;
  const middle = quantile(t, 0.5, 7);
  const reached = t.filter((v) => Math.abs(v - middle) >= Math.abs(observed - middle) * (1 - 1e-9)).length;
  return {
    p: (1 + reached) / (draws + 1),
    median: quantile(b, 0.5, 7),
    low: quantile(b, 0.025, 7),
    high: quantile(b, 0.975, 7),
    marked: marked / draws,
    draws,
    seed,
  };
}

/** By cell, the placebos under their names. */
function merged(byName: Record<string, Map<string, Placebo>>): Map<string, Record<string, Placebo>> {
  const cells = new Map<string, Record<string, Placebo>>();
  for (const [name, byCell] of Object.entries(byName))
    for (const [id, placebo] of byCell) cells.set(id, { ...cells.get(id), [name]: placebo });
  return cells;
}

/** Draws care units' values with each municipality's years reordered and the yearly means of the nation kept. */
function yearShuffler(care: CareUnits, units: number): (rng: Rng) => CareUnits {
  const years = [...new Set(Array.from({ length: care.length }, (_, i) => care.year[i]!))].sort(
    (a, b) => a - b,
  );
  const place = new Map(years.map((year, i) => [year, i]));
  const at = Int32Array.from({ length: care.length }, (_, i) => place.get(care.year[i]!)!);
  const means = years.map((_, y) => {
    const values = Array.from({ length: care.length }, (__, i) => (at[i] === y ? care.value[i]! : NaN));
    const known = values.filter((v) => !Number.isNaN(v));
    return known.reduce((a, b) => a + b, 0) / known.length;
  });
  const orders = Array.from({ length: units }, () => Int32Array.from(years.keys()));
  const words = new Uint32Array(years.length);
  return (rng) => {
    for (const order of orders) shuffleInPlace(order, words, rng);
    const to = at.map((y, i) => orders[care.unit[i]!]![y]!);
    return {
      ...care,
      year: to.map((y) => years[y]!),
      value: Float64Array.from(
        { length: care.length },
        (_, i) => care.value[i]! - means[at[i]!]! + means[to[i]!]!,
      ),
    };
  };
}
