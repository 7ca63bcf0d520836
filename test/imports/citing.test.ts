import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citing, parseAbout } from '../../data/imports/citing.js';
import type { ImportSource } from '../../data/imports/imported.js';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { oj, scratch } from '../command/oj.js';
import { fixtureChoices } from './fixture-choices.js';
import { generateWorkbook } from './generate-workbook.js';
import { makeWorld } from './generate-world.js';

const source = (kind: ImportSource['kind'], attribution: string): ImportSource => ({
  id: 'abc',
  kind,
  name: kind,
  sha256: 'abc',
  bytes: 1,
  time: '',
  attribution,
});
const kolada = source('kolada', 'Källa: Kolada');
const skr = source('skr', 'Källa: SKR');

describe('about.json after an import', () => {
  test('names each source once, after what its owner wrote, and keeps every other field', () => {
    const about = { title: 'Mitt', own: { x: 1 }, sources: ['SCB', 'Källa: SKR'] };
    const first = citing(about, [kolada, kolada, skr, source('csv', '')]);
    expect(JSON.parse(first)).toMatchObject({
      title: 'Mitt',
      own: { x: 1 },
      sources: ['SCB', 'Källa: SKR', 'Källa: Kolada'],
    });
    expect(citing(parseAbout(first, 'about.json'), [skr, kolada])).toBe(first);
  });

  test("says that calculations are not Kolada's only where values are", () => {
    expect(JSON.parse(citing({}, [skr]))).toEqual({ sources: ['Källa: SKR'] });
    expect((JSON.parse(citing({}, [kolada, kolada])) as { notes: unknown[] }).notes).toHaveLength(1);
  });

  test.each([
    ['[]', 'no JSON object'],
    ['{', 'no JSON object'],
    ['{"sources": "SCB"}', '"sources": "SCB"; expected a list of texts'],
    ['{"notes": ["x"]}', '"notes": ["x"]; expected a list'],
    ['{"synthetic": true}', '"synthetic": true, simulated data; expected a folder of real data'],
  ])('%s is refused rather than written over', (text, message) => {
    const read = () => parseAbout(text, 'raw/about.json');
    expect(read).toThrow(UsageError);
    expect(read).toThrow(`raw/about.json: found ${message}`);
  });
});

describe('a folder of several sources', () => {
  test('cites all of them and is not synthetic', async () => {
    const cwd = scratch();
    const choice = { ...fixtureChoices['words.xlsx']!, said: 'name' } as const;
    const { bytes, name } = await generateWorkbook(makeWorld(3, false), choice);
    writeFileSync(join(cwd, name), bytes);
    writeFileSync(join(cwd, 'form.csv'), 'Kod;EB kvalitetsutveckling;EB inte alls\n1080;1;0\n');
    expect(oj(['import', 'socialstyrelsen', name, '--into', 'raw'], { cwd }).code).toBe(0);
    expect(oj(['import', 'skr', 'form.csv', '--into', 'raw'], { cwd }).code).toBe(0);
    expect(readDataFolder(join(cwd, 'raw'))).toMatchObject({
      synthetic: false,
      about: { sources: ['Källa: Socialstyrelsen', 'Källa: SKR'] },
    });
  });

  test.each(['socialstyrelsen', 'skr'])(
    'oj import %s takes no demo data, no copy of them and no file',
    (kind) => {
      const cwd = scratch();
      const copy = join(cwd, 'copy');
      mkdirSync(copy);
      writeFileSync(join(copy, 'about.json'), readFileSync(join(demoFolder(), 'about.json')));
      writeFileSync(join(cwd, 'a.csv'), 'Kod;EB inte alls\n1080;1\n');
      for (const [into, message] of [
        [demoFolder(), 'the demo data'],
        [copy, '"synthetic": true'],
        ['a.csv', 'is a file; expected a folder'],
      ] as const) {
        const run = oj(['import', kind, 'a.csv', '--into', into], { cwd });
        expect([run.code, run.stdout], message).toEqual([2, '']);
        expect(run.stderr).toContain(message);
      }
      expect(existsSync(join(copy, 'sources.json'))).toBe(false);
    },
  );
});
