import { describe, expect, test } from 'vitest';
import { allOutcomes, outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification, type Specification } from '../../analysis/specification.js';
import { withValue } from '../../analysis/assumptions.js';
import { missingReasons } from '../../data/records.js';
import { type AnswerRow, dataFolder } from '../fixtures/data-folder.js';

const EB = 'ekonomiskt-bistand';
const spec = defaultSpecification;

/** The outcome of one unit over the years, from answers given as [year, item, answer]. */
function series(
  id: string,
  answers: readonly (readonly [number, string, AnswerRow[3]])[],
  s: Specification = spec,
) {
  const items = [...new Set(answers.map((a) => a[1]))];
  const panel = buildPanel(
    dataFolder({
      units: [{ id: '0180' }],
      indicators: items.map((item) => ({ id: item, area: EB })),
      answers: answers.map(([year, item, answer]) => ['0180', year, item, answer]),
    }),
  );
  const { values, reasons } = outcomeById(panel, s, id);
  return panel.years.map((_, t) =>
    Number.isNaN(values[t]!) ? (missingReasons[reasons[t]!] ?? 'none') : values[t]!,
  );
}

describe('a panel', () => {
  test('has every calendar year between the first and the last, also those without a row', () => {
    const panel = buildPanel(
      dataFolder({
        units: [{ id: 'a' }],
        indicators: [{ id: 'x', area: 'skola' }],
        answers: [
          ['a', 2016, 'x', 1],
          ['a', 2019, 'x', 0],
        ],
      }),
    );
    expect(panel.years).toEqual([2016, 2017, 2018, 2019]);
    expect([...Array(4).keys()].map((t) => panel.present[t])).toEqual([1, 0, 0, 1]);
    const { values, reasons } = outcomeById(panel, spec, 'x');
    expect([values[0], values[1], values[3]]).toEqual([100, NaN, 0]);
    expect(missingReasons[reasons[1]!]).toBe('ej-samlad');
  });

  test('sorts the levels of a grouping by code point and marks units without a group', () => {
    const panel = buildPanel(
      dataFolder({
        units: [{ id: 'a', groups: { lan: 'Örebro' } }, { id: 'b', groups: { lan: 'Dalarna' } }, { id: 'c' }],
        indicators: [],
        answers: [],
      }),
    );
    const { levels, codes } = panel.groupings.get('lan')!;
    expect(levels).toEqual(['Dalarna', 'Örebro']);
    expect([codes[0], codes[1], codes[2]]).toEqual([1, 0, -1]);
  });

  test('turns the sign once where lower is better', () => {
    const panel = buildPanel(
      dataFolder({
        units: [{ id: 'a' }],
        indicators: [{ id: 'x', area: 'skola', type: 'share', better: 'lower' }],
        answers: [['a', 2016, 'x', 30]],
      }),
    );
    const outcome = outcomeById(panel, spec, 'x');
    expect(outcome.values[0]! * outcome.direction).toBe(30);
    expect(outcome.values[0]).toBe(-30);
  });

  test('names the indicators there are when one is not there', () => {
    const panel = buildPanel(
      dataFolder({ units: [{ id: 'a' }], indicators: [{ id: 'x', area: 's' }], answers: [] }),
    );
    expect(() => outcomeById(panel, spec, 'z')).toThrow('no indicator z in the data; there are: x');
  });

  test('lists the rows of the appendix before the indicators that it does not know', () => {
    const panel = buildPanel(
      dataFolder({
        units: [{ id: 'a' }],
        indicators: [
          { id: 'nytt', area: EB },
          { id: 'eb-radgivning', area: EB },
          { id: 'eb-audit', area: EB },
        ],
        answers: [['a', 2016, 'nytt', 1]],
      }),
    );
    expect(allOutcomes(panel, spec).map((o) => o.id)).toEqual(['eb-alkohol-droger', 'eb-radgivning', 'nytt']);
  });
});

