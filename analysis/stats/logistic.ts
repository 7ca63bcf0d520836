/** F(t) = 1/(1 + e^-t), without overflow and exact in both tails. */
export function logistic(t: number): number {
  if (t >= 0) return 1 / (1 + Math.exp(-t));
  const e = Math.exp(t);
  return e / (1 + e);
}

/** f(t) = F(t)·(1 - F(t)). */
export function logisticDensity(t: number): number {
  const e = Math.exp(-Math.abs(t));
  return e / ((1 + e) * (1 + e));
}

/** log F(t); log(1 - F(t)) is that of -t. */
export function logLogistic(t: number): number {
  return Math.min(t, 0) - Math.log1p(Math.exp(-Math.abs(t)));
}
