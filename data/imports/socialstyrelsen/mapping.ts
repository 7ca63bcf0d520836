import { codebook } from '../../codebook/codebook.js';
import { UsageError } from '../../problems.js';
import { missingReasons, type Better, type IndicatorType, type MissingReason } from '../../records.js';
import { officialUnits } from '../official-units.js';
import { forms, type Form } from './form.js';
import type { FileReport } from './report.js';

/** An indicator of one's own that a column is taken as. */
export interface OwnIndicator {
  readonly label: string;
  readonly type: IndicatorType;
  readonly better: Better;
}

export interface ColumnMapping {
  /** The column's header as the draft gives it; where it is given, the sheet must agree. */
  readonly header?: string;
  /** A question of the codebook, an id of one's own beside `own`, or null to leave the column. */
  readonly indicator: string | null;
  readonly form?: Form | null;
  readonly own?: OwnIndicator;
}

export interface SheetMapping {
  readonly use?: 'yes' | 'no';
  readonly columns?: Readonly<Record<string, ColumnMapping>>;
}

export interface FileMapping {
  readonly year?: number;
  readonly area?: string;
  readonly sheets?: Readonly<Record<string, SheetMapping>>;
  /** Names as they stand in the file, to the codes of units. */
  readonly units?: Readonly<Record<string, string>>;
  /** Signs for a missing answer (lower case), to their reasons. */
  readonly signs?: Readonly<Record<string, MissingReason>>;
}

export type Mapping = Readonly<Record<string, FileMapping>>;

type Rule = (value: unknown, path: string) => void;

/**
 * Reads a mapping file. `name` stands in the messages.
 * @throws UsageError with the path of the first thing that is wrong, what is expected there, and what stands there.
 */
export function readMapping(text: string, name: string): Mapping {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(
      `${name}: not JSON (${(error as Error).message}); expected a mapping as --write-mapping writes it`,
    );
  }
  const wrong = (path: string, value: unknown, expected: string): never => {
    const found = (JSON.stringify(value) ?? 'nothing').slice(0, 60);
    throw new UsageError(
      `${name}, ${path}: found ${found}; expected ${expected}; correct it, or write a draft with --write-mapping`,
    );
  };
  const one =
    (values: readonly unknown[]): Rule =>
    (value, path) => {
      if (!values.includes(value))
        wrong(path, value, `one of ${values.map((v) => JSON.stringify(v)).join(', ')}`);
    };
  const text_: Rule = (value, path) => {
    if (typeof value !== 'string' || value === '') wrong(path, value, 'a text');
  };
  const object =
    (rules: Readonly<Record<string, Rule>>, needed: readonly string[] = []): Rule =>
    (value, path) => {
      if (!isObject(value)) return wrong(path, value, 'an object');
      for (const key of needed) if (!(key in value)) wrong(path, value, `the field "${key}"`);
      for (const [key, v] of Object.entries(value)) {
        const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
        if (!rule) return wrong(`${path}.${key}`, v, `one of the fields ${Object.keys(rules).join(', ')}`);
        rule(v, `${path}.${key}`);
      }
    };
  const each =
    (rule: Rule): Rule =>
    (value, path) => {
      if (!isObject(value)) return wrong(path, value, 'an object');
      for (const [key, v] of Object.entries(value)) rule(v, `${path}[${JSON.stringify(key)}]`);
    };
  const anything: Rule = () => undefined;
  const own = object(
    { label: text_, type: one(['binary', 'ordinal', 'share', 'count']), better: one(['higher', 'lower']) },
    ['label', 'type', 'better'],
  );
  const items = new Set(codebook().items.map((i) => i.id));
  const column: Rule = (value, path) => {
    const fields = {
      header: anything,
      indicator: anything,
      form: one([...forms, null]),
      own,
      candidates: anything,
      note: anything,
    };
    object(fields, ['indicator'])(value, path);
    const { indicator, own: its } = value as ColumnMapping;
    if (indicator === null) return;
    if (typeof indicator !== 'string' || !/^[a-z0-9][a-z0-9._-]*$/.test(indicator))
      wrong(`${path}.indicator`, indicator, 'an id of small letters, digits and hyphens, or null');
    if (!items.has(indicator) && !its)
      wrong(`${path}.indicator`, indicator, 'a question of the codebook, or the field "own" beside it');
    if (items.has(indicator) && its) wrong(`${path}.own`, indicator, 'an id that the codebook has not');
  };
  const units = new Set(officialUnits().map((u) => u.unit));
  const unit: Rule = (value, path) => {
    if (typeof value !== 'string' || !units.has(value)) wrong(path, value, 'the code of a unit, "0114"');
  };
  const year: Rule = (value, path) => {
    if (!Number.isInteger(value) || (value as number) < 1990 || (value as number) > 2100)
      wrong(path, value, 'a year from 1990 to 2100');
  };
  const sheet = object({ use: one(['yes', 'no']), columns: each(column), note: anything });
  const file = object({
    year,
    area: one(codebook().areas.map((a) => a.id)),
    sheets: each(sheet),
    units: each(unit),
    signs: each(one([...missingReasons])),
    note: anything,
  });
  object({ files: each(file), note: anything }, ['files'])(data, 'the mapping');
  return (data as { files: Mapping }).files;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The draft: the reading as it was, every column with what it was taken for; to be corrected and given with --mapping. */
export function draftMapping(reports: readonly FileReport[]): string {
  const files = reports.map(({ file, year, area, sheets }) => [
    file,
    {
      year,
      area,
      sheets: Object.fromEntries(
        sheets
          .filter((s) => s.kind !== 'information')
          .map((s) => [
            s.sheet,
            {
              use: s.kind === 'left' ? 'no' : 'yes',
              columns: Object.fromEntries(
                s.columns
                  .filter((c) => c.as !== 'sorting')
                  .map((c) => {
                    const { header, indicator, form, why, candidates } = c;
                    const open =
                      c.as === 'left' ? { note: why, candidates: candidates.map((x) => x.indicator) } : {};
                    return [c.column, { header, indicator, form, ...open }];
                  }),
              ),
            },
          ]),
      ),
      units: {},
      signs: {},
    },
  ]);
  return `${JSON.stringify({ files: Object.fromEntries(files) as unknown }, null, 1)}\n`;
}
