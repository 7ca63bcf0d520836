import { codebook, type Text } from '../../data/codebook/codebook.js';
import { quoteFound, UsageError } from '../../data/problems.js';
import { type Grouping, type IndicatorRecord, isKnownGrouping } from '../../data/records.js';
import type { GroupCodes, Panel } from './panel.js';

/** An indicator's label in both languages: the codebook's, that of `texts.csv`, or the one of `indicators.csv` in both. */
export function indicatorText(panel: Panel, { id, label }: Pick<IndicatorRecord, 'id' | 'label'>): Text {
  const item = codebook().items.find((i) => i.id === id);
  return item?.label ?? ownText(panel, 'indicator', id) ?? { sv: label, en: label };
}

/** A staffing measure's label: the codebook's, that of `texts.csv`, or its id. */
export function measureText(panel: Panel, id: string): Text {
  const measure = codebook().measures.find((m) => m.id === id);
  return measure?.label ?? ownText(panel, 'measure', id) ?? { sv: id, en: id };
}

const ownText = ({ labels }: Panel, kind: 'indicator' | 'measure', id: string): Text | undefined =>
  labels?.texts.find((t) => t.kind === kind && t.id === id)?.label;

/** The groupings that the data have besides the appendix's, in the order of `groupings.csv`. */
export const ownGroupings = (panel: Panel): Grouping[] =>
  [...panel.groupings.keys()].filter((name) => !isKnownGrouping(name));

/**
 * The groups of a grouping that the panel has.
 * @throws UsageError naming those that it has, where it has not this one
 */
export function groupCodesOf(panel: Panel, grouping: Grouping): GroupCodes {
  const found = panel.groupings.get(grouping);
  if (found) return found;
  const have = [...panel.groupings.keys()].join(', ');
  throw new UsageError(`no grouping ${quoteFound(grouping)} in the data; there are: ${have}`);
}
