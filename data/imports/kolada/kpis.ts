import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { appendixYears, codebook, type Item, type StaffingMeasure } from '../../codebook/codebook.js';
import { codebookFolder } from '../../location.js';
import { UsageError } from '../../problems.js';

export type Match = 'säker' | 'trolig' | 'proxy' | 'alternativ';

/** What a KPI is asked for. */
export interface Wanted {
  readonly kpi: string;
  /** The codebook's question, or staffing measure, that it answers; null for a KPI of one's own. */
  readonly item: Item | null;
  readonly measure: StaffingMeasure | null;
  readonly match: Match | null;
  readonly note: string;
  /** The codebook's area, also of an alternative wording; null for a KPI of one's own. */
  readonly area: string | null;
  /** From `/oudata` into `care-units.csv`. */
  readonly units: boolean;
}

/** A row of `kolada-kpis.csv`. */
interface PublishedKpi {
  readonly title: string;
  /** The date of the last published list in which it stands; empty for none. */
  readonly lastList: string;
}

let published: ReadonlyMap<string, PublishedKpi> | undefined;

/** The KPIs of the codebook as the published lists have them, by id. */
export function publishedKpis(): ReadonlyMap<string, PublishedKpi> {
  return (published ??= readPublished());
}

function readPublished(): ReadonlyMap<string, PublishedKpi> {
  const text = readFileSync(join(codebookFolder(), 'kolada-kpis.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return new Map(
    data.map((row) => {
      const lists = Object.keys(row).filter((c) => c.startsWith('finns_') && row[c] === '1');
      const lastList = (lists.sort().at(-1) ?? '').slice('finns_'.length);
      return [row['kpi']!, { title: row['titel']!, lastList }];
    }),
  );
}

const order: readonly Match[] = ['säker', 'trolig', 'proxy', 'alternativ'];

/** Every use that the codebook makes of KPIs, the best matches first: where two fill a cell, the first stays. */
function known(): Wanted[] {
  const { items, measures } = codebook();
  const uses = [
    ...items.flatMap((item) => item.kolada.map((k) => ({ ...k, item, measure: null }))),
    ...measures.flatMap((measure) => measure.kolada.map((k) => ({ ...k, item: null, measure }))),
  ];
  return uses
    .map(({ id, match, note, item, measure }) => {
      // Another question than the codebook's: kept under an id of its own, in the same area.
      const alternative = match === 'alternativ';
      return {
        kpi: id,
        item: alternative ? null : item,
        measure: alternative ? null : measure,
        match,
        note: note ?? '',
        area: (item ?? measure).area,
        units: measure !== null,
      };
    })
    .sort((a, b) => order.indexOf(a.match) - order.indexOf(b.match) || (a.kpi < b.kpi ? -1 : 1));
}

/** The KPIs of the codebook that are fetched where none is named: those that surely or probably are its questions. */
export const codebookKpis = (allMatches: boolean): Wanted[] =>
  known().filter((w) => allMatches || w.match === 'säker' || w.match === 'trolig');

/**
 * KPIs by id: each for every use that the codebook has for it, else as an indicator of one's own; with `units` as the values of
 * units of care. Throws UsageError for what is no id.
 */
export function namedKpis(ids: readonly string[], units: boolean): Wanted[] {
  const uses = known();
  return [...new Set(ids.map((id) => id.trim().toUpperCase()))].flatMap((kpi) => {
    if (!/^[A-ZÅÄÖ]\d{5}$/.test(kpi))
      throw new UsageError(
        `--kpi: found "${kpi}"; expected ids of Kolada, a letter and five digits, with commas between: U31457,N02904`,
      );
    const found = uses.filter((w) => w.kpi === kpi);
    const own: Wanted = { kpi, item: null, measure: null, match: null, note: '', area: null, units: false };
    const list = found.length > 0 ? found : [own];
    return units ? [{ ...list[0]!, item: null, units: true }] : list;
  });
}

/** The years asked for: those given, else those in which the appendix has the question, else 2016-2020. */
export function yearsOf({ item, measure }: Wanted, given: readonly number[] | null): readonly number[] {
  if (given) return given;
  const { from, to } = item ?? measure ?? { from: appendixYears.kommun.first, to: appendixYears.kommun.last };
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** A KPI that Kolada no longer has, and where it last was. */
export interface GoneKpi {
  readonly kpi: string;
  readonly indicator: string;
  readonly title: string;
  readonly lastList: string;
  readonly match: Match | null;
  /** Other ids of the codebook for the same indicator. */
  readonly alternatives: readonly string[];
}

export function goneKpi({ kpi, item, measure, match }: Wanted): GoneKpi {
  const what = item ?? measure ?? codebook().items.find((i) => i.kolada.some((k) => k.id === kpi));
  const alternatives = (what?.kolada ?? []).map((k) => k.id).filter((id) => id !== kpi);
  const { title = '', lastList = '' } = publishedKpis().get(kpi) ?? {};
  return { kpi, indicator: what?.id ?? '', title, lastList, match, alternatives };
}
