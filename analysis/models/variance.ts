import type { Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import { groupCodesOf } from '../panel/labels.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { flips, reliability, reml, type RemlFit, testRetest, yearsFor } from '../stats/index.js';
import { groupingsFor } from './groupings.js';
import { DROP, forEachUnitYear, KEEP, type Rows, Sample, whyMissing } from './sample.js';

/** The groupings that the variance of the appendix's rows is divided by, one model each. */
const varianceGroupings = ['lan', 'kommungrupp'] as const satisfies Grouping[];

/** The reliability that a mean of years is asked to reach. */
const TARGET = 0.8;

/**
 * Where the variance of an outcome lies: y_it = m + unit_i + group_g(i) + year_t + e_it by REML, once per grouping.
 * `estimate` is the variance, in squared units of the outcome; `extra` has its share and its root. Beside them, as term
 * `reliability`, how well one year's answer tells units apart, with test-retest by distance in years and, for
 * binary outcomes, how many units change and change back.
 */
export function varianceComponents(
  panel: Panel,
  outcomes: readonly Outcome[],
  _spec: Specification,
  by?: readonly Grouping[],
): Estimate[] {
  const sample = new Sample(panel);
  return outcomes.flatMap((outcome) =>
    (by ?? groupingsFor(panel, outcome, varianceGroupings)).flatMap((grouping) =>
      cell(sample.reset(), panel, outcome, grouping),
    ),
  );
}

function cell(sample: Sample, panel: Panel, outcome: Outcome, grouping: Grouping): Estimate[] {
  const rows = collect(sample, panel, outcome, grouping);
  const fit = reml({
    y: rows.y,
    factors: [
      { name: 'unit', codes: rows.unit },
      { name: grouping, codes: rows.x },
      { name: 'year', codes: rows.year },
    ],
  });
  const head = (term: string) => ({
    id: `variance/${outcome.id}/${grouping}/${term}`,
    model: 'variance' as const,
    area: outcome.area,
    indicator: outcome.id,
    row: outcome.row,
    group: outcome.group,
    outcome: 'level' as const,
    sample: 'all' as const,
    grouping,
    term,
    n: rows.n,
    units: rows.units,
    dropped: rows.dropped,
  });
  const extra = { unit: outcome.unit, label: outcome.label };
  const lasting = stability(panel, outcome, rows);
  if (fit.status !== 'ok') {
    const failed = { status: 'not-estimable' as const, reason: fit.reason };
    return [
      ...['unit', grouping, 'year', 'residual'].map((term) => estimate({ ...head(term), ...failed, extra })),
      estimate({ ...head('reliability'), ...failed, extra: { ...extra, ...lasting } }),
    ];
  }
  return [
    ...['unit', grouping, 'year', 'residual'].map((term) => {
      const part = componentOf(fit, term);
      return part === null
        ? estimate({ ...head(term), status: 'not-estimable', reason: 'one-level', extra })
        : estimate({ ...head(term), estimate: part.variance, extra: { ...extra, ...shareOf(part) } });
    }),
    reliabilityOf(fit, grouping, head('reliability'), { ...extra, ...lasting }),
  ];
}

function collect(sample: Sample, panel: Panel, outcome: Outcome, grouping: Grouping): Rows {
  const { codes } = groupCodesOf(panel, grouping);
  const { first, last } = outcome.years;
  forEachUnitYear(panel, first, last, (unit, t, at) => {
    const missing = whyMissing(outcome, at);
    if (missing !== KEEP) return sample.drop(missing);
    if (codes[unit]! < 0) return sample.drop(DROP['no-group']);
    sample.add(unit, t, outcome.values[at]!, codes[unit]!);
  });
  return sample.rows();
}

const componentOf = (fit: RemlFit, term: string) =>
  term === 'residual' ? fit.residual : (fit.components.find((c) => c.name === term) ?? null);

const shareOf = ({ share, sd }: { share: number; sd: number }) => ({ share, sd });

/** One year's answer: `estimate` is the generalizability coefficient; phi minds the year too. */
function reliabilityOf(
  fit: RemlFit,
  grouping: Grouping,
  head: Parameters<typeof estimate>[0],
  extra: Record<string, unknown>,
): Estimate {
  const variance = (term: string) => componentOf(fit, term)?.variance ?? 0;
  const one = reliability({
    unit: variance('unit') + variance(grouping),
    year: variance('year'),
    residual: variance('residual'),
  });
  if (one.status !== 'ok') return estimate({ ...head, status: 'not-estimable', reason: one.reason, extra });
  return estimate({
    ...head,
    estimate: one.reliability,
    extra: {
      ...extra,
      reliability: one.reliability,
      phi: one.phi,
      yearsFor80: yearsFor(one.reliability, TARGET),
    },
  });
}

/** Test-retest and flips over the units x years of the rows. */
function stability(panel: Panel, outcome: Outcome, rows: Rows) {
  const first = Math.max(0, outcome.years.first - (panel.years[0] ?? 0));
  const years = outcome.years.last - outcome.years.first + 1;
  if (!(years >= 1 && years < Infinity)) return { testRetest: [], flips: { reason: 'no-observations' } };
  const values = new Float64Array(panel.units.length * years).fill(NaN);
  for (let i = 0; i < rows.n; i++) values[rows.unit[i]! * years + rows.year[i]! - first] = rows.y[i]!;
  const found = flips(values, years);
  return {
    testRetest: testRetest(values, years),
    flips:
      found.status === 'ok'
        ? { units: found.units, base: found.base, share: found.share }
        : { reason: found.reason },
  };
}
