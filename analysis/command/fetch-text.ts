import type { Imported } from '../../data/imports/imported.js';
import type { KoladaReport } from '../../data/imports/kolada/fetch.js';
import { ATTRIBUTION } from '../../data/imports/kolada/pages.js';
import type { Merged } from '../../data/imports/merge.js';
import { valueLines } from './import-changes.js';

export interface Fetched {
  readonly into: string;
  readonly report: KoladaReport;
  /** Null where there was nothing to write. */
  readonly merged: Merged | null;
  readonly imported: Imported;
}

type Lang = 'sv' | 'en';

/** What a fetch did, for the terminal: KPI by KPI, those that are gone and what to do, what is missing by nature, what was written. */
export function reportText(
  { into, report, merged, imported }: Fetched,
  { lang, replace }: { readonly lang: Lang; readonly replace?: boolean },
): string {
  const t = words[lang];
  const { kpis, gone, districts, requests } = report;
  const lines = [t.requests(requests.asked, requests.fromCache), ''];
  for (const k of kpis) {
    const silent = k.withoutRecord > 0 ? [[t.silent, k.withoutRecord]] : [];
    const counts = [
      ...Object.entries(k.missing),
      ...silent,
      ...Object.entries(k.leftOut).map(([w, n]) => [`-${w}`, n]),
    ];
    const more = counts.map(([why, n]) => `${why} ${n}`).join(', ');
    const match = k.match === '' || k.match === 'säker' ? '' : ` [${k.match}${k.note ? `: ${k.note}` : ''}]`;
    lines.push(
      `${k.kpi}  ${k.indicator || t.unused}${match}: ${t.values(k.values)}${more ? ` (${more})` : ''}`,
    );
  }
  if (kpis.length > 0) lines.push(`  ${t.key}`);
  if (gone.length > 0) lines.push('', t.gone(gone.length));
  for (const g of gone) {
    const last = g.lastList === '' ? t.noList : t.lastList(g.lastList);
    lines.push(
      `${g.kpi}  ${[g.indicator, g.title.slice(0, 80), g.match, last].filter(Boolean).join(' · ')}\n    ${t.instead(g.alternatives, g.indicator !== '')}`,
    );
  }
  if (districts.length > 0) lines.push('', t.districts(districts.length));
  lines.push('');
  if (merged === null) lines.push(t.nothing);
  else {
    lines.push(...valueLines(merged, into, { replace, lang, noun: 'values' }));
    lines.push(`${imported.problems.length} ${t.warnings}. ${ATTRIBUTION}`);
  }
  return `${lines.join('\n')}\n`;
}

const words = {
  sv: {
    requests: (asked: number, cached: number) => `${asked} svar från Kolada, ${cached} ur det sparade`,
    unused: 'används inte',
    silent: 'utan uppgift',
    values: (n: number) => `${n} värden`,
    key: 'inom parentes: saknade värden efter skäl; med - det som lämnats utanför',
    gone: (n: number) => `${n} nyckeltal finns inte längre i Kolada:`,
    lastList: (date: string) => `senast i listan ${date}`,
    noList: 'i ingen publicerad lista',
    instead: (other: readonly string[], known: boolean) =>
      known
        ? `${other.length > 0 ? `pröva --kpi ${other.join(',')} (annan formulering), eller ` : ''}läs Socialstyrelsens publicerade arbetsböcker, eller fråga RKA efter värdena`
        : 'sök efter det med --search, eller fråga RKA om det har fått ett annat id',
    districts: (n: number) =>
      `${n} stadsdelar svarade på enkäterna dessa år. Kolada har inga stadsdelar: de saknas här.`,
    nothing: 'Inga värden: ingen mapp skrevs.',
    warnings: 'varningar',
  },
  en: {
    requests: (asked: number, cached: number) => `${asked} answers from Kolada, ${cached} from the cache`,
    unused: 'not used',
    silent: 'nothing said',
    values: (n: number) => `${n} values`,
    key: 'in parentheses: missing values by reason; with - what was left out',
    gone: (n: number) => `${n} KPIs are no longer in Kolada:`,
    lastList: (date: string) => `last in the list of ${date}`,
    noList: 'in no published list',
    instead: (other: readonly string[], known: boolean) =>
      known
        ? `${other.length > 0 ? `try --kpi ${other.join(',')} (another wording), or ` : ''}read Socialstyrelsen's published workbooks, or ask RKA for the values`
        : 'look for it with --search, or ask RKA whether it has another id',
    districts: (n: number) =>
      `${n} city districts answered the surveys in these years. Kolada has no districts: they are missing here.`,
    nothing: 'No values: no folder was written.',
    warnings: 'warnings',
  },
};
