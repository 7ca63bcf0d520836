import { beforeAll, describe, expect, test } from 'vitest';
import { localView, type LocalView } from '../../analysis/local/index.js';
import { countyReport } from '../../analysis/local/county-report.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import type { Manifest } from '../../analysis/results.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { Block, Document } from '../../reports/document/document.js';
import { countyDocument } from '../../reports/local/county.js';
import type { Lang } from '../../reports/locales/language.js';
import { renderPage } from '../../reports/page/page.js';
import type { Grid } from '../../reports/tables/table.js';
import { countyView } from '../local/county-fixture.js';
import { fixtureResults } from './fixture.js';

const manifest: Manifest = { ...fixtureResults().manifest, synthetic: false };
const documentOf = (view: LocalView, county: string, lang: Lang = 'sv', year?: number): Document =>
  countyDocument(countyReport(view, county, year === undefined ? {} : { year }), manifest, lang);

const gridsOf = (document: Document): Grid[] =>
  document.sections.flatMap((s) => s.blocks.flatMap((b) => (b.kind === 'grid' ? [b.grid] : [])));
const gridOf = (document: Document, id: string) => gridsOf(document).find((g) => g.id === id)!;
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];
const section = (document: Document, id: string) =>
  texts(document.sections.find((s) => s.id === id)).join('\n');
const rowOf = (grid: Grid, head: string) => grid.rows.find((row) => row[0]!.startsWith(head))!;

const view = countyView();
const alfa = documentOf(view, 'Alfa län');

describe('the county document', () => {
  test('has its county in its name and title', () => {
    expect(alfa).toMatchObject({ id: 'lansrapport-alfa-lan', title: 'Länsrapport: Alfa län 2018' });
    expect(documentOf(view, 'Alfa län', 'en').title).toBe('County report: Alfa län 2018');
  });

  test('begins with who answered, where to begin and room to write', () => {
    expect(section(alfa, 'first')).toContain('Har inte svarat på någon fråga 2018: Tyst.');
    const first = alfa.sections[0]!.blocks;
    expect(first[0]).toMatchObject({ kind: 'facts' });
    expect(first.at(-1)).toMatchObject({ kind: 'blank' });
    expect(gridOf(alfa, 'start').rows).toEqual([
      ['Rådgivning\nEkonomiskt bistånd', '67\u202f%\n2 av 3\n1 av 1 frågor', 'ingen i länet ännu', 'Hushållsekonomisk rådgivning: 2 av 3'],
    ]); // prettier-ignore
  });

  test('says a unit’s answer in words beside its colour, with what it was before', () => {
    const grid = gridOf(alfa, 'area-ekonomiskt-bistand-helhetssyn');
    expect(grid.head).toEqual(['Fråga', 'Aby', 'Ek <&>', 'Tyst', 'Ödeborg', 'Länet', 'Riket']);
    expect(rowOf(grid, 'Missbruk').slice(1, 6)).toEqual([
      'Ja\n↑ från Nej 2017\nsom 2016', 'Nej', 'inget svar', 'Ja\n↑ från Nej 2016', 'redovisas inte\n3 av 4 har svarat',
    ]); // prettier-ignore
    expect(grid.tones![0]).toEqual([null, 'good', 'poor', 'absent', 'good', 'absent', null]);
  });

  test('has units as rows where they are many, and a city above its districts', () => {
    const gamma = documentOf(view, 'Gamma län');
    const grid = gridOf(gamma, 'area-ekonomiskt-bistand-helhetssyn');
    expect(grid.head.slice(1)).toEqual(['0009, 2 stadsdelar', 'Väst (Stan)', 'Öst (Stan)', 'Hopp', 'Länet', 'Riket']); // prettier-ignore
    expect(rowOf(grid, 'Missbruk').slice(1, 4)).toEqual(['50\u202f%\nn 2', 'Ja\n↑ från Nej 2016', 'Nej']);
    expect(section(gamma, 'first')).toContain('Norr (Hopp) svarade för sig 2016. Därefter svarar Hopp');
  });

  test('shows neither number nor count of a county that the 20 percent rule hides', () => {
    const overview = gridOf(alfa, 'area-ekonomiskt-bistand-overview');
    const row = rowOf(overview, 'Missbruk');
    expect(row[1]).toBe('redovisas inte');
    expect(row[2]).toBe('redovisas inte\n3 av 4 har svarat');
    expect(row[4]).toBe('redovisas inte (bortfall)');
    expect(rowOf(overview, 'Hushållsekonomisk').slice(1, 3)).toEqual(['2 av 3', '33\u202f%\nn 3']);
    expect(rowOf(overview, 'Hushållsekonomisk')[5]).toBe('2016: 0 p.e.\n3 par · ↑ 0 ↓ 0');
  });

  test('shows a number without a colour where eight units are not there to compare it with', () => {
    const grid = gridsOf(alfa).find((g) => g.id.startsWith('area-') && g.title.includes('Eget') && g.id.endsWith('okant'))!; // prettier-ignore
    expect(rowOf(grid, '<i>Egen & ny</i>').slice(1, 5)).toEqual(['inte frågad', '12,5\nutan färg', 'inte frågad', 'inte frågad']); // prettier-ignore
  });

  test('says that a county of one is compared with its group, and finds nothing in common', () => {
    const delta = documentOf(view, 'Delta län');
    expect(section(delta, 'first')).toContain('Ensam jämförs därför med sin kommungrupp');
    expect(delta.sections.map((s) => s.id)).not.toContain('groups');
    expect(gridOf(delta, 'area-ekonomiskt-bistand-overview').head.slice(1, 4)).toEqual([
      'Ensam',
      'Pendling nära mindre stad (C7)',
      'Riket',
    ]);
  });

  test('says that a year has no units, and no more', () => {
    const none = documentOf(view, 'Epsilon län', 'sv', 2016);
    expect(none.sections).toHaveLength(1);
    expect(section(none, 'first')).toContain(
      'Epsilon län har inga kommuner eller stadsdelar i data för 2016.',
    );
  });

  test('keeps markup of the data as text', () => {
    const page = renderPage(alfa);
    expect(page).toContain('Ek &lt;&amp;&gt;');
    expect(page).not.toContain('<i>Egen');
    expect(page).not.toContain('<b>Eget');
  });
});

