import { adjustFamilies } from './adjust.js';
import { selectedOutcomes, type Selection } from './analyse.js';
import type { Estimate } from './estimate.js';
import { type EventDates, eventStudy } from './models/event-study.js';
import type { EventWindow } from './models/event-times.js';
import type { Panel } from './panel/panel.js';
import type { Specification } from './specification.js';

/**
 * The event study of every outcome that the selection names. Adjusted for the number of tests are the overall effects
 * (`att`) alone: the other columns ask the same question again. Throws a UsageError for what the panel does not have.
 */
export function analyseEvent(
  panel: Panel,
  spec: Specification,
  dates: EventDates,
  selection: Pick<Selection, 'indicator' | 'area'>,
  window: EventWindow,
): Estimate[] {
  const estimates = eventStudy(panel, selectedOutcomes(panel, spec, selection), dates, spec, window);
  const overall = estimates.filter((e) => e.column === 'att');
  const adjusted = new Map(adjustFamilies(overall, spec).map((e) => [e.id, e]));
  return estimates.map((e) => adjusted.get(e.id) ?? e);
}
