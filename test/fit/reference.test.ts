import { describe, expect, test } from 'vitest';
import type { Frame } from '../../data/readers/frame.js';
import { designColumns } from '../../analysis/fit/design.js';
import { fit } from '../../analysis/fit/fit.js';
import { parseFormula } from '../../analysis/fit/formula.js';
import { panelRows } from '../../analysis/fit/panel-rows.js';
import { completeRows, formulaNeeds } from '../../analysis/fit/rows.js';
import { subsetRows } from '../../analysis/fit/subset.js';
import { expectClose, reference } from '../stats/tolerance.js';
import { frameOf } from './frame.js';

interface Case {
  formula: string;
  subset: string | null;
  weights: string | null;
  n: number;
  names: string[];
  /** By column. */
  X: number[][];
  coefficients: (number | null)[];
  se: (number | null)[];
  hc1: (number | null)[];
  r2: number;
}
const { data, cases } = reference<{ data: Record<string, (string | number)[]>; cases: Case[] }>(
  'formula.json',
);
const frame: Frame = frameOf(data);
const panel = { unit: 'unit', year: 'year' };
const unspaced = (text: string) => text.replaceAll(' ', '');

describe("the formula language against R's lm and model.matrix", () => {
  test.each(cases)('$formula, subset $subset, weights $weights', (c) => {
    const formula = parseFormula(c.formula);
    const run = (vcov: string) =>
      fit(frame, formula, {
        vcov,
        level: 0.95,
        twoWay: 'own-g',
        panel,
        ...(c.weights === null ? {} : { weights: c.weights }),
        ...(c.subset === null ? {} : { subset: c.subset }),
      });
    const [classical, robust] = [run('iid'), run('HC1')];
    expect(classical.map((e) => unspaced(e.term!)).sort()).toEqual([...c.names].sort());
    c.names.forEach((name, j) => {
      const own = (list: typeof classical) => list.find((e) => unspaced(e.term!) === name)!;
      if (c.coefficients[j] === null) {
        expect(own(classical)).toMatchObject({ estimate: null, reason: 'collinear-regressor' });
        return;
      }
      expectClose(own(classical).estimate, c.coefficients[j]!, `${name}: coefficient`);
      expectClose(own(classical).se, c.se[j]!, `${name}: standard error`);
      if (typeof c.hc1[j] === 'number') expectClose(own(robust).se, c.hc1[j], `${name}: HC1`);
    });
    const [{ n, extra }] = classical as [(typeof classical)[0]];
    expect(n).toBe(c.n);
    if (formula.intercept) expectClose(extra['rSquared'] as number, c.r2, 'R squared');
  });

  test.each(cases)('the columns of $formula, in their order', (c) => {
    const formula = parseFormula(c.formula);
    const source = { frame, panel: panelRows(frame, panel) };
    const { numbers, labels } = formulaNeeds(formula);
    const own = numbers.filter((need) => !need.lagged).map((need) => need.column.name);
    const { rows } = completeRows(
      source,
      [...own, ...labels.map((label) => label.name)],
      numbers.filter((need) => need.lagged),
      c.subset === null ? null : subsetRows(frame, c.subset),
    );
    const { regressors } = designColumns(formula, rows, source);
    const expected = c.names.map((name, j) => ({ name, values: c.X[j]! }));
    const withoutIntercept = expected.filter(({ name }) => name !== '(Intercept)');
    expect(regressors.map(({ name }) => unspaced(name))).toEqual(withoutIntercept.map(({ name }) => name));
    regressors.forEach(({ name, values }, j) => {
      const largest = Math.max(...withoutIntercept[j]!.values.map(Math.abs));
      withoutIntercept[j]!.values.forEach((value, i) =>
        expect(Math.abs(values[i]! - value), `${name}, row ${i}`).toBeLessThan(1e-12 * largest),
      );
    });
  });
});
