/** A read-only sequence of numbers: any typed array, or a plain array. */
export interface Column {
  readonly length: number;
  readonly [index: number]: number;
}

/** A column of integers 0..G-1: the level of a factor, or the cluster, that each row belongs to. */
export type Codes = Column;

/** Why a quantity has no estimate. `detail` is for people, `reason` for programs. */
export interface NotEstimable {
  readonly status: 'not-estimable';
  readonly reason: string;
  readonly detail?: string;
}

/** A result that says why there is none, so that one odd column never stops a run. */
export function notEstimable(reason: string, detail?: string): NotEstimable {
  return detail === undefined
    ? { status: 'not-estimable', reason }
    : { status: 'not-estimable', reason, detail };
}
