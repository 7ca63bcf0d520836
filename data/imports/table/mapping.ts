import { UsageError } from '../../problems.js';
import { type MissingReason, missingReasons } from '../../records.js';

/** An indicator of a table, as `indicators.csv` will have it. */
export interface MappedIndicator {
  readonly id: string;
  readonly label: string;
  readonly area: string;
  readonly type: 'binary' | 'ordinal' | 'share' | 'count';
  readonly better: 'higher' | 'lower';
}

/** A column of values; the year and the indicator of its values, where no column of the table tells them. */
export interface ValueColumn {
  readonly column: string;
  readonly year?: number;
  /** As a key of `indicators`. */
  readonly indicator?: string;
}

/** How a long or wide table becomes answers: JSON beside the table, of which `--write-mapping` makes a draft. */
export interface TableMapping {
  /** The sheet, by name; the first where absent. */
  readonly sheet?: string;
  /** The column of the unit: code, name, or both. */
  readonly unit: string;
  /** The columns of year and indicator, where the value columns do not tell them. */
  readonly year?: string;
  readonly indicator?: string;
  readonly values: readonly ValueColumn[];
  /** Rows are taken only where these columns have these texts: `{"gender": "T"}`. */
  readonly only?: Readonly<Record<string, string>>;
  /** What a value that is no number means, over the usual signs (`-` bortfall, `.` ej-aktuellt, `..` undertryckt). */
  readonly missing?: Readonly<Record<string, MissingReason>>;
  /** A column that says why a value is missing, by the texts in `missing`. */
  readonly status?: string;
  /** What the producer wants said beside the values: `Källa: Kolada`. */
  readonly attribution?: string;
  /** By what the table calls them. */
  readonly indicators: Readonly<Record<string, MappedIndicator>>;
  /** Units of one's own: the unit column is their code, and these are columns of `units.csv` by columns of the table. */
  readonly units?: Readonly<Record<string, string>>;
}

type Check = { readonly expected: string; readonly test: (v: unknown) => boolean };

const isText = (v: unknown): v is string => typeof v === 'string' && v !== '';
const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);
const isYear = (v: unknown) => Number.isInteger(v) && (v as number) >= 1900 && (v as number) <= 2200;
const optional = (check: Check): Check => ({ ...check, test: (v) => v === undefined || check.test(v) });
const text: Check = { expected: 'a text', test: isText };
const texts: Check = {
  expected: 'an object of texts',
  test: (v) => isObject(v) && Object.values(v).every((t) => typeof t === 'string'),
};

const checks: Readonly<Record<string, Check>> = {
  sheet: optional(text),
  unit: { expected: 'the column of the unit', test: isText },
  year: optional(text),
  indicator: optional(text),
  values: {
    expected: 'a list of {"column": text, "year"?: number, "indicator"?: text}',
    test: (v) =>
      Array.isArray(v) &&
      v.length > 0 &&
      v.every(
        (c) =>
          isObject(c) &&
          isText(c['column']) &&
          (c['year'] === undefined || isYear(c['year'])) &&
          (c['indicator'] === undefined || isText(c['indicator'])),
      ),
  },
  only: optional(texts),
  missing: optional({
    expected: `an object of reasons (${missingReasons.join(', ')})`,
    test: (v) => isObject(v) && Object.values(v).every((r) => missingReasons.includes(r as MissingReason)),
  }),
  status: optional(text),
  attribution: optional(text),
  indicators: {
    expected:
      'an object of {"id", "label", "area": texts, "type": binary|ordinal|share|count, "better": higher|lower}',
    test: (v) => isObject(v) && Object.keys(v).length > 0 && Object.values(v).every(isIndicator),
  },
  units: optional(texts),
};

const isIndicator = (v: unknown): boolean =>
  isObject(v) &&
  ['id', 'label', 'area'].every((k) => isText(v[k])) &&
  ['binary', 'ordinal', 'share', 'count'].includes(v['type'] as string) &&
  ['higher', 'lower'].includes(v['better'] as string);

/** Reads a mapping. Throws UsageError naming the file, the field, what was found and what was expected. */
export function readTableMapping(content: string, file: string): TableMapping {
  let given: unknown;
  try {
    given = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${file}: not JSON (${(error as Error).message})`);
  }
  if (!isObject(given)) throw new UsageError(`${file}: expected an object with unit, values and indicators`);
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(checks, key));
  if (unknown !== undefined)
    throw new UsageError(`${file}: field ${unknown} is none of ${Object.keys(checks).join(', ')}`);
  for (const [key, { expected, test }] of Object.entries(checks))
    if (!test(given[key]))
      throw new UsageError(
        `${file}: field ${key}: found ${JSON.stringify(given[key]) ?? 'nothing'}; expected ${expected}`,
      );
  const mapping = given as unknown as TableMapping;
  for (const { column, year, indicator } of mapping.values) {
    if (year === undefined && mapping.year === undefined)
      throw new UsageError(
        `${file}: values, ${column}: no year; give it here, or the column of years as "year"`,
      );
    if (indicator === undefined && mapping.indicator === undefined)
      throw new UsageError(
        `${file}: values, ${column}: no indicator; give it here, or the column of indicators as "indicator"`,
      );
    if (indicator !== undefined && !Object.hasOwn(mapping.indicators, indicator))
      throw new UsageError(`${file}: values, ${column}: indicator "${indicator}" is not among "indicators"`);
  }
  return mapping;
}
