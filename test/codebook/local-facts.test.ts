import { describe, expect, test } from 'vitest';
import { definitionChanges } from '../../analysis/quality/changes.js';
import { codebook } from '../../data/codebook/codebook.js';
import { comparability2017 } from '../../data/codebook/comparability.js';
import { comparableQuestions } from '../../data/codebook/comparable-areas.js';
import { indicatorArea, qualityAreas, UNKNOWN_QUALITY_AREA } from '../../data/codebook/quality-areas.js';

const items = codebook().items;

describe('the quality areas', () => {
  test('are the guide’s six', () => {
    expect(qualityAreas().map((a) => a.label.sv)).toEqual([
      'Kunskapsbaserad verksamhet',
      'Självbestämmande och integritet',
      'Helhetssyn och samordning',
      'Trygghet och säkerhet',
      'Tillgänglighet',
      'Effektivitet',
    ]);
  });

  test('are known of every item but the users’ assessments', () => {
    const known = qualityAreas().map((a) => a.id);
    const unknown = items.filter((i) => indicatorArea(i.id).source === 'unknown');
    expect(unknown.map((i) => i.survey)).toEqual(Array(6).fill('brukare'));
    for (const item of items.filter((i) => !unknown.includes(i)))
      expect(known).toContain(indicatorArea(item.id).qualityArea);
    expect(indicatorArea('my own')).toMatchObject({ qualityArea: UNKNOWN_QUALITY_AREA, indicatorArea: null });
  });

  test('are the guide’s of financial assistance alone, but for the question it no longer has', () => {
    const official = items.filter((i) => indicatorArea(i.id).source === 'guide');
    const financial = items.filter((i) => i.area === 'ekonomiskt-bistand' && i.id !== 'eb-audit-dudit-2016');
    expect(official).toEqual(financial);
    expect(indicatorArea('eb-radgivning')).toEqual({
      qualityArea: 'tillganglighet',
      indicatorArea: { sv: 'Rådgivning', en: 'Advice' },
      source: 'guide',
      basis: 'described',
    });
  });
});

describe('the guide’s lists of 2016 and 2017', () => {
  test('have three indicators that are not comparable, eight partly, and twenty removed', () => {
    const count = (level: string) => comparability2017().filter((c) => c.level === level).length;
    expect([count('not-comparable'), count('partly'), count('removed')]).toEqual([3, 8, 20]);
  });

  test('name the items whose change of 2017 the quality report has on record', () => {
    const listed = comparability2017().flatMap((c) => c.item ?? []);
    const changed = items.filter((i) => i.consistent && definitionChanges(i.id).some((c) => c.year === 2017));
    expect([...listed].sort()).toEqual(changed.map((i) => i.id).sort());
  });
});

describe('the guide’s table 3', () => {
  test('has twenty questions, each with its areas', () => {
    const crosses = comparableQuestions().map((q) => `${q.id} ${q.areas.length}`);
    expect(crosses).toHaveLength(20);
    expect(crosses).toContain('audit 5');
    expect(crosses).toContain('freda 6');
    expect(crosses).toContain('samverkan-forsakringskassan 4');
    expect(comparableQuestions().reduce((n, q) => n + q.areas.length, 0)).toBe(
      8 * 7 + 5 + 5 + 6 + 2 + 2 + 3 + 4 + 3 + 3 + 2 + 2 + 2 + 2,
    );
  });

  test('names items of the area that it says', () => {
    const areaOf = new Map(items.map((i) => [i.id, i.area]));
    for (const { areas } of comparableQuestions())
      for (const { area, items: asked } of areas)
        for (const item of asked) expect(areaOf.get(item)).toBe(area);
    const isu = comparableQuestions().find((q) => q.id === 'isu')!;
    expect(isu.areas.find((a) => a.area === 'barn-och-unga')!.items).toEqual([
      'bou-isu-oppenvard',
      'bou-isu-dygnsvard',
    ]);
  });
});
