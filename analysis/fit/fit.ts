import { UsageError } from '../../data/problems.js';
import type { Frame } from '../../data/readers/frame.js';
import type { Estimate } from '../estimate.js';
import { type Codes, inference, ols, type Vcov } from '../stats/index.js';
import { evaluate, levelsOf, numbersOf, requireColumn } from './columns.js';
import { designColumns } from './design.js';
import { type Formula, parseFormula } from './formula.js';
import { fitLink, requireLinkable } from './link.js';
import type { Link } from './link-records.js';
import { type PanelColumns, panelRows } from './panel-rows.js';
import { coefficientRecords, failedModel } from './records.js';
import { completeRows, formulaNeeds, requireFormulaColumns } from './rows.js';
import { subsetRows } from './subset.js';
import { clusterColumns, parseVcov, type ParsedVcov } from './vcov.js';

/** How a formula is estimated; what is left out is as in `oj fit`. */
export interface FitOptions {
  /** `iid`, `HC0`..`HC4`, `cluster:a`, `cluster:a+b` and so on, `CR2:a`, `CR3:a`, `CV3:a`. Default `HC1`. */
  readonly vcov?: string;
  /** Of t, for CR2, CR3 and CV3: Satterthwaite's (default) or clusters - 1. */
  readonly df?: 'satterthwaite' | 'cluster';
  /** Instead of least squares. */
  readonly link?: Link;
  /** The column of weights. */
  readonly weights?: string;
  /** A condition on the rows: `year >= 2017 & lan == "Skåne län"`. */
  readonly subset?: string;
  /** The columns of unit and year, for lag(). */
  readonly panel?: PanelColumns;
  /** Confidence level of the intervals, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Clustering in several dimensions: each part with its own G/(G-1) (default), or one common min(G). */
  readonly twoWay?: 'own-g' | 'min-g';
  /** A covariance clustered in several dimensions with negative eigenvalues: no estimate (default), or these set to zero. */
  readonly psd?: 'refuse' | 'fix';
}

/** The options with the defaults in. */
type Settled = FitOptions & Required<Pick<FitOptions, 'vcov' | 'level' | 'twoWay' | 'psd'>>;

/**
 * Least squares, or with `link` a logit, by formula on any table: one estimate per coefficient, `term` its name and
 * `row` the response. Rows outside the subset, with an empty cell in any column used, or without the year that a lag asks for, are
 * dropped and counted by reason. A model that cannot be estimated is one estimate that says why.
 *
 * @param formula as text, `y ~ x1 + factor(g) | fe1 + fe2` (`parseFormula` says what may stand in it), or parsed
 * @throws UsageError for a column that the table does not have, a text cell in a numeric column (row and column are
 * named), an unknown covariance, and a formula that is none
 *
 * @example
 * ```ts
 * import { demoFolder, fit, readFrame } from 'oppna-jamforelser';
 *
 * const units = readFrame(`${demoFolder()}/units.csv`);
 * const estimates = fit(units, 'trangboddhet ~ log(folkmangd) + andel_65_plus | lan', { vcov: 'cluster:lan' });
 * console.log(estimates[0]?.term, estimates[0]?.estimate, estimates[0]?.se, estimates[0]?.n);
 * ```
 */
export function fit(frame: Frame, formula: Formula | string, options: FitOptions = {}): Estimate[] {
  const { vcov = 'HC1', level = 0.95, twoWay = 'own-g', psd = 'refuse' } = options;
  const parsed = typeof formula === 'string' ? parseFormula(formula) : formula;
  return fitParsed(frame, parsed, { ...options, vcov, level, twoWay, psd });
}

function fitParsed(frame: Frame, formula: Formula, options: Settled): Estimate[] {
  const covariance = parseVcov(options.vcov, options.df);
  const { link, level } = options;
  if (link !== undefined) requireLinkable(link, formula, options);
  const clusters = clusterColumns(options.vcov);
  const source = { frame, panel: options.panel ? panelRows(frame, options.panel) : null };
  requireFormulaColumns(formula, source);
  const weightColumns = options.weights === undefined ? [] : [options.weights];
  for (const column of [...weightColumns, ...clusters]) requireColumn(frame, column);

  const { numbers, labels } = formulaNeeds(formula);
  const own = numbers.filter((need) => !need.lagged).map((need) => need.column.name);
  const { rows, dropped } = completeRows(
    source,
    [...own, ...weightColumns, ...labels.map(({ name }) => name), ...clusters],
    numbers.filter((need) => need.lagged),
    options.subset === undefined ? null : subsetRows(frame, options.subset),
  );
  const asked = { formula, vcov: options.vcov, clusters, dropped, withoutColumns: [] };
  if (rows.length === 0) return failedModel(asked, 0, 'no-observations', link === undefined ? {} : { link });

  const codesOf = (columns: readonly string[]): Codes => levelsOf(source, columns, rows).codes;
  const design = designColumns(formula, rows, source);
  const { regressors, withoutColumns } = design;
  if (link !== undefined) return fitLink({ ...asked, withoutColumns }, { link, design, rows, source, level });
  const result = ols({
    y: evaluate(formula.response.value, rows, source),
    x: regressors,
    intercept: formula.intercept,
    effects: formula.effects.map(({ label, columns }) => ({
      name: label,
      codes: codesOf(columns.map(({ name }) => name)),
    })),
    ...(options.weights === undefined ? {} : { weights: weightsOf(frame, options.weights, rows) }),
  });
  if (result.status !== 'ok') return failedModel(asked, rows.length, result.reason);
  const vcov = vcovOf(covariance, options, (column) => codesOf([column]));
  return coefficientRecords({ ...asked, withoutColumns }, result, inference(result, vcov, level));
}

function vcovOf(parsed: ParsedVcov, options: Settled, codes: (column: string) => Codes): Vcov {
  if (parsed.kind !== 'cluster') return parsed;
  return {
    kind: 'cluster',
    type: parsed.type,
    by: parsed.columns.map((name) => ({ name, codes: codes(name) })),
    twoWay: options.twoWay,
    psd: options.psd,
    ...(parsed.type === 'CR1' ? {} : { df: options.df === 'cluster' ? 'clusters' : 'satterthwaite' }),
  };
}

function weightsOf(frame: Frame, column: string, rows: Int32Array): Float64Array {
  const weights = numbersOf(frame, column, rows, 'weights are positive numbers');
  const at = weights.findIndex((w) => !(w > 0));
  if (at < 0) return weights;
  throw new UsageError(
    `${frame.file}, row ${frame.numbers[rows[at]!]}, column ${column}: found ${weights[at]}; expected a positive weight`,
  );
}
