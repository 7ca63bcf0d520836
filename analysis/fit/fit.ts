import { UsageError } from '../../data/problems.js';
import type { Frame } from '../../data/readers/frame.js';
import { type Estimate, estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import { type Heteroskedastic, inference, ols, type Vcov } from '../stats/index.js';
import { groupCodes } from '../panel/panel.js';
import type { Formula, Term } from './formula.js';

export interface FitOptions {
  /** `iid`, `HC0`..`HC4`, `cluster:a`, `cluster:a+b` and so on, `CR2:a`, `CR3:a`, `CV3:a`. */
  readonly vcov: string;
  /** The column of weights. */
  readonly weights?: string;
  readonly level: number;
  readonly twoWay: 'own-g' | 'min-g';
}

/**
 * Least squares by formula on any table: one estimate per coefficient. Rows with an empty cell in any column used
 * are dropped and counted by column; a text cell in a numeric column is an error that names row and column.
 */
export function fit(frame: Frame, formula: Formula, options: FitOptions): Estimate[] {
  const { type, columns: clusters } = parseVcov(options.vcov);
  const factors = formula.terms.filter((t) => t.kind === 'factor').map((t) => t.column);
  const numeric = [
    formula.response,
    ...formula.terms.filter((t) => t.kind === 'number').map((t) => t.column),
  ];
  if (options.weights !== undefined) numeric.push(options.weights);
  const labels = [...factors, ...formula.effects, ...clusters];
  for (const column of [...numeric, ...labels]) requireColumn(frame, column);
  const { kept, dropped } = completeRows(frame, [...new Set([...numeric, ...labels])]);
  const number = (column: string) => numbers(frame, column, kept);
  const codes = (column: string) => ({
    name: column,
    codes: groupCodes(kept.map((r) => frame.columns.get(column)![r]!)).codes,
  });
  const weights =
    options.weights === undefined
      ? undefined
      : positive(frame, options.weights, number(options.weights), kept);
  const result = ols({
    y: number(formula.response),
    x: formula.terms.flatMap((t) =>
      regressors(frame, t, kept, formula.intercept || formula.effects.length > 0, factors),
    ),
    intercept: formula.intercept,
    effects: formula.effects.map(codes),
    ...(weights ? { weights } : {}),
  });
  const head = (term: string) => ({
    id: `fit/${formula.text}/${term}`,
    model: 'fit' as const,
    row: formula.response,
    term,
  });
  if (result.status !== 'ok')
    return [
      estimate({
        ...head(formula.text),
        n: kept.length,
        dropped,
        status: 'not-estimable',
        reason: result.reason,
      }),
    ];
  const vcov: Vcov = clusters.length
    ? { kind: 'cluster', by: clusters.map(codes), twoWay: options.twoWay, type }
    : { kind: options.vcov as 'iid' | Heteroskedastic };
  const base = {
    n: result.n,
    dropped: result.singletons ? { ...dropped, singleton: result.singletons } : dropped,
    extra: { vcov: options.vcov, rSquared: result.r2, k: result.k },
  };
  const collinear = result.dropped.map((term) =>
    estimate({ ...head(term), ...base, status: 'not-estimable', reason: 'collinear-regressor' }),
  );
  const inferred = inference(result, vcov, options.level);
  if (inferred.status !== 'ok')
    return [
      ...result.names.map((term, i) =>
        estimate({
          ...head(term),
          ...base,
          estimate: result.coefficients[i]!,
          status: 'not-estimable',
          reason: inferred.reason,
        }),
      ),
      ...collinear,
    ];
  return [
    ...inferred.terms.map(({ name, estimate: coefficient, se, statistic, df, p, ciLow, ciHigh }) =>
      p === null || statistic === null
        ? estimate({
            ...head(name),
            ...base,
            estimate: coefficient,
            status: 'not-estimable',
            reason: 'perfect-fit',
          })
        : estimate({
            ...head(name),
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
    ),
    ...collinear,
  ];
}

const KINDS = ['iid', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4'];
const CLUSTERED = { cluster: 'CR1', CR2: 'CR2', CR3: 'CR3', CV3: 'CV3' } as const;

interface ParsedVcov {
  readonly type: (typeof CLUSTERED)[keyof typeof CLUSTERED];
  /** The cluster columns; none for the kinds without clusters. */
  readonly columns: readonly string[];
}

/** The columns of `cluster:a+b`, `CR2:a`; none for the other kinds. Throws a UsageError for a kind that does not exist. */
export const clusterColumns = (vcov: string): string[] => [...parseVcov(vcov).columns];

function parseVcov(vcov: string): ParsedVcov {
  if (KINDS.includes(vcov)) return { type: 'CR1', columns: [] };
  const [, kind = '', list = ''] = /^(\w+):(.*)$/s.exec(vcov) ?? [];
  const columns = list.split('+').map((column) => column.trim());
  const known = Object.hasOwn(CLUSTERED, kind) && columns.every(Boolean);
  const several = columns.length > 1 && kind !== 'cluster';
  if (known && !several) return { type: CLUSTERED[kind as keyof typeof CLUSTERED], columns };
  throw new UsageError(
    `--vcov: found "${vcov}"; expected ${KINDS.join(', ')}, cluster:COLUMN or cluster:COLUMN+COLUMN (any number), ` +
      'or one column: CR2:COLUMN, CR3:COLUMN, CV3:COLUMN',
  );
}

function requireColumn({ file, columns }: Frame, column: string): void {
  if (!columns.has(column))
    throw new UsageError(`${file}: no column "${column}"; there are: ${[...columns.keys()].join(', ')}`);
}

function completeRows({ columns, numbers }: Frame, used: readonly string[]) {
  const kept: number[] = [];
  const dropped: Record<string, number> = {};
  for (let r = 0; r < numbers.length; r++) {
    const empty = used.find((c) => columns.get(c)![r]! === '');
    if (empty === undefined) kept.push(r);
    else dropped[`empty:${empty}`] = (dropped[`empty:${empty}`] ?? 0) + 1;
  }
  return { kept, dropped };
}

/** A numeric column of the rows kept. A decimal comma is read as Swedish Excel writes it. */
function numbers(
  { file, columns, numbers: rows }: Frame,
  column: string,
  kept: readonly number[],
): Float64Array {
  const cells = columns.get(column)!;
  return Float64Array.from(kept, (r) => {
    const value = Number(cells[r]!.replace(',', '.').replace('\u2212', '-'));
    if (Number.isFinite(value)) return value;
    throw new UsageError(
      `${file}, row ${rows[r]}, column ${column}: found "${cells[r]}"; expected a number; write factor(${column}) for a column of names`,
    );
  });
}

function positive(
  { file, numbers: rows }: Frame,
  column: string,
  weights: Float64Array,
  kept: readonly number[],
): Float64Array {
  const at = weights.findIndex((w) => !(w > 0));
  if (at >= 0)
    throw new UsageError(
      `${file}, row ${rows[kept[at]!]}, column ${column}: found ${weights[at]}; expected a positive weight`,
    );
  return weights;
}

/** A numeric column, or one dummy per level but the first (all levels of the first factor without an intercept). */
function regressors(
  frame: Frame,
  term: Term,
  kept: readonly number[],
  intercept: boolean,
  factors: readonly string[],
) {
  if (term.kind === 'number') return [{ name: term.column, values: numbers(frame, term.column, kept) }];
  const { levels, codes } = groupCodes(kept.map((r) => frame.columns.get(term.column)![r]!));
  const full = !intercept && factors[0] === term.column;
  return levels.flatMap((level, g) =>
    g === 0 && !full
      ? []
      : [
          {
            name: `${term.column}=${level}`,
            values: Float64Array.from(kept, (_, i) => (codes[i] === g ? 1 : 0)),
          },
        ],
  );
}
