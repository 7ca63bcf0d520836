import { covariateColumns, type Covariate, districtId, readRegisters } from '../codebook/registers.js';

/** A municipality or city district by the official registers, as a row of `units.csv`. */
export interface OfficialUnit {
  readonly unit: string;
  readonly name: string;
  readonly municipality: string;
  /** First and last year in which it is a unit of the surveys; of a municipality without districts, any year. */
  readonly from: number;
  readonly to: number;
  readonly columns: Readonly<Record<string, string>>;
}

let cached: readonly OfficialUnit[] | undefined;

/**
 * The 290 municipalities and the districts of Stockholm, Göteborg and Malmö that answered the surveys, by code, with
 * county, SKR's municipality group (2017), Socialstyrelsen's population class and the covariates of 2016. `socioek` is empty:
 * Socialstyrelsen's list is not public. A district takes its municipality's groups and has no covariates of its own.
 */
export function officialUnits(): readonly OfficialUnit[] {
  return (cached ??= readUnits());
}

function readUnits(): OfficialUnit[] {
  const registers = readRegisters();
  const names = Object.keys(covariateColumns) as Covariate[];
  const units = registers.municipalities.flatMap(({ code, name, lan, kommungrupp, invanare }) => {
    const covariates = registers.covariates.get(code)!;
    const groups = { municipality: code, lan, kommungrupp, socioek: '', invanare };
    const own = Object.fromEntries(names.map((c) => [c, String(covariates[c])]));
    const none = Object.fromEntries(names.map((c) => [c, '']));
    const districts = registers.districts.filter((d) => d.municipality === code);
    return [
      {
        unit: code,
        name,
        municipality: code,
        from: -Infinity,
        to: Infinity,
        columns: { name, ...groups, ...own },
      },
      ...districts.map((d) => {
        const label = `${d.name} (${name})`;
        const unit = districtId(code, d.name);
        const columns = { name: label, ...groups, ...none };
        return { unit, name: label, municipality: code, from: d.from, to: d.to, columns };
      }),
    ];
  });
  return units.sort((a, b) => (a.unit < b.unit ? -1 : 1));
}
