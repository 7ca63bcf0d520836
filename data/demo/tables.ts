import Papa from 'papaparse';
import { codebook, type Item } from '../codebook/codebook.js';
import type { DemoCareUnitRow } from './care-units.js';
import type { AnswerGrid } from './cells.js';
import { demoYears, type Population } from './population.js';
import { covariateColumns, type Covariate } from '../codebook/registers.js';
import type { DemoSurvey } from './survey.js';

/** The canonical folder's tables as CSV text: UTF-8, comma, LF, a header (design, "Contracts"). */

type Value = string | number;

function csv(fields: readonly string[], rows: readonly (readonly Value[])[]): string {
  return Papa.unparse({ fields: [...fields], data: rows.map((row) => [...row]) }, { newline: '\n' }) + '\n';
}

export function unitsCsv({ units }: Population): string {
  const covariates = Object.keys(covariateColumns) as Covariate[];
  const fields = ['unit', 'name', 'municipality', 'lan', 'kommungrupp', 'socioek', 'invanare', ...covariates];
  const rows = units.map((u) => [
    u.id,
    u.name,
    u.municipality,
    u.groups.lan,
    u.groups.kommungrupp,
    u.groups.socioek,
    u.groups.invanare,
    ...covariates.map((name) => u.covariates?.[name] ?? ''),
  ]);
  return csv(fields, rows);
}

/** The table row that an item belongs to; the outcome's label. */
function rowOf(item: Item): string {
  const outcome = codebook().outcomes.find(({ rule }) => {
    const items = rule.kind === 'item' ? [rule.item] : rule.items;
    const joint = rule.kind === 'alcohol-drugs' || rule.kind === 'settings' ? rule.joint : null;
    return items.includes(item.id) || joint === item.id;
  });
  if (!outcome) throw new Error(`item ${item.id} belongs to no table row`);
  return outcome.row;
}

export function indicatorsCsv(): string {
  const fields = ['indicator', 'area', 'label', 'type', 'better', 'row', 'kolada', 'source'];
  const rows = codebook().items.map((item) => [
    item.id,
    item.area,
    item.label.sv,
    item.type,
    item.better,
    rowOf(item),
    item.kolada.map(({ id }) => id).join(' '),
    'syntetisk',
  ]);
  return csv(fields, rows);
}

/** Ordered by year, unit and indicator (the codebook's order). */
export function answersCsv({ units }: Population, grid: AnswerGrid): string {
  const rows: Value[][] = [];
  const items = codebook().items.map(({ id }) => [id, grid.get(id)] as const);
  const lacking = items.find(([, cells]) => !cells);
  if (lacking) throw new Error(`no answers were drawn to ${lacking[0]}`);
  demoYears.forEach((year, t) => {
    units.forEach((unit, i) => {
      for (const [id, cells] of items) {
        const cell = cells![i * demoYears.length + t];
        if (cell) rows.push([unit.id, year, id, cell.answer, cell.reason]);
      }
    });
  });
  return csv(['unit', 'year', 'indicator', 'answer', 'reason'], rows);
}

/** One row per unit asked and area; both flags empty where the unit did not answer. */
export function surveyCsv({ units }: Population, survey: DemoSurvey): string {
  const rows = units.flatMap((unit, i) =>
    Object.entries(survey.status).flatMap(([area, status]) => {
      const found = status[i]!;
      if (found === 'not-asked') return [];
      if (found === 'unknown') return [[unit.id, area, '', '']];
      return [[unit.id, area, found === 'user' ? 1 : 0, found === 'non-user' ? 1 : 0]];
    }),
  );
  return csv(['unit', 'area', 'quality_development', 'not_used'], rows);
}

export function careUnitsCsv(careUnits: readonly DemoCareUnitRow[]): string {
  const rows = careUnits.map((r) => [r.careUnit, r.unit, r.year, r.kind, r.measure, r.value]);
  return csv(['care_unit', 'unit', 'year', 'kind', 'measure', 'value'], rows);
}