describe('a group of items', () => {
  const answers = [
    [2016, 'eb-intern-barn-och-unga', 1],
    [2016, 'eb-intern-missbruk', 0],
    [2016, 'eb-intern-socialpsykiatri', 1],
    [2016, 'eb-intern-lss', 'kan-inte-svara'],
    [2017, 'eb-intern-barn-och-unga', 'bortfall'],
    [2017, 'eb-intern-missbruk', 'bortfall'],
  ] as const;
  const as = (value: string) =>
    series('eb-intern-samordning', answers, withValue(spec, 'outcomes.itemGroups', value));

  test('is the share of the available items that are Ja', () => {
    expect(as('share')).toEqual([(100 * 2) / 3, 'bortfall']);
  });
  test('counts Ja over complete items, any or all of them under the rivals', () => {
    expect(as('count')).toEqual(['kan-inte-svara', 'bortfall']);
    expect(as('any')).toEqual([100, 'bortfall']);
    expect(as('all')).toEqual(['kan-inte-svara', 'bortfall']);
  });
});

describe('alcohol and drugs (comment 2)', () => {
  const answers = [
    [2016, 'eb-audit-dudit-2016', 0.5],
    [2017, 'eb-audit', 1],
    [2017, 'eb-dudit', 1],
    [2018, 'eb-audit', 1],
    [2018, 'eb-dudit', 0],
    [2019, 'eb-audit', 0],
    [2019, 'eb-dudit', 0],
    [2020, 'eb-audit', 1],
    [2020, 'eb-dudit', 'bortfall'],
  ] as const;
  test('is 1 for Delvis in 2016, then the number of the two that are used; missing where one of them is', () => {
    expect(series('eb-alkohol-droger', answers)).toEqual([1, 2, 1, 0, 'bortfall']);
  });
  test('is any or both under the rivals', () => {
    expect(series('eb-alkohol-droger', answers, withValue(spec, 'outcomes.alcoholDrugs', 'any'))).toEqual([
      100,
      100,
      100,
      0,
      'bortfall',
    ]);
    expect(series('eb-alkohol-droger', answers, withValue(spec, 'outcomes.alcoholDrugs', 'both'))).toEqual([
      0,
      100,
      0,
      0,
      'bortfall',
    ]);
  });
  test('is 2 for the joint Ja and 0 for the joint Nej', () => {
    expect(series('eb-alkohol-droger', [[2016, 'eb-audit-dudit-2016', 1]])).toEqual([2]);
    expect(series('eb-alkohol-droger', [[2016, 'eb-audit-dudit-2016', 0]])).toEqual([0]);
  });
});

describe('systematic follow-up (comments 5-9)', () => {
  test('counts Delvis as yes, in any setting, and by the setting that answered', () => {
    const answers = [
      [2016, 'bou-isu-oppenvard', 0.5],
      [2016, 'bou-isu-dygnsvard', 0],
      [2017, 'bou-isu-oppenvard', 0],
      [2017, 'bou-isu-dygnsvard', 'ej-aktuellt'],
      [2018, 'bou-isu-oppenvard', 0],
      [2018, 'bou-isu-dygnsvard', 1],
      [2019, 'bou-isu-oppenvard', 'bortfall'],
      [2019, 'bou-isu-dygnsvard', 'ej-aktuellt'],
    ] as const;
    expect(series('bou-isu', answers)).toEqual([100, 0, 100, 'bortfall']);
    expect(series('bou-isu', answers, withValue(spec, 'outcomes.isu', 'yes-only'))).toEqual([
      0,
      0,
      100,
      'bortfall',
    ]);
  });
  test('with a gender perspective takes the joint question of 2016 and the settings from 2017', () => {
    const answers = [
      [2016, 'ao-isu-kon-2016', 1],
      [2017, 'ao-isu-kon-ordinart', 0],
      [2017, 'ao-isu-kon-sarskilt', 1],
      [2018, 'ao-isu-kon-ordinart', 0],
    ] as const;
    expect(series('ao-isu-kon', answers)).toEqual([100, 100, 0]);
  });
});

describe('other items', () => {
  test('score 100 for Ja; Delvis is 0, 50 or 100 by the specification', () => {
    const answers = [
      [2016, 'eb-utredningsmall', 1],
      [2017, 'eb-utredningsmall', 0.5],
      [2018, 'eb-utredningsmall', 0],
    ] as const;
    expect(series('eb-utredningsmall', answers)).toEqual([100, 0, 0]);
    expect(series('eb-utredningsmall', answers, withValue(spec, 'outcomes.partial', 'half'))).toEqual([
      100, 50, 0,
    ]);
    expect(
      series('eb-utredningsmall', answers, withValue(spec, 'outcomes.partial', 'yes-or-partial')),
    ).toEqual([100, 100, 0]);
  });
});
