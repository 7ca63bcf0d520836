import type { Problem } from '../../problems.js';
import { FileReport } from '../../readers/report.js';
import type { ImportedCareValue } from '../imported.js';
import type { Cell } from './collect.js';
import { placeOf } from './indicators.js';
import type { Wanted } from './kpis.js';
import type { Gender, KpiRecord } from './parse.js';

/** A KPI's values of units of care as rows of `care-units.csv`; a value below 0 is kept as missing with a warning. */
export function tellCareValues(
  wanted: Wanted,
  kpi: KpiRecord,
  cells: readonly Cell[],
  gender: Gender,
  municipalityOf: ReadonlyMap<string, string>,
): { values: ImportedCareValue[]; problems: readonly Problem[] } {
  const report = new FileReport(kpi.id);
  const own = gender === 'T' ? kpi.id : `${kpi.id}-${gender.toLowerCase()}`;
  const measure = gender === 'T' && wanted.measure ? wanted.measure.id : own;
  const values = cells.map((cell): ImportedCareValue => {
    const { place: careUnit, year, value, source } = cell;
    const usable = value !== null && value >= 0;
    if (value !== null && !usable)
      report.warning('kolada-not-in-coding', {
        row: null,
        column: 'value',
        found: `${value} (${careUnit} ${year})`,
        expected: 'a number of at least 0',
        cure: 'it is kept as missing: see what kolada.se shows',
      });
    return {
      careUnit,
      unit: municipalityOf.get(careUnit)!,
      year,
      // Kolada does not tell units for people with dementia from others.
      kind: 'sarskilt-boende',
      measure,
      value: usable ? String(value) : '',
      source,
      place: placeOf(kpi.id, cell, gender),
    };
  });
  return { values, problems: report.problems };
}
