import { assemble } from './design.js';
import { parametersOf, type Factor } from './effects.js';
import { dot } from './numeric.js';
import {
  applyQ,
  applyQTransposed,
  householder,
  inverseCrossProduct,
  solveR,
  type Qr,
  type Scratch,
} from './qr.js';
import { refine } from './refine.js';
import { selectRows } from './sample.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/**
 * Below this smallest |R_jj| over its column's norm the solution is refined in twice the precision. NIST's Wampler
 * problems stand at 4e-3 and lose ten digits; a dummy of one row in a thousand, at 3e-2, loses none that matter.
 */
const REFINE_BELOW = 1e-2;
/** Residuals below this share of the outcome are rounding: the fit is perfect. */
const PERFECT_FIT = 1e-13;

/** Of the factorization in progress; nothing in a fit refers to it. */
const scratch: Scratch = { work: new Float64Array(0) };

/** A column of the design with its name. */
export interface Regressor {
  readonly name: string;
  readonly values: Column;
  /**
   * What the values lost when they were rounded to doubles (`powers` gives it). Used where the regressors are close
   * to collinear, in a model without weights and effects: elsewhere the rounding does not show.
   */
  readonly tail?: Column;
}

/** What `ols` takes. */
export interface OlsInput {
  readonly y: Column;
  readonly x: readonly Regressor[];
  /** Default true: a column of ones, named `(Intercept)`, first. Ignored where effects are given. */
  readonly intercept?: boolean;
  /** Fixed effects to absorb; codes over the rows of y. */
  readonly effects?: readonly { readonly name: string; readonly codes: Codes }[];
  /** Analytic weights >= 0 (R's `lm(weights=)`); rows of weight 0 leave the sample. */
  readonly weights?: Column;
}

/** A set of levels that has an effect each, taken out before the coefficients are estimated. */
export interface AbsorbedEffect {
  readonly name: string;
  readonly levels: number;
  /** Codes of the rows used, renumbered without empty levels. */
  readonly factor: Factor;
}

/** What `ols` returns; `inference` takes it. */
export interface OlsFit {
  readonly status: 'ok';
  /** Rows used. */
  readonly n: number;
  /** Every estimated coefficient: regressors kept, intercept, and the parameters of absorbed effects. */
  readonly k: number;
  /** The part of k that the absorbed effects take (the constant among them); 0 without effects. */
  readonly effectParameters: number;
  readonly names: readonly string[];
  /** One per name. */
  readonly coefficients: Float64Array;
  /** Regressors left out as collinear with those before them, constant, or absorbed by the effects. */
  readonly dropped: readonly string[];
  /** y minus fit, n; effects are part of the fit. Exactly 0 where the fit is perfect. */
  readonly residuals: Float64Array;
  /** sqrt(weight)·residual, what the sandwich is made of: the residuals themselves without weights. */
  readonly weightedResiduals: Float64Array;
  /** (X'WX)^-1 of the kept columns after absorbing, row-major, one row and column per name. */
  readonly bread: Float64Array;
  /** The kept columns, each n long, after absorbing and times sqrt(weight). Not to be written to. */
  readonly design: readonly Float64Array[];
  /** Weights of the rows used, or null. */
  readonly weights: Float64Array | null;
  /** Weighted sum of squared residuals. */
  readonly sse: number;
  /** 1 - sse / (weighted sum of squares of y about its mean; about 0 without intercept and effects). */
  readonly r2: number;
  /** The same after absorbing the effects; equal to r2 without effects. */
  readonly r2Within: number;
  readonly absorbed: readonly AbsorbedEffect[];
  /** Rows dropped because they are alone in a level of an effect. */
  readonly singletons: number;
  /** Rows dropped because their weight is 0. */
  readonly zeroWeights: number;
  /** Indices of the rows used; null: all. */
  readonly rows: Int32Array | null;
  /** The residuals are nothing but rounding: standard errors are 0 and there is no test. */
  readonly perfectFit: boolean;
  /** The smallest |R_jj| over its column's norm: how far the regressors are from collinear (1: orthogonal). */
  readonly conditioning: number;
}

