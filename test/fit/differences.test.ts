import { expect, test } from 'vitest';
import { fit } from '../../analysis/fit/fit.js';
import { parseFormula } from '../../analysis/fit/formula.js';
import { expectClose, reference } from '../stats/tolerance.js';
import { frameOf } from './frame.js';

interface Case {
  panel: Record<'unit' | 'year' | 'cohort' | 'y', number[]>;
  unit: { differences: Record<'estimate' | 'se' | 'p', number[] | number> & { n: number; df: number } };
}
const { cases } = reference<{ cases: Record<string, Case> }>('event-study.json');

test.each(['never', 'oneCohort'])(
  'I(y - lag(y, 1)) is a first difference: the same as d(y) of fixest (%s)',
  (name) => {
    const { panel, unit } = cases[name]!;
    const treated = panel.cohort.map((first, i) => (panel.year[i]! >= first ? 1 : 0));
    const estimates = fit(
      frameOf({ ...panel, unit: panel.unit.map((u) => `0${u}`), treated }),
      parseFormula('I(y - lag(y, 1)) ~ I(treated - lag(treated, 1)) | year'),
      { vcov: 'cluster:unit', level: 0.95, twoWay: 'own-g', panel: { unit: 'unit', year: 'year' } },
    );
    const { differences } = unit;
    expect(estimates).toHaveLength(1);
    expect(estimates[0]).toMatchObject({ n: differences.n, df: differences.df });
    for (const key of ['estimate', 'se', 'p'] as const)
      expectClose(estimates[0]![key], [differences[key]].flat()[0]!, key, 1e-7);
  },
);