/** What a block is, without its words. */
const shape = (block: Block): unknown => {
  if (block.kind === 'grid')
    return [block.grid.id, block.grid.head.length, block.grid.rows.map((r) => r.length), block.grid.tones];
  if (block.kind === 'list') return [block.kind, block.items.length];
  return [block.kind, 'level' in block ? block.level : null];
};

describe.each([
  ['the small data', () => countyView(), [2016, 2017, 2018]],
  ['the demo data', () => localView(buildPanel(readDataFolder(demoFolder()))), [2016, 2018, 2020]],
] as const)('the county documents of %s', (_, make, years) => {
  let all: { sv: Document; en: Document }[];
  beforeAll(() => {
    const local = make();
    all = local.panel.groupings.get('lan')!.levels.flatMap((level) =>
      years.map((year) => ({
        sv: documentOf(local, level, 'sv', year),
        en: documentOf(local, level, 'en', year),
      })),
    );
  });

  test('have the same blocks in both languages', () => {
    for (const { sv, en } of all) {
      expect(en.sections.map((s) => s.id)).toEqual(sv.sections.map((s) => s.id));
      expect(en.sections.map((s) => s.blocks.map(shape))).toEqual(
        sv.sections.map((s) => s.blocks.map(shape)),
      );
    }
  });

  test('have no hole: every row is whole, no cell is empty, nothing is NaN or undefined', () => {
    for (const { sv, en } of all)
      for (const document of [sv, en]) {
        expect(texts(document).filter((t) => /\b(NaN|undefined|null|Infinity)\b/.test(t))).toEqual([]);
        for (const grid of gridsOf(document)) {
          expect(grid.rows.length, grid.id).toBeGreaterThan(0);
          for (const row of [grid.head, ...grid.rows, ...(grid.tones ?? [])])
            expect(row, `${document.id} ${grid.id}`).toHaveLength(grid.head.length);
          expect(grid.rows.flat().filter((text) => text.trim() === ''), `${document.id} ${grid.id}`).toEqual([]); // prettier-ignore
        }
      }
  });

  test('have every id once, among sections and grids', () => {
    for (const { sv } of all) {
      const ids = [...sv.sections.map((s) => s.id), ...gridsOf(sv).map((g) => g.id)];
      expect(new Set(ids).size, `${sv.id}: ${ids.join(' ')}`).toBe(ids.length);
    }
  });

  test('colour no cell without saying so in its text', () => {
    for (const { sv } of all)
      for (const { rows, tones } of gridsOf(sv))
        tones?.forEach((line, r) =>
          line.forEach((tone, c) => {
            const text = rows[r]![c]!;
            if (tone === 'good') expect(text).toMatch(/^(Ja|Nej|.*\nbästa fjärdedelen)/);
            if (tone === 'partly') expect(text).toMatch(/^(Delvis|.*\nmitten)/);
            if (tone === 'poor') expect(text).toMatch(/^(Ja|Nej|.*\nsämsta fjärdedelen)/);
            if (tone === 'absent') expect(text).toMatch(/^(inget svar|ej aktuellt|kan inte svara|undertryckt|inte frågad|okänt svar|ställdes inte|inte i data|redovisas inte|inga svar|inga kommuner|kommungrupp saknas)/); // prettier-ignore
          }),
        );
  });
});

test('a document of synthetic data says so, and so does each of its grids', () => {
  const document = countyDocument(countyReport(view, 'Alfa län'), { ...manifest, synthetic: true }, 'sv');
  expect(document.synthetic).not.toBeNull();
  expect(gridsOf(document).every((g) => g.synthetic)).toBe(true);
  expect(gridsOf(alfa).some((g) => g.synthetic)).toBe(false);
});
