import type { MissingReason } from '../../records.js';
import { officialUnits } from '../official-units.js';
import { tidy } from './answers.js';

/** What the municipal rows say of one indicator, by unit: an answer, or the reason why there is none. */
export type Answered = ReadonlyMap<string, { readonly answer: string; readonly reason: MissingReason | '' }>;

/** Above this share of non-response and `Ej aktuellt` an aggregate is not published (guide of 2017). */
const SUPPRESSED_ABOVE = 0.2;

export interface Aggregate {
  /** Percent of the answering units with Ja; null where suppressed or no unit answered. */
  readonly percent: number | null;
  readonly units: number;
  readonly yes: number;
  /** Ja, Delvis and Nej: `Ej aktuellt`, `Kan inte svara` and non-response are left out. */
  readonly denominator: number;
  /** Non-response and `Ej aktuellt` as a share of all units. */
  readonly missing: number;
  readonly suppressed: boolean;
}

/** The official aggregate over some units: the denominator rule and the 20 percent rule of the specification, section 2. */
export function aggregate(answered: Answered, members: readonly string[]): Aggregate {
  const own = members.flatMap((unit) => answered.get(unit) ?? []);
  const yes = own.filter((a) => a.answer === 'Ja').length;
  const denominator = own.filter((a) => a.answer !== '').length;
  const outside = own.filter((a) => a.answer === '' && a.reason !== 'kan-inte-svara').length;
  const missing = own.length === 0 ? 1 : outside / own.length;
  // 20 percent itself passes: a margin for 1/5 in binary numbers.
  const suppressed = missing > SUPPRESSED_ABOVE + 1e-12;
  const percent = suppressed || denominator === 0 ? null : (100 * yes) / denominator;
  return { percent, units: own.length, yes, denominator, missing, suppressed };
}

/** The units that a published row is about: a county, the nation, or a city of districts. */
export function members(
  place: { kind: 'unit'; unit: string } | { kind: 'county' | 'nation' | 'region'; name: string },
  units: readonly string[],
): string[] {
  const lan = new Map(officialUnits().map((u) => [u.unit, u.columns['lan']]));
  if (place.kind === 'nation') return [...units];
  if (place.kind === 'unit') return units.filter((u) => u.startsWith(`${place.unit}-`));
  return units.filter((u) => lan.get(u) === place.name);
}

/** Whether a published percentage is the computed one, rounded to the decimals that it is given with. */
export function agrees(published: number | null, computed: number | null): boolean {
  if (published === null || computed === null) return published === computed;
  const decimals = Math.min(6, (String(tidy(published)).split('.')[1] ?? '').length);
  return Math.abs(published - computed) <= 0.5 * 10 ** -decimals + 1e-9;
}
