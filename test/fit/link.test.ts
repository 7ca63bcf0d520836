import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { fit, type FitOptions } from '../../analysis/fit/fit.js';
import { parseFormula } from '../../analysis/fit/formula.js';
import { UsageError } from '../../data/problems.js';
import { fitCsv, fitGrid } from '../../reports/tables/fit-grid.js';
import { expectClose, list, reference } from '../stats/tolerance.js';
import { frameOf } from './frame.js';

/** Average marginal effects: R's are by numerical derivatives. */
const NUMERICAL = 1e-7;

type Tests = Record<'se' | 'z' | 'p' | 'low' | 'high', number | number[]>;
interface Marginal {
  estimate: number | number[];
  vcov: Record<string, Tests>;
}
interface Case {
  names: string | string[];
  coefficients: number[];
  logLik: number;
  mcFadden: number;
  vcov: Record<string, Tests>;
}
const { panel, binary, ordered } = reference<{
  panel: Record<string, number[]>;
  binary: Record<string, Case & { ame: Record<string, Marginal> }>;
  ordered: Record<string, Case & { ame: Record<string, { expected: Marginal }> }>;
}>('logit.json');

const run = (
  formula: string,
  options: Partial<FitOptions> = {},
  columns: Readonly<Record<string, readonly (string | number)[]>> = panel,
) =>
  fit(frameOf(columns), parseFormula(formula), {
    vcov: 'iid',
    link: 'logit',
    level: 0.95,
    twoWay: 'own-g',
    ...options,
  });
const termOf = (estimates: readonly Estimate[], term: string) => estimates.find((e) => e.term === term)!;

function expectTests(e: Estimate, r: Tests, j: number, what: string, tolerance?: number) {
  expect(e.status, what).toBe('ok');
  expectClose(e.se, list(r.se)[j]!, `${what}, se`, tolerance);
  expectClose(e.statistic, list(r.z)[j]!, `${what}, z`, tolerance);
  expectClose(e.p, list(r.p)[j]!, `${what}, p`, tolerance);
  const [low, high] = [list(r.low)[j]!, list(r.high)[j]!];
  const allowed = (tolerance ?? 1e-8) * Math.max(Math.abs(low), Math.abs(high));
  expect(Math.abs(e.ciLow! - low), `${what}, lower limit`).toBeLessThan(allowed);
  expect(Math.abs(e.ciHigh! - high), `${what}, upper limit`).toBeLessThan(allowed);
}

const COVARIANCES = ['iid', 'HC0', 'HC1', 'cluster:unit', 'cluster:group'];

describe('--link logit against glm and sandwich', () => {
  test.each([
    ['y ~ user', binary['user']!],
    ['y ~ x + user', binary['plain']!],
    ['y ~ 0 + x + user', binary['origin']!],
    ['y ~ user | year', binary['years']!],
    ['y ~ x + user + size | year', binary['full']!],
    ['y ~ 0 + factor(year) + x + user + size', binary['full']!],
    ['y ~ year + user', binary['trend']!],
  ])('%s', (formula, r) => {
    for (const vcov of COVARIANCES) {
      const estimates = run(formula, { vcov });
      list(r.names).forEach((name, j) => {
        if (name.startsWith('yearf') && formula.includes('|')) return;
        const e = termOf(estimates, name.replace('yearf', 'year='));
        expectClose(e.estimate, r.coefficients[j]!, name);
        expectTests(e, r.vcov[vcov]!, j, `${vcov}, ${name}`);
      });
      for (const [name, marginal] of Object.entries(r.ame)) {
        const e = termOf(estimates, `AME:${name}`);
        expectClose(e.estimate, list(marginal.estimate)[0]!, e.term!, NUMERICAL);
        expectTests(e, marginal.vcov[vcov]!, 0, `${vcov}, ${e.term}`, NUMERICAL);
      }
      expectClose(estimates[0]!.extra['logLikelihood'] as number, r.logLik, 'log likelihood');
      expectClose(estimates[0]!.extra['mcFadden'] as number, r.mcFadden, 'R²');
    }
  });
});

describe('--link ordered against polr and sandwich', () => {
  test.each([
    ['score ~ user', ordered['user']!],
    ['score ~ x + user', ordered['plain']!],
    ['score ~ x + user | year', ordered['years']!],
    ['uneven ~ x + user', ordered['uneven']!],
  ])('%s', (formula, r) => {
    for (const vcov of COVARIANCES) {
      const estimates = run(formula, { vcov, link: 'ordered' });
      list(r.names).forEach((name, j) => {
        if (formula.includes('|') && name !== 'x' && name !== 'user') return;
        const e = termOf(estimates, name);
        expectClose(e.estimate, r.coefficients[j]!, name);
        expectTests(e, r.vcov[vcov]!, j, `${vcov}, ${name}`);
      });
      for (const [name, { expected }] of Object.entries(r.ame)) {
        const e = termOf(estimates, `AME:${name}`);
        expectClose(e.estimate, list(expected.estimate)[0]!, e.term!, NUMERICAL);
        expectTests(e, expected.vcov[vcov]!, 0, `${vcov}, ${e.term}`, NUMERICAL);
      }
    }
  });
});

