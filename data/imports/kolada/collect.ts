import { officialUnits } from '../official-units.js';
import { FileReport } from '../../readers/report.js';
import type { MissingReason } from '../../records.js';
import { type DataValue, type Gender, type Met, readData } from './parse.js';
import type { Page } from './pages.js';

/** A value with the answer that it stands in. */
export interface Cell {
  readonly place: string;
  readonly year: number;
  readonly value: number | null;
  readonly reason: MissingReason | '';
  /** The source's id. */
  readonly source: string;
}

/** The values of one KPI, and how many were left out and why. */
export interface Collected {
  readonly cells: Cell[];
  readonly leftOut: Record<string, number>;
}

export interface Asked {
  readonly kpi: string;
  readonly years: readonly number[];
  readonly gender: Gender;
  /** `municipality` for `/data`, `ou` for `/oudata`. */
  readonly field: 'municipality' | 'ou';
  /** The municipalities, or the units of care, that values are wanted of. */
  readonly places: ReadonlySet<string>;
}

const municipalities = (): ReadonlySet<string> => new Set(officialUnits().map((u) => u.municipality));

/**
 * The values asked for among those of an answer's pages, read one page at a time. Of two values of one place and year that
 * differ neither is used: `kolada-two-values`, a warning, and the cell is `okand`. A four-digit code that is no municipality
 * is a warning, `kolada-unknown-unit`. What else was not asked for is counted: regions and the country, groups, other genders and years.
 */
export async function collect(answer: AsyncIterable<Page>, asked: Asked, met: Met): Promise<Collected> {
  const official = municipalities();
  const cells = new Map<string, Cell>();
  const leftOut: Record<string, number> = {};
  const leave = (why: string) => void (leftOut[why] = (leftOut[why] ?? 0) + 1);
  for await (const { source, values } of answer) {
    const report = new FileReport(source.name);
    const deleted = met.deleted;
    for (const v of readData(values, asked.field, source.name, met)) {
      const why = reasonToLeave(v, asked, official);
      if (why === 'unknown-unit') reportUnknown(v, report);
      if (why !== null) {
        leave(why);
        continue;
      }
      const key = `${v.place}\t${v.year}`;
      const before = cells.get(key);
      const { place, year, value, reason } = v;
      if (!before) cells.set(key, { place, year, value, reason, source: source.id });
      else {
        leave('told-twice');
        if (before.value === value && before.reason === reason) continue;
        reportTwo(v, before, report);
        cells.set(key, { ...before, value: null, reason: 'okand' });
      }
    }
    for (let i = deleted; i < met.deleted; i++) leave('deleted');
    for (const p of report.problems) met.problems.push(p);
  }
  return { cells: [...cells.values()], leftOut };
}

function reasonToLeave(v: DataValue, asked: Asked, official: ReadonlySet<string>): string | null {
  if (v.kpi !== asked.kpi) return 'other-kpi';
  if (v.gender !== asked.gender) return 'other-gender';
  if (!asked.years.includes(v.year)) return 'other-year';
  if (asked.places.has(v.place)) return null;
  if (asked.field === 'ou') return 'other-unit';
  if (/^00\d\d$/.test(v.place)) return 'region-or-country';
  if (!/^\d{4}$/.test(v.place)) return 'group';
  return official.has(v.place) ? 'other-unit' : 'unknown-unit';
}

function reportUnknown({ kpi, place, year }: DataValue, report: FileReport): void {
  report.warning('kolada-unknown-unit', {
    row: null,
    column: 'municipality',
    found: `${place} (${kpi}, ${year})`,
    expected: 'the code of one of the 290 municipalities',
    cure: 'it is left out: no list of units has it',
  });
}

function reportTwo(v: DataValue, before: Cell, report: FileReport): void {
  const said = (c: { value: number | null; reason: string }) => (c.value === null ? c.reason : `${c.value}`);
  report.warning('kolada-two-values', {
    row: null,
    column: null,
    found: `${v.kpi} ${v.place} ${v.year} ${v.gender} as ${said(before)} and as ${said(v)}`,
    expected: 'one value',
    cure: 'neither is used, the cell is okand: see what kolada.se shows',
  });
}
