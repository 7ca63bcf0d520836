import { NOT_COLLECTED, NOT_MISSING, type Panel } from '../panel/panel.js';
import { isDistrict } from './comparison.js';
import type { LocalIndicator } from './view.js';

/** In which years a unit is in the data, and whether it answered. */
export interface UnitStatus {
  readonly unit: number;
  readonly district: boolean;
  /** Calendar years in which it has any row, and in which it answered anything. */
  readonly years: readonly number[];
  readonly answeredYears: readonly number[];
  /**
   * `answering`: it answered something this year. `silent`: it is in the data this year and answered nothing. `ceased`: its
   * years are over; `not-yet`: they have not begun; `absent`: there are such years before and after; `no-rows`: none at all.
   */
  readonly status: 'answering' | 'silent' | 'ceased' | 'not-yet' | 'absent' | 'no-rows';
  /** Whether it ever answered anything. */
  readonly everAnswered: boolean;
  /** Who answers after it or did before it: the city of a district that ceased, the districts of a city that began later. */
  readonly successor: number | null;
  readonly predecessors: readonly number[];
}

/** The status of a unit in the panel's year at position t. */
export function unitStatus(panel: Panel, unit: number, t: number): UnitStatus {
  const T = panel.years.length;
  const inYears = (u: number) => panel.years.flatMap((_, s) => (panel.present[u * T + s] ? [s] : []));
  const present = inYears(unit);
  const answered = present.filter((s) => hasAnswer(panel, unit * T + s));
  const own = panel.units[unit]!;
  const district = isDistrict(own);
  const last = present.at(-1) ?? -1;
  const first = present[0] ?? T;
  const kin = panel.units.flatMap((u, i) =>
    i !== unit && u.municipality === own.municipality && isDistrict(u) !== district ? [i] : [],
  );
  return {
    unit,
    district,
    years: present.map((s) => panel.years[s]!),
    answeredYears: answered.map((s) => panel.years[s]!),
    status: statusIn(t, present, answered),
    everAnswered: answered.length > 0,
    successor: district ? (kin.find((u) => inYears(u).some((s) => s > last) && last >= 0) ?? null) : null,
    predecessors: district ? [] : kin.filter((u) => inYears(u).some((s) => s < first)),
  };
}

function statusIn(t: number, present: readonly number[], answered: readonly number[]): UnitStatus['status'] {
  if (present.length === 0) return 'no-rows';
  if (answered.includes(t)) return 'answering';
  if (present.includes(t)) return 'silent';
  if (t > present.at(-1)!) return 'ceased';
  return t < present[0]! ? 'not-yet' : 'absent';
}

function hasAnswer(panel: Panel, at: number): boolean {
  for (const { reasons } of panel.answers.values()) if (reasons[at] === NOT_MISSING) return true;
  return false;
}

/** In which years an indicator was asked. */
export interface IndicatorStatus {
  /** Calendar years in which any unit was asked, and in which any answered. */
  readonly askedYears: readonly number[];
  readonly answeredYears: readonly number[];
  /**
   * Of this year: `asked`; `single-year`, asked this year alone, so that nothing tells a change; `not-asked`, in other years
   * only; `no-answers`, nobody asked has answered; `never-asked`.
   */
  readonly status: 'asked' | 'single-year' | 'not-asked' | 'no-answers' | 'never-asked';
}

/** The status of an indicator in the panel's year at position t. */
export function indicatorStatus(panel: Panel, { id, series }: LocalIndicator, t: number): IndicatorStatus {
  const T = panel.years.length;
  const { reasons } = panel.answers.get(id)!;
  const answered = series.asked.filter((s) =>
    panel.units.some(
      (_, u) => reasons[u * T + s] !== NOT_COLLECTED && !Number.isNaN(series.values[u * T + s]!),
    ),
  );
  return {
    askedYears: series.asked.map((s) => panel.years[s]!),
    answeredYears: answered.map((s) => panel.years[s]!),
    status: indicatorStatusIn(t, series.asked, answered),
  };
}

function indicatorStatusIn(
  t: number,
  asked: readonly number[],
  answered: readonly number[],
): IndicatorStatus['status'] {
  if (asked.length === 0) return 'never-asked';
  if (!asked.includes(t)) return 'not-asked';
  if (!answered.includes(t)) return 'no-answers';
  return asked.length === 1 ? 'single-year' : 'asked';
}
