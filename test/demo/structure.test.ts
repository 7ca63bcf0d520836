import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { codebook } from '../../data/codebook/codebook.js';
import { districtId } from '../../data/codebook/registers.js';
import { demoYears, existsIn } from '../../data/demo/population.js';
import { demoFolder } from '../../data/location.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { groupings, missingReasons } from '../../data/records.js';
import { demo } from './outcomes.js';

type Row = Record<string, string>;
const rows = (file: string): Row[] =>
  Papa.parse<Row>(demo.files[file]!, { header: true, skipEmptyLines: true }).data;
const { units } = demo.world.population;

describe('the units', () => {
  it.each([
    [2016, 316],
    [2017, 316],
    [2018, 312],
    [2019, 312],
    [2020, 312],
  ])('of %i are %i', (year, count) => {
    const t = demoYears.findIndex((y) => y === year);
    expect(units.filter((unit) => existsIn(unit, t))).toHaveLength(count);
  });

  it('are districts in Stockholm and Göteborg, and in Malmö only until 2017', () => {
    const of = (municipality: string, year: number): number =>
      units.filter((u) => u.municipality === municipality && u.from <= year && year <= u.to).length;
    expect([of('0180', 2016), of('0180', 2020)]).toEqual([14, 14]);
    expect([of('1480', 2016), of('1480', 2020)]).toEqual([10, 10]);
    expect([of('1280', 2016), of('1280', 2017), of('1280', 2018), of('1280', 2020)]).toEqual([5, 5, 1, 1]);
    const ids = units.map((u) => u.id);
    expect(ids).toContain('0180-rinkeby-kista');
    expect(ids).toContain('1280');
    expect(ids).not.toContain('0180');
    expect(ids).not.toContain('1480');
  });

  it('have ids in plain letters', () => {
    expect(districtId('0180', 'Enskede-Årsta-Vantör')).toBe('0180-enskede-arsta-vantor');
    expect(districtId('1480', 'Majorna-Linné')).toBe('1480-majorna-linne');
    expect(districtId('1480', 'Östra Göteborg')).toBe('1480-ostra-goteborg');
    for (const { id } of units) expect(id).toMatch(/^\d{4}(-[a-z]+)*$/);
    expect(new Set(units.map((u) => u.id)).size).toBe(units.length);
  });

  it("have Socialstyrelsen's population classes, 134, 72, 53, 27 and 4 municipalities", () => {
    const byMunicipality = new Map(units.map((u) => [u.municipality, u.groups.invanare]));
    const count = (wanted: string): number =>
      [...byMunicipality.values()].filter((found) => found === wanted).length;
    expect(['1', '2', '3', '4', '5'].map(count)).toEqual([134, 72, 53, 27, 4]);
  });

  it('have a fifth of the municipalities in each socioeconomic quintile, the poorest in the fifth', () => {
    const byMunicipality = new Map(units.map((u) => [u.municipality, u]));
    const quintiles = ['1', '2', '3', '4', '5'].map((q) =>
      [...byMunicipality.values()].filter((u) => u.groups.socioek === q),
    );
    expect(quintiles.map((s) => s.length)).toEqual([58, 58, 58, 58, 58]);
    const shares = quintiles.map((of) => of.flatMap((u) => u.covariates?.barn_ekonomiskt_utsatta ?? []));
    for (let q = 1; q < 5; q++)
      expect(Math.min(...shares[q]!)).toBeGreaterThanOrEqual(Math.max(...shares[q - 1]!));
  });

  it('have 21 counties and nine municipality groups', () => {
    expect(demo.world.population.levels.lan).toHaveLength(21);
    expect(demo.world.population.levels.kommungrupp.join(' ')).toBe('A1 A2 B3 B4 B5 C6 C7 C8 C9');
  });
});

