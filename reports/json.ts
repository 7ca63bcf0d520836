import type { Results } from '../analysis/results.js';
import { estimate, type Estimate } from '../analysis/estimate.js';

/** The fields of an estimate in the order of the contract. */
const fields = Object.keys(estimate({ id: '', model: 'fit' })) as (keyof Estimate)[];

/**
 * `results.json`: `{ manifest, specification, estimates }`, one estimate per line, its fields in the order of the
 * contract and free objects by sorted keys, numbers in full precision, a newline at the end. The same results give
 * the same bytes, in whatever order their fields were set.
 */
export function resultsJson({ manifest, specification, estimates }: Results): string {
  const lines = estimates.map((e) =>
    JSON.stringify(Object.fromEntries(ordered(e).map((f) => [f, isFree(f) ? sorted(e[f]) : e[f]]))),
  );
  return [
    `{"manifest":${JSON.stringify(manifest, null, 1)},`,
    `"specification":${JSON.stringify(specification, null, 1)},`,
    `"estimates":[\n${lines.join(',\n')}\n]}\n`,
  ].join('\n');
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
