import { beforeAll, describe, expect, test } from 'vitest';
import * as local from '../../analysis/local/index.js';
import { type MunicipalityOptions, municipalityReport } from '../../analysis/local/municipality-report.js';
import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import type { Manifest } from '../../analysis/results.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { Document } from '../../reports/document/document.js';
import { municipalityDocument } from '../../reports/local/municipality.js';
import type { Lang } from '../../reports/locales/language.js';
import { renderPage } from '../../reports/page/page.js';
import { smallPanel } from '../local/small-panel.js';
import { blocksOf, gridFaults, gridOf, gridsOf, manifestOf, prose, shapeOf } from './local-fixture.js';

let panel: Panel;
let view: local.LocalView;
let manifest: Manifest;
beforeAll(() => {
  panel = buildPanel(readDataFolder(demoFolder()));
  view = local.localView(panel);
  manifest = manifestOf(panel);
});

const documentOf = (name: string, options: MunicipalityOptions = {}, lang: Lang = 'sv'): Document =>
  municipalityDocument(municipalityReport(view, local.findUnit(panel, name).unit, options), manifest, lang);

const cases: readonly (readonly [string, MunicipalityOptions])[] = [
  ['Lund', {}],
  ['Lund', { choice: { by: 'narmast' } }],
  ['Lund', { year: 2016 }],
  ['Gotland', {}],
  ['Bromma', { choice: { by: 'narmast' } }],
  ['Malmö Norr', {}],
  ['Malmö Norr', { year: 2020 }],
  ['Malmö', { choice: { by: 'egen', units: ['Lund'] } }],
  ['Vallentuna', { nearest: { k: 3, method: 'standardized' } }],
];

describe.each(cases)('the report of %s, %o', (name, options) => {
  test('has the four steps, room to write, and every cell filled', () => {
    const document = documentOf(name, options);
    const ids = document.sections.map((s) => s.id);
    expect(ids).toEqual(['summary', 'group', 'find', 'complement', 'time', 'conclusions', 'reading', 'data']);
    expect(gridsOf(document).flatMap(gridFaults)).toEqual([]);
    expect(prose(document)).not.toMatch(/NaN|undefined|null|\[object|Infinity/);
    expect(blocksOf(document).filter((b) => b.kind === 'blank').length).toBeGreaterThan(10);
  });

  test('is the same in both languages but for the words', () => {
    expect(shapeOf(documentOf(name, options, 'en'))).toEqual(shapeOf(documentOf(name, options)));
  });

  test('is a page with unique ids that says its data are synthetic, and the same twice', () => {
    const page = renderPage(documentOf(name, options));
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).toContain('class="bar"');
    expect(renderPage(documentOf(name, options))).toBe(page);
  });
});

test('every unit of the demo data has a report without holes', () => {
  for (let unit = 0; unit < panel.units.length; unit += 7) {
    const document = municipalityDocument(municipalityReport(view, unit), manifest, 'sv');
    expect(gridsOf(document).flatMap(gridFaults)).toEqual([]);
    expect(document.id).toMatch(/^kommunrapport-\d{4}/);
  }
});

test('colours stand beside words: every coloured cell has an answer, a quarter or a reason', () => {
  const toned = gridsOf(documentOf('Lund')).flatMap((g) =>
    (g.tones ?? []).flatMap((row, r) =>
      row.flatMap((tone, c) => (tone ? [{ tone, text: g.rows[r]![c]! }] : [])),
    ),
  );
  expect(toned.length).toBeGreaterThan(100);
  const words = {
    good: /^Ja|bästa|bättre/,
    partly: /Delvis|mellan/,
    poor: /Nej|sämsta|sämre/,
    absent: /\p{L}{2}/u,
  };
  expect(toned.filter(({ tone, text }) => !words[tone].test(text))).toEqual([]);
});

describe('what is odd is said', () => {
  test('of a county with one municipality', () => {
    const said = prose(documentOf('Gotland'));
    expect(said).toContain('”övriga i länet” går inte att använda: det finns ingen annan i den');
    expect(said).toContain('(C6, mindre städer och tätorter)');
  });
  test('of a district without covariates, and of one that has ceased', () => {
    expect(prose(documentOf('Bromma', { choice: { by: 'narmast' } }))).toContain(
      'stadsdelar har inga egna bakgrundsuppgifter i data. I stället används ”övriga stadsdelar i staden”',
    );
    const ended = documentOf('Malmö Norr');
    expect(ended.title).toContain('2017');
    expect(prose(ended)).toContain(
      'är med i data till och med 2017. Rapporten gäller 2017. Därefter svarar Malmö.',
    );
  });
  test('of a group of one, and of members that are not in the data that year', () => {
    expect(prose(documentOf('Malmö', { choice: { by: 'egen', units: ['Lund'] } }))).toContain(
      'Gruppen är en enda enhet, Lund.',
    );
    expect(prose(documentOf('Lund'))).toMatch(/finns inte i data 2020: Innerstaden \(Malmö\)/);
  });
  test('of the nearest: who, how near, and what part of the distance each covariate makes', () => {
    const nearest = gridOf(documentOf('Lund', { choice: { by: 'narmast', k: 4 } }), 'nearest')!;
    expect(nearest.rows).toHaveLength(5);
    expect(nearest.rows[1]!.slice(2).every((cell) => /\n\d+\u202f%$/.test(cell))).toBe(true);
    const parts = nearest.rows[1]!.slice(2).map((cell) => Number(/\n(\d+)/.exec(cell)![1]));
    expect(Math.abs(parts.reduce((a, b) => a + b, 0) - 100)).toBeLessThanOrEqual(3);
  });
});

