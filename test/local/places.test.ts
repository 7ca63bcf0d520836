import { describe, expect, test } from 'vitest';
import { findCounty } from '../../analysis/local/counties.js';
import { findUnit } from '../../analysis/local/places.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { smallPanel } from './small-panel.js';

const demo = buildPanel(readDataFolder(demoFolder()));

const hostile = {
  'an empty text': '',
  spaces: '   ',
  'a script': '<script>alert(1)</script>',
  'a formula': '=HYPERLINK("http://x")',
  'control characters': 'q\u0000w\u0007\nzz',
  emoji: '😀😀',
  'a long word': 'x'.repeat(10_000),
  'many words': 'å '.repeat(5000),
};

describe('a unit is found', () => {
  const cases = [
    ['lund', '1281'],
    ['LUNDS KOMMUN', '1281'],
    ['Håbo kommun', '0305'],
    ['Habo', '0643'],
    ['0980', '0980'],
    ['Gotland', '0980'],
    ['Göteborg Angered', '1480-angered'],
    ['angered', '1480-angered'],
    ['1480-angered', '1480-angered'],
    ['Bromma (Stockholm)', '0180-bromma'],
    ['Malmö', '1280'],
    ['malmo norr', '1280-norr'],
    ['2080 Falun', '2080'],
  ] as const;
  test.each(cases)('%s is %s', (text, id) => expect(findUnit(demo, text).id).toBe(id));

  test('with a note where the name is a former one', () => {
    expect(findUnit(demo, 'Malung')).toMatchObject({ id: '2023', note: 'Malung-Sälen since 2008' });
  });

  const own = smallPanel(
    {
      units: [{ id: 'x1' }, { id: 'x2' }, { id: 'x3' }, { id: '😀' }, { id: 'gbg' }],
      indicators: [],
      answers: [],
    },
    {
      x1: { name: 'Sjöviken' },
      x2: { name: 'Västanå' },
      x3: { name: 'västanå' },
      '😀': { name: '<b>' },
      gbg: { name: 'Lund' },
    },
  );

  test('by the panel’s own ids and names before the registers’', () => {
    expect(findUnit(own, ' sjöviken ').id).toBe('x1');
    expect(findUnit(own, '😀').id).toBe('😀');
    expect(findUnit(own, '<b>').id).toBe('😀');
    expect(findUnit(own, 'lund').id).toBe('gbg');
    expect(findUnit(own, 'Västanå').id).toBe('x2');
  });

  test('or there is one line with what may have been meant', () => {
    const message = (text: string, panel = own) => {
      try {
        return findUnit(panel, text).id;
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return (error as Error).message;
      }
    };
    expect(message('VÄSTANÅ')).toBe(
      'found "VÄSTANÅ": several units have this name; write one of: "Västanå" (x2), "västanå" (x3)',
    );
    expect(message('Sjövken')).toMatch(/write one of: "Sjöviken" \(x1\)$/);
    expect(message('Malmö')).toBe(
      'found "Malmö": Malmö is not among the units of the data; give an id or a name of units.csv',
    );
    expect(message('Lnud', demo)).toMatch(/write one of: "Lund" \(1281\)$/);
    expect(message('0180', demo)).toMatch(
      /Stockholm by its districts; write one of: .*"Bromma \(Stockholm\)" \(0180-bromma\)/,
    );
    expect(message('Centrum', demo)).toMatch(/say which city; write one of: "Centrum \(Göteborg\)"/);
    expect(message('skåne', demo)).toMatch(
      /^found "skåne": Skåne län is no municipality or district; write one of/,
    );
    expect(message('riket', demo)).toMatch(/Riket is no municipality/);
  });

  test.each(Object.entries(hostile))('%s is refused on one line', (_, text) => {
    for (const find of [findUnit, findCounty])
      try {
        find(demo, text);
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        expect((error as Error).message).toMatch(/^found "[^\n]*"( \(\d+ characters\))?: [^\n]{10,900}$/);
      }
  });
});

describe('a county is found', () => {
  const cases = [
    ['skåne', 'Skåne län', 38],
    ['12', 'Skåne län', 38],
    ['12 Skåne län', 'Skåne län', 38],
    ['Skane', 'Skåne län', 38],
    ['Gotland', 'Gotlands län', 1],
    ['9', 'Gotlands län', 1],
    ['STOCKHOLMS LÄN', 'Stockholms län', 39],
    ['stockholm', 'Stockholms län', 39],
    ['västra götalands', 'Västra Götalands län', 58],
  ] as const;
  test.each(cases)('%s is %s', (text, level, units) => {
    const found = findCounty(demo, text);
    expect(found.level).toBe(level);
    expect(found.members).toHaveLength(units);
    expect(found.members.every((u) => demo.units[u]!.groups.lan === level)).toBe(true);
  });

  test('by the panel’s own name or code for it', () => {
    const own = smallPanel({
      units: [
        { id: 'a', groups: { lan: 'Storfylket' } },
        { id: 'b', groups: { lan: '12' } },
      ],
      indicators: [],
      answers: [],
    });
    expect(findCounty(own, 'storfylket')).toEqual({ level: 'Storfylket', code: null, members: [0] });
    expect(findCounty(own, 'Skåne')).toEqual({ level: '12', code: '12', members: [1] });
    expect(() => findCounty(own, 'Gotland')).toThrow('the data have no units of Gotlands län');
  });

  test('or there is one line with what may have been meant', () => {
    expect(() => findCounty(demo, 'Lund')).toThrow(
      'found "Lund": Lund is no county; write one of: "Skåne län"',
    );
    expect(() => findCounty(demo, 'Värmlnd')).toThrow('write one of: "Värmlands län"');
    expect(() => findCounty(demo, '12 Dalarna')).toThrow(UsageError);
    expect(() => findCounty(demo, '02')).toThrow(/no county of the data.*and 6 more$/);
  });
});
