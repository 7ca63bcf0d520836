import type { Grouping } from '../data/records.js';

/** The models that estimates come from. */
export const models = [
  'trends',
  'users',
  'anova',
  'peers',
  'staffing',
  'means',
  'indicators',
  'composition',
  'variance',
  'event-study',
  'fit',
  'joint',
] as const;
/** The name of a user's own model among the estimates. */
export type OwnModelName = `own:${string}`;
export type Model = (typeof models)[number] | OwnModelName;

export const isOwnModel = (model: string): model is OwnModelName => model.startsWith('own:');

export type Mark = '++' | '+' | '' | '-' | '--' | '**' | '*';
export type Sample = 'all' | 'users' | 'users+non-users';
export type OutcomeKind = 'level' | 'improvement' | 'change' | 'mean' | 'minimum';

/** Why a row of the sample did not enter the model, and how many rows that is. */
export type Dropped = Readonly<Record<string, number>>;

/**
 * One number with everything that is behind it: the one record that every table, figure and document is made of.
 * Numbers are in full precision; null where a field does not apply or could not be estimated. Never NaN.
 */
export interface Estimate {
  /** Stable and unique within a run: `8/eb-extern-samverkan/totalt`. */
  readonly id: string;
  readonly model: Model;
  readonly area: string | null;
  /** The id of the outcome, item, composite, staffing measure or covariate. */
  readonly indicator: string | null;
  /** Labels of row and row group and the key of the column, as in the published tables. */
  readonly row: string | null;
  readonly group: string | null;
  /** 2-17, the appendix's table; text such as `users:skola`, `own:my-model:skola` for one that it does not have. */
  readonly table: number | string | null;
  readonly column: string | null;
  readonly outcome: OutcomeKind | null;
  readonly sample: Sample | null;
  readonly grouping: Grouping | null;
  readonly lag: 1 | 2 | null;
  /** The regressor, `user`, what F tests, or the component of the variance. */
  readonly term: string | null;
  readonly estimate: number | null;
  readonly se: number | null;
  /** t, or F for `anova`. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly df2: number | null;
  readonly p: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** '' where estimated and not significant; null where not estimable. */
  readonly mark: Mark | null;
  /** Rows in the model, units among them, clusters used by the covariance. */
  readonly n: number | null;
  readonly units: number | null;
  readonly clusters: number | null;
  readonly dropped: Dropped;
  readonly status: 'ok' | 'not-estimable';
  /** Why it could not be estimated, a key of the message catalogue: `constant-outcome`. */
  readonly reason: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
}

/** An estimate with the given fields and null, {} or 'ok' in the others. */
export function estimate(fields: Partial<Estimate> & Pick<Estimate, 'id' | 'model'>): Estimate {
  // Id and model first, so that they come first in results.json.
  const { id, model, ...rest } = fields;
  return {
    id,
    model,
    area: null,
    indicator: null,
    row: null,
    group: null,
    table: null,
    column: null,
    outcome: null,
    sample: null,
    grouping: null,
    lag: null,
    term: null,
    estimate: null,
    se: null,
    statistic: null,
    df: null,
    df2: null,
    p: null,
    ciLow: null,
    ciHigh: null,
    mark: null,
    n: null,
    units: null,
    clusters: null,
    dropped: {},
    status: 'ok',
    reason: null,
    extra: {},
    ...rest,
  };
}
