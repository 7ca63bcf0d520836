import type { Estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import {
  type LikelihoodVcov,
  type LogitFit,
  logitInference,
  marginalEffect,
  type NormalTerm,
  type OrderedLogitFit,
  orderedMarginalEffects,
} from '../stats/index.js';
import { clusterSizes, type Question, record } from './records.js';

/** `logit`: of 0 and 1. `ordered`: proportional odds of three or more ordered values. */
export type Link = 'logit' | 'ordered';

/** An effect with a level of few rows: the more such levels, the further from zero the coefficients (Neyman & Scott 1948). */
export interface FewRows {
  readonly effect: string;
  readonly levels: number;
  /** Rows of the smallest level. */
  readonly fewest: number;
}

export interface LinkModel {
  readonly link: Link;
  readonly fit: LogitFit | OrderedLogitFit;
  /** Names of what is not told: the dummies of effects and the constants beside them. */
  readonly hidden: ReadonlySet<string>;
  /** Names of the regressors that have a marginal effect. */
  readonly alone: ReadonlySet<string>;
  readonly fewRows: readonly FewRows[];
  readonly vcov: LikelihoodVcov;
  readonly level: number;
}

/** One record per coefficient (an ordered logit's thresholds last), one per average marginal effect, then the terms that have none. */
export function linkRecords(question: Question, model: LinkModel): Estimate[] {
  const { fit, hidden, alone, vcov, level } = model;
  const inferred = logitInference(fit, vcov, level);
  const shown = (name: string): boolean => !hidden.has(name);
  const regressors = fit.names.slice(fit.firstRegressor, fit.design.length).filter(shown);
  const base = {
    n: fit.n,
    dropped: question.dropped,
    clusters: inferred.status === 'ok' ? inferred.clusters : null,
    extra: {
      vcov: question.vcov,
      link: model.link,
      logLikelihood: fit.logLikelihood,
      mcFadden: fit.mcFadden,
      k: fit.k,
      ...(inferred.status === 'ok' && inferred.clusterSizes
        ? { clusterSizes: clusterSizes(question.clusters, [inferred.clusterSizes]) }
        : {}),
      ...listed('fewRows', model.fewRows),
      ...listed(
        'withoutMarginalEffect',
        regressors.filter((name) => !alone.has(name)),
      ),
    },
  };
  const none = (term: string, reason: string, estimate: number | null = null) =>
    record(question, term, { ...base, estimate, status: 'not-estimable', reason });
  const tested = (term: string, { estimate, se, statistic, p, ciLow, ciHigh }: NormalTerm, extra: object) =>
    p === null || statistic === null
      ? none(term, 'zero-se', estimate)
      : record(question, term, {
          ...base,
          ...{ estimate, se, statistic, p, ciLow, ciHigh },
          mark: signMark(p, estimate),
          extra: { ...base.extra, ...extra },
        });
  const coefficients = fit.names.flatMap((name, j) => {
    if (!shown(name)) return [];
    return inferred.status === 'ok'
      ? tested(name, inferred.terms[j]!, {})
      : none(name, inferred.reason, fit.coefficients[j]);
  });
  const effects = regressors
    .filter((name) => alone.has(name))
    .map((name) => {
      const effect = effectOf(model, name);
      return effect.status === 'ok'
        ? tested(`AME:${name}`, effect, { effect: effect.kind })
        : none(`AME:${name}`, effect.reason);
    });
  return [
    ...coefficients,
    ...effects,
    ...fit.dropped.filter(shown).map((term) => none(term, 'collinear-regressor')),
    ...question.withoutColumns.map((term) => none(term, 'one-group')),
  ];
}

/** On the probability of 1, or on the expected value. */
function effectOf({ fit, vcov, level }: LinkModel, name: string): ReturnType<typeof marginalEffect> {
  if (!('levels' in fit)) return marginalEffect(fit, name, vcov, level);
  const effects = orderedMarginalEffects(fit, name, vcov, level);
  return effects.status === 'ok' ? effects.expected : effects;
}

const listed = (name: string, list: readonly unknown[]): Record<string, unknown> =>
  list.length > 0 ? { [name]: list } : {};
