import { codebook } from '../../data/codebook/codebook.js';
import type { Estimate } from '../../analysis/estimate.js';
import type { Lang } from './language.js';

/**
 * Names of areas, rows and row groups in the reader's language. The codebook's labels are used where it has them;
 * an area, row or group of another panel carries its own name, which is shown as it is.
 */
export function areaLabel(area: string | null, lang: Lang): string {
  if (area === null) return '';
  return codebook().areas.find((a) => a.id === area)?.label[lang] ?? area;
}

export function groupLabel(group: string, lang: Lang): string {
  return codebook().rowGroups.find((g) => g.id === group)?.label[lang] ?? group;
}

/** The label of an estimate's row: from its own `extra.label`, the codebook, or as it stands. */
export function rowLabel(
  e: Pick<Estimate, 'indicator' | 'area' | 'row' | 'group' | 'extra'>,
  lang: Lang,
): string {
  const own = e.extra['label'];
  if (isText(own)) return own[lang];
  if (lang === 'sv' && e.row !== null) return e.row;
  return (e.indicator === null ? null : indicatorLabel(e.indicator, lang)) ?? e.row ?? e.indicator ?? '';
}

/** The label of an outcome, item, composite or staffing measure; null where the codebook does not know it. */
export function indicatorLabel(id: string, lang: Lang): string | null {
  const { outcomes, items, composites, measures } = codebook();
  for (const list of [outcomes, items, composites, measures]) {
    const found = list.find((entry) => entry.id === id);
    if (found) return found.label[lang];
  }
  return null;
}

const isText = (value: unknown): value is Record<Lang, string> =>
  typeof value === 'object' && value !== null && 'sv' in value && 'en' in value &&
  typeof value.sv === 'string' && typeof value.en === 'string'; // prettier-ignore
