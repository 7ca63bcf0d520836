import { combine, type Combination, waldTest, type WaldTest } from './combination.js';
import type { EventSample } from './event-sample.js';
import type { OlsFit } from './least-squares.js';
import {
  eventCells,
  type EventCell,
  type EventOptions,
  eventTimes,
  fitEvents,
  hypothesisOf,
  leadTimes,
  type SunAbraham,
} from './sun-abraham.js';
import { twoWay } from './two-way.js';
import { notEstimable, type NotEstimable } from './types.js';

/** A coefficient of the plain event study beside what it is made of. */
export interface LeadOrLag extends Combination {
  readonly eventTime: number;
  readonly rows: number;
  /**
   * The sum of the absolute weights that the effects at other event times have in the coefficient: 0 where it is a mean
   * of effects at its own event time.
   */
  readonly foreignWeight: number;
  /** What these add to the coefficient, in units of the outcome. */
  readonly foreignPart: number;
}

/** How the static two-way coefficient weighs the effects of the cohorts in the periods after treatment. */
export interface StaticWeights {
  readonly status: 'ok';
  /** Cohort-period cells after treatment, and how many of them have a negative weight. */
  readonly cells: number;
  readonly negative: number;
  /** The sum of the negative weights, at most 0; all weights sum to 1. */
  readonly negativeSum: number;
}

/** The plain event study: what is told by `leadsAndLags`. */
export interface LeadsAndLags {
  readonly status: 'ok';
  readonly n: number;
  readonly clusters: number;
  readonly effects: readonly LeadOrLag[];
  readonly leads: WaldTest | NotEstimable;
  readonly staticWeights: StaticWeights | NotEstimable;
}

/**
 * The plain event study by two-way fixed effects, y_it = a_i + c_t + sum over l != -1 of m_l·1{t - g_i = l} + e_it, on the
 * sample and with the covariance of `sunAbraham`; no event time is binned. Where cohorts differ in their effects m_l is
 * no mean of effects at l: it is sum w_gl'·d_gl' over all cohorts and event times, the weights at l summing to 1, those at
 * every other l' to 0 (Sun & Abraham 2021). The weights are those of the regression at hand, the effects those
 * that `sunAbraham` estimated: the parts then sum to m_l exactly.
 *
 * `staticWeights`: the same of y_it = a_i + c_t + b·1{t >= g_i} + e_it (de Chaisemartin & D'Haultfœuille 2020, theorem 1).
 * Not estimable: as `sunAbraham`.
 */
export function leadsAndLags(
  sample: EventSample,
  robust: SunAbraham,
  options: EventOptions,
): LeadsAndLags | NotEstimable {
  const cells = eventCells(sample);
  const times = eventTimes(cells);
  const columns = times.map((time) => ({ values: sumOf(cells.filter((c) => c.eventTime === time)) }));
  const fitted = fitEvents(sample, times.map(String), columns, options);
  if ('reason' in fitted) return fitted;
  const { fit, inferred } = fitted;
  const weights = cells.map((cell) => projection(fit, cell.values));
  const effects: LeadOrLag[] = [];
  for (const [j, eventTime] of times.entries()) {
    const combined = combine(fit, inferred, unitVector(times.length, j), options.level);
    if ('reason' in combined) return notEstimable('perfect-fit', `event time ${eventTime}`);
    let foreignWeight = 0;
    let foreignPart = 0;
    cells.forEach((cell, c) => {
      if (cell.eventTime === eventTime) return;
      foreignWeight += Math.abs(weights[c]![j]!);
      foreignPart += weights[c]![j]! * robust.cells[c]!.estimate;
    });
    const rows = columns[j]!.values.reduce((sum, v) => sum + v, 0);
    effects.push({ eventTime, ...combined, rows, foreignWeight, foreignPart });
  }
  const leads = leadTimes(effects, options.leads);
  const vectors = leads.map((time) => unitVector(times.length, times.indexOf(time)));
  return {
    status: 'ok',
    n: fit.n,
    clusters: inferred.clusters[0]!,
    effects,
    leads: waldTest(fit, inferred, vectors, hypothesisOf(leads)),
    staticWeights: staticWeights(sample, cells),
  };
}

/** 1 in the rows from the first treated period on, 0 elsewhere; m. */
export const treatedRows = ({ cohort, eventTime }: EventSample): Float64Array =>
  Float64Array.from(cohort, (own, i) => (own >= 0 && eventTime[i]! >= 0 ? 1 : 0));

function staticWeights(sample: EventSample, cells: readonly EventCell[]): StaticWeights | NotEstimable {
  const { y, unit, period } = sample;
  const fit = twoWay({ y, x: [{ name: 'treated', values: treatedRows(sample) }], unit, period });
  if (fit.status !== 'ok') return fit;
  const after = cells.filter((cell) => cell.eventTime >= 0);
  const weights = after.map((cell) => projection(fit, cell.values)[0]!);
  // A weight of rounding is none.
  const negative = weights.filter((w) => w < -1e-12);
  return {
    status: 'ok',
    cells: after.length,
    negative: negative.length,
    negativeSum: negative.reduce((sum, w) => sum + w, 0),
  };
}

/** The coefficients of the fit's regressors in the regression of another outcome, in its rows: B X'z, X after absorbing. */
function projection(fit: OlsFit, outcome: Float64Array): Float64Array {
  const q = fit.design.length;
  const scores = fit.design.map((x) => x.reduce((sum, v, i) => sum + v * outcome[i]!, 0));
  return Float64Array.from({ length: q }, (_, a) =>
    scores.reduce((sum, s, b) => sum + fit.bread[a * q + b]! * s, 0),
  );
}

function sumOf(cells: readonly EventCell[]): Float64Array {
  return cells[0]!.values.map((_, i) => cells.reduce((sum, { values }) => sum + values[i]!, 0));
}

const unitVector = (length: number, j: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => (i === j ? 1 : 0));
