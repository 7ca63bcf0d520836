import { describe, expect, test } from 'vitest';
import {
  inference,
  ols,
  type Inference,
  type OlsFit,
  type OlsInput,
  type Vcov,
} from '../../analysis/stats/index.js';
import { expectClose, reference } from './tolerance.js';

type ColumnName = 'unit' | 'year' | 'group' | 'cell' | 'user' | 'x' | 'w' | 'y';
type By = 'unit' | 'year' | 'group' | 'cell';
interface Reference {
  panel: Record<ColumnName, number[]>;
  clustered: {
    model: string;
    by: By;
    type: 'CR2' | 'CR3';
    r: Record<'se' | 't' | 'df' | 'p' | 'low' | 'high', number[]>;
  }[];
  jackknifed: { model: string; by: By; se: number[] }[];
  HC4: Record<string, number[]>;
  multiWay: { by: By[]; plain: number[][]; fixed: number[][]; negative: number }[];
}

const { panel, clustered, jackknifed, HC4, multiWay } = reference<Reference>('cluster-robust.json');
const column = (name: ColumnName): Float64Array => Float64Array.from(panel[name]);
const by = (...names: By[]) => names.map((name) => ({ name, codes: Int32Array.from(panel[name]) }));
const y = column('y');
const x = { name: 'x', values: column('x') };
const user = { name: 'user', values: column('user') };
const weights = column('w');

const inputs: Record<string, OlsInput> = {
  pooled: { y, x: [x, user] },
  weighted: { y, x: [x, user], weights },
  year: { y, x: [x, user], effects: by('year') },
  yearWeighted: { y, x: [x, user], effects: by('year'), weights },
  unit: { y, x: [x], effects: by('unit') },
  unitWeighted: { y, x: [x], effects: by('unit'), weights },
  unitYear: { y, x: [x], effects: by('unit', 'year') },
};
const fits = new Map(
  Object.entries(inputs).map(([name, input]): [string, OlsFit] => {
    const fit = ols(input);
    if (fit.status !== 'ok') throw new Error(fit.reason);
    return [name, fit];
  }),
);
function inferred(model: string, vcov: Vcov): Inference {
  const result = inference(fits.get(model)!, vcov);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
}

describe('CR2 and CR3 against clubSandwich', () => {
  test.each(clustered)(
    '$type of $model by $by: the same se, t, df, p and interval',
    ({ model, by: name, type, r }) => {
      const result = inferred(model, { kind: 'cluster', by: by(name), type });
      expect(result.terms).toHaveLength(r.se.length);
      result.terms.forEach((term, j) => {
        expectClose(term.se, r.se[j]!, `se of ${term.name}`);
        expectClose(term.statistic, r.t[j]!, `t of ${term.name}`);
        expectClose(term.df, r.df[j]!, `df of ${term.name}`);
        expectClose(term.p, r.p[j]!, `p of ${term.name}`);
        expectClose(term.ciLow, r.low[j]!, `lower limit of ${term.name}`);
        expectClose(term.ciHigh, r.high[j]!, `upper limit of ${term.name}`);
      });
      expect(result.df).toBe(Math.min(...result.terms.map(({ df }) => df)));
    },
  );
});

describe('CV3 against refitting without each cluster', () => {
  test.each(jackknifed)('$model by $by', ({ model, by: name, se }) => {
    const { terms } = inferred(model, { kind: 'cluster', by: by(name), type: 'CV3' });
    expect(terms).toHaveLength(se.length);
    terms.forEach((term, j) => expectClose(term.se, se[j]!, `se of ${term.name}`));
  });
});

test.each(Object.entries(HC4))('HC4 of %s against sandwich', (model, se) => {
  inferred(model, { kind: 'HC4' }).terms.forEach((term, j) => expectClose(term.se, se[j]!, term.name));
});

describe('clusters in several dimensions against sandwich', () => {
  test.each(multiWay)('$by', ({ by: names, plain, fixed, negative }) => {
    const fit = fits.get('pooled')!;
    const asked = { kind: 'cluster', by: by(...names) } as const;
    const expectMatrix = (actual: Float64Array, expected: number[][]) => {
      const largest = Math.max(...expected.flat().map(Math.abs));
      expected.flat().forEach((v, i) => expect(Math.abs(actual[i]! - v)).toBeLessThan(1e-10 * largest));
    };
    const refused = inference(fit, asked);
    if (plain.some((row, i) => row[i]! < 0)) expect(refused).toMatchObject({ reason: 'negative-variance' });
    else if (refused.status === 'ok') expectMatrix(refused.matrix, plain);
    expect(refused).not.toHaveProperty('fixed');
    const repaired = inferred('pooled', { ...asked, psd: 'fix' });
    expectMatrix(repaired.matrix, fixed);
    expect(repaired.fixed ?? false).toBe(negative === 1);
    const levels = names.map((name) => new Set(panel[name]).size);
    expect([repaired.clusters, repaired.df]).toEqual([levels, Math.min(...levels) - 1]);
  });
});
