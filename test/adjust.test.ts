import { describe, expect, test } from 'vitest';
import { adjustFamilies } from '../analysis/adjust.js';
import { withValue } from '../analysis/assumptions.js';
import { type Estimate, estimate } from '../analysis/estimate.js';
import { defaultSpecification as spec } from '../analysis/specification.js';

const cell = (table: number, p: number | null, rest: Partial<Estimate> = {}): Estimate =>
  estimate({
    id: `${table}/${p}`,
    model: 'users',
    area: 'skola',
    table,
    p,
    status: p === null ? 'not-estimable' : 'ok',
    ...rest,
  });

const holm = (list: readonly Estimate[]) => list.map((e) => e.extra.pHolm);

describe('adjustFamilies', () => {
  // R: p.adjust(c(0.01, 0.02, 0.04), "holm") is 0.03 0.04 0.04; "BH" 0.03 0.03 0.04.
  const cells = [cell(8, 0.01), cell(8, 0.02), cell(8, 0.04), cell(13, 0.04), cell(8, null)];

  test('adjusts within the table, and leaves out what could not be estimated', () => {
    const adjusted = adjustFamilies(cells, spec);
    expect(holm(adjusted)).toEqual([0.03, 0.04, 0.04, 0.04, undefined]);
    expect(adjusted.slice(0, 3).map((e) => e.extra.pBenjaminiHochberg)).toEqual([0.03, 0.03, 0.04]);
    expect(adjusted[0]!.extra).toMatchObject({ family: '8', familySize: 3 });
    expect(adjusted[3]!.extra).toMatchObject({ family: '13', familySize: 1 });
  });

  test.each([
    ['model', 'users', 4],
    ['area', 'skola', 4],
    ['all', 'all', 4],
  ])('or within the %s, as the specification says', (family, name, size) => {
    const adjusted = adjustFamilies(cells, withValue(spec, 'multiplicity.family', family));
    expect(adjusted[3]!.extra).toMatchObject({ family: name, familySize: size });
    expect(holm(adjusted)[0]).toBe(0.04);
  });

  test('leaves marks, trends and who the users are as they were', () => {
    const others = [
      cell(8, 0.01, { mark: '++' }),
      estimate({ id: 't', model: 'trends', p: 0.01 }),
      cell(8, 0.02, { model: 'composition' }),
    ];
    const adjusted = adjustFamilies(others, spec);
    expect(adjusted[0]!.mark).toBe('++');
    expect(adjusted.slice(1)).toEqual(others.slice(1));
  });
});
