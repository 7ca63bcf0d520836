import { type IndicatorRecord, type MissingReason, missingReasons } from '../../data/records.js';
import { type Answers, NOT_COLLECTED, NOT_MISSING, type Panel } from '../panel/panel.js';
import type { Column } from '../stats/index.js';
import { limits } from './grade.js';
import type { YearQuality } from './records.js';

/** The answers of an indicator, units x years, with Ja as 1 and every other answer as 0 where the answers are words. */
export interface Series {
  readonly indicator: IndicatorRecord;
  readonly yesNo: boolean;
  readonly values: Column;
  /** Positions among the panel's years in which any unit was asked. */
  readonly asked: readonly number[];
}

/** Ja, of the reader's codes. */
const YES = 1;

/** The series of an indicator; `wordScale` where the codebook says that it is answered in words. */
export function seriesOf(
  panel: Panel,
  indicator: IndicatorRecord,
  wordScale: boolean,
  period: { readonly first: number; readonly last: number } | null,
): Series {
  const { codes, reasons } = panel.answers.get(indicator.id)!;
  const yesNo = wordScale || indicator.type === 'binary';
  const values = Float64Array.from(panel.present, (_, i) => {
    const code = codes[i]!;
    return yesNo && !Number.isNaN(code) ? (code === YES ? 1 : 0) : code;
  });
  const asked = panel.years.flatMap((year, t) =>
    (period === null || (year >= period.first && year <= period.last)) &&
    panel.units.some((_, u) => reasons[u * panel.years.length + t] !== NOT_COLLECTED)
      ? [t]
      : [],
  );
  return { indicator, yesNo, values, asked };
}

/** One year of a series, counted. `t` is a position among the panel's years. */
export function yearQuality(panel: Panel, series: Series, t: number): YearQuality {
  const answers = panel.answers.get(series.indicator.id)!;
  const counts = count(panel, answers, t, () => true);
  const T = panel.years.length;
  const values = panel.units.flatMap((_, u) => {
    const value = series.values[u * T + t]!;
    return Number.isNaN(value) ? [] : [value];
  });
  const n = values.length;
  const total = values.reduce((s, v) => s + v, 0);
  const met = series.indicator.better === 'lower' ? n - total : total;
  const judged = series.yesNo && n >= limits.minimumAnswers;
  const { asked, missing } = counts;
  const responded = asked - (missing.bortfall ?? 0) - (missing.okand ?? 0);
  const { levels, codes } = panel.groupings.get('lan')!;
  const counties = levels
    .map((name, g) => ({ name, ...count(panel, answers, t, (u) => codes[u] === g) }))
    .filter((c) => c.asked > 0);
  return {
    year: panel.years[t]!,
    asked,
    responded,
    answered: n,
    responseRate: responded / asked,
    missing,
    shareYes: series.yesNo && n > 0 ? total / n : null,
    mean: series.yesNo || n === 0 ? null : total / n,
    constant: n > 0 && values.every((v) => v === values[0]),
    saturated: judged && met / n >= limits.saturated,
    floor: judged && met / n <= limits.floor,
    nationSuppressed: isSuppressed(counts),
    counties: counties.length,
    suppressedCounties: counties.filter(isSuppressed).map((c) => c.name),
  };
}

export interface Counts {
  readonly asked: number;
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
}

/** How many of the wanted units were asked in a year, and how many gave no answer on the scale, by reason. */
export function count(
  panel: Panel,
  { reasons }: Answers,
  t: number,
  wanted: (unit: number) => boolean,
): Counts {
  const T = panel.years.length;
  const missing: Partial<Record<MissingReason, number>> = {};
  let asked = 0;
  for (let u = 0; u < panel.units.length; u++) {
    const at = u * T + t;
    if (!panel.present[at] || !wanted(u)) continue;
    const why = reasons[at]!;
    if (why !== NOT_COLLECTED) asked++;
    if (why !== NOT_MISSING) missing[missingReasons[why]!] = (missing[missingReasons[why]!] ?? 0) + 1;
  }
  return { asked, missing };
}

/**
 * Socialstyrelsen's rule (guide 2017): the number of a county or the nation is not published where non-response plus
 * `Ej aktuellt` passes 20 percent of those asked. An answer of unknown meaning counts as none.
 */
export const isSuppressed = ({ asked, missing }: Counts): boolean =>
  ((missing.bortfall ?? 0) + (missing.okand ?? 0) + (missing['ej-aktuellt'] ?? 0)) / asked >
  limits.suppression;
