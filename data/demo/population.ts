import { groupings, type KnownGrouping } from '../records.js';
import { uniforms } from './latent.js';
import { districtId, type Covariates, type Registers } from '../codebook/registers.js';

/** The years of the demo data; position in this list is the year index used throughout this folder. */
export const demoYears = [2016, 2017, 2018, 2019, 2020] as const;

/** The year whose units were asked in SKR's member survey. */
export const skrYear = 2019;

/** Malmö answered by district in 2016-2017 and as one municipality from 2018. */
const oneMunicipalityFrom: Readonly<Record<string, number>> = { '1280': 2018 };

export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly groups: Readonly<Record<KnownGrouping, string>>;
  /** Null for a district. */
  readonly covariates: Covariates | null;
  /** Inhabitants of 65 and over; of a district a simulated share of the municipality's. */
  readonly elderly: number;
  /** First and last year in which the unit was asked. */
  readonly from: number;
  readonly to: number;
}

export interface Population {
  /** Sorted by id. */
  readonly units: readonly DemoUnit[];
  /** Sorted levels per grouping, and each unit's position among them. */
  readonly levels: Readonly<Record<KnownGrouping, readonly string[]>>;
  readonly codes: Readonly<Record<KnownGrouping, Int32Array>>;
}

/** Whether the unit was asked in the year with this index. */
export const existsIn = (unit: DemoUnit, yearIndex: number): boolean =>
  unit.from <= demoYears[yearIndex]! && demoYears[yearIndex]! <= unit.to;

/**
 * The stand-in for Socialstyrelsen's socioeconomic groups: quintiles over the 290 municipalities of the share of
 * children in economically vulnerable households, 1 the lowest. Equal shares are ordered by code.
 */
export function vulnerabilityQuintiles(registers: Registers): ReadonlyMap<string, string> {
  const share = (code: string): number => registers.covariates.get(code)!.barn_ekonomiskt_utsatta;
  const codes = registers.municipalities.map((m) => m.code);
  codes.sort((a, b) => share(a) - share(b) || (a < b ? -1 : 1));
  return new Map(codes.map((code, rank) => [code, String(1 + Math.floor((5 * rank) / codes.length))]));
}

function byId(a: DemoUnit, b: DemoUnit): number {
  return a.id < b.id ? -1 : 1;
}

/**
 * The units of the municipal survey 2016-2020: the municipalities, but districts instead of Stockholm and Göteborg,
 * and of Malmö in 2016-2017. A district takes its municipality's groups; it has no covariates, since the registers
 * have the municipality's only, and 14 districts with Stockholm's inhabitants would pass for 14 large cities.
 */
export function buildPopulation(registers: Registers, seed: number): Population {
  const quintile = vulnerabilityQuintiles(registers);
  const first = demoYears[0];
  const last = demoYears[demoYears.length - 1]!;
  const units: DemoUnit[] = [];
  for (const m of registers.municipalities) {
    const covariates = registers.covariates.get(m.code)!;
    const elderly = (covariates.folkmangd * covariates.andel_65_plus) / 100;
    const groups = {
      lan: m.lan,
      kommungrupp: m.kommungrupp,
      socioek: quintile.get(m.code)!,
      invanare: m.invanare,
    };
    const districts = registers.districts.filter((d) => d.municipality === m.code);
    const draw = uniforms(seed, `district-size/${m.code}`);
    const weights = districts.map(() => 0.7 + 0.6 * draw());
    const total = weights.reduce((a, b) => a + b, 0);
    districts.forEach((d, k) =>
      units.push({
        id: districtId(m.code, d.name),
        name: `${d.name} (${m.name})`,
        municipality: m.code,
        groups,
        covariates: null,
        elderly: (elderly * weights[k]!) / total,
        from: d.from,
        to: d.to,
      }),
    );
    const from = oneMunicipalityFrom[m.code] ?? (districts.length > 0 ? Infinity : first);
    if (from <= last)
      units.push({
        id: m.code,
        name: m.name,
        municipality: m.code,
        groups,
        covariates,
        elderly,
        from,
        to: last,
      });
  }
  units.sort(byId);
  return { units, ...groupCodes(units) };
}

function groupCodes(units: readonly DemoUnit[]): Pick<Population, 'levels' | 'codes'> {
  const levels = {} as Record<KnownGrouping, readonly string[]>;
  const codes = {} as Record<KnownGrouping, Int32Array>;
  for (const grouping of groupings) {
    levels[grouping] = [...new Set(units.map((u) => u.groups[grouping]))].sort((a, b) => (a < b ? -1 : 1));
    codes[grouping] = Int32Array.from(units, (u) => levels[grouping].indexOf(u.groups[grouping]));
  }
  return { levels, codes };
}