/** 24 rows counted by hand: of those with d = 1 nine of twelve are 1, of the others three of twelve. */
const small = {
  d: Array.from({ length: 24 }, (_, i) => (i < 12 ? 1 : 0)),
  y: Array.from({ length: 24 }, (_, i) => Number(i % 12 < (i < 12 ? 9 : 3))),
  score: Array.from({ length: 24 }, (_, i) => [0, 1, 2][(i * 5) % 3]!),
  z: Array.from({ length: 24 }, (_, i) => (i * 7) % 11),
  w: Array.from({ length: 24 }, (_, i) => (i * i) % 7),
  g: Array.from({ length: 24 }, (_, i) => 'abc'[i % 3]!),
  h: Array.from({ length: 24 }, (_, i) => 'mn'[i % 2]!),
  a: Array.from({ length: 24 }, (_, i) => `u${i % 6}`),
};
const terms = (formula: string, options: Partial<FitOptions> = {}, change: object = {}) =>
  run(formula, options, { ...small, ...change }).map((e) => e.term!);

describe('a logit by formula', () => {
  test('of two groups: the log odds ratio, and the difference of shares as its marginal effect', () => {
    const estimates = run('y ~ d', {}, small);
    expect(estimates.map((e) => e.term)).toEqual(['(Intercept)', 'd', 'AME:d']);
    expectClose(estimates[1]!.estimate, Math.log(9), 'log of (9/3)/(3/9)', 1e-12);
    expectClose(estimates[1]!.se, Math.sqrt(1 / 9 + 1 / 3 + 1 / 3 + 1 / 9), 'standard error', 1e-12);
    expectClose(estimates[2]!.estimate, 0.5, '9/12 - 3/12', 1e-12);
    expectClose(estimates[2]!.se, Math.sqrt(2 * ((0.75 * 0.25) / 12)), 'of a difference of shares', 1e-12);
    expect(estimates[2]!).toMatchObject({
      df: null,
      mark: '++',
      extra: { link: 'logit', effect: 'discrete' },
    });
  });

  test('gives marginal effects of columns that can change alone, and names the others', () => {
    expect(terms('y ~ z + factor(h)').slice(-2)).toEqual(['AME:z', 'AME:h=n']);
    expect(terms('y ~ z + log(w + 1)').slice(-2)).toEqual(['AME:z', 'AME:log(w+1)']);
    const ame = (formula: string) => terms(formula).filter((term) => term.startsWith('AME'));
    expect(ame('y ~ z + factor(g) + w')).toEqual(['AME:z', 'AME:w']);
    expect(ame('y ~ z + I(z^2) + w')).toEqual(['AME:w']);
    expect(ame('y ~ z*factor(h) + w')).toEqual(['AME:w']);
    expect(ame('y ~ poly(z, 2) + poly(w, 1)')).toEqual(['AME:poly(w, 1)1']);
    expect(run('y ~ z + I(z^2) + w', {}, small)[0]!.extra['withoutMarginalEffect']).toEqual(['z', 'I(z^2)']);
  });

  test('tells nothing of the constants beside effects, and is the model with dummies', () => {
    expect(terms('score ~ z + w | h', { link: 'ordered' })).toEqual(['z', 'w', 'AME:z', 'AME:w']);
    const dummies = termOf(run('score ~ z + factor(h)', { link: 'ordered' }, small), 'z');
    const effects = termOf(run('score ~ z | h', { link: 'ordered' }, small), 'z');
    expectClose(effects.estimate, dummies.estimate!, 'coefficient');
    expectClose(effects.se, dummies.se!, 'standard error');
    const both = run('y ~ z | g^h', {}, small);
    expectClose(
      termOf(both, 'z').estimate,
      termOf(run('y ~ z + factor(g):factor(h)', {}, small), 'z').estimate!,
      'combinations',
    );
  });

  test('tells of levels with few rows, where the number of coefficients grows with the rows', () => {
    const [z] = run('y ~ z | h', {}, small);
    expect(z!.extra['fewRows']).toEqual([{ effect: 'h', levels: 2, fewest: 12 }]);
    expect(run('y ~ x | year')[0]!.extra['fewRows']).toBeUndefined();
  });

  test('says which regressors are collinear, and which terms give no column', () => {
    const estimates = run('y ~ z + I(2*z) + factor(one)', {}, { ...small, one: small.y.map(() => 'a') });
    expect(estimates.slice(-2)).toMatchObject([
      { term: 'I(2*z)', reason: 'collinear-regressor', estimate: null },
      { term: 'factor(one)', reason: 'one-group' },
    ]);
    // A factor that is an effect too.
    expect(run('y ~ z + factor(h) | h', {}, small).map((e) => [e.term, e.status])).toEqual([
      ['z', 'ok'],
      ['AME:z', 'ok'],
      ['h=n', 'not-estimable'],
    ]);
  });

  test('has no estimate where the columns separate, and names them', () => {
    const z = small.y.map((y, i) => (y === 1 ? 5 + (i % 3) : i % 5));
    const [e, ...more] = run('y ~ z', {}, { ...small, z });
    expect(more).toEqual([]);
    expect(e).toMatchObject({ status: 'not-estimable', reason: 'separation', n: 24, estimate: null });
    expect(e!.extra).toMatchObject({ link: 'logit', detail: 'complete: (Intercept), z; 24 of 24 rows' });
    const alike = small.y.map((y, i) => (small.a[i] === 'u2' ? 1 : y));
    const [effect] = run('y ~ d | a', {}, { ...small, y: alike });
    expect(effect!.extra['detail']).toContain('|a=u2');
  });

  test('one cluster, or no more rows than coefficients for HC1, is a reason and no number', () => {
    const one = { ...small, a: small.a.map(() => 'u') };
    for (const e of run('y ~ d', { vcov: 'cluster:a' }, one))
      expect(e).toMatchObject({ status: 'not-estimable', reason: 'one-cluster', se: null });
    const three = { score: [0, 2, 1], x: [1, 2, 5] };
    const options = { link: 'ordered', vcov: 'HC1' } as const;
    for (const e of run('score ~ x', options, three))
      expect(e).toMatchObject({ status: 'not-estimable', reason: 'too-few-observations', se: null });
    expect(run('y ~ d', {}, { ...small, y: small.y.map(() => 1) })).toMatchObject([
      { reason: 'constant-outcome' },
    ]);
  });

  test.each([
    ['z ~ d', {}, 'd.csv, row 3, column z: found 7; expected 0 or 1 (--link logit); correct the value'],
    ['I(100*y) ~ d', {}, 'row 2, I(100*y): found 100; expected 0 or 1 (--link logit); write I(I(100*y)/100)'],
    ['y ~ d', { link: 'ordered' }, 'd.csv, column y: found 2 different values; expected 3 to 50'],
    ['score ~ d - 1', { link: 'ordered' }, 'found a formula without intercept'],
    ['y ~ d', { weights: 'z' }, '--link logit: found --weights z; expected none'],
    ['y ~ d', { vcov: 'HC3' }, '--link logit: found --vcov HC3; expected iid, HC0, HC1 or cluster:COLUMN'],
    ['y ~ d', { vcov: 'CR2:a' }, 'found --vcov CR2:a'],
    ['y ~ d', { vcov: 'cluster:a+g' }, 'found --vcov cluster:a+g'],
  ] as [string, Partial<FitOptions>, string][])(
    '%s %o is an error with a cure',
    (formula, options, expected) => {
      expect(() => run(formula, options, small)).toThrow(UsageError);
      expect(() => run(formula, options, small)).toThrow(expected);
    },
  );

  test('takes at most 300 levels and 300 columns', () => {
    const many = Array.from({ length: 700 }, (_, i) => i);
    const data = { y: many.map((i) => (i * i) % 2), x: many.map((i) => i % 7), id: many.map((i) => i % 301) };
    expect(() => run('y ~ x | id', {}, data)).toThrow('found 301 levels of id; expected at most 300');
    expect(() => run('y ~ x + factor(id)', {}, data)).toThrow('found 301 columns; expected at most 300');
  });

  test('an ordered response of more than fifty values is a measurement', () => {
    const x = Array.from({ length: 60 }, (_, i) => i);
    expect(() => run('x ~ y', { link: 'ordered' }, { x, y: x.map((i) => i % 2) })).toThrow(
      'found 60 different values; expected 3 to 50 ordered values (--link ordered); leave out --link',
    );
  });
});

