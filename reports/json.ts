import type { Results } from '../analysis/results.js';
import { estimate, type Estimate } from '../analysis/estimate.js';
import type { Quality } from '../analysis/quality/records.js';

/** The fields of an estimate in the order of the contract. */
const fields = Object.keys(estimate({ id: '', model: 'fit' })) as (keyof Estimate)[];

/**
 * `results.json`: `{ manifest, specification, estimates }`, and `quality` where the run has it; one estimate per line, its fields in the order of the
 * contract and free objects by sorted keys, numbers in full precision, a newline at the end. The same results give
 * the same bytes, in whatever order their fields were set.
 */
export function resultsJson({ manifest, specification, estimates, quality }: Results): string {
  const lines = estimates.map((e) =>
    JSON.stringify(Object.fromEntries(ordered(e).map((f) => [f, isFree(f) ? sorted(e[f]) : e[f]]))),
  );
  return [
    `{"manifest":${JSON.stringify(manifest, null, 1)},`,
    `"specification":${JSON.stringify(specification, null, 1)},`,
    `"estimates":[\n${lines.join(',\n')}\n]${quality ? `,\n"quality":${qualityJson(quality)}` : ''}}\n`,
  ].join('\n');
}

/** One indicator or staffing measure per line. */
function qualityJson({ indicators, measures, ...rest }: Quality): string {
  const list = (of: readonly unknown[]) => `[\n${of.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
  const others = JSON.stringify(rest).slice(1);
  return `{"indicators":${list(indicators)},\n"measures":${list(measures)},\n${others}`;
}

const isFree = (field: string): boolean => field === 'dropped' || field === 'extra';

const ordered = (e: Estimate): (keyof Estimate)[] => [
  'id',
  'model',
  ...fields.filter((f) => f in e && f !== 'id' && f !== 'model'),
];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
