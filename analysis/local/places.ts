import { keyOf } from '../../data/imports/place-text.js';
import { matchPlace, type PlaceMatch, type UnitMatch } from '../../data/imports/places.js';
import { clean } from '../../data/readers/text.js';
import type { UnitRecord } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import { officialCounty } from './counties.js';
import { LONGEST_PLACE, named, nearNames, placeError } from './place-errors.js';

/** A unit of the panel that a text names. */
export interface FoundUnit {
  /** Position in `Panel.units`. */
  readonly unit: number;
  readonly id: string;
  readonly name: string;
  /** A former name, or letters mended; null for none. */
  readonly note: string | null;
}

/**
 * The unit that a text names, as people write it: an id or name of the panel, which may hold units that the registers do not
 * know, or anything that `matchPlace` is sure of (`lund`, `Håbo kommun`, `180`, `Göteborg Angered`).
 * @throws UsageError, one line with suggestions: unknown, ambiguous, misspelt, a county, or a city that the panel has by districts
 */
export function findUnit(panel: Panel, text: string): FoundUnit {
  const given = clean(text);
  const byId = panel.units.findIndex((u) => u.id === given);
  if (byId >= 0) return found(panel, byId);
  const same = sameName(panel, given);
  if (same.length === 1) return found(panel, same[0]!);
  if (same.length > 1) throw placeError(text, 'several units have this name', list(panel, same));
  const match = matchPlace(given);
  if (match.kind === 'unit') return official(panel, text, match);
  const county = match.kind === 'none' ? officialCounty(given)?.name : match.name;
  if (county === undefined) throw unknown(panel, text, suggestedBy(match));
  const inCounty = panel.units.flatMap((u, i) => (u.groups.lan === county ? [i] : []));
  throw placeError(text, `${county} is no municipality or district`, list(panel, inCounty));
}

const suggestedBy = (match: PlaceMatch): string[] =>
  ('suggestions' in match ? match.suggestions : []).map((s) => s.unit);

/** The units of the panel with this very name, or with the same name or id but for case, spaces and hyphens. */
function sameName(panel: Panel, given: string): number[] {
  const units = (is: (u: UnitRecord) => boolean) => panel.units.flatMap((u, i) => (is(u) ? [i] : []));
  const exact = units((u) => u.name === given);
  const key = given.length > LONGEST_PLACE ? '' : keyOf(given);
  return exact.length > 0 || key === '' ? exact : units((u) => ownKeys(u).includes(key));
}

/** A unit's name and id as keys. */
const ownKeys = ({ id, name }: { id: string; name: string }): string[] =>
  name.length > LONGEST_PLACE ? [] : [keyOf(name), keyOf(id)];

function official(panel: Panel, text: string, match: UnitMatch): FoundUnit {
  if (match.confidence === 'doubtful') {
    throw unknown(panel, text, suggestedBy(match), match.note);
  }
  const at = panel.units.findIndex((u) => u.id === match.unit);
  if (at >= 0) return { ...found(panel, at), note: match.note ?? null };
  const parts = panel.units.flatMap((u, i) => (u.municipality === match.unit ? [i] : []));
  if (parts.length > 0)
    throw placeError(text, `the data have ${match.name} by its districts`, list(panel, parts));
  throw placeError(text, `${match.name} is not among the units of the data`, list(panel, near(panel, text)));
}

function unknown(panel: Panel, text: string, meant: readonly string[], note?: string) {
  const official = meant.map((id) => panel.units.findIndex((u) => u.id === id)).filter((i) => i >= 0);
  const all = [...new Set([...official, ...near(panel, text)])];
  return placeError(text, note ?? 'no unit of the data has this id or name', list(panel, all));
}

const near = (panel: Panel, text: string): number[] =>
  nearNames(text, panel.units.map((u) => u.name)); // prettier-ignore

const found = (panel: Panel, unit: number): FoundUnit => ({
  unit,
  id: panel.units[unit]!.id,
  name: panel.units[unit]!.name,
  note: null,
});

const list = (panel: Panel, units: readonly number[]): string[] =>
  units.map((u) => named(panel.units[u]!.id, panel.units[u]!.name));
