import { describe, expect, test } from 'vitest';
import type { OwnLabels } from '../../data/records.js';
import { columnHead } from '../../reports/locales/columns.js';
import {
  areaLabel,
  covariateLabel,
  groupingInText,
  groupingLabel,
  indicatorLabel,
  levelLabel,
  rowLabel,
} from '../../reports/locales/labels.js';
import { withLabels } from '../../reports/locales/own-labels.js';

const both = (text: string) => ({ sv: `${text} sv`, en: `${text} en` });

const labels = (name: string): OwnLabels => ({
  groupings: [{ grouping: 'region', column: 'R', label: both(name), definite: both(`the ${name}`) }],
  areas: [{ area: 'skola', label: both(`${name} school`) }],
  texts: [
    { kind: 'indicator', id: 'own', label: both(`${name} own`) },
    { kind: 'covariate', id: 'restid', label: both(`${name} time`) },
    { kind: 'group', id: 'region:nord', label: both(`${name} north`) },
  ],
});

const row = { indicator: 'own', area: 'skola', row: 'Own, as the data have it', group: null, extra: {} };

describe('labels of the data', () => {
  test('are looked up within the run that is rendered, in either language', () => {
    withLabels(labels('A'), () => {
      expect(areaLabel('skola', 'sv')).toBe('A school sv');
      expect(groupingLabel('region', 'en')).toBe('A en');
      expect(groupingInText('region', 'en')).toBe('the A en');
      expect(levelLabel('region', 'nord', 'en')).toBe('A north en');
      expect(levelLabel('region', 'syd', 'en')).toBe('syd');
      expect(covariateLabel('restid', 'en')).toBe('A time en');
      expect(indicatorLabel('own', 'sv')).toBe('A own sv');
      expect([rowLabel(row, 'sv'), rowLabel(row, 'en')]).toEqual(['A own sv', 'A own en']);
      const years = { first: 2018, last: 2021, other: null };
      expect(columnHead('sista:region', years, 'en')).toEqual({ top: '2021', leaf: 'A en' });
    });
  });

  test('leave the words of the codebook and the catalogue as they are', () => {
    withLabels(labels('A'), () => {
      expect(areaLabel('aldreomsorg', 'sv')).toBe('Äldreomsorg');
      expect(groupingLabel('lan', 'en')).toBe('County');
      expect(covariateLabel('folkmangd', 'en')).toBe('Population');
    });
  });

  test('are ids and the data’s own names where the run has none, also within another run', () => {
    withLabels(labels('A'), () =>
      withLabels(undefined, () => {
        expect(areaLabel('skola', 'en')).toBe('skola');
        expect(groupingLabel('region', 'en')).toBe('region');
        expect(rowLabel(row, 'en')).toBe('Own, as the data have it');
      }),
    );
    expect(areaLabel('skola', 'en')).toBe('skola');
  });

  test('of two runs rendered at once are never mixed up', async () => {
    const render = (name: string) =>
      withLabels(labels(name), async () => {
        const seen: string[] = [];
        for (let i = 0; i < 5; i++) {
          await new Promise((resolve) => setImmediate(resolve));
          seen.push(areaLabel('skola', 'en'));
        }
        return seen;
      });
    const [a, b] = await Promise.all([render('A'), render('B')]);
    expect(a).toEqual(Array(5).fill('A school en'));
    expect(b).toEqual(Array(5).fill('B school en'));
  });
});
