import { formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { type Domain, valueDomain } from './axes.js';
import type { GroupsFigure } from './definition.js';
import { clipText, fitLines } from './text-fit.js';
import { extremes, type GroupMeans, groupText, type OutcomeMeans } from './group-values.js';

/** The axis of an outcome over its groups: fixed for percent and points, else round numbers around the means. */
export function domainOf(outcome: OutcomeMeans): Domain {
  const points = outcome.values.flatMap(({ mean, n }) =>
    mean === null ? [] : [{ year: 0, mean, low: null, high: null, n }],
  );
  const { unit } = outcome;
  return valueDomain(unit, [
    { id: '', label: '', context: null, unit, points, trend: null, ols: null, theilSen: null },
  ]);
}

/** A mean as figures show it: percent without decimals, points with two. */
export const shown = (value: number | null, unit: string, lang: Lang): string => {
  if (value === null) return '–';
  if (unit === 'procent') return formatNumber(value, lang);
  const size = Math.abs(value);
  return formatNumber(value, lang, unit === 'poang-0-2' || size < 10 ? 2 : size < 100 ? 1 : 0);
};

/** Every outcome with the nation's mean and the groups at its ends, in words. */
export function describeGroups(figure: GroupsFigure, found: GroupMeans, lang: Lang): string {
  const { figures, units } = messages(lang);
  const name = (group: GroupMeans['groups'][number]) => groupText(group, figure.grouping, lang);
  const parts = found.outcomes.map((o) => {
    const label = o.context === null ? o.label : `${o.label} (${o.context})`;
    const unit = Object.hasOwn(units, o.unit) ? ` ${term(units, o.unit)}` : '';
    const n = formatNumber(o.nation.n, lang);
    const nation = `${label}: ${figures.nation} ${shown(o.nation.mean, o.unit, lang)}${unit} (n ${n})`;
    const ends = extremes(found, o);
    if (!ends) return `${nation}.`;
    const end = ({ group, mean, n: size }: typeof ends.highest) =>
      `${name(group)} ${shown(mean, o.unit, lang)} (n ${formatNumber(size, lang)})`;
    return `${nation}, ${figures.highest} ${end(ends.highest)}, ${figures.lowest} ${end(ends.lowest)}.`;
  });
  return [`${figure.title[lang]}.`, figures.groupsDescribed(found.groups.length), ...parts].join(' ');
}

/** The lines of a panel's title, broken to its width: at most two of the outcome's name, and its context where needed. */
export const titleLines = ({ label, context }: OutcomeMeans, width: number): string[] => [
  ...fitLines(label, width, 10.5, 2, true),
  ...(context === null ? [] : [clipText(context, width, 9)]),
];
