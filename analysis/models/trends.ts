import { type Estimate, estimate } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { describe } from '../stats/index.js';
import { meanFields } from './mean-fields.js';
import { olsLine, theilSenLine } from '../stats/trend-line.js';
import { regressionEstimate } from './regression.js';
import { dropReasons, forEachUnitYear, KEEP, type Rows, Sample, sortedCounts, whyMissing } from './sample.js';

/** A series of a figure: an outcome, and the figures in which it is drawn. */
export interface Series {
  readonly outcome: Outcome;
  readonly figures: readonly string[];
}

/**
 * National trends (figures 1-14, main report figures 3-4; specification, section 4): per year the mean over units
 * with its t interval and n, on the indicator's own scale; and the change per year (y on year, clustered by unit;
 * positive reads better), with the plain and Theil-Sen lines through the national means beside it.
 */
export function trends(panel: Panel, series: readonly Series[], spec: Specification): Estimate[] {
  const sample = new Sample(panel);
  return series.flatMap(({ outcome, figures }) => {
    sample.reset();
    const years = calendarYears(outcome);
    const droppedByYear = new Map<number, Record<string, number>>(years.map((y) => [y, {}]));
    forEachUnitYear(panel, outcome.years.first, outcome.years.last, (unit, t, cell) => {
      const missing = whyMissing(outcome, cell);
      if (missing !== KEEP) {
        const counts = droppedByYear.get(panel.years[t]!)!;
        counts[dropReasons[missing]!] = (counts[dropReasons[missing]!] ?? 0) + 1;
        return sample.drop(missing);
      }
      sample.add(unit, t, outcome.values[cell]!, panel.years[t]!);
    });
    const rows = sample.rows();
    const means = years.map((year) => yearMean(outcome, figures, year, rows, droppedByYear.get(year)!, spec));
    return [...means, slope(outcome, figures, rows, means, spec)];
  });
}

function calendarYears({ years }: Outcome): number[] {
  return Array.from({ length: Math.max(0, years.last - years.first + 1) }, (_, i) => years.first + i);
}

const head = (outcome: Outcome, column: string) => ({
  id: `trends/${outcome.id}/${column}`,
  model: 'trends' as const,
  area: outcome.area,
  indicator: outcome.id,
  row: outcome.row,
  group: outcome.group,
  column,
  outcome: 'level' as const,
  sample: 'all' as const,
});

const extra = (outcome: Outcome, figures: readonly string[]) => ({
  unit: outcome.unit,
  label: outcome.label,
  figures,
});

function yearMean(
  outcome: Outcome,
  figures: readonly string[],
  year: number,
  rows: Rows,
  dropped: Record<string, number>,
  spec: Specification,
): Estimate {
  const y = Array.from(
    rows.y.filter((_, i) => rows.x[i] === year),
    (v) => v * outcome.direction,
  );
  const base = { ...head(outcome, `${year}`), term: 'mean', dropped: sortedCounts(dropped) };
  if (y.length === 0)
    return estimate({
      ...base,
      n: 0,
      units: 0,
      status: 'not-estimable',
      reason: 'no-observations',
      extra: extra(outcome, figures),
    });
  const { sd, median, q1, q3, ...described } = describe(y);
  const mean = described.mean!;
  const n = y.length;
  return estimate({
    ...base,
    ...meanFields(mean, sd, n, spec.inference.level),
    n,
    units: n,
    extra: { ...extra(outcome, figures), sd, median, q1, q3 },
  });
}

function slope(
  outcome: Outcome,
  figures: readonly string[],
  rows: Rows,
  means: readonly Estimate[],
  spec: Specification,
): Estimate {
  const points = means.flatMap((m) => (m.estimate === null ? [] : [{ x: Number(m.column), y: m.estimate }]));
  const lines =
    points.length < 2
      ? null
      : {
          ols: olsLine(
            points.map((p) => p.x),
            points.map((p) => p.y),
          ),
          theilSen: theilSenLine(
            points.map((p) => p.x),
            points.map((p) => p.y),
          ),
        };
  return regressionEstimate(
    { ...head(outcome, 'trend'), extra: { ...extra(outcome, figures), lines } },
    rows,
    {
      term: 'year',
      yearEffects: false,
      vcov: { kind: 'cluster', by: [{ name: 'unit', codes: rows.unit }] },
      spec,
    },
  );
}
