import { matchLarger } from '../../data/imports/larger-places.js';
import { placeIndex } from '../../data/imports/place-index.js';
import { municipalityOf } from '../../data/imports/place-match.js';
import { matchPlace } from '../../data/imports/places.js';
import { clean } from '../../data/readers/text.js';
import type { Panel } from '../panel/panel.js';
import { LONGEST_PLACE, looseKey, named, nearNames, placeError } from './place-errors.js';

/** A county of the panel that a text names. */
export interface FoundCounty {
  /** As the panel's column `lan` has it. */
  readonly level: string;
  /** SCB's two digits; null where the registers do not know it. */
  readonly code: string | null;
  /** Positions in `Panel.units`. */
  readonly members: readonly number[];
}

/**
 * The county that a text names: the panel's own name for it, SCB's code (`12`), or its name with or without `län`, a
 * genitive or its letters' marks (`skåne`, `Gotland`).
 * @throws UsageError, one line with suggestions, for any other
 */
export function findCounty(panel: Panel, text: string): FoundCounty {
  const given = clean(text);
  const { levels, codes } = panel.groupings.get('lan')!;
  const county = given.length > LONGEST_PLACE ? null : officialCounty(given);
  const wanted = given.length > LONGEST_PLACE ? '' : looseKey(given);
  const at =
    wanted === ''
      ? -1
      : levels.findIndex(
          (level) =>
            looseKey(level) === wanted || (county !== null && officialCounty(level)?.code === county.code),
        );
  if (at < 0) throw noCounty(panel, text, given, county?.name ?? null);
  const members = panel.units.flatMap((_, u) => (codes[u] === at ? [u] : []));
  return { level: levels[at]!, code: officialCounty(levels[at]!)?.code ?? null, members };
}

/** The county that a text is the code or name of, in the official registers; null for none. */
export function officialCounty(text: string): { readonly code: string; readonly name: string } | null {
  const { counties } = placeIndex();
  const code = /^0?(\d{1,2})(?:\D|$)/.exec(text)?.[1]?.padStart(2, '0');
  const byCode = code === undefined ? undefined : counties.find((c) => c.code === code);
  if (byCode && /^\d+$/.test(text)) return byCode;
  const named = matchLarger(text) ?? matchLarger(`${text} län`);
  const county = named && named.kind !== 'nation' ? counties.find((c) => c.code === named.code) : undefined;
  // A code beside another county's name names neither.
  return county && (!byCode || byCode.code === county.code) ? county : null;
}

/** Why a text names no county of the panel, with those it may have meant: a municipality's own county, or near names. */
function noCounty(panel: Panel, text: string, given: string, county: string | null) {
  const { levels } = panel.groupings.get('lan')!;
  const show = (list: readonly string[]) => list.map((level) => named(level, level));
  if (county !== null) return placeError(text, `the data have no units of ${county}`, show(levels));
  const unit = matchPlace(given);
  const home =
    unit.kind === 'unit' ? panel.units.find((u) => u.municipality === municipalityOf(unit.unit)) : undefined;
  if (unit.kind === 'unit' && unit.confidence !== 'doubtful' && home?.groups.lan)
    return placeError(text, `${unit.name} is no county`, show([home.groups.lan]));
  const stems = levels.map((level) => level.replace(/s? län$/i, ''));
  const near = nearNames(given, stems).map((i) => levels[i]!);
  return placeError(text, 'no county of the data has this name', show(near.length > 0 ? near : levels));
}
