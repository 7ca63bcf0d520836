import { describe, expect, test } from 'vitest';
import {
  districtsOf,
  type ComparisonChoice,
  comparisonGroup,
  unitsOf,
  usualComparison,
} from '../../analysis/local/comparison.js';
import { smallPanel } from './small-panel.js';

const inhabitants = (folkmangd: number | null) => ({ covariates: { folkmangd } });
const place = (id: string, lan: string, kommungrupp: string, folkmangd: number | null) => ({
  id, groups: { lan, kommungrupp }, ...inhabitants(folkmangd),
}); // prettier-ignore

// a, b and c in Norra; the island alone; the city with districts n and s, and since 2018 by itself; the other city's w.
const panel = smallPanel(
  {
    units: [
      place('a', 'Norra', 'C6', 10),
      place('b', 'Norra', 'C6', 12),
      place('c', 'Norra', 'C7', 30),
      place('island', 'Ön', 'C6', 11),
      place('city', 'Södra', 'A1', 300),
      place('city-n', 'Södra', 'A1', null),
      place('city-s', 'Södra', 'A1', null),
      place('town', 'Södra', 'B3', 50),
      place('west-w', 'Västra', 'A1', null),
      { id: 'nowhere', ...inhabitants(5) },
    ],
    indicators: [{ id: 'x', area: 'a' }],
    answers: [['a', 2018, 'x', 1]],
  },
  {
    'city-n': { municipality: 'city', name: 'Norr (City)' },
    'city-s': { municipality: 'city', name: 'Söder (City)' },
    'west-w': { municipality: 'west', name: 'Väster (West)' },
  },
);
const ids = (units: readonly number[]) => units.map((u) => panel.units[u]!.id);
const position = (id: string) => panel.units.findIndex((u) => u.id === id);
const of = (id: string, choice: ComparisonChoice) => {
  const { members, leftOut, nearest, ...rest } = comparisonGroup(panel, position(id), choice);
  return { ...rest, members: ids(members), leftOut: ids(leftOut), nearest: nearest?.status ?? null };
};

describe('a comparison group', () => {
  test('is the county or SKR group without the unit itself', () => {
    expect(of('a', { by: 'lan' })).toMatchObject({ level: 'Norra', members: ['b', 'c'], status: 'ok' });
    expect(of('a', { by: 'kommungrupp' })).toMatchObject({ level: 'C6', members: ['b', 'island'] });
    expect(ids(unitsOf(panel, { by: 'lan', level: 'Norra' }))).toEqual(['a', 'b', 'c']);
    expect(ids(districtsOf(panel, 'city'))).toEqual(['city-n', 'city-s']);
    expect(unitsOf(panel, 'riket')).toHaveLength(10);
  });

  test('of a city has not the city’s own districts, nor a district’s its city', () => {
    expect(of('city', { by: 'lan' })).toMatchObject({
      members: ['town'],
      status: 'single',
      leftOut: ['city-n', 'city-s'],
    });
    expect(of('city-n', { by: 'lan' })).toMatchObject({ members: ['city-s', 'town'], leftOut: ['city'] });
  });

  test('of a district is the city’s other districts, or those of all cities', () => {
    expect(usualComparison(panel, position('city-n'))).toEqual({ by: 'stadsdelar' });
    expect(usualComparison(panel, position('city'))).toEqual({ by: 'lan' });
    expect(of('city-n', { by: 'stadsdelar' })).toMatchObject({
      members: ['city-s'],
      level: 'city',
      status: 'single',
    });
    expect(of('city-n', { by: 'storstader' })).toMatchObject({ members: ['city-s', 'west-w'], status: 'ok' });
    expect(of('a', { by: 'stadsdelar' })).toMatchObject({ status: 'refused', reason: 'unit-is-no-district' });
  });

  test('is refused with the cure for a county of one, a unit in no group, and a district without covariates', () => {
    expect(of('island', { by: 'lan' })).toMatchObject({
      status: 'refused',
      reason: 'no-other-unit',
      instead: 'kommungrupp',
      members: [],
    });
    expect(of('nowhere', { by: 'kommungrupp' })).toMatchObject({
      reason: 'unit-has-no-group',
      instead: 'invanare',
    });
    expect(of('city-n', { by: 'narmast' })).toMatchObject({
      status: 'refused',
      reason: 'district-without-covariates',
      instead: 'stadsdelar',
      nearest: 'refused',
    });
  });

  test('is the nearest on covariates', () => {
    expect(of('a', { by: 'narmast', k: 2 })).toMatchObject({
      members: ['island', 'b'],
      nearest: 'ok',
      status: 'ok',
    });
  });

  test('is a list of one’s own, each unit once and not the unit itself', () => {
    expect(of('a', { by: 'egen', units: ['c', 'B', 'a', 'c'] })).toMatchObject({
      members: ['c', 'b'],
      leftOut: ['a'],
    });
    expect(of('a', { by: 'egen', units: ['a'] })).toMatchObject({
      status: 'refused',
      reason: 'no-other-unit',
    });
    expect(() => of('a', { by: 'egen', units: ['nobody at all'] })).toThrow(/found "nobody at all"/);
  });
});
