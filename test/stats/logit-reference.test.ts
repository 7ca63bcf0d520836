import { describe, expect, test } from 'vitest';
import {
  logit,
  logitInference,
  marginalEffect,
  orderedLogit,
  orderedMarginalEffects,
  type LikelihoodVcov,
  type LogitInput,
  type LogitModelFit,
  type MarginalEffect,
  type NormalTerm,
  type NotEstimable,
} from '../../analysis/stats/index.js';
import { expectClose, list, reference, RELATIVE } from './tolerance.js';

/** Average marginal effects: R's are by numerical derivatives. */
const NUMERICAL = 1e-7;

type ColumnName = 'unit' | 'year' | 'group' | 'user' | 'x' | 'size' | 'y' | 'score' | 'uneven';
type Tests = Record<'se' | 'z' | 'p' | 'low' | 'high', number[]>;
interface Marginal {
  estimate: number[];
  vcov: Record<string, Tests>;
}
interface Case {
  names: string | string[];
  coefficients: number[];
  logLik: number;
  mcFadden: number;
  vcov: Record<string, Tests>;
}
interface Reference {
  panel: Record<ColumnName, number[]>;
  binary: Record<string, Case & { ame: Record<string, Marginal> }>;
  ordered: Record<
    string,
    Case & { outcome: 'score' | 'uneven'; ame: Record<string, { expected: Marginal; levels: Marginal }> }
  >;
}

const { panel, binary, ordered } = reference<Reference>('logit.json');
const x = (name: ColumnName) => ({ name, values: Float64Array.from(panel[name]) });
const codes = (name: ColumnName) => ({ name, codes: Int32Array.from(panel[name]) });
const inputs: Record<string, Omit<LogitInput, 'y'>> = {
  user: { x: [x('user')] },
  plain: { x: [x('x'), x('user')] },
  full: { x: [x('x'), x('user'), x('size')], effects: [codes('year')] },
  origin: { x: [x('x'), x('user')], intercept: false },
  trend: { x: [x('year'), x('user')] },
  uneven: { x: [x('x'), x('user')] },
};
const yearsOf = {
  binary: { x: [x('user')], effects: [codes('year')] },
  ordered: { x: [x('x'), x('user')], effects: [codes('year')] },
};
const covariances: Record<string, LikelihoodVcov> = {
  iid: { kind: 'iid' },
  HC0: { kind: 'HC0' },
  HC1: { kind: 'HC1' },
  'cluster:unit': { kind: 'cluster', by: [codes('unit')] },
  'cluster:group': { kind: 'cluster', by: [codes('group')] },
  'cluster:unit:HC1': { kind: 'cluster', by: [codes('unit')], type: 'HC1' },
};

function ok<T extends { readonly status: 'ok' }>(result: T | NotEstimable): T {
  if (result.status !== 'ok') throw new Error(`${result.reason}: ${result.detail}`);
  return result;
}

function expectTerm(term: NormalTerm, r: Tests, j: number, what: string, tolerance = RELATIVE) {
  expectClose(term.se, r.se[j]!, `${what}, se`, tolerance);
  expectClose(term.statistic, r.z[j]!, `${what}, z`, tolerance);
  expectClose(term.p, r.p[j]!, `${what}, p`, tolerance);
  // Relative to the larger limit: the other may be what a difference of large numbers leaves.
  const allowed = tolerance * Math.max(Math.abs(r.low[j]!), Math.abs(r.high[j]!));
  expect(Math.abs(term.ciLow - r.low[j]!), `${what}, lower limit`).toBeLessThan(allowed);
  expect(Math.abs(term.ciHigh - r.high[j]!), `${what}, upper limit`).toBeLessThan(allowed);
}

function expectFit(fit: LogitModelFit, r: Case) {
  expect(fit.names).toHaveLength(list(r.names).length);
  fit.coefficients.forEach((b, j) => expectClose(b, r.coefficients[j]!, fit.names[j]!));
  expectClose(fit.logLikelihood, r.logLik, 'log likelihood');
  expectClose(fit.mcFadden, r.mcFadden, 'R²');
  for (const [name, vcov] of Object.entries(covariances)) {
    const { terms } = ok(logitInference(fit, vcov));
    terms.forEach((term, j) => expectTerm(term, r.vcov[name]!, j, `${name}, ${term.name}`));
  }
}

function expectEffect(effect: MarginalEffect, r: Marginal, vcov: string, j = 0) {
  expectClose(effect.estimate, r.estimate[j]!, 'effect', NUMERICAL);
  expectTerm(effect, r.vcov[vcov]!, j, `${vcov}, ${effect.name}`, NUMERICAL);
}

describe('the logit against glm and sandwich', () => {
  test.each(Object.entries(binary))('%s', (name, r) => {
    const fit = ok(logit({ y: panel.y, ...(inputs[name] ?? yearsOf.binary) }));
    expectFit(fit, r);
    for (const [term, marginal] of Object.entries(r.ame))
      for (const [kind, vcov] of Object.entries(covariances))
        expectEffect(ok(marginalEffect(fit, term, vcov)), marginal, kind);
  });
});

describe('the ordered logit against polr and sandwich', () => {
  test.each(Object.entries(ordered))('%s', (name, r) => {
    const fit = ok(orderedLogit({ y: panel[r.outcome], ...(inputs[name] ?? yearsOf.ordered) }));
    expectFit(fit, r);
    for (const [term, { expected, levels }] of Object.entries(r.ame)) {
      for (const [kind, vcov] of Object.entries(covariances)) {
        const effects = ok(orderedMarginalEffects(fit, term, vcov));
        expectEffect(effects.expected, expected, kind);
        effects.levels.forEach(({ effect }, j) => expectEffect(effect, levels, kind, j));
      }
    }
  });
});
