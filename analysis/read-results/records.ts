import { groupings, isKnownGrouping, type OwnLabels, ownTextKinds } from '../../data/records.js';
import { isOwnModel, models } from '../estimate.js';
import {
  count,
  fields,
  free,
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

const house = oneOf(models);

/**
 * An estimate as results.json has it (the contract in `analysis/estimate.ts`): every field, and no other.
 * @param own the groupings that the manifest names beside the appendix's
 */
export const estimateSchema = (own: OwnLabels['groupings']): Schema =>
  fields({
    id: that('a text that is not empty', (v) => typeof v === 'string' && v !== ''),
    model: (value) => (typeof value === 'string' && isOwnModel(value) ? null : house(value)),
    area: nullable(text),
    indicator: nullable(text),
    row: nullable(text),
    group: nullable(text),
    table: that(
      'null, a text or a whole number',
      (v) => v === null || typeof v === 'string' || Number.isInteger(v),
    ),
    column: nullable(text),
    outcome: oneOf([null, 'level', 'improvement', 'change', 'mean', 'minimum']),
    sample: oneOf([null, 'all', 'users', 'users+non-users']),
    grouping: oneOf([null, ...groupings, ...own.map((g) => g.grouping)]),
    lag: oneOf([null, 1, 2]),
    term: nullable(text),
    estimate: nullable(number),
    se: nullable(number),
    statistic: nullable(number),
    df: nullable(number),
    df2: nullable(number),
    p: nullable(probability),
    ciLow: nullable(number),
    ciHigh: nullable(number),
    mark: oneOf([null, '++', '+', '', '-', '--', '**', '*']),
    n: nullable(count),
    units: nullable(count),
    clusters: nullable(count),
    dropped: record(count),
    status: oneOf(['ok', 'not-estimable']),
    reason: nullable(text),
    extra: that('an object', (v) => typeof v === 'object' && v !== null && !Array.isArray(v)),
  });

/** What is free in an estimate: models may put there what they like, but no number that is none. */
export const extraSchema: Schema = free;

const both = fields({ sv: text, en: text });

/** The words of the data's own, held to what the reader of a data folder lets through. */
const labels = fields({
  groupings: list(
    fields({
      grouping: that(
        'a short name of a grouping',
        (v) => typeof v === 'string' && /^[a-z][a-z0-9_-]{0,39}$/.test(v) && !isKnownGrouping(v),
      ),
      column: text,
      label: both,
      definite: both,
    }),
  ),
  areas: list(fields({ area: text, label: both })),
  texts: list(fields({ kind: oneOf(ownTextKinds), id: text, label: both })),
});

const sha256 = that('64 hexadecimal digits', (v) => typeof v === 'string' && /^[0-9a-f]{64}$/.test(v));

const model = fields({
  id: text,
  title: both,
  columns: record(both),
  options: record(that('a text, a number, true or false', (v) => isOption(v))),
  files: list(fields({ file: text, sha256 })),
});

const isOption = (v: unknown) => typeof v === 'string' || typeof v === 'boolean' || Number.isFinite(v);

const manifestFields = {
  package: oneOf(['oppna-jamforelser']),
  version: text,
  node: text,
  command: text,
  time: that(
    'a time, 2021-06-17T12:00:00Z',
    (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(v),
  ),
  seed: count,
  synthetic: truth,
  data: fields({}, { title: text, synthetic: truth, notes: list(both), sources: list(text) }),
  inputs: list(
    fields({
      file: text,
      sha256,
      rows: count,
      delimiter: oneOf([',', ';', '\t', null]),
    }),
  ),
  warnings: fields({ count, byCode: record(count) }),
  units: count,
  years: list(that('a year', (v) => Number.isInteger(v))),
};

export const manifestSchema: Schema = fields(manifestFields, { labels, models: list(model) });
