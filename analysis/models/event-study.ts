import { type Estimate, estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import {
  type Combination,
  eventSample,
  type EventSample,
  leadsAndLags,
  type NotEstimable,
  sunAbraham,
  type WaldTest,
} from '../stats/index.js';
import type { Head } from './cell.js';
import { changeEstimate, staticEstimate } from './event-rivals.js';
import { eventTimes, type EventWindow } from './event-times.js';
import { powerOf } from './regression.js';
import { forEachUnitYear, KEEP, type Rows, Sample, sortedCounts, whyMissing } from './sample.js';
import { cellHead } from './tables.js';

/** By a unit's position in the panel: the first year in which it was treated, or null for never. */
export type EventDates = ReadonlyMap<number, number | null>;

/** Three years before and three after, the usual window of a short panel. */
export const usualWindow: EventWindow = { leads: 3, lags: 3 };

/**
 * What happens after a dated change that units make in different years, beside what happened before it: the
 * interaction-weighted estimator of Sun & Abraham (2021), see `sunAbraham`. One estimate per outcome and column of the table
 * `event-study:<area>`:
 * - `t-3`, `t-2`, `t+0`, `t+1` ...: the mean effect so many years after the first treated one, against the year before it
 *   (t-1, which is 0 by definition). No event time is binned: one outside the window enters the model and is not
 *   shown; one that no date of the area can reach has no column. `extra` has the plain leads and lags beside it;
 * - `att`: the mean of the effects from t+0 on, also those outside the window, by rows of treated units; `extra.leadsTest`
 *   tests that the leads of the window are all 0;
 * - `twfe`: the static two-way coefficient on the same rows, with what its weights are in `extra.staticWeights`;
 * - `diff`: first differences, which see the effect of the first treated year alone.
 *
 * Standard errors are clustered by unit (CR1). Treated units are those first treated within the outcome's years;
 * those treated in its first year or before have no "before" and are dropped (`always-treated`), those treated after its
 * last year are controls with the never treated. Where there are neither, the last cohort is the control. Cohorts of fewer
 * units than `spec.users.minimumGroup`, the smallest group that the appendix compares, are left out (`small-cohort`): a test
 * with them would find effects where there are none.
 *
 * Not estimable, for the whole outcome: `no-dates`, `nobody-treated`, `no-pre-period`, `one-adoption-period`, `no-controls`,
 * `too-few-treated` and `too-few-controls` (fewer units than `spec.users.minimumGroup`), and those of `sunAbraham`; for a column: `event-time-outside`, `too-few-treated`.
 * @throws RangeError for a window of no whole numbers, of no lead (t-2) at all, or of fewer than 0 lags
 *
 * @example
 * ```ts
 * import { allOutcomes, buildPanel, defaultSpecification, demoFolder, eventStudy, readDataFolder } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const dates = new Map(panel.units.map((unit, u) => [u, unit.id < '1000' ? 2018 : null]));
 * const estimates = eventStudy(panel, allOutcomes(panel, defaultSpecification), dates, defaultSpecification);
 * console.log(estimates.length);
 * ```
 */
export function eventStudy(
  panel: Panel,
  outcomes: readonly Outcome[],
  dates: EventDates,
  spec: Specification,
  window: EventWindow = usualWindow,
): Estimate[] {
  checkWindow(window);
  const sample = new Sample(panel);
  const adoptions = [...dates.values()];
  const times = new Map<string, number[]>();
  for (const { area, years } of outcomes) {
    const found = [...(times.get(area) ?? []), ...eventTimes(adoptions, years, window)];
    times.set(
      area,
      [...new Set(found)].sort((a, b) => a - b),
    );
  }
  return outcomes.flatMap((outcome) => {
    const rows = collect(sample.reset(), panel, outcome, dates);
    return study(rows, panel.years[0] ?? 0, outcome, times.get(outcome.area)!, { spec, window, dates });
  });
}

function checkWindow({ leads, lags }: EventWindow): void {
  if (!Number.isInteger(leads) || leads < 2)
    throw new RangeError(`leads: found ${leads}; expected a whole number from 2 (t-1 is the reference)`);
  if (!Number.isInteger(lags) || lags < 0)
    throw new RangeError(`lags: found ${lags}; expected a whole number from 0`);
}

/** x is the first treated year, Infinity for never. */
function collect(sample: Sample, panel: Panel, outcome: Outcome, dates: EventDates): Rows {
  let undated = 0;
  forEachUnitYear(panel, outcome.years.first, outcome.years.last, (unit, t, cell) => {
    const missing = whyMissing(outcome, cell);
    if (missing !== KEEP) return sample.drop(missing);
    const date = dates.get(unit);
    if (date === undefined) undated++;
    else sample.add(unit, t, outcome.values[cell]!, date ?? Infinity);
  });
  const rows = sample.rows();
  return { ...rows, dropped: sortedCounts({ ...rows.dropped, 'no-date': undated }) };
}

interface Context {
  readonly spec: Specification;
  readonly window: EventWindow;
  readonly dates: EventDates;
}

function study(
  rows: Rows,
  firstYear: number,
  outcome: Outcome,
  times: readonly number[],
  { spec, window, dates }: Context,
): Estimate[] {
  const name = (time: number): string => `t${time < 0 ? '' : '+'}${time}`;
  const head = (column: string): Head => ({
    ...cellHead('event-study', outcome, column),
    model: 'event-study',
    outcome: column === 'diff' ? 'change' : 'level',
    sample: 'all',
    term: column,
    n: rows.n,
    units: rows.units,
    dropped: rows.dropped,
    extra: { unit: outcome.unit, label: outcome.label },
  });
  const columns = [...times.map(name), 'att', 'twfe', 'diff'];
  const refused = (reason: string, extra = {}) =>
    columns.map((column) => {
      const own = head(column);
      return estimate({ ...own, status: 'not-estimable', reason, extra: { ...own.extra, ...extra } });
    });
  if (dates.size === 0) return refused('no-dates');
  const minimum = spec.users.minimumGroup;
  const period = rows.year.map((t) => firstYear + t);
  const sample = eventSample({ y: rows.y, unit: rows.unit, period, cohort: rows.x, minimumCohort: minimum });
  if (sample.status !== 'ok') return refused(sample.reason);
  const treated = unitsAfter(sample);
  const sizes = { treatedUnits: treated, controlUnits: sample.units.control };
  if (treated < minimum) return refused('too-few-treated', sizes);
  if (sample.units.control < minimum) return refused('too-few-controls', sizes);
  const options = { leads: window.leads, level: spec.inference.level };
  const robust = sunAbraham(sample, options);
  if (robust.status !== 'ok') return refused(robust.reason, sizes);
  const plain = leadsAndLags(sample, robust, options);

  const dropped = sortedCounts({ ...rows.dropped, ...sample.dropped });
  const control = sample.control;
  const common = { unit: outcome.unit, label: outcome.label, ...sizes, control, cohorts: cohortsOf(sample) };
  const base = (column: string): Head => ({
    ...head(column),
    n: robust.n,
    units: sample.units.treated + sample.units.control,
    clusters: robust.clusters,
    dropped,
    extra: common,
  });
  const shown = (column: string, found: Combination, extra: Record<string, unknown>): Estimate =>
    estimate({
      ...base(column),
      ...numbersOf(found),
      extra: { ...common, ...powerOf(found, outcome.unit, spec), ...extra },
    });
  const at = (time: number): Estimate => {
    const effect = robust.effects.find((e) => e.eventTime === time);
    const none = { ...base(name(time)), clusters: null, status: 'not-estimable' as const };
    if (!effect) return estimate({ ...none, reason: 'event-time-outside' });
    const own = { ...common, treatedUnits: effect.rows, shares: effect.cohorts };
    if (effect.rows < minimum) return estimate({ ...none, reason: 'too-few-treated', extra: own });
    const beside = plain.status === 'ok' ? plain.effects.find((e) => e.eventTime === time)! : null;
    return shown(name(time), effect, {
      ...own,
      leadsAndLags: beside && {
        ...plainNumbers(beside),
        foreignWeight: beside.foreignWeight,
        foreignPart: beside.foreignPart,
      },
    });
  };
  return [
    ...times.map(at),
    shown('att', robust.att!, { treatedRows: robust.att!.rows, leadsTest: testOf(robust.leads) }),
    staticEstimate(base('twfe'), sample, plain, spec),
    changeEstimate(base('diff'), sample, spec),
  ];
}

function numbersOf({ estimate, se, statistic, df, p, ciLow, ciHigh }: Combination) {
  return { estimate, se, statistic, df, p, ciLow, ciHigh, mark: signMark(p, estimate) };
}

const plainNumbers = ({ estimate, se, p }: Combination) => ({ estimate, se, p });

/** The joint test without its status; or why there is none. */
function testOf(test: WaldTest | NotEstimable) {
  if (test.status !== 'ok') return { reason: test.reason };
  const { hypothesis, statistic, df, df2, p } = test;
  return { hypothesis, statistic, df, df2, p };
}

/** Units with a value from their first treated year on. */
function unitsAfter({ unit, cohort, eventTime }: EventSample): number {
  return new Set(unit.filter((_, i) => cohort[i]! >= 0 && eventTime[i]! >= 0)).size;
}

/** The treated cohorts and how many units each has. */
function cohortsOf({ cohorts, cohort, unit }: EventSample) {
  return cohorts.map((year, g) => ({ year, units: new Set(unit.filter((_, i) => cohort[i] === g)).size }));
}
