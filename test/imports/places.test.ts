import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { officialUnits } from '../../data/imports/official-units.js';
import { matchParts } from '../../data/imports/place-parts.js';
import { decodeWindows1252 } from '../../data/imports/windows-1252.js';
import { matchPlace, type PlaceMatch } from '../../data/imports/places.js';

const units = officialUnits();
const municipalities = units.filter((u) => u.unit === u.municipality);
const districts = units.filter((u) => u.unit !== u.municipality);
const city = (code: string) => municipalities.find((m) => m.unit === code)!.name;
const ownName = (name: string) => name.replace(/ \(.*/, '');

/** `0180 exact`, `county 01`, `none`: a match in one word or two. */
function short(match: PlaceMatch): string {
  if (match.kind === 'unit') return `${match.unit} ${match.confidence}`;
  if (match.kind === 'none') return 'none';
  return match.kind === 'nation' ? 'nation' : `${match.kind} ${match.code}`;
}

const stripped = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
const asWindows1252 = (text: string) => decodeWindows1252(new TextEncoder().encode(text));
const lost = (text: string) => text.replace(/[^\p{ASCII}]/gu, '\ufffd');

describe('matchPlace', () => {
  test.each([
    ['0180', '0180 code'],
    ['180', '0180 code'],
    ['180.0', '0180 code'],
    ['180,0', '0180 code'],
    ['SE0180', '0180 code'],
    ['0180 Stockholm', '0180 code'],
    ['180 Stockholms stad', '0180 code'],
    ['Stockholm (0180)', '0180 code'],
    ['0180-bromma', '0180-bromma code'],
    ['0180 Stockholm - Bromma', '0180-bromma code'],
    ['1917', '0331 alias'],
    ['0000', 'nation'],
    ['0181 Stockholm', '0181 doubtful'],
    ['9999', 'none'],
    ['SE110', 'none'],
    ['SE125', 'none'],
  ])('reads the code of %s as %s', (text, expected) => {
    expect(short(matchPlace(text))).toBe(expected);
  });

  test.each([
    ['Upplands Väsby', '0114 exact'],
    ['Upplands-Väsby', '0114 normalised'],
    ['UPPLANDS VÄSBY', '0114 normalised'],
    ['Upplands-Bro', '0139 exact'],
    ['Upplands Bro kommun', '0139 normalised'],
    ['Upplands', 'none'],
    ['Malung-Sälen', '2023 exact'],
    ['Malung Salen', '2023 normalised'],
    ['Malung', '2023 alias'],
    ['Malungs kommun', 'none'],
    ['Sälen', 'none'],
    ['Håbo kommun', '0305 normalised'],
    ['Habo kommun', '0643 normalised'],
    ['Göteborgs stad', '1480 normalised'],
    ['Stockholms kommun', '0180 normalised'],
    ['Kommunen Lund', '1281 normalised'],
    ['GÃ¶teborg', '1480 normalised'],
    ['GÃƒÂ¶teborg', '1480 normalised'],
    ['Ã…re', '2321 normalised'],
    ['Malm\ufffd', '1280 normalised'],
    ['G?teborg', '1480 normalised'],
    ['H\ufffdbo', '0305 normalised'],
    ['H\ufffd\ufffdbo', '0305 normalised'],
    ['Malm', 'none'],
    ['Måla', 'none'],
    ['Hårby', '1266 doubtful'],
    ['Stokholm', '0180 doubtful'],
    ['Norra', 'none'],
    ['Nora', '1884 exact'],
    ['Norberg', '1962 exact'],
    ['Mora', '2062 exact'],
    ['Region Gotland', '0980 doubtful'],
    ['Gotland region', '0980 doubtful'],
    ['Gotlands kommun', '0980 normalised'],
    ['Gbg', '1480 alias'],
    ['Sthlm Bromma', '0180-bromma alias'],
    ['Atlantis', 'none'],
    ['?', 'none'],
    ['', 'none'],
    ['kommun', 'none'],
  ])('reads the municipality %s as %s', (text, expected) => {
    expect(short(matchPlace(text))).toBe(expected);
  });

  test.each([
    ['Stockholm - Bromma', '0180-bromma normalised'],
    ['Bromma (Stockholm)', '0180-bromma exact'],
    ['Bromma', '0180-bromma exact'],
    ['Göteborg Angered', '1480-angered normalised'],
    ['Göteborgs stad, Angered', '1480-angered normalised'],
    ['Stadsdel Angered', '1480-angered normalised'],
    ['Malmö Norr', '1280-norr normalised'],
    ['Malmö stad, stadsområde Norr', '1280-norr normalised'],
    ['Bromma stadsdelsförvaltning', '0180-bromma normalised'],
    ['Bromma stadsdelsf\ufffdrvaltning', '0180-bromma normalised'],
    ['Askim Frölunda-Högsbo', '1480-askim-frolunda-hogsbo normalised'],
    ['Östra Göteborg', '1480-ostra-goteborg exact'],
    ['Göteborg - Östra Göteborg', '1480-ostra-goteborg normalised'],
    ['Centrum', '1480-centrum doubtful'],
    ['Göteborg Centrum', '1480-centrum normalised'],
    ['Norr', '1280-norr doubtful'],
    ['Kista', '0180-rinkeby-kista doubtful'],
    ['Stockholm Kista', '0180-rinkeby-kista doubtful'],
    ['Älvsjö', '0180-alvsjo exact'],
    ['Hägersten-Älvsjö', '0180-hagersten-liljeholmen doubtful'],
    ['Bromma kommun', '0180-bromma doubtful'],
    ['Stadsdelen Lund', '1281 doubtful'],
    ['Göteborg Bromma', 'none'],
    ['Södermalmö', 'none'],
    ['Söder Malmö', '1280-soder normalised'],
    ['Söder malm', '0180-sodermalm normalised'],
  ])('reads the district %s as %s', (text, expected) => {
    expect(short(matchPlace(text))).toBe(expected);
  });

  test.each([
    ['Riket', 'nation'],
    ['00 Riket', 'nation'],
    ['Stockholms län', 'county 01'],
    ['01 Stockholms län', 'county 01'],
    ['Dalarnas l\ufffdn', 'county 20'],
    ['STOCKHOLMS LAN', 'county 01'],
    ['Örebro län', 'county 18'],
    ['Region Skåne', 'region 12'],
    ['Region Jönköpings län', 'region 06'],
    ['Västra Götalandsregionen', 'region 14'],
    ['Stockholms läns landsting', 'region 01'],
  ])('reads the larger place %s as %s', (text, expected) => {
    expect(short(matchPlace(text))).toBe(expected);
  });

  test('takes a district of the municipality that it is told of, and doubts one elsewhere', () => {
    expect(short(matchPlace('Centrum', { municipality: '1480' }))).toBe('1480-centrum exact');
    expect(short(matchPlace('Norr', { municipality: '1280' }))).toBe('1280-norr exact');
    expect(short(matchPlace('Bromma', { municipality: '1480' }))).toBe('0180-bromma doubtful');
    expect(short(matchPlace('Kista', { municipality: '0180' }))).toBe('0180-rinkeby-kista doubtful');
  });

  test('takes Habo at its word, unless marks are lost in the same list or the municipality says Håbo', () => {
    expect(short(matchPlace('Habo'))).toBe('0643 exact');
    const match = matchPlace('Habo', { marksLost: true });
    expect(short(match)).toMatch(/doubtful/);
    expect(match.kind === 'unit' && match.suggestions?.map((s) => s.unit).sort()).toEqual(['0305', '0643']);
    expect(short(matchPlace('0305 Habo'))).toBe('0305 code');
  });

  test('notes the years in which a unit did not answer', () => {
    expect(matchPlace('Malmö Norr', { year: 2018 })).toMatchObject({
      unit: '1280-norr',
      note: expect.stringContaining('2016-2017') as string,
    });
    expect(matchPlace('Malmö Norr', { year: 2017 })).not.toHaveProperty('note');
    expect(matchPlace('Stockholm', { year: 2019 })).toMatchObject({
      note: 'answered by its districts in 2019',
    });
    expect(matchPlace('Malmö', { year: 2019 })).not.toHaveProperty('note');
  });

  test('knows no place in a long text, and takes no time over it', () => {
    expect(short(matchPlace(`Lund${' '.repeat(100_000)}x 1281`))).toBe('none');
  });

  test('gives every doubtful match its suggestions, the likeliest first', () => {
    expect(matchPlace('Upplands')).toEqual({
      kind: 'none',
      suggestions: [
        { unit: '0114', name: 'Upplands Väsby' },
        { unit: '0139', name: 'Upplands-Bro' },
      ],
    });
    expect(matchPlace('0180 Göteborg')).toMatchObject({
      confidence: 'doubtful',
      suggestions: [{ unit: '0180' }, { unit: '1480' }],
    });
  });
});

describe('every official name', () => {
  const municipality = fc.constantFrom(...municipalities);
  const manglings: Record<string, (name: string) => string> = {
    'as it is': (n) => n,
    'in capitals': (n) => n.toUpperCase(),
    'in small letters': (n) => n.toLowerCase(),
    decomposed: (n) => n.normalize('NFD'),
    'with hyphens for spaces': (n) => n.replace(/ /g, '-'),
    'with spaces for hyphens': (n) => n.replace(/-/g, '  '),
    'with no-break spaces': (n) => `\u00a0${n.replace(/ /g, '\u00a0')} `,
    'with kommun': (n) => `${n} kommun`,
    'with a genitive': (n) => (/[sxz]$/.test(n) ? `${n} kommun` : `${n}s kommun`),
    'with stad': (n) => (/[sxz]$/.test(n) ? `${n} stad` : `${n}s stad`),
    'in UTF-8 read as Windows-1252': asWindows1252,
    'with lost letters': lost,
  };
  test.each(Object.entries(manglings))('%s gives its own code', (_, mangle) => {
    for (const { unit, name } of municipalities) {
      const match = matchPlace(mangle(name));
      expect(match, mangle(name)).toMatchObject({ unit });
      expect(short(match), mangle(name)).not.toContain('doubtful');
    }
  });

  test('without marks gives its own code, except Håbo, which is then Habo', () => {
    for (const { unit, name } of municipalities) {
      const match = matchPlace(stripped(name));
      if (name === 'Håbo') expect(short(match)).toBe('0643 exact');
      else expect(match, name).toMatchObject({ unit });
    }
  });

  test('under two manglings at once gives its own code', () => {
    const mangling = fc.constantFrom(...Object.values(manglings).slice(1, 9));
    fc.assert(
      fc.property(municipality, mangling, mangling, (m, first, second) => {
        expect(matchPlace(second(first(m.name)))).toMatchObject({ kind: 'unit', unit: m.unit });
      }),
    );
  });

  test('of a district, with its city before, after, or in a column of its own, gives its own code', () => {
    for (const d of districts) {
      const name = ownName(d.name);
      const its = city(d.municipality);
      for (const text of [
        d.unit,
        d.name,
        `${its} - ${name}`,
        `${its} ${name}`,
        `${name}, ${its}`,
        `${its.toUpperCase()}S STAD ${name.toUpperCase()}`,
        stripped(`${its}: ${name}`),
        asWindows1252(`${its} - ${name}`),
        lost(`${its} ${name}`),
        `${its} ${name} stadsdelsförvaltning`,
      ]) {
        expect(matchPlace(text), text).toMatchObject({ kind: 'unit', unit: d.unit });
        expect(short(matchPlace(text)), text).not.toContain('doubtful');
      }
      expect(matchParts({ code: d.municipality, name: its, district: name })).toMatchObject({
        unit: d.unit,
        confidence: 'code',
      });
    }
  });
});

describe('no text is taken for a unit that it does not name', () => {
  const letters = (text: string) =>
    stripped(text)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
  const names = new Set(units.map((u) => letters(ownName(u.name))));

  test('random texts are at most doubtful, unless they hold a code or normalise to a name', () => {
    const near = fc
      .tuple(fc.constantFrom(...units), fc.nat(20), fc.constantFrom('', 'x', 'a', 'ö', '-', '?'))
      .map(([u, at, c]) => ownName(u.name).slice(0, at) + c + ownName(u.name).slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), near), (text) => {
        const match = matchPlace(text);
        if (match.kind !== 'unit' || match.confidence === 'doubtful' || match.confidence === 'code') return;
        const bare = letters(text);
        expect(
          match.confidence === 'alias' ||
            names.has(bare) ||
            names.has(bare.replace(/s$/, '')) ||
            /[?\ufffdÃ]/.test(text),
          text,
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('one letter exchanged for another is never more than doubtful', () => {
    const known = new Set(municipalities.map((m) => m.name.toLowerCase()));
    fc.assert(
      fc.property(
        fc.constantFrom(...municipalities),
        fc.nat(30),
        fc.constantFrom(...'abehkmorstuåäö'),
        (m, at, c) => {
          const i = at % m.name.length;
          const other = m.name.slice(0, i) + c + m.name.slice(i + 1);
          if (known.has(other.toLowerCase()) || stripped(m.name[i]!).toLowerCase() === c || m.name[i] === ' ')
            return;
          const match = matchPlace(other);
          if (match.kind === 'unit' && match.confidence !== 'doubtful') {
            // A genitive of another municipality, or nothing taken away but a mark.
            expect(stripped(match.name).toLowerCase(), other).toBe(
              stripped(other).toLowerCase().replace(/s$/, ''),
            );
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('matchParts', () => {
  test.each([
    [{ code: '0180', name: 'Stockholm', district: '' }, '0180 code'],
    [{ code: '180', name: 'Bromma', district: '' }, '0180-bromma code'],
    [{ code: '', name: 'Göteborgs stad', district: 'Centrum' }, '1480-centrum exact'],
    [{ code: '', name: 'Lund', district: '-' }, '1281 exact'],
    [{ code: '0305', name: 'Habo', district: '' }, '0305 code'],
    [{ code: '0305', name: 'Mora', district: '' }, '0305 doubtful'],
    [{ code: '1480', name: 'Göteborg', district: 'Bromma' }, '1480 doubtful'],
    [{ code: '0114', name: 'Väsby och omnejd', district: '' }, '0114 doubtful'],
    [{ code: '', name: 'Riket', district: '' }, 'nation'],
    [{ code: '', name: '', district: '' }, 'none'],
  ])('reads %j as %s', (parts, expected) => {
    expect(short(matchParts(parts))).toBe(expected);
  });
});
