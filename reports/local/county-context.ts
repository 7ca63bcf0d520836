import type { CountyIndicator, CountyIndicatorName } from '../../analysis/local/county-indicators.js';
import type { CountyReport } from '../../analysis/local/county-report.js';
import type { CountyUnit } from '../../analysis/local/county-units.js';
import type { Manifest } from '../../analysis/results.js';
import type { Text } from '../../data/codebook/codebook.js';
import { areaLabel, indicatorLabel } from '../locales/labels.js';
import { messages, term, type Lang, type Messages } from '../locales/language.js';
import type { Grid } from '../tables/table.js';

/** What every part of the county report needs. */
export interface CountyContext {
  readonly report: CountyReport;
  readonly lang: Lang;
  readonly text: Messages['county'];
  readonly synthetic: boolean;
  /** By id, those asked in the year. */
  readonly indicators: ReadonlyMap<string, CountyIndicator>;
  /** By position in the panel: units of the report, and others that it names. */
  readonly names: ReadonlyMap<number, string>;
}

export const countyContext = (report: CountyReport, manifest: Manifest, lang: Lang): CountyContext => ({
  report,
  lang,
  text: messages(lang).county,
  synthetic: manifest.synthetic,
  indicators: new Map(report.indicators.map((i) => [i.id, i])),
  names: new Map([...report.units, ...report.others].map(({ unit, name }) => [unit, name])),
});

/** An indicator's own label: under the heading of its area it is enough. */
export const shortName = ({ id, label }: CountyIndicatorName, lang: Lang): string =>
  indicatorLabel(id, lang) ?? label;

/** The indicator area, with the heading that tells home care from special housing; null where neither is known. */
export function themeName(
  { indicatorArea, rowGroup }: { indicatorArea: Text | null; rowGroup: Text | null },
  lang: Lang,
): string | null {
  return (indicatorArea ?? rowGroup)?.[lang] ?? null;
}

/** Label, and beneath it where the indicator belongs. */
export function fullName(i: CountyIndicatorName, lang: Lang): string {
  const theme = [themeName(i, lang), areaLabel(i.area, lang)].filter((part) => part);
  return [shortName(i, lang), theme.join(' · ')].join('\n');
}

/** Label and area on one line: `Primärvård (Ekonomiskt bistånd)`. */
export const inlineName = (i: CountyIndicatorName, lang: Lang): string =>
  `${shortName(i, lang)} (${areaLabel(i.area, lang)})`;

/** A label within a theme, which may span several areas of services. */
export const nameIn = (i: CountyIndicatorName, areas: readonly string[], lang: Lang): string =>
  areas.length > 1 ? inlineName(i, lang) : shortName(i, lang);

export const groupName = (level: string, { text }: CountyContext): string => term(text.groupNames, level);

export const unitGroup = ({ group }: CountyUnit, context: CountyContext): string =>
  group === null ? context.text.noGroup : groupName(group, context);

/** What all grids of the report share. */
export const dressed = (
  context: CountyContext,
  grid: Omit<Grid, 'synthetic' | 'notes'> & { readonly notes?: readonly string[] },
): Grid => ({ notes: [], ...grid, synthetic: context.synthetic });

/** `2016–2019`, or every year by itself where there are gaps. */
export function yearsText(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `${first}`;
  return last - first === years.length - 1 ? `${first}–${last}` : years.join(', ');
}
