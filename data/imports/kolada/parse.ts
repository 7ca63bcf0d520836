import type { Problem } from '../../problems.js';
import type { MissingReason } from '../../records.js';
import { FIRST_YEAR, LAST_YEAR } from '../../readers/year.js';
import { FileReport } from '../../readers/report.js';
import { isObject, show } from './envelope.js';

export const genders = ['T', 'K', 'M'] as const;
export type Gender = (typeof genders)[number];

/** A value of Kolada: of a municipality (or region, or group) by its code, or of a unit (`ou`) by its id. */
export interface DataValue {
  readonly kpi: string;
  readonly place: string;
  readonly year: number;
  readonly gender: Gender;
  /** Null where there is a reason. */
  readonly value: number | null;
  readonly reason: MissingReason | '';
}

/** What Kolada says of a KPI; texts are empty where it says nothing. */
export interface KpiRecord {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly hasUnits: boolean;
}

/** What was met on the way and is no value. */
export interface Met {
  readonly problems: Problem[];
  /** Values that Kolada marks as deleted. */
  deleted: number;
}

/**
 * The values of one answer of `/data` (`field` municipality) or `/oudata` (`field` ou), one at a time.
 *
 * `Missing` becomes `okand`: Kolada gives the same status to no answer, to not applicable and to not collected. `Privacy`
 * becomes `undertryckt`. A deleted value is counted and left out. Errors (the record cannot be understood, and is not given):
 * `kolada-shape`. Warnings: `kolada-gender` (left out), `kolada-status`, `kolada-value-and-status`, `kolada-no-value` (given as missing).
 */
export function* readData(
  values: readonly unknown[],
  field: 'municipality' | 'ou',
  request: string,
  met: Met,
): Generator<DataValue> {
  const report = new FileReport(request);
  for (const [i, record] of values.entries()) {
    const row = i + 1;
    const wrong = (column: string, found: unknown, expected: string) =>
      report.error('kolada-shape', { row, column, found: show(found), expected, cure: TRY_AGAIN });
    if (!isObject(record)) wrong('values', record, 'a record with kpi, period and values');
    else if (!isText(record.kpi)) wrong('kpi', record.kpi, 'the id of a KPI as text');
    else if (!isText(record[field])) wrong(field, record[field], 'an id as text');
    else if (!isYear(record.period)) wrong('period', record.period, 'a year as a number');
    else if (!Array.isArray(record.values)) wrong('values', record.values, 'a list of values by gender');
    else
      for (const inner of record.values) {
        const read = readValue(inner, row, report, met);
        if (read) yield { kpi: record.kpi, place: record[field], year: record.period, ...read };
      }
  }
  for (const p of report.problems) met.problems.push(p);
}

const TRY_AGAIN =
  'nothing was written: fetch it anew with --refresh, and report it to Kolada where it stays (the answer is kept in the cache)';

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isYear = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= FIRST_YEAR && (value as number) <= LAST_YEAR;

/** One gender's value, or null, having counted or reported it. */
function readValue(
  inner: unknown,
  row: number,
  report: FileReport,
  met: Met,
): Pick<DataValue, 'gender' | 'value' | 'reason'> | null {
  const wrong = (column: string, found: unknown, expected: string) => {
    report.error('kolada-shape', { row, column, found: show(found), expected, cure: TRY_AGAIN });
    return null;
  };
  if (!isObject(inner)) return wrong('values', inner, 'a record with gender, status and value');
  const { gender, status = '', value = null, isdeleted = false } = inner;
  if (typeof gender !== 'string') return wrong('gender', gender, 'T, K or M');
  if (status !== null && typeof status !== 'string') return wrong('status', status, 'a text');
  if (typeof isdeleted !== 'boolean') return wrong('isdeleted', isdeleted, 'true or false');
  if (value !== null && !(typeof value === 'number' && Number.isFinite(value)))
    return wrong('value', value, 'a number or null');
  if (!isGender(gender)) {
    const cure = 'it is left out: it is none of those that can be asked for';
    report.warning('kolada-gender', {
      row,
      column: 'gender',
      found: show(gender),
      expected: 'T, K or M',
      cure,
    });
    return null;
  }
  if (isdeleted) {
    met.deleted++;
    return null;
  }
  // -0 is 0.
  if ((status ?? '') === '' && value !== null) return { gender, value: value + 0, reason: '' };
  return { gender, value: null, reason: reasonOf(status ?? '', value, row, report) };
}

const isGender = (text: string): text is Gender => (genders as readonly string[]).includes(text);

function reasonOf(status: string, value: number | null, row: number, report: FileReport): MissingReason {
  const reason = status === 'Privacy' ? 'undertryckt' : 'okand';
  const cure = `it is kept as missing, ${reason}: see what kolada.se shows`;
  const warn = (code: string, found: string, expected: string) =>
    report.warning(code, { row, column: 'status', found, expected, cure });
  const known = status === 'Missing' || status === 'Privacy';
  if (status === '') warn('kolada-no-value', 'neither a value nor a status', 'one of them');
  else if (!known) warn('kolada-status', show(status), 'nothing, Missing or Privacy');
  else if (value !== null)
    warn('kolada-value-and-status', `${value} beside ${status}`, 'null where there is a status');
  return reason;
}

/** The KPIs of an answer of `/kpi`. Error: `kolada-shape`. */
export function* readKpis(values: readonly unknown[], request: string, met: Met): Generator<KpiRecord> {
  const report = new FileReport(request);
  for (const [i, record] of values.entries()) {
    const { id, title, description, has_ou_data: units } = isObject(record) ? record : {};
    const bad =
      !isText(id) || !isText(title)
        ? 'a KPI with id and title as text'
        : (description ?? null) !== null && typeof description !== 'string'
          ? 'a description as text or null'
          : null;
    if (bad !== null)
      report.error('kolada-shape', {
        row: i + 1,
        column: null,
        found: show(record),
        expected: bad,
        cure: TRY_AGAIN,
      });
    else
      yield {
        id: id as string,
        title: (title as string).trim(),
        description: (description as string | null | undefined) ?? '',
        hasUnits: units === true,
      };
  }
  for (const p of report.problems) met.problems.push(p);
}

/** The ids of the units of an answer of `/ou`. Error: `kolada-shape`. */
export function* readUnitIds(values: readonly unknown[], request: string, met: Met): Generator<string> {
  for (const [i, record] of values.entries()) {
    const id = isObject(record) ? record.id : undefined;
    if (isText(id)) yield id;
    else {
      const report = new FileReport(request);
      const expected = 'a unit with its id as text';
      report.error('kolada-shape', {
        row: i + 1,
        column: 'id',
        found: show(record),
        expected,
        cure: TRY_AGAIN,
      });
      for (const p of report.problems) met.problems.push(p);
    }
  }
}
