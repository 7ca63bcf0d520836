import { describe, expect, test } from 'vitest';
import { type Kind, kinds, measuresOf, practiceOf } from '../../analysis/indicators/measures.js';
import type { Item, Survey } from '../../data/codebook/codebook.js';
import type { IndicatorRecord } from '../../data/records.js';

const record = (more: object = {}): IndicatorRecord => ({
  id: 'x', area: 'skola', label: 'x', type: 'binary', better: 'higher', extra: {}, ...more,
}); // prettier-ignore
const item = (survey: Survey, kind?: string) =>
  ({ survey, ...(kind === undefined ? {} : { kind }) }) as unknown as Item;

describe('what an indicator measures', () => {
  test.each([
    [
      'the codebook’s word',
      record({ extra: { kind: 'struktur' } }),
      item('kommun', 'process'),
      'process',
      'codebook',
    ],
    ['the data’s own field', record({ kind: 'bakgrund' }), undefined, 'bakgrund', 'data'],
    ['the data’s own column', record({ extra: { kind: ' Resultat ' } }), undefined, 'resultat', 'data'],
    ['users’ answers', record(), item('brukare'), 'resultat', 'survey'],
    ['nothing known', record(), item('kommun'), 'okänd', 'unknown'],
    ['another word', record({ extra: { kind: 'constructor' } }), undefined, 'okänd', 'unknown'],
    ['a codebook that says nothing', record(), item('enhet', ''), 'okänd', 'unknown'],
  ] as const)('by %s', (_, given, of, kind, source) => {
    expect(measuresOf(given, of)).toMatchObject({ kind, source });
  });
});

test('closeness to practice by kind and survey', () => {
  const by = (survey: Survey | null) => kinds.map((kind: Kind) => practiceOf(kind, survey));
  expect(kinds).toEqual(['struktur', 'process', 'resultat', 'bakgrund', 'okänd']);
  expect(by('kommun')).toEqual(['distant', 'partly', 'close', 'distant', 'unknown']);
  expect(by('enhet')).toEqual(['close', 'close', 'close', 'distant', 'unknown']);
  expect(by('brukare')).toEqual(['close', 'close', 'close', 'distant', 'unknown']);
  expect(by(null)).toEqual(by('kommun'));
});
