import { codebook, type Text } from '../../data/codebook/codebook.js';

let byItem: ReadonlyMap<string, Text> | undefined;

/**
 * The heading of the appendix's tables that an item's row stands under, where the row is that item alone: it tells home
 * care from special housing where two items have the same label. Null for others.
 */
export function rowGroupOf(item: string): Text | null {
  byItem ??= new Map(
    codebook().outcomes.flatMap(({ rule, group }): [string, Text][] => {
      const label = codebook().rowGroups.find((g) => g.id === group)?.label;
      return rule.kind === 'item' && label ? [[rule.item, label]] : [];
    }),
  );
  return byItem.get(item) ?? null;
}
