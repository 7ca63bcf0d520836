import Papa from 'papaparse';
import { codebook } from '../codebook/codebook.js';
import { officialUnits } from './official-units.js';
import { placeIndex } from './place-index.js';

const BOM = '\uFEFF';

/**
 * An empty form for the flags: every unit that could answer in the year by code and names (a city with districts has these in its place), and the two flags of each
 * area of the appendix. Semicolons and a byte order mark, so that Swedish Excel opens it with its letters right; `importSkr` reads it back.
 */
export function skrTemplate(year = 2019): string {
  const units = officialUnits().filter((u) => u.from <= year && year <= u.to);
  const split = new Set(units.filter((u) => u.unit !== u.municipality).map((u) => u.municipality));
  const { names } = placeIndex();
  const flags = codebook().areas.flatMap(({ label }) => [
    `${label.sv}: Kvalitetsutveckling`,
    `${label.sv}: Inte alls`,
  ]);
  const data = units
    .filter((u) => !split.has(u.unit))
    .map((u) => {
      const district = u.unit === u.municipality ? '' : names.get(u.unit)!;
      return [u.unit, names.get(u.municipality)!, district, ...flags.map(() => '')];
    });
  const fields = ['Kod', 'Kommun', 'Stadsdel', ...flags];
  return `${BOM}${Papa.unparse({ fields, data }, { delimiter: ';', newline: '\r\n' })}\r\n`;
}