/**
 * Least squares of y on x by Householder QR, weighted and with absorbed fixed effects where given
 * (Frisch-Waugh-Lovell). Collinear columns are dropped from the right and named in `dropped`.
 * Where the regressors are close to collinear the solution is refined in twice the precision.
 *
 * Not estimable, in the order in which they are looked for:
 * `non-finite` (a weight, or below a value, is NaN, infinite or beyond 1e150), `negative-weight`,
 * `no-observations` (none, or every row a singleton), `non-finite`, `too-few-observations` (one row; later n <= k),
 * `constant-outcome` (also: constant within the effects), `no-regressor` (none given, and no intercept),
 * `no-convergence` (of several effects), `constant-regressor` and `absorbed-regressor` (every regressor is),
 * `no-regressor` (none is left for mixed reasons).
 * A perfect fit is an estimate: `perfectFit` is set, sse and residuals are 0.
 * @throws RangeError where columns differ in length or a code is not an integer >= 0: an error of the caller
 */
export function ols(input: OlsInput): OlsFit | NotEstimable {
  const sample = selectRows(input);
  if ('status' in sample) return sample;
  const model = assemble(input, sample);
  if ('status' in model) return model;
  const { n, factors } = sample;
  const { names, y, centred } = model;

  const qr = householder(model.columns, n, scratch);
  const kept = qr.kept;
  if (input.x.length > 0 && kept.every((j) => model.isIntercept && j === 0))
    return nothingLeft(model.lost, input.x.length);
  const effectParameters = parametersOf(factors);
  const k = kept.length + effectParameters;
  if (n <= k) return notEstimable('too-few-observations', `${n} rows, ${k} coefficients`);

  const design = kept.map((j) => model.columns[j]!);
  const tails = kept.map((j) => model.tails[j]!);
  const { coefficients, residuals } = solve(qr, design, tails, y);
  let sse = dot(residuals, residuals, n);
  const perfectFit = Math.sqrt(sse) <= PERFECT_FIT * model.norm;
  if (perfectFit) {
    sse = 0;
    residuals.fill(0);
  }
  const { weights } = sample;
  const keptNames = kept.map((j) => names[j]!);
  return {
    status: 'ok',
    n,
    k,
    effectParameters,
    names: keptNames,
    coefficients,
    dropped: input.x.map((x) => x.name).filter((name) => !keptNames.includes(name)),
    residuals: weights === null ? residuals : residuals.map((e, i) => e / Math.sqrt(weights[i]!)),
    weightedResiduals: residuals,
    bread: inverseCrossProduct(qr),
    design,
    weights,
    sse,
    r2: 1 - sse / centred,
    r2Within: factors.length > 0 ? 1 - sse / dot(y, y, n) : 1 - sse / centred,
    absorbed: factors.map((factor, e) => ({ name: input.effects![e]!.name, levels: factor.levels, factor })),
    singletons: sample.singletons,
    zeroWeights: sample.zeroWeights,
    rows: sample.rows,
    perfectFit,
    conditioning: qr.smallest,
  };
}

/** Coefficients R^-1 (Q'y)_1 and residuals Q (0, (Q'y)_2), orthogonal to the regressors to working precision. */
function solve(
  qr: Qr,
  design: readonly Float64Array[],
  tails: readonly (Float64Array | null)[],
  y: Float64Array,
): { coefficients: Float64Array; residuals: Float64Array } {
  const k = design.length;
  const residuals = y.slice();
  applyQTransposed(qr, residuals);
  const coefficients = residuals.slice(0, k);
  residuals.fill(0, 0, k);
  solveR(qr, coefficients);
  for (let j = 0; j < k; j++) coefficients[j]! *= qr.scale[j]!;
  applyQ(qr, residuals);
  if (qr.smallest < REFINE_BELOW) refine(qr, design, tails, y, coefficients, residuals);
  return { coefficients, residuals };
}

function nothingLeft(
  lost: { readonly constant: number; readonly absorbed: number },
  given: number,
): NotEstimable {
  if (lost.constant === given) return notEstimable('constant-regressor');
  if (lost.constant + lost.absorbed === given) return notEstimable('absorbed-regressor');
  return notEstimable('no-regressor');
}

/** y minus residual: the fitted values of the rows used, n. */
export function fittedValues(fit: OlsFit, y: Column): Float64Array {
  return fit.residuals.map((e, i) => y[fit.rows === null ? i : fit.rows[i]!]! - e);
}
