import { groupBy } from '../../data/group-by.js';
import { placeIndex } from '../../data/imports/place-index.js';
import type { Panel } from '../panel/panel.js';
import { type UnitStatus, unitStatus } from './status.js';
import { swedishOrder } from './swedish-order.js';

/** A municipality or district of a county that has rows in the report's year. */
export interface CountyUnit {
  /** Position in `Panel.units`. */
  readonly unit: number;
  readonly id: string;
  readonly name: string;
  readonly district: boolean;
  /** The municipality's name, for a district its city's. */
  readonly city: string;
  readonly municipality: string;
  /** SKR's group; null where the data have none. */
  readonly group: string | null;
  /** Whether it answered anything that year. */
  readonly answered: boolean;
  /** The years in which it answered anything. */
  readonly answeredYears: readonly number[];
}

/** A city that answers by its districts in the report's year. */
export interface CountyCity {
  readonly municipality: string;
  readonly name: string;
  /** Positions in `Panel.units`. */
  readonly districts: readonly number[];
}

/** Units of the county without rows in the report's year: those of one city and the same years together. */
export interface GoneUnits {
  readonly names: readonly string[];
  readonly years: readonly number[];
  readonly status: Exclude<UnitStatus['status'], 'answering' | 'silent'>;
  /** Who answers instead; null for nobody. */
  readonly successor: string | null;
}

export interface CountyUnits {
  /** By the name of the municipality, districts by name beneath their city's own row. */
  readonly units: readonly CountyUnit[];
  readonly cities: readonly CountyCity[];
  readonly gone: readonly GoneUnits[];
}

/** Who is in a county in the panel's year at position t. @param members positions in `Panel.units` */
export function countyUnits(panel: Panel, members: readonly number[], t: number): CountyUnits {
  const T = panel.years.length;
  const status = new Map(members.map((u) => [u, unitStatus(panel, u, t)]));
  const units = members
    .filter((u) => panel.present[u * T + t])
    .map((u) => countyUnit(panel, status.get(u)!))
    .sort(readingOrder);
  const districts = groupBy(units.filter((u) => u.district), (u) => u.municipality); // prettier-ignore
  return {
    units,
    cities: [...districts.values()]
      .filter((list) => list.length >= 2)
      .map((list) => ({
        municipality: list[0]!.municipality,
        name: list[0]!.city,
        districts: list.map((u) => u.unit),
      })),
    gone: goneUnits(panel, [...status.values()].filter((s) => !panel.present[s.unit * T + t])), // prettier-ignore
  };
}

function countyUnit(panel: Panel, { unit, district, status, answeredYears }: UnitStatus): CountyUnit {
  const { id, name, municipality, groups } = panel.units[unit]!;
  return {
    unit,
    id,
    name,
    district,
    city: district ? cityName(panel, municipality) : name,
    municipality,
    group: groups.kommungrupp,
    answered: status === 'answering',
    answeredYears,
  };
}

/** A city may be no unit of the panel: then by the registers, and by its code where they do not know it. */
const cityName = (panel: Panel, municipality: string): string =>
  panel.units.find((u) => u.id === municipality)?.name ??
  placeIndex().names.get(municipality) ??
  municipality;

const readingOrder = (a: CountyUnit, b: CountyUnit): number =>
  swedishOrder(a.city, b.city) ||
  swedishOrder(a.municipality, b.municipality) ||
  Number(a.district) - Number(b.district) ||
  swedishOrder(a.name, b.name);

function goneUnits(panel: Panel, list: readonly UnitStatus[]): GoneUnits[] {
  const key = (s: UnitStatus) => JSON.stringify([panel.units[s.unit]!.municipality, s.years, s.status]);
  return [...groupBy(list, key).values()].map((group) => {
    const { years, status, successor } = group[0]!;
    return {
      names: group.map((s) => panel.units[s.unit]!.name).sort(swedishOrder),
      years,
      status: status as GoneUnits['status'],
      successor: successor === null ? null : panel.units[successor]!.name,
    };
  });
}
