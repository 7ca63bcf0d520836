import { missingReasons } from '../../data/records.js';
import { grades } from '../quality/grade.js';
import {
  count,
  fields,
  free,
  isFields,
  list,
  nullable,
  number,
  oneOf,
  probability,
  record,
  type Schema,
  text,
  that,
  truth,
} from './schema.js';

const both = fields({ sv: text, en: text });
const grade = oneOf(grades);
const better = oneOf(['higher', 'lower']);

const year = fields({
  year: count,
  asked: count,
  responded: count,
  answered: count,
  responseRate: number,
  missing: fields({}, Object.fromEntries(missingReasons.map((reason) => [reason, count]))),
  shareYes: nullable(number),
  mean: nullable(number),
  constant: truth,
  saturated: truth,
  floor: truth,
  nationSuppressed: truth,
  counties: count,
  suppressedCounties: list(text),
});

const jump = fields({
  from: count,
  to: count,
  pairs: count,
  before: nullable(number),
  after: nullable(number),
  difference: nullable(number),
  test: oneOf(['mcnemar-exact', 'paired-t']),
  up: nullable(count),
  down: nullable(count),
  p: nullable(probability),
  midP: nullable(probability),
  pHolm: nullable(probability),
  beyondChance: truth,
  listed: truth,
  reason: nullable(text),
});

/** What stands behind each kind of finding (`analysis/quality/grade.ts`). */
const kinds: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  'few-answers': { most: count },
  'low-response': { lowest: number },
  'few-on-scale': { lowest: number },
  saturated: {},
  floor: {},
  constant: {},
  'single-year': {},
  'nation-suppressed': {},
  'definition-changed': { what: both },
  'unexplained-jump': { before: number, after: number, percent: truth, pHolm: number },
  flips: { units: count, base: count, share: number, expectedShare: number },
  'counties-suppressed': { most: count, counties: count },
  'sources-disagree': { values: count, share: number },
  'missing-care-units': { share: number },
  outliers: { values: count },
  'zero-means': { values: count },
};

const findings = new Map(
  Object.entries(kinds).map(([key, more]) => [
    key,
    fields({
      key: text,
      weight: oneOf(grades.slice(1)),
      years: list(count),
      cells: fields({ total: count, tables: list(fields({ table: count, cells: count })) }),
      ...more,
    }),
  ]),
);
const anyFinding = fields({ key: oneOf(Object.keys(kinds)) });

const finding: Schema = (value) => {
  if (!isFields(value)) return anyFinding(value);
  const schema = findings.get(String(value.key));
  return schema ? schema(value) : anyFinding({ key: value.key ?? null });
};

const indicator = fields({
  id: text,
  area: text,
  label: both,
  within: nullable(both),
  type: oneOf(['binary', 'ordinal', 'share', 'count']),
  yesNo: truth,
  better,
  survey: nullable(text),
  years: list(year),
  changes: list(fields({ year: count, what: both })),
  flips: nullable(fields({ units: count, base: count, share: number, expectedShare: number })),
  jumps: list(jump),
  findings: list(finding),
  grade,
});

const fences = that(
  'two numbers',
  (v) => Array.isArray(v) && v.length === 2 && v.every((n) => Number.isFinite(n)),
);

const measure = fields({
  id: text,
  area: text,
  label: both,
  years: list(
    fields({
      year: count,
      careUnits: count,
      answered: count,
      missingShare: number,
      mean: nullable(number),
      median: nullable(number),
      outliers: nullable(count),
      fences: nullable(fences),
      zeroMeans: count,
    }),
  ),
  findings: list(finding),
  grade,
});

const example = fields({
  unit: text,
  year: number,
  kept: nullable(text),
  keptSource: nullable(text),
  other: text,
  otherSource: text,
  difference: nullable(number),
});

const disagreements = fields({
  rows: count,
  settled: count,
  byTable: list(fields({ table: text, rows: count })),
  bySource: list(fields({ kept: nullable(text), other: text, rows: count })),
  byIndicator: list(fields({ id: text, cells: count, largest: nullable(number), examples: list(example) })),
});

const limits = record(that('a number or an object', (v) => free(v) === null));

/** The quality of a run's data, as `analysis/quality/records.ts` has it. */
export const qualitySchema: Schema = fields({
  indicators: list(indicator),
  measures: list(measure),
  disagreements: nullable(disagreements),
  tests: count,
  limits,
});
