import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { codebookFolder } from '../location.js';
import { commonDistrictNames } from './former-places.js';
import { type OfficialUnit, officialUnits } from './official-units.js';
import { isMarksLost, keyOf, LOST_LETTER, lostLetterPattern, withoutMarks } from './place-text.js';

export interface County {
  /** SCB's two digits, `01`. */
  readonly code: string;
  /** `Stockholms län`. */
  readonly name: string;
  /** `Region Stockholm`. */
  readonly region: string;
}

/** One way to write a unit's name. */
export interface Form {
  readonly key: string;
  readonly unit: OfficialUnit;
  /** The name alone, of a district that could be any city's, or of half a district: no name of the unit by itself. */
  readonly weak: boolean;
}

interface PlaceIndex {
  readonly units: ReadonlyMap<string, OfficialUnit>;
  readonly counties: readonly County[];
  /** `Bromma`, `Stockholm`: a unit's name without the city's. */
  readonly names: ReadonlyMap<string, string>;
  /** Forms by their key without marks. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
}

let cached: PlaceIndex | undefined;

/** The official units by code and by every form of their names, and the counties; read once. */
export const placeIndex = (): PlaceIndex => (cached ??= build());

function build(): PlaceIndex {
  const units = new Map(officialUnits().map((u) => [u.unit, u]));
  const names = new Map([...units.values()].map((u) => [u.unit, u.name.replace(/ \(.*\)$/, '')]));
  const forms = new Map<string, Form[]>();
  for (const unit of units.values())
    for (const form of formsOf(unit, names)) {
      const plain = withoutMarks(form.key);
      forms.set(plain, [...(forms.get(plain) ?? []), form]);
    }
  return { units, counties: readCounties(), names, forms };
}

/** Municipalities as `Håbo`, `Håbos`; districts with the city before or after them, and alone. */
function formsOf(unit: OfficialUnit, names: ReadonlyMap<string, string>): Form[] {
  const name = names.get(unit.unit)!;
  const both = (text: string) => [keyOf(text), `${keyOf(text)}s`];
  const strong = (key: string): Form => ({ key, unit, weak: false });
  const weak = (key: string): Form => ({ key, unit, weak: true });
  if (unit.unit === unit.municipality) return both(name).map(strong);
  const cities = both(names.get(unit.municipality)!);
  const withCity = (key: string) => cities.flatMap((city) => [`${city} ${key}`, `${key} ${city}`]);
  const alone = commonDistrictNames.includes(name) ? weak : strong;
  const halves = name.split('-').filter((half) => half !== name);
  return [
    ...both(name).flatMap((key) => [alone(key), ...withCity(key).map(strong)]),
    ...halves.flatMap((half) => [weak(keyOf(half)), ...withCity(keyOf(half)).map(weak)]),
  ];
}

export interface Found {
  readonly forms: readonly Form[];
  /** What was lost of the name that was found: nothing, the marks on its letters, or whole letters. */
  readonly lost: 'nothing' | 'marks' | 'letters';
}

/**
 * The units that may be written in one of these ways, those of the names exactly so before those that have lost their
 * marks, unless it is known that marks are lost.
 */
export function findForms(
  keys: readonly string[],
  only: (unit: OfficialUnit) => boolean,
  marksLost: boolean,
): Found {
  if (keys.some((key) => LOST_LETTER.test(key))) return findLost(keys, only);
  const near = keys.flatMap((key) =>
    (placeIndex().forms.get(withoutMarks(key)) ?? []).filter((f) => only(f.unit) && isMarksLost(key, f.key)),
  );
  const same = near.filter((f) => keys.includes(f.key));
  return same.length > 0 && !marksLost
    ? { forms: strongest(same), lost: 'nothing' }
    : { forms: strongest(near), lost: 'marks' };
}

function findLost(keys: readonly string[], only: (unit: OfficialUnit) => boolean): Found {
  const patterns = keys.filter((key) => /[a-z]/.test(withoutMarks(key))).map(lostLetterPattern);
  const all = patterns.length > 0 ? [...placeIndex().forms.values()].flat() : [];
  const found = all.filter((f) => only(f.unit) && patterns.some((p) => p.test(f.key)));
  return { forms: strongest(found), lost: 'letters' };
}

/** One form for each unit; where a name stands for itself, no other of which it is but a part. */
function strongest(forms: readonly Form[]): Form[] {
  const strong = forms.filter((f) => !f.weak);
  const list = strong.length > 0 ? strong : forms;
  return [...new Map(list.map((f) => [f.unit.unit, f])).values()];
}

function readCounties(): County[] {
  const text = readFileSync(join(codebookFolder(), 'municipalities.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const counties = data.map((row) => ({ code: row['lanskod']!, name: row['lan']!, region: row['region']! }));
  return [...new Map(counties.map((c) => [c.code, c])).values()];
}
