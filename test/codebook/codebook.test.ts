import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { codebook } from '../../data/codebook/codebook.js';
import { publishedIndicatorTypes } from '../../data/codebook/indicator-types.js';
import { publishedTables } from '../../data/codebook/published.js';
import { skrUse, skrUsefulness } from '../../data/codebook/skr-2019.js';
import { tiles } from '../../data/codebook/tile-positions.js';
import { codebookFolder } from '../../data/location.js';
import { indicatorKinds } from '../../data/records.js';
import { messages } from '../../reports/locales/language.js';

const csv = (file: string) =>
  Papa.parse<Record<string, string>>(readFileSync(join(codebookFolder(), file), 'utf8').trim(), {
    header: true,
  }).data;

describe('the codebook', () => {
  const { items, outcomes, composites, figures, measures, rowGroups } = codebook();

  test('counts the consistent indicators that the report counts: 5 + 12, 14 and 22', () => {
    const count = (id: string) => composites.find((c) => c.id === id)!.items.length;
    expect(['snitt-ao-kommun', 'snitt-ao-enhet-brukare', 'snitt-eb', 'snitt-bou'].map(count)).toEqual([
      5, 12, 14, 22,
    ]);
    const consistent = items.filter((i) => i.consistent).map((i) => i.id);
    expect(composites.flatMap((c) => c.items).sort()).toEqual(consistent.sort());
  });

  test('has each item, outcome and measure once', () => {
    const ids = [
      ...items.map((i) => i.id),
      ...outcomes.map((o) => `row ${o.id}`),
      ...measures.map((m) => m.id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('applies each of the recoding comments 1-10 but the two that choose no recoding', () => {
    const comments = new Set(items.map((i) => i.comment));
    // Comment 4 explains which gender indicator is left out.
    for (const comment of [1, 2, 3, 5, 6, 7, 8, 9, 10]) expect(comments).toContain(comment);
  });

  test('asks the joint AUDIT/DUDIT and gender questions in 2016 only, and their successors from 2017', () => {
    for (const o of outcomes)
      if ((o.rule.kind === 'alcohol-drugs' || o.rule.kind === 'settings') && o.rule.joint !== null) {
        const joint = items.find((i) => i.id === (o.rule as { joint: string }).joint)!;
        expect([joint.from, joint.to]).toEqual([2016, 2016]);
        for (const id of o.rule.items) expect(items.find((i) => i.id === id)!.from).toBe(2017);
      }
  });

  test('scores Delvis only where the scale has it', () => {
    for (const o of outcomes)
      if (o.rule.kind === 'settings' && o.rule.partial)
        for (const id of o.rule.items) expect(items.find((i) => i.id === id)!.scale).toContain('Delvis');
  });

  test('refers to no item, outcome or composite that does not exist', () => {
    const known = new Set([...items, ...outcomes, ...composites].map((x) => x.id));
    for (const f of figures) for (const id of f.series) expect(known).toContain(id);
    for (const o of outcomes)
      for (const id of o.rule.kind === 'item' ? [o.rule.item] : o.rule.items) expect(known).toContain(id);
    for (const o of outcomes) if (o.group) expect(rowGroups.map((g) => g.id)).toContain(o.group);
  });

  test('has figures 1-14 of the appendix and 3-4 of the report', () => {
    expect(figures.filter((f) => f.source === 'bilaga').map((f) => f.number)).toEqual(
      Array.from({ length: 14 }, (_, i) => i + 1),
    );
    expect(figures.filter((f) => f.source === 'rapport').map((f) => f.number)).toEqual([3, 4]);
  });

  test('knows every row of every published table, and every table row is published', () => {
    const rows = new Set(
      publishedTables().flatMap((t) =>
        t.rows.map(
          (r) => `${t.area}/${t.kind.startsWith('staffing') ? 'staffing' : 'outcome'}/${r.group}/${r.label}`,
        ),
      ),
    );
    const defined = [
      ...outcomes.map((o) => `${o.area}/outcome/${o.group}/${o.row}`),
      ...measures.map((m) => `${m.area}/staffing/null/${m.row}`),
    ];
    expect(new Set(defined)).toEqual(rows);
  });

  test('gives every Kolada id of the table of KPIs, with the same quality of match', () => {
    const kolada = new Map(csv('kolada-kpis.csv').map((r) => [r.kpi!, r.match!]));
    const ours = [...items, ...measures].flatMap((i) => i.kolada);
    expect(new Map(ours.map((k) => [k.id, k.match]))).toEqual(kolada);
  });
});

describe('the published marks', () => {
  test('are the 1,103 cells of tables 2-17', () => {
    const tables = publishedTables();
    expect(tables.map((t) => t.table)).toEqual(Array.from({ length: 16 }, (_, i) => i + 2));
    expect(tables.reduce((sum, t) => sum + t.rows.length * t.columns.length, 0)).toBe(1103);
  });

  test('have one mark per column wherever they are exact', () => {
    for (const t of publishedTables())
      for (const r of t.rows)
        for (const cells of [...(r.cells ? [r.cells] : []), ...(r.alternatives ?? [])])
          expect(cells).toHaveLength(t.columns.length);
  });

  test('hold 29 marks in the user tables, 28 of them positive', () => {
    const marks = publishedTables()
      .filter((t) => t.kind === 'users')
      .flatMap((t) => t.rows.flatMap((r) => r.cells!.filter((c) => c !== '')));
    expect([marks.length, marks.filter((m) => m.startsWith('+')).length]).toEqual([29, 28]);
  });

  const source = join(process.cwd(), '..', 'shared', 'published', 'significance-tables.json');
  test.skipIf(!existsSync(source))(
    'are those of the shared source (skipped where it is not beside the repository)',
    () => {
      expect(publishedTables()).toEqual(JSON.parse(readFileSync(source, 'utf8')));
    },
  );
});

describe('the registers', () => {
  const municipalities = csv('municipalities.csv');
  const districts = csv('districts.csv');

  test('have 290 municipalities in 21 counties and nine SKR groups', () => {
    expect(municipalities).toHaveLength(290);
    expect(new Set(municipalities.map((m) => m.lan)).size).toBe(21);
    expect(new Set(municipalities.map((m) => m.skr2017_grupp)).size).toBe(9);
    for (const m of municipalities) expect(m.kommunkod).toMatch(/^\d{4}$/);
  });

  test('have 134, 72, 53, 27 and 4 municipalities in the five population classes', () => {
    const sizes = ['1', '2', '3', '4', '5'].map(
      (c) => municipalities.filter((m) => m.sos2017_invgrupp === c).length,
    );
    expect(sizes).toEqual([134, 72, 53, 27, 4]);
  });

  test('have 29 districts, so that 316 units were asked in 2017', () => {
    expect(districts).toHaveLength(29);
    const cities = new Set(districts.map((d) => d.kommunkod));
    expect(cities.size).toBe(3);
    expect(municipalities.length - cities.size + districts.length).toBe(316);
  });
});

describe('what RiR 2021:17 prints of surveys', () => {
  test('adds up to its own totals: types of indicators by survey (table 2)', () => {
    const rows = publishedIndicatorTypes();
    const totals = (survey: string) =>
      indicatorKinds.map((kind) =>
        rows.filter((r) => r.survey === survey).reduce((sum, r) => sum + r.counts[kind], 0),
      );
    expect(totals('kommun')).toEqual([201, 107, 1, 24]);
    expect(totals('register')).toEqual([0, 0, 19, 18]);
    expect(totals('enhet')).toEqual([45, 14, 1, 8]);
    expect(totals('brukare')).toEqual([0, 0, 48, 9]);
  });

  test('is percent that come to 100 but for rounding: usefulness by area (table 4)', () => {
    const rows = skrUsefulness();
    expect(rows.map((r) => r.area).toSorted()).toEqual(
      skrUse()
        .map((r) => r.area)
        .toSorted(),
    );
    for (const { area, shares } of rows) {
      const sum = Object.values(shares).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - 100), area).toBeLessThanOrEqual(2);
    }
    // The report's own sentence: great use to 81, 50 and 36 percent.
    const great = (area: string) => {
      const { shares } = rows.find((r) => r.area === area)!;
      return shares.mycket_stor + shares.ganska_stor;
    };
    expect(['Äldreomsorg', 'Ekonomiskt bistånd', 'Social barn- och ungdomsvård'].map(great)).toEqual([
      81, 50, 36,
    ]);
  });

  test('has a word in both languages for every area and answer', () => {
    for (const lang of ['sv', 'en'] as const) {
      const { skrAreas, kommungrupper } = messages(lang).figures;
      expect(Object.keys(skrAreas).toSorted()).toEqual(
        skrUse()
          .map((r) => r.area)
          .toSorted(),
      );
      expect(Object.keys(kommungrupper)).toEqual(tiles('kommungrupp').map((t) => t.code));
    }
  });
});

describe('the tiles of the maps', () => {
  test('are the counties and groups of the register, by the same names', () => {
    const register = csv('municipalities.csv');
    const pairs = (kind: 'lan' | 'kommungrupp') => new Set(tiles(kind).map((t) => `${t.code} ${t.name}`));
    expect(pairs('lan')).toEqual(new Set(register.map((m) => `${m.lanskod} ${m.lan}`)));
    expect(pairs('kommungrupp')).toEqual(
      new Set(register.map((m) => `${m.skr2017_grupp} ${m.skr2017_namn}`)),
    );
  });
});

describe('the kinds of the questions', () => {
  test('are ours, by the report’s definitions: routines are structure, users’ answers outcome', () => {
    const { items } = codebook();
    for (const { id, kind, survey } of items) {
      expect(indicatorKinds, id).toContain(kind);
      if (survey === 'brukare') expect(kind, id).toBe('resultat');
      if (/-(intern|extern)-/.test(id)) expect(kind, id).toBe('struktur');
    }
    expect(items.find((i) => i.id === 'eb-audit')!.kind).toBe('process');
  });
});
