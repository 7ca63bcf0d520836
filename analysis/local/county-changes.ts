import { levels } from '../marks.js';
import { adjustHolm, mcnemar } from '../stats/index.js';
import type { CountyIndicator } from './county-indicators.js';
import type { GroupChange } from './group-change.js';

/** Indicators on which more units changed one way than chance would have it. */
export interface BeyondChance {
  /** Ids, by the change since the year before and since the first year. */
  readonly sinceLast: readonly string[];
  readonly sinceFirst: readonly string[];
  /** Changes tested, over which p is adjusted. */
  readonly tests: number;
}

/**
 * Which of a county's changes are beyond chance: as many units would have become better as worse if nothing but chance
 * moved them (the sign test, which of Ja and Nej is McNemar's), adjusted by Holm for all changes of the report together.
 */
export function beyondChance(indicators: readonly CountyIndicator[]): BeyondChance {
  const changes = indicators.flatMap((i) => [i.sinceLast, i.sinceFirst]);
  const raw = changes.map(signTest);
  const adjusted = adjustHolm(raw);
  const isBeyond = (at: number) => adjusted[at] !== null && adjusted[at]! < levels.strong;
  const ids = (offset: number) => indicators.flatMap(({ id }, i) => (isBeyond(2 * i + offset) ? [id] : []));
  return { sinceLast: ids(0), sinceFirst: ids(1), tests: raw.filter((p) => p !== null).length };
}

/** p of improved against worsened; null where nothing is compared. */
function signTest({ status, improved, worsened }: GroupChange): number | null {
  if (status !== 'compared') return null;
  const ones = (n: number, value: number) => Array.from({ length: n }, () => value);
  const found = mcnemar(
    [...ones(improved, 0), ...ones(worsened, 1)],
    [...ones(improved, 1), ...ones(worsened, 0)],
  );
  return found.status === 'ok' ? found.p : 1;
}
