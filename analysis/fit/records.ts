import { type Dropped, type Estimate, estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import type { Inference, NotEstimable, OlsFit } from '../stats/index.js';
import type { Formula } from './formula.js';

/** What a regression was asked, for its records. */
export interface Question {
  readonly formula: Formula;
  readonly vcov: string;
  /** The columns of the clusters, in the order of the covariance's dimensions. */
  readonly clusters: readonly string[];
  readonly dropped: Dropped;
  /** Labels of terms that gave no column. */
  readonly withoutColumns: readonly string[];
}

type Fields = Partial<Estimate>;

export function record({ formula }: Question, term: string, fields: Fields): Estimate {
  return estimate({
    id: `fit/${formula.text}/${term}`,
    model: 'fit',
    row: formula.response.label,
    term,
    ...fields,
  });
}

/** The one record of a model that could not be estimated. */
export function failedModel(
  question: Question,
  n: number,
  reason: string,
  extra: Readonly<Record<string, unknown>> = {},
): Estimate[] {
  const { formula, dropped, vcov } = question;
  const fields = { n, dropped, extra: { vcov, ...extra }, reason };
  return [record(question, formula.text, { ...fields, status: 'not-estimable' })];
}

/** One record per coefficient, then the regressors and terms that have none. */
export function coefficientRecords(
  question: Question,
  fit: OlsFit,
  inferred: Inference | NotEstimable,
): Estimate[] {
  const base = {
    n: fit.n,
    dropped: fit.singletons ? { ...question.dropped, singleton: fit.singletons } : question.dropped,
    extra: {
      vcov: question.vcov,
      rSquared: fit.r2,
      ...(fit.absorbed.length > 0 ? { rSquaredWithin: fit.r2Within } : {}),
      k: fit.k,
      ...(inferred.status === 'ok' && inferred.fixed ? { covarianceFixed: true } : {}),
      ...(inferred.status === 'ok' && inferred.clusters.length > 0
        ? { clusterSizes: clusterSizes(question.clusters, inferred.clusterSizes) }
        : {}),
    },
  };
  const none = (term: string, reason: string, fields: Fields = {}) =>
    record(question, term, { ...base, ...fields, status: 'not-estimable', reason });
  const estimated =
    inferred.status === 'ok'
      ? inferred.terms.map(({ name, estimate: coefficient, se, statistic, df, p, ciLow, ciHigh }) =>
          p === null || statistic === null
            ? none(name, 'perfect-fit', { estimate: coefficient })
            : record(question, name, {
                ...base,
                estimate: coefficient,
                se,
                statistic,
                df,
                p,
                ciLow,
                ciHigh,
                mark: signMark(p, coefficient),
                clusters: inferred.clusters.length ? Math.min(...inferred.clusters) : null,
              }),
        )
      : fit.names.map((term, i) => none(term, inferred.reason, { estimate: fit.coefficients[i]! }));
  return [
    ...estimated,
    ...fit.dropped.map((term) => none(term, 'collinear-regressor')),
    ...question.withoutColumns.map((term) => none(term, 'one-group')),
  ];
}

/** Few or very unequal clusters make a clustered standard error too small: their number and sizes stand beside it. */
export function clusterSizes(names: readonly string[], sizes: readonly Int32Array[]) {
  return sizes.map((rows, d) => ({
    column: names[d]!,
    clusters: rows.length,
    smallest: rows.reduce((a, b) => Math.min(a, b)),
    largest: rows.reduce((a, b) => Math.max(a, b)),
  }));
}
