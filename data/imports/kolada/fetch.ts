import { groupBy } from '../../group-by.js';
import { officialUnits } from '../official-units.js';
import { type Imported, type ImportSource, nothingImported } from '../imported.js';
import { InputError } from '../../problems.js';
import { requestUrl } from './address.js';
import { tellCareValues } from './care-values.js';
import { type Asked, collect, type Collected } from './collect.js';
import { tellAnswers } from './indicators.js';
import { goneKpi, type GoneKpi, type Wanted, yearsOf } from './kpis.js';
import { assumptions, noUnitData } from './notices.js';
import { pages, type Via } from './pages.js';
import { type KpiRecord, type Met, readUnitIds } from './parse.js';
import {
  type Ask,
  dataPages,
  findKpis,
  type KoladaQuestion,
  municipalityCodes,
  noted,
  unitPages,
} from './requests.js';

/** What became of one KPI. */
export interface KpiReport {
  readonly kpi: string;
  readonly title: string;
  /** The indicator, or the measure of units of care; empty where its values are not used. */
  readonly indicator: string;
  readonly match: string;
  readonly note: string;
  readonly values: number;
  readonly missing: Readonly<Record<string, number>>;
  /** Municipalities and years asked for of which Kolada says nothing; 0 for units of care, whose number is not known. */
  readonly withoutRecord: number;
  readonly leftOut: Readonly<Record<string, number>>;
}

export interface KoladaReport {
  readonly requests: { readonly asked: number; readonly fromCache: number };
  readonly kpis: readonly KpiReport[];
  readonly gone: readonly GoneKpi[];
  /** City districts that answered the surveys in these years: Kolada has none. */
  readonly districts: readonly string[];
}

/**
 * Asks Kolada, or the cache, for KPIs, and gives them as an import with a report of what became of each.
 *
 * One request a KPI: its address then does not depend on what else is asked for, so that a later fetch is the same source read
 * again, and one KPI that goes does not disturb the others. `told` hears how many of all the steps are done.
 * @throws UsageError where a request cannot be answered; InputError with every record that cannot be understood.
 */
export async function fetchKolada(
  question: KoladaQuestion,
  via: Via,
  told: (done: number, of: number) => void = () => undefined,
): Promise<{ imported: Imported; report: KoladaReport }> {
  const met: Met = { problems: [], deleted: 0 };
  const requests = { asked: 0, fromCache: 0 };
  const sources = new Map<string, ImportSource>();
  const ask: Ask = (parts, query = {}) =>
    noted(pages(requestUrl(via.base, parts, query), via), (page) => {
      requests[page.fromCache ? 'fromCache' : 'asked']++;
      sources.set(page.source.id, page.source);
    });

  const municipalities = [...new Set(municipalityCodes(question.units))];
  const { wanted, records } = await findKpis(question, ask, met);
  const present = wanted.filter((w) => records.has(w.kpi));
  const [usable, without] = split(present, (w) => !w.units || records.get(w.kpi)!.hasUnits);
  for (const { kpi } of without) met.problems.push(noUnitData(kpi));

  const byKpi = [...groupBy(usable, keyOf)];
  const withUnits = usable.some((w) => w.units);
  const steps = byKpi.length + (withUnits ? municipalities.length : 0);
  let done = 0;
  const step = () => told(++done, steps);
  const municipalityOf = new Map<string, string>();
  if (withUnits)
    for (const code of municipalities) {
      for await (const { values, source } of unitPages(code, ask))
        for (const id of readUnitIds(values, source.name, met)) municipalityOf.set(id, code);
      step();
    }

  const result = { indicators: [], answers: [], careValues: [] } as {
    -readonly [K in 'indicators' | 'answers' | 'careValues']: Imported[K][number][];
  };
  const kpis: KpiReport[] = [];
  for (const [, uses] of byKpi) {
    const first = uses[0]!;
    const kpi = records.get(first.kpi)!;
    const places = new Set(first.units ? municipalityOf.keys() : municipalities);
    const years = [...new Set(uses.flatMap((w) => yearsOf(w, question.years)))].sort();
    const asked: Asked = {
      kpi: kpi.id,
      years,
      gender: question.gender,
      field: first.units ? 'ou' : 'municipality',
      places,
    };
    const collected = await collect(dataPages(asked, question.units, ask), asked, met);
    for (const wantedUse of uses) kpis.push(use(wantedUse, kpi, collected));
    step();
  }

  function use(w: Wanted, kpi: KpiRecord, { cells, leftOut }: Collected): KpiReport {
    const about = { kpi: kpi.id, title: kpi.title, match: w.match ?? '', note: w.note };
    if (w.units) {
      const { values, problems } = tellCareValues(w, kpi, cells, question.gender, municipalityOf);
      for (const p of problems) met.problems.push(p);
      for (const v of values) result.careValues.push(v);
      const missing = tally(cells.map((c) => c.reason));
      const indicator = values[0]?.measure ?? w.measure?.id ?? kpi.id;
      const known = values.filter((v) => v.value !== '').length;
      return { ...about, indicator, values: known, missing, withoutRecord: 0, leftOut };
    }
    const t = tellAnswers(w, kpi, cells, question.gender, question.area);
    for (const p of t.problems) met.problems.push(p);
    if (t.indicator && t.answers.length > 0) result.indicators.push(t.indicator);
    for (const a of t.answers) result.answers.push(a);
    const values = t.answers.filter((a) => a.answer !== '').length;
    const missing = tally(t.answers.map((a) => a.reason));
    const refused = t.indicator ? {} : { 'coding-not-told': cells.length };
    const notAsked = t.notAsked > 0 ? { 'not-asked-that-year': t.notAsked } : {};
    return {
      ...about,
      indicator: t.indicator?.indicator ?? '',
      values,
      missing,
      withoutRecord: municipalities.length * yearsOf(w, question.years).length - cells.length,
      leftOut: { ...leftOut, ...notAsked, ...refused },
    };
  }

  for (const p of assumptions(result)) met.problems.push(p);
  const errors = met.problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  const used = new Set([...result.answers, ...result.careValues].map((row) => row.source));
  return {
    imported: {
      ...nothingImported,
      ...result,
      sources: [...sources.values()].filter((s) => used.has(s.id)),
      problems: met.problems,
    },
    report: {
      requests,
      kpis,
      gone: wanted.filter((w) => !records.has(w.kpi)).map(goneKpi),
      districts: districtsOf(kpis.length > 0 ? usable.flatMap((w) => yearsOf(w, question.years)) : []),
    },
  };
}

function districtsOf(years: readonly number[]): string[] {
  const districts = officialUnits().filter((u) => u.unit !== u.municipality);
  return districts.filter((d) => years.some((y) => d.from <= y && y <= d.to)).map((d) => d.unit);
}

const keyOf = (w: Wanted): string => `${w.kpi}\t${w.units}`;

function split<T>(list: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [list.filter(test), list.filter((item) => !test(item))];
}

function tally(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) if (reason !== '') counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
