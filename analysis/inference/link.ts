import type { Estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import type { RegressionCell } from '../models/cell.js';
import type { RegressionDesign } from '../models/regression.js';
import type { Rows } from '../models/sample.js';
import {
  type LikelihoodVcov,
  logit,
  type LogitInput,
  marginalEffect,
  type MarginalEffect,
  notEstimable,
  type NotEstimable,
  orderedLogit,
  orderedMarginalEffects,
} from '../stats/index.js';

/** Beyond so many values an ordinal indicator is a measurement. */
const MOST_LEVELS = 5;
/** Between no and yes of a binary outcome. */
const PERCENT = 100;

/** A cell by logit or ordered logit: the average marginal effect of its term, in the outcome's own unit. */
export interface LinkRival extends Pick<
  Estimate,
  'estimate' | 'se' | 'statistic' | 'p' | 'ciLow' | 'ciHigh' | 'mark' | 'n' | 'status' | 'reason'
> {
  readonly kind: 'logit' | 'ordered-logit';
  /** Years left out, in which all answer alike: those tell nothing of the term. */
  readonly droppedYears: number;
  /** In words, where there is no estimate: the columns that separate. */
  readonly detail?: string;
}

/**
 * The linear cell's rival for an outcome of few values: the logit where it takes two, the ordered logit where it takes
 * more, with year dummies where the cell has year effects. `estimate` is the average marginal effect of the term (from 0
 * to 1): percentage points, or points of the expected score. z test, standard error by the delta method; clusters take
 * the factor G/(G-1) (Stata, and sandwich for glm), HC1 n/(n-k).
 *
 * Null where there is no such rival: shares, counts, changes and staffing; unit effects, controls, clusters in several
 * dimensions, HC2-HC4. Not estimable: as `logit`, `marginalEffect`; `zero-se`; `too-few-observations` (HC1 with n <= k).
 * @param years of the panel, for the names of the dummies
 */
export function linkOf({ head, rows, design }: RegressionCell, years: readonly number[]): LinkRival | null {
  const kind = kindOf(head, rows);
  if (kind === null || design.unitEffects || (design.controls ?? []).length > 0) return null;
  const { used, droppedYears } = design.yearEffects ? informativeYears(rows) : everyRow(rows);
  const vcov = likelihoodVcov(design, used);
  if (vcov === null) return null;
  const y = pick(rows.y, used);
  const right = {
    x: [{ name: design.term, values: pick(rows.x, used) }],
    effects: design.yearEffects ? [{ name: 'year', codes: pick(rows.year, used).map((t) => years[t]!) }] : [],
  };
  const effect = averageEffect(kind, y, right, vcov, design);
  return { kind, n: used.length, droppedYears, ...fieldsOf(effect) };
}

function kindOf({ outcome, extra }: RegressionCell['head'], { y }: Rows): LinkRival['kind'] | null {
  if (outcome === 'change') return null;
  const levels = distinct(y);
  switch (extra?.['unit']) {
    case 'procent':
      return levels.length === 2 && levels[1]! - levels[0]! === PERCENT ? 'logit' : null;
    case 'poang-0-2':
    case 'varde':
      if (levels.length < 2 || levels.length > MOST_LEVELS) return null;
      return levels.length === 2 ? 'logit' : 'ordered-logit';
    default:
      return null;
  }
}

const distinct = (values: Float64Array): number[] => [...new Set(values)].sort((a, b) => a - b);

const everyRow = ({ n }: Rows) => ({ used: Int32Array.from({ length: n }, (_, i) => i), droppedYears: 0 });

/**
 * The rows without the years in which all stand at the lowest value, or all at the highest: the likelihood of such a year
 * is 1 with a dummy at infinity, whatever the term does. Again until none is left, since the highest may go with it.
 */
function informativeYears(rows: Rows): { used: Int32Array; droppedYears: number } {
  const { y, year } = rows;
  let { used } = everyRow(rows);
  for (let droppedYears = 0; ; droppedYears++) {
    const levels = distinct(pick(y, used));
    const uniform = [...new Set(pick(year, used))].find((t) =>
      [levels[0], levels.at(-1)].some((end) => used.every((i) => year[i] !== t || y[i] === end)),
    );
    if (uniform === undefined) return { used, droppedYears };
    used = used.filter((i) => year[i] !== uniform);
  }
}

/** The cell's covariance, as a likelihood has it; null where it has none. */
function likelihoodVcov({ vcov }: RegressionDesign, used: Int32Array): LikelihoodVcov | null {
  if (vcov.kind === 'cluster') {
    const [by, ...more] = vcov.by;
    if (!by || more.length > 0 || (vcov.type ?? 'CR1') !== 'CR1') return null;
    return { kind: 'cluster', by: [{ name: by.name, codes: used.map((i) => by.codes[i]!) }] };
  }
  const { kind } = vcov;
  return kind === 'iid' || kind === 'HC0' || kind === 'HC1' ? { kind } : null;
}

type Effect = MarginalEffect | NotEstimable;

/** On the outcome: on its expected score, or on the probability of the higher of its two values, times their distance. */
function averageEffect(
  kind: LinkRival['kind'],
  y: Float64Array,
  right: Omit<LogitInput, 'y'>,
  vcov: LikelihoodVcov,
  { term, spec }: RegressionDesign,
): Effect {
  const [low = 0, high = 0] = distinct(y);
  const fit =
    kind === 'logit'
      ? logit({ y: y.map((v) => (v === high ? 1 : 0)), ...right })
      : orderedLogit({ y, ...right });
  if (fit.status !== 'ok') return fit;
  const { level } = spec.inference;
  if ('levels' in fit) {
    const effects = orderedMarginalEffects(fit, term, vcov, level);
    return effects.status === 'ok' ? effects.expected : effects;
  }
  const effect = marginalEffect(fit, term, vcov, level);
  return effect.status === 'ok' ? times(high - low, effect) : effect;
}

const times = (factor: number, effect: MarginalEffect): MarginalEffect => ({
  ...effect,
  estimate: factor * effect.estimate,
  se: factor * effect.se,
  ciLow: factor * effect.ciLow,
  ciHigh: factor * effect.ciHigh,
});

function fieldsOf(effect: Effect) {
  if (effect.status === 'ok' && effect.statistic !== null && effect.p !== null) {
    const { estimate, se, statistic, p, ciLow, ciHigh } = effect;
    const mark = signMark(p, estimate);
    return { estimate, se, statistic, p, ciLow, ciHigh, mark, status: 'ok' as const, reason: null };
  }
  const { reason, detail }: NotEstimable = effect.status === 'ok' ? notEstimable('zero-se') : effect;
  const none = { estimate: null, se: null, statistic: null, p: null, ciLow: null, ciHigh: null, mark: null };
  return { ...none, status: 'not-estimable' as const, reason, ...(detail === undefined ? {} : { detail }) };
}

const pick = (values: Float64Array | Int32Array, at: Int32Array): Float64Array =>
  Float64Array.from(at, (i) => values[i]!);