describe('a small panel, worked out by hand', () => {
  const units = [...'abcdef'].map((id) => ({ id, groups: { lan: 'X' } }));
  const rows = (id: string, year: number, ...answers: readonly (number | 'bortfall')[]) =>
    answers.map((x, i) => [units[i]!.id, year, id, x] as const);
  const small = smallPanel(
    {
      units,
      indicators: [
        { id: 'eb-audit', area: 'ekonomiskt-bistand' },
        { id: 'ao-audit', area: 'aldreomsorg' },
        { id: 'mine', area: 'egen', label: '<b>Min fråga</b>' },
        { id: 'vald', area: 'egen', label: 'Kartläggning av våld mot vuxna' },
      ],
      answers: [
        ...rows('eb-audit', 2016, 0, 1, 1, 0, 0, 1),
        ...rows('eb-audit', 2017, 0, 1, 1, 1, 0, 1),
        ...rows('ao-audit', 2017, 0, 1, 1, 0, 'bortfall', 'bortfall'),
        ...rows('mine', 2017, 0, 0, 0, 0, 1, 0),
        ...rows('vald', 2016, 0, 0, 0, 0, 0, 0),
        ...rows('vald', 2017, 1, 1, 1, 1, 1, 1),
      ],
    },
    { a: { name: 'A-kommun' } },
  );
  const document = municipalityDocument(
    municipalityReport(local.localView(small), 0),
    manifestOf(small),
    'sv',
  );
  const find = (id: string, first: string) =>
    gridOf(document, id)!.rows.find((r) => r[0]!.startsWith(first))!;

  test('has the own answer, the group with n, who is ahead, and why', () => {
    // Of b-f: 4 Ja and 1 Nej in 2017. Wilson of 4 of 5: 37.6 to 96.4.
    expect(find('candidates', 'AUDIT')).toEqual([
      expect.stringContaining('Ekonomiskt bistånd'),
      'Nej',
      '80\u202f%\n38–96, n 5',
      '4 av 5 bättre\n0 sämre',
      'Rött eller gult också 2016. Samma fråga är röd eller gul även i Äldreomsorg. Gruppen har bara 5 svar.',
    ]);
    expect(find('candidates', '<b>Min fråga</b>')[3]).toBe('1 av 5 bättre\n0 sämre');
  });

  test('shows no number of a group where over 20 percent are missing', () => {
    const results = gridOf(document, 'results-aldreomsorg-kunskapsbaserad')!;
    // The group 2 of 5, the county and the nation 2 of 6.
    expect(results.rows[0]!.slice(1)).toEqual([
      'Nej',
      'redovisas inte\n40\u202f% utan svar',
      'redovisas inte\n33\u202f% utan svar',
      'ingen grupp',
      'ingen grupp',
      'redovisas inte\n33\u202f% utan svar',
    ]);
    expect(gridOf(document, 'candidates-alone')!.rows[0]![0]).toContain('AUDIT');
  });

  test('claims no change between years that cannot be compared, and says why', () => {
    expect(gridOf(document, 'changes-last')).toBeUndefined();
    expect(prose(document)).toContain('Inget av era svar som går att jämföra har ändrats.');
    expect(prose(document)).toContain('Går inte att jämföra: 1.');
    expect(prose(document)).toContain(
      'Kartläggning av våld mot vuxna (egen): inte 2016–2017: Målgruppen vidgades 2017',
    );
  });

  test('finds the question of several areas, and who to call', () => {
    expect(find('across', 'Använder standardiserad')).toContain('Ekonomiskt bistånd och Äldreomsorg');
    // d went from Nej 2016 to Ja 2017.
    expect(find('call', 'AUDIT')[1]).toBe('d: Nej 2016, grönt sedan 2017');
  });

  test('has texts of the data as text', () => {
    expect(renderPage(document)).not.toContain('<b>Min');
  });
});
