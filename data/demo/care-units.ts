import type { CareUnitKind } from '../records.js';
import { appendixYears } from '../codebook/codebook.js';
import { normals, uniforms } from './latent.js';
import { demoYears, type Population } from './population.js';
import { careUnitCount } from './shares.js';

export interface DemoCareUnitRow {
  readonly careUnit: string;
  readonly unit: string;
  readonly year: number;
  readonly kind: CareUnitKind;
  readonly measure: string;
  /** Staff per place, three decimals; empty where the question was left out. */
  readonly value: string;
}

interface Measure {
  /** Staff per place: level in special housing and in dementia units. */
  readonly level: Readonly<Record<CareUnitKind, number>>;
  /** Relative standard deviations: municipality, care unit, year. */
  readonly municipality: number;
  readonly careUnit: number;
  readonly year: number;
}

const nurses = { municipality: 0.16, careUnit: 0.22, year: 0.22 };
const careStaff = { municipality: 0.09, careUnit: 0.13, year: 0.11 };

/** The four measures; the same in all years. */
export const staffing: Readonly<Record<string, Measure>> = {
  'sjukskoterskor-vardag': { level: { 'sarskilt-boende': 0.052, demens: 0.046 }, ...nurses },
  'sjukskoterskor-helg': { level: { 'sarskilt-boende': 0.021, demens: 0.019 }, ...nurses },
  'omsorgspersonal-vardag': { level: { 'sarskilt-boende': 0.29, demens: 0.32 }, ...careStaff },
  'omsorgspersonal-helg': { level: { 'sarskilt-boende': 0.25, demens: 0.28 }, ...careStaff },
};

/** Share of a municipality's care units that are for people with dementia. */
const dementiaShare = 0.35;
/** Care units that answer in a year (report, section 4.1.1: 86-91 percent); the others have no rows that year. */
const response = 0.88;
/** Single measures left out by care units that answer. */
const measureMissing = 0.02;

const withinTwo = (z: number): number => Math.max(-2, Math.min(2, z));

/**
 * A yearly deviation with mean 0 and standard deviation about 0.85, skewed to the right: some report far too many, none far too few.
 * 2.5·max(0, z - 0.8) has mean 2.5·(phi(0.8) - 0.8·Phi(-0.8)) = 0.30.
 */
function skewedDeviation(normal: () => number): number {
  const small = 0.25 * withinTwo(normal());
  const surplus = Math.max(0, Math.min(3, normal()) - 0.8);
  return small + 2.5 * surplus - 0.3;
}

/**
 * Staff per place of every care unit: level × (1 + municipality) × (1 + care unit) × (1 + year), the years independent of
 * each other and of everything else. How far a municipality's care units lie apart one year has no effect on
 * its later development: what tables 6-7 then show is regression to the mean.
 */
export function drawCareUnits(population: Population, seed: number): DemoCareUnitRow[] {
  const rows: DemoCareUnitRow[] = [];
  const { first, last } = appendixYears.enhet;
  const years = demoYears.filter((year) => first <= year && year <= last);
  const ofMunicipality = normals(seed, 'staffing/municipality');
  const ofCareUnit = normals(seed, 'staffing/care-unit');
  const ofYear = normals(seed, 'staffing/year');
  const uniform = uniforms(seed, 'staffing/missing');
  const measures = Object.entries(staffing);
  for (const unit of population.units) {
    const count = careUnitCount(unit);
    const dementia = Math.round(count * dementiaShare);
    const common = ofMunicipality();
    const local = measures.map(() => withinTwo(0.7 * common + 0.7 * ofMunicipality()));
    for (let c = 1; c <= count; c++) {
      const careUnit = `${unit.id}-sb-${String(c).padStart(2, '0')}`;
      const kind: CareUnitKind = c > count - dementia ? 'demens' : 'sarskilt-boende';
      const generous = ofCareUnit();
      const own = measures.map(() => withinTwo(0.7 * generous + 0.7 * ofCareUnit()));
      for (const year of years) {
        const asked = unit.from <= year && year <= unit.to;
        const answers = uniform() < response;
        measures.forEach(([measure, m], k) => {
          const noise = skewedDeviation(ofYear);
          const left = uniform() < measureMissing;
          if (!asked || !answers) return;
          const value =
            m.level[kind] *
            (1 + m.municipality * local[k]!) *
            (1 + m.careUnit * own[k]!) *
            (1 + m.year * noise);
          rows.push({
            careUnit,
            unit: unit.id,
            year,
            kind,
            measure,
            value: left ? '' : String(Math.round(1000 * value) / 1000),
          });
        });
      }
    }
  }
  return rows;
}
