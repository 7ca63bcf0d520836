import type { Estimate } from '../estimate.js';
import { levels } from '../marks.js';
import type { Placebo } from './placebo.js';
import type { Rival } from './rivals.js';

/**
 * What the placebos and rivals of a cell say of its mark, as a key of the message catalogue.
 *
 * Peers, level (marks `+`, `++`): `as-other-groups`, other groups' earlier results give as large a t as the unit's own
 * group; else `groups-differ`, the mark is gone with unit effects, so that lasting differences between groups are
 * enough; else `beyond-groups`. Peers, improvement, and a level mark below zero: `as-random-groups`, groups dealt at random
 * give as large a t; else `beyond-random-groups`; without a mark `little-power`, for there the question is what the test
 * could have found. Staffing: `noise-enough`, marked, but the same care units with their years in random order give as
 * much; `beyond-noise`, marked, and they do not; `noise-hides`, unmarked, though far from what noise gives; `as-noise`.
 */
export type Verdict =
  | 'as-other-groups'
  | 'groups-differ'
  | 'beyond-groups'
  | 'as-random-groups'
  | 'beyond-random-groups'
  | 'little-power'
  | 'noise-enough'
  | 'beyond-noise'
  | 'noise-hides'
  | 'as-noise';

interface Evidence {
  readonly placebo?: Partial<Record<'randomGroups' | 'otherGroups' | 'shuffledYears', Placebo>>;
  readonly unitEffects?: Rival;
}

/** The verdict of an estimate with its `extra` complete; null where nothing bears on it. */
export function verdictOf({ model, outcome, mark, estimate, extra }: Estimate): Verdict | null {
  const { placebo, unitEffects } = extra as Evidence;
  if (!placebo || mark === null) return null;
  const marked = mark !== '';
  if (model === 'staffing') {
    const usual = isUsual(placebo.shuffledYears);
    if (usual === null) return null;
    if (marked) return usual ? 'noise-enough' : 'beyond-noise';
    return usual ? 'as-noise' : 'noise-hides';
  }
  if (outcome === 'level' && marked && estimate! > 0) {
    const usual = isUsual(placebo.otherGroups);
    if (usual === null) return null;
    if (usual) return 'as-other-groups';
    const remains = unitEffects?.mark?.startsWith('+') ?? false;
    return remains ? 'beyond-groups' : 'groups-differ';
  }
  if (!marked) return outcome === 'improvement' ? 'little-power' : null;
  const usual = isUsual(placebo.randomGroups);
  return usual === null ? null : usual ? 'as-random-groups' : 'beyond-random-groups';
}

/** Whether the placebo gives a t like the cell's; null where there is no placebo. */
const isUsual = (placebo: Placebo | undefined): boolean | null =>
  placebo === undefined ? null : placebo.p >= levels.weak;