describe('the answers', () => {
  const answers = rows('answers.csv');

  it('have one row per unit, year and question asked, and no other', () => {
    const key = (unit: string, year: number | string, item: string): string => `${unit} ${year} ${item}`;
    const wanted = new Set<string>();
    for (const item of codebook().items)
      demoYears.forEach((year, t) => {
        if (year < item.from || year > item.to) return;
        for (const unit of units) if (existsIn(unit, t)) wanted.add(key(unit.id, year, item.id));
      });
    const found = answers.map((r) => key(r['unit']!, r['year']!, r['indicator']!));
    expect(found).toHaveLength(wanted.size);
    expect(new Set(found)).toEqual(wanted);
  });

  it('are on their scale, or missing with a reason of the list', () => {
    const scales = new Map(codebook().items.map((item) => [item.id, item.scale as readonly string[] | null]));
    const reasons: readonly string[] = missingReasons;
    const wrong = answers.filter(({ indicator, answer, reason }) => {
      if (answer === '') return !reasons.includes(reason!);
      const scale = scales.get(indicator!);
      const fits = scale ? scale.includes(answer!) : Number(answer) >= 0 && Number(answer) <= 100;
      return !fits || reason !== '';
    });
    expect(wrong).toEqual([]);
  });

  it('are missing for every reason that the surveys know', () => {
    const reasons = new Set(answers.filter((r) => r['answer'] === '').map((r) => r['reason']));
    expect([...reasons].sort()).toEqual(['bortfall', 'ej-aktuellt', 'kan-inte-svara', 'undertryckt']);
  });

  it('come in the order of year, unit and question', () => {
    const items = codebook().items.map((item) => item.id);
    const keys = answers.map(
      (r) => `${r['year']} ${r['unit']} ${String(items.indexOf(r['indicator']!)).padStart(2, '0')}`,
    );
    expect(keys).toEqual([...keys].sort());
  });
});

describe('the other files', () => {
  it('list every question of the codebook with its table row', () => {
    const found = rows('indicators.csv');
    expect(found.map((r) => r['indicator'])).toEqual(codebook().items.map((item) => item.id));
    const labels = new Set(codebook().outcomes.map((outcome) => outcome.row));
    for (const r of found) expect(labels).toContain(r['row']);
  });

  it('have SKR’s survey for the 312 units of 2019 and three areas, never both flags', () => {
    const survey = rows('survey.csv');
    expect(survey).toHaveLength(3 * 312);
    expect(survey.some((r) => r['quality_development'] === '1' && r['not_used'] === '1')).toBe(false);
  });

  it('have about 2,000-2,300 care units, of which some for dementia, each in one municipality and of one kind', () => {
    const care = rows('care-units.csv');
    const homes = new Map<string, string>();
    const moved: Row[] = [];
    for (const r of care) {
      const home = `${r['unit']} ${r['kind']}`;
      if ((homes.get(r['care_unit']!) ?? home) !== home) moved.push(r);
      homes.set(r['care_unit']!, home);
    }
    expect(moved).toEqual([]);
    expect(care.filter((r) => r['value'] !== '' && !(Number(r['value']) > 0))).toEqual([]);
    expect(homes.size).toBeGreaterThan(2000);
    expect(homes.size).toBeLessThan(2300);
    const dementia = [...homes.values()].filter((home) => home.endsWith('demens')).length;
    expect(dementia / homes.size).toBeGreaterThan(0.25);
    expect(dementia / homes.size).toBeLessThan(0.45);
    expect([...new Set(care.map((r) => r['year']))].sort()).toEqual(['2016', '2017', '2018', '2019']);
  });

  it('say that they are synthetic, and the stand-in that it is one, in both languages', () => {
    const about = JSON.parse(demo.files['about.json']!) as {
      synthetic: boolean;
      notes: { sv: string; en: string }[];
    };
    expect(about.synthetic).toBe(true);
    expect(about.notes.some((note) => note.sv.includes('ersättare') && note.en.includes('stand-in'))).toBe(
      true,
    );
  });

  it('hold no NaN', () => {
    for (const content of Object.values(demo.files))
      expect(content).not.toMatch(/\bNaN\b|undefined|Infinity/);
  });
});

describe('the canonical reader', () => {
  it('finds nothing to complain of in the committed folder', () => {
    expect(checkDataFolder(demoFolder())).toEqual([]);
  });

  it('reads every row of it', () => {
    const folder = readDataFolder(demoFolder());
    expect(folder.synthetic).toBe(true);
    expect(folder.units).toHaveLength(units.length);
    expect(folder.indicators).toHaveLength(65);
    expect(folder.answers.length).toBe(rows('answers.csv').length);
    expect(folder.survey).toHaveLength(936);
    expect(folder.careUnits).toHaveLength(rows('care-units.csv').length);
    for (const grouping of groupings)
      expect(folder.units.every((u) => u.groups[grouping] !== null)).toBe(true);
    expect(Object.keys(folder.units[0]!.covariates)).toHaveLength(6);
  });
});
