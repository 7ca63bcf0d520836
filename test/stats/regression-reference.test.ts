import { describe, expect, test } from 'vitest';
import { inference, ols, type OlsFit, type OlsInput, type Vcov } from '../../analysis/stats/index.js';
import { expectClose, list, reference } from './tolerance.js';

type Many = number | number[];
interface Case {
  n: number;
  k: number;
  second: 'group' | 'year';
  terms: string | string[];
  coefficients: Many;
  r2: number;
  zero?: number;
  vcov: Record<string, { df: number; se: Many; t: Many; p: Many; low: Many; high: Many }>;
  K: Record<string, number>;
}
interface Reference {
  panel: Record<'unit' | 'year' | 'group' | 'user' | 'x' | 'w' | 'y', number[]>;
  zero: number[];
  models: Record<string, Case>;
  disconnected: { data: Record<string, number[]>; k: number; coefficient: number; se: number; hc3: number };
}

const { panel, zero, models, disconnected } = reference<Reference>('regression.json');
const column = (values: number[]): Float64Array => Float64Array.from(values);
const x = { name: 'x', values: column(panel.x) };
const user = { name: 'user', values: column(panel.user) };
const dummies = [2017, 2018, 2019, 2020].map((year) => ({
  name: `factor(year)${year}`,
  values: column(panel.year.map((v) => (v === year ? 1 : 0))),
}));
const codes = {
  unit: Int32Array.from(panel.unit),
  group: Int32Array.from(panel.group),
  year: Int32Array.from(panel.year, (v) => v - 2016),
};
const absorb = (...names: (keyof typeof codes)[]) => names.map((name) => ({ name, codes: codes[name] }));
const y = column(panel.y);
const w = column(panel.w);

const inputs: Record<string, OlsInput> = {
  pooled: { y, x: [x, user, ...dummies] },
  pooledWeighted: { y, x: [x, user, ...dummies], weights: w },
  zeroWeights: { y, x: [x, user, ...dummies], weights: column(zero) },
  plain: { y, x: [x, user] },
  throughOrigin: { y, x: [x, user], intercept: false },
  year: { y, x: [x, user], effects: absorb('year') },
  unit: { y, x: [x], effects: absorb('unit') },
  unitYear: { y, x: [x], effects: absorb('unit', 'year') },
  unitYearWeighted: { y, x: [x], effects: absorb('unit', 'year'), weights: w },
  groupYear: { y, x: [x, user], effects: absorb('group', 'year') },
};

/** `cluster:unit|discount`, `twoway:min-g|count`, `HC3` as the argument it stands for. */
function covariance(key: string, second: 'group' | 'year'): Vcov {
  const [kind, nested] = key.split('|');
  const [name, what] = kind!.split(':');
  if (name === 'cluster') {
    return { kind: 'cluster', by: absorb(what as keyof typeof codes), nested: nested as 'discount' };
  }
  if (name === 'twoway') {
    const convention = nested === 'sandwich' ? {} : { nested: nested as 'discount' };
    return { kind: 'cluster', by: absorb('unit', second), twoWay: what as 'own-g', ...convention };
  }
  return { kind: name as 'iid' };
}

function fitted(input: OlsInput): OlsFit {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
}

test('the reference and this file name the same models', () => {
  expect(Object.keys(inputs).sort()).toEqual(Object.keys(models).sort());
});

describe.each(Object.entries(models))('%s regression against R', (name, expected) => {
  const fit = fitted(inputs[name]!);
  test('uses the same rows and parameters, and gives the same coefficients and R²', () => {
    expect([fit.n, fit.k, fit.names]).toEqual([expected.n, expected.k, list(expected.terms)]);
    expect(fit.zeroWeights).toBe(expected.zero ?? 0);
    list(expected.coefficients).forEach((b, j) => expectClose(fit.coefficients[j], b, fit.names[j]!));
    expectClose(fit.r2, expected.r2, 'R²');
  });

  test.each(Object.entries(expected.vcov))('%s: the same se, t, p and interval', (key, r) => {
    const result = inference(fit, covariance(key, expected.second));
    if (result.status !== 'ok') throw new Error(result.reason);
    expect(result.df).toBe(r.df);
    result.terms.forEach((term, j) => {
      expectClose(term.se, list(r.se)[j]!, `se of ${term.name}`);
      expectClose(term.statistic, list(r.t)[j]!, `t of ${term.name}`);
      expectClose(term.p, list(r.p)[j]!, `p of ${term.name}`);
      expectClose(term.ciLow, list(r.low)[j]!, `lower limit of ${term.name}`);
      expectClose(term.ciHigh, list(r.high)[j]!, `upper limit of ${term.name}`);
    });
  });

  test.each(Object.entries(expected.K))('clustering by %s counts as many parameters', (by, k) => {
    const result = inference(fit, { kind: 'cluster', by: absorb(by as keyof typeof codes) });
    expect(result.status === 'ok' && result.k).toBe(k);
  });
});

test('a unit seen once is dropped from unit effects, and counted', () => {
  const fit = fitted(inputs['unit']!);
  expect(fit.singletons).toBe(1);
  expect(fit.rows).toHaveLength(panel.y.length - 1);
});

test('two effects whose levels never meet lose one parameter per component, as the rank of the dummies says', () => {
  const { data } = disconnected;
  const effects = ['firm', 'team'].map((name) => ({ name, codes: Int32Array.from(data[name]!) }));
  const fit = fitted({ y: column(data['y']!), x: [{ name: 'x', values: column(data['x']!) }], effects });
  expect(fit.k).toBe(disconnected.k);
  expectClose(fit.coefficients[0], disconnected.coefficient, 'x');
  const iid = inference(fit, { kind: 'iid' });
  const hc3 = inference(fit, { kind: 'HC3' });
  expectClose(iid.status === 'ok' ? iid.terms[0]!.se : null, disconnected.se, 'se');
  expectClose(hc3.status === 'ok' ? hc3.terms[0]!.se : null, disconnected.hc3, 'HC3 se');
});
