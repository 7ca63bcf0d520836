import { officialUnits, type OfficialUnit } from './official-units.js';

export type PlaceMatch =
  | {
      readonly kind: 'unit';
      readonly unit: string;
      readonly confidence: 'code' | 'exact' | 'normalised' | 'alias' | 'doubtful';
    }
  | { readonly kind: 'county' | 'nation' | 'region'; readonly name: string }
  | { readonly kind: 'none'; readonly suggestions: readonly string[] };

let units: ReadonlyMap<string, OfficialUnit> | undefined;
let counties: ReadonlyMap<string, string> | undefined;

const norm = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** What a text of a source names: a unit by code or official name, a county, or the nation. */
export function matchPlace(text: string, options: { year?: number } = {}): PlaceMatch {
  units ??= new Map(
    officialUnits().flatMap((u) => {
      const district = u.unit !== u.municipality;
      const [name, city] = district ? /^(.*) \((.*)\)$/.exec(u.name)!.slice(1) : [u.name];
      const names = district ? [`${city} - ${name}`, `${city} ${name}`, u.name] : [u.name];
      return [u.unit, ...names].map((n): [string, OfficialUnit] => [norm(n), u]);
    }),
  );
  counties ??= new Map(officialUnits().map((u) => [norm(u.columns['lan']!), u.columns['lan']!]));
  const wanted = norm(text);
  const unit = units.get(wanted);
  const { year } = options;
  if (unit && (year === undefined || (unit.from <= year && year <= unit.to)))
    return { kind: 'unit', unit: unit.unit, confidence: /^\d/.test(wanted) ? 'code' : 'exact' };
  const county = counties.get(wanted);
  if (county) return { kind: 'county', name: county };
  if (wanted === 'riket') return { kind: 'nation', name: 'Riket' };
  return { kind: 'none', suggestions: [] };
}
