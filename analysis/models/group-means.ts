import type { Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import { groupCodesOf, ownGroupings } from '../panel/labels.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { describe } from '../stats/index.js';
import { meanFields } from './mean-fields.js';
import { dropReasons, forEachUnitYear, KEEP, sortedCounts, whyMissing } from './sample.js';

/** The groupings of the appendix whose groups have a mean each. */
const meanGroupings = ['lan', 'kommungrupp'] as const satisfies Grouping[];

/** Of the data's own groupings, those of so many groups at most: more are no picture, and cost an estimate each. */
const MOST_GROUPS = 40;

const meanGroupingsOf = (panel: Panel): readonly Grouping[] => [
  ...meanGroupings,
  ...ownGroupings(panel).filter((name) => panel.groupings.get(name)!.levels.length <= MOST_GROUPS),
];

/** The values of one group of units, and the rows without a value by reason. */
interface Group {
  readonly values: number[];
  readonly dropped: Record<string, number>;
}

/**
 * What the last year's F tests compare (tables 2, 9, 14): the mean over the units of every group with its t interval
 * (n - 1 degrees of freedom) and n, on the indicator's own scale, and the nation's before them. One unit has a mean and
 * no interval; a group of which no unit answered is not estimable. Units without a group enter the nation's mean only.
 */
export function means(
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by: readonly Grouping[] = meanGroupingsOf(panel),
): Estimate[] {
  return outcomes.flatMap((outcome) => {
    const nation = newGroup();
    const codesOf = by.map((grouping) => groupCodesOf(panel, grouping));
    const groups = codesOf.map(({ levels }) => levels.map(newGroup));
    forEachUnitYear(panel, outcome.years.last, outcome.years.last, (unit, _, cell) => {
      const missing = whyMissing(outcome, cell);
      const value = outcome.values[cell]! * outcome.direction;
      put(nation, missing, value);
      codesOf.forEach(({ codes }, g) => {
        const group = groups[g]![codes[unit]!];
        if (group) put(group, missing, value);
      });
    });
    return [
      groupMean(head(outcome, 'riket', 'sista'), outcome, nation, spec),
      ...by.flatMap((grouping, g) =>
        codesOf[g]!.levels.map((level, i) => {
          const own = head(outcome, `${grouping}/${level}`, `sista:${grouping}`);
          return groupMean({ ...own, row: level, group: grouping, grouping }, outcome, groups[g]![i]!, spec);
        }),
      ),
    ];
  });
}

const newGroup = (): Group => ({ values: [], dropped: {} });

function put(group: Group, missing: number, value: number): void {
  if (missing === KEEP) group.values.push(value);
  else {
    const reason = dropReasons[missing]!;
    group.dropped[reason] = (group.dropped[reason] ?? 0) + 1;
  }
}

const head = (outcome: Outcome, place: string, column: string) => ({
  id: `means/${outcome.id}/${place}`,
  model: 'means' as const,
  area: outcome.area,
  indicator: outcome.id,
  row: outcome.row,
  group: outcome.group,
  column,
  outcome: 'level' as const,
  sample: 'all' as const,
  term: 'mean',
});

function groupMean(
  own: Parameters<typeof estimate>[0],
  outcome: Outcome,
  { values, dropped }: Group,
  spec: Specification,
): Estimate {
  const n = values.length;
  const { mean, sd } = describe(values);
  const year = Number.isFinite(outcome.years.last) ? outcome.years.last : null;
  const extra = { unit: outcome.unit, label: outcome.label, year };
  const base = { ...own, n, units: n, dropped: sortedCounts(dropped), extra };
  if (mean === null) return estimate({ ...base, status: 'not-estimable', reason: 'no-observations' });
  return estimate({
    ...base,
    ...meanFields(mean, sd, n, spec.inference.level),
  });
}
