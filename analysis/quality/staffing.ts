import { staffingOf } from '../models/staffing-spread.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { describe } from '../stats/index.js';
import type { MeasureYear } from './records.js';

/** Tukey's outer fences: so many interquartile ranges beyond the quartiles (Tukey 1977, Exploratory Data Analysis). */
const OUTER = 3;
/** Quartiles of fewer values are the values themselves. */
const FEWEST = 4;

/** The care units' values of one measure, year by year; years without care units are left out. */
export function measureYears(panel: Panel, spec: Specification, measure: string): MeasureYear[] {
  const rows = panel.careUnits.get(measure)!;
  const { mean } = staffingOf(panel, spec, measure, 'alla');
  const period = spec.period ?? { first: -Infinity, last: Infinity };
  return panel.years.flatMap((year, t) => {
    if (year < period.first || year > period.last) return [];
    const all: number[] = [];
    for (let i = 0; i < rows.length; i++) if (rows.year[i] === year) all.push(rows.value[i]!);
    if (all.length === 0) return [];
    const values = all.filter((v) => !Number.isNaN(v));
    const described = describe(values);
    const fences = outerFences(described.q1, described.q3, values.length);
    return [
      {
        year,
        careUnits: all.length,
        answered: values.length,
        missingShare: 1 - values.length / all.length,
        mean: described.mean,
        median: described.median,
        outliers: fences && values.filter((v) => v < fences[0] || v > fences[1]).length,
        fences,
        zeroMeans: panel.units.filter((_, u) => mean[u * panel.years.length + t] === 0).length,
      },
    ];
  });
}

function outerFences(q1: number | null, q3: number | null, n: number): readonly [number, number] | null {
  if (q1 === null || q3 === null || n < FEWEST || q1 === q3) return null;
  return [q1 - OUTER * (q3 - q1), q3 + OUTER * (q3 - q1)];
}