describe('the table of a logit', () => {
  const grid = (formula: string, options: Partial<FitOptions> = {}, change: object = {}) =>
    fitGrid(run(formula, options, { ...small, ...change }), formula, 0.95, 'en');

  test('says z, what the numbers are, and what is left out of the marginal effects', () => {
    const { head, notes } = grid('y ~ d + factor(g) | h', { vcov: 'cluster:a' });
    expect(head).toContain('z');
    const text = notes.join(' ');
    for (const part of ['z test', 'log odds', 'the probability of 1', 'McFadden', 'cannot change alone'])
      expect(text).toContain(part);
    expect(text).toContain('Effect h: 2 levels, the smallest with 12 rows');
    expect(text).toContain('Clusters by a: 6');
    expect(grid('score ~ d', { link: 'ordered' }).notes.join(' ')).toContain('the expected value');
  });

  test('says what to do where the columns separate', () => {
    const { rows, notes } = grid('y ~ z', {}, { z: small.y });
    expect(rows[0]!.join(' ')).toContain('separation');
    expect(notes.join(' ')).toContain('complete: (Intercept), z; 24 of 24 rows');
    expect(notes.join(' ')).toContain('Leave the column out');
  });

  test('as CSV has a column for the link, which least squares does not have', () => {
    const [head, ...lines] = fitCsv(run('y ~ d', {}, small))
      .trimEnd()
      .split('\r\n');
    expect(head).toBe('term,estimate,se,statistic,df,p,ciLow,ciHigh,mark,status,reason,link');
    expect(lines.every((line) => line.endsWith(',ok,,logit'))).toBe(true);
  });
});
