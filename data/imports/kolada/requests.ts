import { UsageError } from '../../problems.js';
import { officialUnits } from '../official-units.js';
import { batches } from './address.js';
import type { Asked } from './collect.js';
import { codebookKpis, namedKpis, type Wanted } from './kpis.js';
import type { Page } from './pages.js';
import { type Gender, type KpiRecord, type Met, readKpis } from './parse.js';

export interface KoladaQuestion {
  /** Ids; null for those of `search`, or of the codebook. */
  readonly kpis: readonly string[] | null;
  readonly search: string | null;
  /** Null: those of the appendix, by question. */
  readonly years: readonly number[] | null;
  readonly gender: Gender;
  /** Codes of municipalities; null for all. */
  readonly units: readonly string[] | null;
  /** The values of units of care, for KPIs that are named. */
  readonly ou: boolean;
  /** Proxies and other wordings of the codebook too. */
  readonly allMatches: boolean;
  /** The area of KPIs that the codebook has not. */
  readonly area: string;
}

/** A search that finds more is too wide to be meant. */
const MAX_FOUND = 500;
const PER_PAGE = { per_page: '5000' };

/** Asks for an address, by its parts and query, and gives the answer's pages. */
export type Ask = (
  parts: readonly (string | readonly (string | number)[])[],
  query?: Readonly<Record<string, string>>,
) => AsyncGenerator<Page>;

/** Which KPIs are wanted, and what Kolada says of each; those of which it says nothing are gone. */
export async function findKpis(
  { kpis, search, ou, allMatches }: KoladaQuestion,
  ask: Ask,
  met: Met,
): Promise<{ wanted: readonly Wanted[]; records: ReadonlyMap<string, KpiRecord> }> {
  const records = new Map<string, KpiRecord>();
  const read = async (answer: AsyncGenerator<Page>) => {
    for await (const { values, source } of answer)
      for (const kpi of readKpis(values, source.name, met)) records.set(kpi.id, kpi);
  };
  if (search !== null) {
    await read(ask(['kpi'], { title: search, ...PER_PAGE }));
    if (records.size === 0)
      throw new UsageError(
        `--search: found no KPI whose title has "${search}"; expected at least one; try a shorter word`,
      );
    if (records.size > MAX_FOUND)
      throw new UsageError(
        `--search: ${records.size} KPIs have "${search}" in their title; expected at most ${MAX_FOUND}; use a longer text, or --kpi`,
      );
    const found = [...records.keys()].sort().filter((id) => /^[A-ZÅÄÖ]\d{5}$/.test(id));
    return { wanted: namedKpis(found, ou), records };
  }
  const wanted = kpis ? namedKpis(kpis, ou) : codebookKpis(allMatches);
  for (const ids of batches(wanted.map((w) => w.kpi))) await read(ask(['kpi', ids]));
  return { wanted, records };
}

/** The answers of one KPI: all places at once, or the municipalities named, at most 25 of them or of the years at a time. */
export async function* dataPages(
  asked: Asked,
  units: readonly string[] | null,
  ask: Ask,
): AsyncGenerator<Page> {
  for (const years of batches(asked.years))
    if (asked.field === 'ou') yield* ask(['oudata', 'kpi', [asked.kpi], 'year', years]);
    else if (!units) yield* ask(['data', 'kpi', [asked.kpi], 'year', years]);
    else
      for (const codes of batches(units))
        yield* ask(['data', 'kpi', [asked.kpi], 'municipality', codes, 'year', years]);
}

/** The units of care, and others, of a municipality: a unit's values do not say where it lies. */
export const unitPages = (municipality: string, ask: Ask): AsyncGenerator<Page> =>
  ask(['ou'], { municipality, ...PER_PAGE });

/** The same pages, each shown to `note` first. */
export async function* noted(answer: AsyncGenerator<Page>, note: (page: Page) => void): AsyncGenerator<Page> {
  for await (const page of answer) {
    note(page);
    yield page;
  }
}

/** The codes asked for, or all 290. Throws UsageError for a code that is no municipality's. */
export function municipalityCodes(units: readonly string[] | null): readonly string[] {
  const all = [...new Set(officialUnits().map((u) => u.municipality))];
  const wrong = units?.find((code) => !all.includes(code));
  if (wrong !== undefined)
    throw new UsageError(
      `--units: found "${wrong}"; expected K (all municipalities), or codes of municipalities with commas between, 0180,1480`,
    );
  return units ?? all;
}
