import { codebook } from '../../data/codebook/codebook.js';
import type { Estimate } from '../../analysis/estimate.js';
import { messages, type Lang, term } from './language.js';
import { ownWord } from './own-labels.js';

/**
 * Names of areas, rows and row groups in the reader's language. The codebook's labels are used where it has them, then
 * those of the data's own (`withLabels`); what neither knows carries its own name, which is shown as it is.
 */
export function areaLabel(area: string | null, lang: Lang): string {
  if (area === null) return '';
  return codebook().areas.find((a) => a.id === area)?.label[lang] ?? ownWord('area', area)?.[lang] ?? area;
}

export function groupLabel(group: string, lang: Lang): string {
  return codebook().rowGroups.find((g) => g.id === group)?.label[lang] ?? group;
}

/** The label of an estimate's row: from its own `extra.label`, the data's own texts, the codebook, or as it stands. */
export function rowLabel(
  e: Pick<Estimate, 'indicator' | 'area' | 'row' | 'group' | 'extra'>,
  lang: Lang,
): string {
  const own = e.extra['label'];
  if (isText(own)) return own[lang];
  const given = e.indicator === null ? undefined : ownLabel(e.indicator);
  if (given) return given[lang];
  if (lang === 'sv' && e.row !== null) return e.row;
  return (e.indicator === null ? null : indicatorLabel(e.indicator, lang)) ?? e.row ?? e.indicator ?? '';
}

/** The label of an outcome, item, composite or staffing measure; null where neither codebook nor data have one. */
export function indicatorLabel(id: string, lang: Lang): string | null {
  const { outcomes, items, composites, measures } = codebook();
  for (const list of [outcomes, items, composites, measures]) {
    const found = list.find((entry) => entry.id === id);
    if (found) return found.label[lang];
  }
  return ownLabel(id)?.[lang] ?? null;
}

/** The reader leaves no text of an id that the codebook knows: this is never another word for one of its own. */
const ownLabel = (id: string) => ownWord('indicator', id) ?? ownWord('measure', id);

/** A grouping's name on its own, `Län`. */
export const groupingLabel = (grouping: string, lang: Lang): string =>
  ownWord('grouping', grouping)?.[lang] ?? term(messages(lang).groupings, grouping);

/** A grouping's name in a sentence, `länet`. */
export const groupingInText = (grouping: string, lang: Lang): string =>
  ownWord('definite', grouping)?.[lang] ?? term(messages(lang).groupingsIn, grouping);

/** A group of a grouping as it is shown; the data's own name for it unless `texts.csv` has another. */
export const levelLabel = (grouping: string, level: string, lang: Lang): string =>
  ownWord('group', `${grouping}:${level}`)?.[lang] ?? level;

export const covariateLabel = (covariate: string, lang: Lang): string =>
  ownWord('covariate', covariate)?.[lang] ?? term(messages(lang).covariates, covariate);

const isText = (value: unknown): value is Record<Lang, string> =>
  typeof value === 'object' && value !== null && 'sv' in value && 'en' in value &&
  typeof value.sv === 'string' && typeof value.en === 'string'; // prettier-ignore
