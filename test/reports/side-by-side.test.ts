import { beforeAll, describe, expect, test } from 'vitest';
import * as local from '../../analysis/local/index.js';
import { sideBySide } from '../../analysis/local/side-by-side.js';
import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { sideBySideDocument } from '../../reports/local/side-by-side.js';
import type { Lang } from '../../reports/locales/language.js';
import { renderPage } from '../../reports/page/page.js';
import type { AnswerRow } from '../fixtures/data-folder.js';
import { smallPanel } from '../local/small-panel.js';
import { gridFaults, gridOf, gridsOf, manifestOf, prose, shapeOf } from './local-fixture.js';

let panel: Panel;
let view: local.LocalView;
beforeAll(() => {
  panel = buildPanel(readDataFolder(demoFolder()));
  view = local.localView(panel);
});

const documentOf = (names: readonly string[], lang: Lang = 'sv', year?: number) => {
  const units = names.map((n) => local.findUnit(panel, n).unit);
  return sideBySideDocument(
    sideBySide(view, units, year === undefined ? {} : { year }),
    manifestOf(panel),
    lang,
  );
};

const ten = [
  'Lund',
  'Malmö',
  'Bromma',
  'Gotland',
  'Kiruna',
  'Umeå',
  'Malmö Norr',
  'Vallentuna',
  'Ale',
  'Solna',
];

describe('units of the demo data side by side', () => {
  test.each([[['Lund', 'Umeå']], [ten]])('fill every cell, in both languages alike: %s', (names) => {
    const document = documentOf(names);
    expect(gridsOf(document).flatMap(gridFaults)).toEqual([]);
    expect(shapeOf(documentOf(names, 'en'))).toEqual(shapeOf(document));
    const page = renderPage(document);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('class="bar"');
    expect(renderPage(documentOf(names))).toBe(page);
  });

  test('say who ceased, who is a district and who came after', () => {
    const said = prose(documentOf(ten));
    expect(said).toContain(
      'Norr (Malmö) finns inte i data 2020. Svar finns för 2016–2017. I stället svarar Malmö.',
    );
    expect(said).toContain('Bromma (Stockholm) är en stadsdel');
  });

  test('have a title that one can read, and an id that is a file name', () => {
    expect(documentOf(ten).title).toBe('Lund, Malmö, Bromma (Stockholm) och 7 till: sida vid sida 2020');
    expect(documentOf(['Lund', 'Umeå']).id).toBe('jamfor-1281-2480');
  });
});

describe('a small panel, worked out by hand', () => {
  const rows = (id: string, year: number, ...answers: readonly (AnswerRow[3] | null)[]): AnswerRow[] =>
    answers.flatMap((x, i) => (x === null ? [] : [['abcd'[i]!, year, id, x] as const]));
  const small = smallPanel({
    units: [...'abcd'].map((id) => ({ id })),
    indicators: [
      { id: 'p', area: 'x' },
      { id: 'vald', area: 'x', label: 'Kartläggning av våld mot vuxna' },
      { id: 'n', area: 'y', type: 'count' },
    ],
    answers: [
      ...rows('p', 2016, 1, 'bortfall', 0, null),
      ...rows('p', 2017, 0.5, 'ej-aktuellt', 1, null),
      ...rows('p', 2018, 1, 'kan-inte-svara', 1, 0),
      ...rows('vald', 2016, 1, 0, 1, null),
      ...rows('vald', 2017, 1, 1, 1, null),
      ...rows('n', 2018, 3, 4, 12.5, 6),
    ],
  });
  const document = sideBySideDocument(sideBySide(local.localView(small), [0, 1, 3]), manifestOf(small), 'sv');
  const rowOf = (id: string, first: string) =>
    gridOf(document, id)!.rows.find((r) => r[0]!.startsWith(first))!;

  test('has a letter per year, with a sign where the years cannot be compared', () => {
    // Nation of p: 2016 1 of 3 missing, 2017 too, 2018 none by the rule (cannot answer is no non-response): 2 of 3.
    expect(rowOf('area-x-years', 'p').slice(1)).toEqual(['J D J', 'b e k', '× × N', 'r r 67']);
    expect(rowOf('area-x-years', 'Kartl').slice(1)).toEqual(['J ‖ J –', 'N ‖ J –', '× ‖ × –', '67 ‖ 100 –']);
    expect(rowOf('area-y-years', 'n').slice(1, 2)).toEqual(['– · – · 3,0']);
  });

  test('has the latest answers with their year where it is another', () => {
    expect(rowOf('area-x-latest', 'p').slice(1, 4)).toEqual(['Ja', 'kan inte svara', 'Nej']);
    expect(rowOf('area-x-latest', 'Kartl')[0]).toMatch(/\n2017$/);
  });

  test('has shares with n, interval and what the unanswered allow', () => {
    // Of p alone: a Ja; b cannot answer; d Nej.
    expect(rowOf('shares', 'a').slice(1)).toEqual([
      '1 av 1',
      '100\u202f%\n1 av 1',
      '21–100\u202f%',
      'inga obesvarade',
      '100\u202f%\n1 av 1; 21–100\u202f%',
    ]);
    expect(rowOf('shares', 'b').slice(1)).toEqual([
      '0 av 1',
      'inga svar',
      'inga svar',
      '0–100\u202f%',
      'inga gemensamma',
    ]);
  });
});
