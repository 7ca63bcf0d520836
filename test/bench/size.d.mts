import type * as Stats from '../../analysis/stats/index.js';

export interface SizeDesign {
  readonly name: string;
  /** Units of each cluster. */
  readonly units: readonly number[];
  /** Clusters treated. */
  readonly treated: number;
}

export interface RejectionRate {
  readonly estimator: string;
  /** Shares of the panels with an estimate. */
  readonly size: number;
  readonly power: number;
  readonly estimable: number;
}

export const designs: readonly SizeDesign[];
export const estimators: Readonly<Record<string, unknown>>;
export const BOOTSTRAP: string;
export function rejectionRates(
  stats: typeof Stats,
  design: SizeDesign,
  options: { readonly replications: number; readonly seed: number; readonly only?: readonly string[] },
): RejectionRate[];
export function monteCarloError(share: number, replications: number): number;
export function verdict(rate: RejectionRate): 'nominal' | 'over' | 'under' | 'none';
export function main(): Promise<void>;
