import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import stdlibF from '@stdlib/stats-base-dists-f-quantile';
import stdlibNormalCdf from '@stdlib/stats-base-dists-normal-cdf';
import stdlibNormal from '@stdlib/stats-base-dists-normal-quantile';
import stdlibT from '@stdlib/stats-base-dists-t-quantile';

/**
 * Two-sided p-value of Student's t with df > 0 degrees of freedom (fractional, or Infinity: the normal):
 * p = I_{df/(df+t²)}(df/2, 1/2), Abramowitz & Stegun 26.7.1 and 26.5.27. Never 1 - cdf, which loses every digit
 * in the tail. t = ±Infinity gives 0.
 */
export function tTwoSided(t: number, df: number): number {
  if (df === Infinity) return normalTwoSided(t);
  const square = t * t;
  if (square === Infinity) return 0;
  if (square === 0) return 1;
  // p is then above 1/2, and 1 - (a small number) exact; the library's upper form is off by 1e-9 here for df = 1.
  if (square < 0.25) return 1 - betainc(square / (df + square), 0.5, df / 2, true, false);
  // Of the two forms take the one whose argument is the small one: the other rounds it away against 1.
  return square > df
    ? betainc(df / (df + square), df / 2, 0.5, true, false)
    : betainc(square / (df + square), 0.5, df / 2, true, true);
}

/** Upper tail of F with d1 and d2 > 0 degrees of freedom, Abramowitz & Stegun 26.6.2. F = Infinity gives 0. */
export function fUpper(f: number, d1: number, d2: number): number {
  if (f <= 0) return 1;
  if (f === Infinity) return 0;
  if (d2 === Infinity) return chiSquareUpper(f * d1, d1);
  const a = d1 * f;
  if (f < 0.25) return 1 - betainc(a / (d2 + a), d1 / 2, d2 / 2, true, false); // as above: p is above 1/2
  return a > d2
    ? betainc(d2 / (d2 + a), d2 / 2, d1 / 2, true, false)
    : betainc(a / (d2 + a), d1 / 2, d2 / 2, true, true);
}

/** Upper tail of chi-square with df > 0 degrees of freedom: Q(df/2, x/2). x = Infinity gives 0. */
export function chiSquareUpper(x: number, df: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  return gammainc(x / 2, df / 2, true, true);
}

/** Two-sided p-value of a standard normal z: Q(1/2, z²/2) = erfc(|z|/√2). */
export function normalTwoSided(z: number): number {
  return chiSquareUpper(z * z, 1);
}

/** P(Z <= z) of the standard normal. */
export function normalCdf(z: number): number {
  return stdlibNormalCdf(z, 0, 1);
}

/** The z with P(Z <= z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  // One Newton step on the tail: far out the library's value is good to nine digits only.
  const z = Math.abs(stdlibNormal(tail, 0, 1));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const better = z + (normalTwoSided(z) / 2 - tail) / density;
  return p < 0.5 ? -better : better;
}

const tQuantiles = new Map<number, Map<number, number>>();

/** The t with P(T <= t) = p for df > 0 degrees of freedom (Infinity: the normal). Remembered: a run asks for few. */
export function tQuantile(p: number, df: number): number {
  let byDf = tQuantiles.get(p);
  if (!byDf) tQuantiles.set(p, (byDf = new Map<number, number>()));
  let t = byDf.get(df);
  if (t === undefined) byDf.set(df, (t = df === Infinity ? normalQuantile(p) : stdlibT(p, df)));
  return t;
}

/** The F with P(X <= F) = p for d1 and d2 > 0 degrees of freedom. */
export function fQuantile(p: number, d1: number, d2: number): number {
  return stdlibF(p, d1, d2);
}
