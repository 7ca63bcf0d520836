import { UsageError } from '../../data/problems.js';
import type { Estimate } from '../estimate.js';
import { INTERCEPT, type LikelihoodVcov, logit, orderedLogit, type Regressor } from '../stats/index.js';
import { evaluate, levelsOf, type Source } from './columns.js';
import type { Design } from './design.js';
import type { Formula, Variable } from './formula.js';
import { needsOf } from './expression.js';
import { type FewRows, type Link, linkRecords } from './link-records.js';
import { failedModel, type Question } from './records.js';
import { parseLikelihoodVcov } from './vcov.js';

/** Each becomes a column of its own: a logit cannot absorb effects. */
const MOST_COLUMNS = 300;
/** 400 MB a copy. */
const MOST_NUMBERS = 5e7;
/** Each has a threshold of its own. */
const MOST_VALUES = 50;
/** Levels of effects with fewer rows are told of. */
const FEW_ROWS = 20;

export interface LinkInput {
  readonly link: Link;
  readonly design: Design;
  readonly rows: Int32Array;
  readonly source: Source;
  readonly level: number;
}

/** Throws a UsageError for what these models do not have: other covariances, weights, an ordered logit without constant. */
export function requireLinkable(
  link: Link,
  formula: Formula,
  { vcov, weights }: { readonly vcov: string; readonly weights?: string },
): void {
  parseLikelihoodVcov(vcov, link);
  if (weights !== undefined) {
    throw new UsageError(
      `--link ${link}: found --weights ${weights}; expected none: weights are for least squares; leave out one of the two`,
    );
  }
  if (link === 'ordered' && !formula.intercept && formula.effects.length === 0) {
    throw new UsageError(
      '--link ordered: found a formula without intercept; expected one with: the thresholds stand in its place; leave out "0" or "- 1"',
    );
  }
}

/**
 * Logit or ordered logit by formula: log odds, then average marginal effects as terms `AME:x` (see `marginalEffect`: on the
 * probability of 1, or on the expected value). Effects become dummies, of which nothing is told but those that
 * separate, `|g=b`. Marginal effects are given for columns that can change alone: `aloneIn`.
 */
export function fitLink(question: Question, input: LinkInput): Estimate[] {
  const { link, design, rows, level } = input;
  const { formula } = question;
  const { dummies, fewRows } = effectDummies(formula, input);
  requireFew(input, design.regressors.length, 'columns');
  const model = {
    y: responseOf(formula, input),
    x: [...dummies, ...design.regressors],
    intercept: formula.intercept || dummies.length > 0,
  };
  const vcov = vcovOf(question, input);
  const fit = link === 'logit' ? logit(model) : orderedLogit(model);
  if (fit.status !== 'ok') {
    const extra = { link, ...(fit.detail === undefined ? {} : { detail: fit.detail }) };
    return failedModel(question, rows.length, fit.reason, extra);
  }
  // With dummies, the constant and the thresholds are only where one of the dummies put them.
  const constants = dummies.length > 0 ? [INTERCEPT, ...fit.names.slice(fit.design.length)] : [];
  const hidden = new Set([...dummies.map(({ name }) => name), ...constants]);
  return linkRecords(question, { link, fit, hidden, alone: aloneIn(formula, design), fewRows, vcov, level });
}

function vcovOf({ vcov }: Question, { link, source, rows }: LinkInput): LikelihoodVcov {
  const parsed = parseLikelihoodVcov(vcov, link);
  if (parsed.kind !== 'cluster') return parsed;
  const { column } = parsed;
  return { kind: 'cluster', by: [{ name: column, codes: levelsOf(source, [column], rows).codes }] };
}

/** The response, checked: 0 and 1, or 3 to 50 values. */
function responseOf({ response }: Formula, { link, rows, source }: LinkInput): Float64Array {
  const { file, numbers } = source.frame;
  const where = response.value.kind === 'column' ? `column ${response.label}` : response.label;
  const y = evaluate(response.value, rows, source);
  if (link === 'logit') {
    const at = y.findIndex((v) => v !== 0 && v !== 1);
    if (at < 0) return y;
    const cure =
      y[at] === 100
        ? `write I(${response.key}/100) for a column of 0 and 100`
        : 'correct the value, or take --link ordered for three or more ordered values';
    throw new UsageError(
      `${file}, row ${numbers[rows[at]!]}, ${where}: found ${y[at]}; expected 0 or 1 (--link logit); ${cure}`,
    );
  }
  const values = new Set(y).size;
  if (values >= 3 && values <= MOST_VALUES) return y;
  throw new UsageError(
    `${file}, ${where}: found ${values} different values; expected 3 to ${MOST_VALUES} ordered values (--link ordered); ` +
      (values < 3 ? 'take --link logit for 0 and 1' : 'leave out --link for a measurement'),
  );
}

/** A column per level of each effect, and the effects with a level of few rows. */
function effectDummies({ effects }: Formula, input: LinkInput): { dummies: Regressor[]; fewRows: FewRows[] } {
  const { rows, source } = input;
  const namesOf = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name);
  const factors = effects.map(({ label, columns }) => ({
    label,
    ...levelsOf(source, namesOf(columns), rows),
  }));
  const total = factors.reduce((sum, { levels }) => sum + levels.length, 0);
  requireFew(input, total, `levels of ${factors.map(({ label }) => label).join(', ')}`);
  const dummies = factors.flatMap(({ label, levels, codes }) =>
    levels.map((level, g) => ({
      name: `|${label}=${level}`,
      values: Float64Array.from(codes, (code) => (code === g ? 1 : 0)),
    })),
  );
  const sizes = factors.map(({ label, levels, codes }) => {
    const counts = new Int32Array(levels.length);
    for (let i = 0; i < rows.length; i++) counts[codes[i]!]!++;
    return { effect: label, levels: levels.length, fewest: counts.reduce((a, b) => Math.min(a, b)) };
  });
  return { dummies, fewRows: sizes.filter(({ fewest }) => fewest < FEW_ROWS) };
}

function requireFew({ link, rows }: LinkInput, count: number, what: string): void {
  const most = Math.min(MOST_COLUMNS, Math.floor(MOST_NUMBERS / rows.length));
  if (count <= most) return;
  throw new UsageError(
    `--link ${link}: found ${count} ${what}; expected at most ${most} in ${rows.length} rows, for each has a coefficient; ` +
      'leave them out (--vcov cluster:COLUMN allows for units), or leave out --link',
  );
}

/**
 * The regressors that can change while all others stay: the only column of a term of one variable, whose cells no other term
 * reads. Not the dummies of a factor of three levels, products, powers beside their base.
 */
function aloneIn({ terms }: Formula, { byTerm }: Design): ReadonlySet<string> {
  const cells = terms.map(({ variables }) => new Set(variables.flatMap(cellsOf)));
  const alone = byTerm.filter(
    (columns, t) =>
      columns.length === 1 &&
      terms[t]!.variables.length === 1 &&
      !cells.some((others, u) => u !== t && [...cells[t]!].some((cell) => others.has(cell))),
  );
  return new Set(alone.flatMap((columns) => columns.map(({ name }) => name)));
}

/** What a variable reads in a row: columns, of the same or another year. */
const cellsOf = (variable: Variable): string[] =>
  variable.kind === 'factor'
    ? [`0 ${variable.column.name}`]
    : needsOf(variable.value).map(({ years, column }) => `${years} ${column.name}`);
