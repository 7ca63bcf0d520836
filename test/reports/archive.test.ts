import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { UsageError } from '../../data/problems.js';
import { repack, zipFiles } from '../../reports/archive.js';

const TIME = '2021-06-17T12:34:56Z';
const files = [
  { path: 'results.json', content: '{"ö":1}' },
  { path: 'tables/table-02.csv', content: 'a,b\r\n'.repeat(500) },
  { path: 'figures/år.png', content: new Uint8Array([1, 2, 3]) },
];

/** A reader of zip archives that is not the writer; null where the machine has none. */
const python = spawnSync('python3', ['--version']).error === undefined ? 'python3' : null;

/** The times of an archive's entries as they stand in the central directory, and in the head before each file. */
function times(zip: Uint8Array): { central: number[]; local: number[]; extra: number[] } {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found = { central: [] as number[], local: [] as number[], extra: [] as number[] };
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) {
      found.central.push(view.getUint32(at + 12, true));
      found.extra.push(view.getUint16(at + 30, true));
      const local = view.getUint32(at + 42, true);
      found.local.push(view.getUint32(local + 10, true));
      found.extra.push(view.getUint16(local + 28, true));
    }
  }
  return found;
}

describe('zipFiles', () => {
  test('keeps every file with its content, in the order given', () => {
    const unzipped = unzipSync(zipFiles(files, TIME));
    expect(Object.keys(unzipped)).toEqual(files.map((f) => f.path));
    expect(strFromU8(unzipped['results.json']!)).toBe('{"ö":1}');
    expect(unzipped['figures/år.png']).toEqual(new Uint8Array([1, 2, 3]));
  });

  test.skipIf(python === null)('is read by another program than its writer', () => {
    const script =
      'import sys,io,zipfile;z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()));' +
      'print(z.testzip());print([(ascii(i.filename),i.date_time) for i in z.infolist()])';
    const out = execFileSync('python3', ['-c', script], { input: zipFiles(files, TIME), encoding: 'utf8' });
    expect(out).toMatch(/^None\n/);
    expect(out).toContain(`("'tables/table-02.csv'", (2021, 6, 17, 12, 34, 56))`);
    expect(out).toContain(`("'figures/\\\\xe5r.png'", (2021, 6, 17, 12, 34, 56))`);
  });

  test('stamps every entry with the time given, without extra fields', () => {
    const { central, local, extra } = times(zipFiles(files, TIME));
    const dos = (((41 << 9) | (6 << 5) | 17) << 16) | ((12 << 11) | (34 << 5) | 28);
    expect(central).toEqual([dos, dos, dos]);
    expect(local).toEqual([dos, dos, dos]);
    expect(extra.every((length) => length === 0)).toBe(true);
  });

  test.each(['Pacific/Apia', 'America/New_York', 'Asia/Kolkata', 'UTC'])(
    'gives the same bytes where the clock is that of %s',
    (zone) => {
      const before = process.env.TZ;
      const utc = zipFiles(files, TIME);
      try {
        process.env.TZ = zone;
        expect(zipFiles(files, TIME)).toEqual(utc);
      } finally {
        if (before === undefined) delete process.env.TZ;
        else process.env.TZ = before;
      }
    },
  );

  test.each(['1969-01-01T00:00:00Z', 'no time at all', '2500-01-01T00:00:00Z', ''])(
    'takes the time %j as the nearest that an archive can hold',
    (time) => {
      const { central } = times(zipFiles(files, time));
      expect((central[0]! >>> 25) + 1980).toBe(time.startsWith('25') ? 2107 : 1980);
    },
  );

  test.each(['../x', '/x', 'a//b', '', 'a/./b', 'a\\b', 'a/../b', 'x\u0000y', '__proto__'])(
    'refuses the path %j',
    (path) => {
      expect(() => zipFiles([{ path, content: '' }], TIME)).toThrow(UsageError);
    },
  );

  test('refuses a path that comes twice', () => {
    expect(() => zipFiles([files[0]!, files[0]!], TIME)).toThrow(/results.json.*twice/);
  });

  test('of nothing is an archive of nothing', () => {
    expect(unzipSync(zipFiles([], TIME))).toEqual({});
  });
});

describe('repack', () => {
  const core = (time: string) =>
    `<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created><dc:title>2020</dc:title>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
  const office = (time: string) =>
    zipFiles([{ path: '[Content_Types].xml', content: '<Types/>' }, { path: 'docProps/core.xml', content: core(time) }], time); // prettier-ignore

  test('makes files of two moments the same', () => {
    const [a, b] = ['2026-01-02T03:04:05.678Z', '2031-09-08T07:06:05.432Z'].map(office) as [Uint8Array, Uint8Array]; // prettier-ignore
    expect(a).not.toEqual(b);
    expect(repack(a, TIME)).toEqual(repack(b, TIME));
  });

  test('says when the document was made, and leaves the rest', () => {
    const text = strFromU8(unzipSync(repack(office('2026-01-02T03:04:05Z'), TIME))['docProps/core.xml']!);
    expect(text).toBe(core(TIME));
  });

  test('takes a time that is none as the first that an archive can hold', () => {
    const zip = repack(office(TIME), 'not a time');
    expect(strFromU8(unzipSync(zip)['docProps/core.xml']!)).toContain('1980-01-01T00:00:00Z');
  });
});
