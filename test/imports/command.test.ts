import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oj, scratch } from '../command/oj.js';
import { fixtureChoices } from './fixture-choices.js';
import { generateWorkbook } from './generate-workbook.js';
import { makeWorld } from './generate-world.js';

const world = makeWorld(3, true);
const choice = { ...fixtureChoices['words.xlsx']!, said: 'name' } as const;

async function folder(): Promise<{ cwd: string; file: string }> {
  const cwd = scratch();
  const { bytes, name } = await generateWorkbook(world, choice);
  writeFileSync(join(cwd, name), bytes);
  return { cwd, file: name };
}

const run = (cwd: string, ...args: string[]) => oj(['import', 'socialstyrelsen', ...args], { cwd });

describe('oj import socialstyrelsen', () => {
  test('fills a canonical folder that oj check finds nothing wrong with, and says where each value stands', async () => {
    const { cwd, file } = await folder();
    const { code, stdout, stderr } = run(cwd, file, '--into', 'raw');
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('kommunernas resultat');
    expect(stdout).toMatch(/mot kommunernas rader: (\d+)\/\1 stämmer/);
    expect(readFileSync(join(cwd, 'raw', 'origins.csv'), 'utf8')).toContain(',Tabell 1!');
    expect(oj(['check', '--data', 'raw'], { cwd }).code).toBe(0);
    expect(stdout).toContain(`Ekonomiskt bistånd 2017 (år enligt: ${file}; område enligt: ${file})`);
    const again = run(cwd, file, '--into', 'raw', '--lang', 'en');
    expect(again.stdout).toMatch(/raw: 0 new answers, 0 changed, \d+ unchanged/);
  });

  test('a file that cannot be read is named and does not stop the others', async () => {
    const { cwd, file } = await folder();
    writeFileSync(join(cwd, 'trasig.xlsx'), readFileSync(join(cwd, file)).subarray(0, 4000));
    const { code, stderr } = run(cwd, 'trasig.xlsx', file, 'saknas.xlsx', '--into', 'raw');
    expect(code).toBe(1);
    expect(stderr).toContain('oj: trasig.xlsx: the file is damaged or cut off');
    expect(stderr).toContain('oj: saknas.xlsx: cannot be read (ENOENT)');
    expect(existsSync(join(cwd, 'raw', 'answers.csv'))).toBe(true);
  });

  test('where no file can be read nothing is written', async () => {
    const { cwd } = await folder();
    writeFileSync(join(cwd, 'trasig.xlsx'), 'PK');
    expect(run(cwd, 'trasig.xlsx', '--into', 'raw').code).toBe(2);
    expect(existsSync(join(cwd, 'raw'))).toBe(false);
    expect(run(cwd, 'trasig.xlsx').stderr).toContain('--into DIR');
  });

  test('two files of one name, or none to write into, are refused before anything is read', async () => {
    const { cwd, file } = await folder();
    expect(run(cwd, file, `under/${file}`, '--into', 'raw').stderr).toContain('two files by the name');
    const { code, stderr } = run(cwd, file);
    expect([code, stderr]).toEqual([
      2,
      'oj: oj import socialstyrelsen: found neither --into nor --write-mapping; expected a folder to add to: --into DIR\n',
    ]);
  });

  test('where no column holds answers the folder is not touched', async () => {
    const { cwd } = await folder();
    writeFileSync(join(cwd, 'oj-2017-ekonomiskt-bistand.csv'), 'Kommun;Något annat\nAle;Ja\nKil;Nej\n');
    const { code, stdout } = run(cwd, 'oj-2017-ekonomiskt-bistand.csv', '--into', 'raw');
    expect(code).toBe(1);
    expect(stdout).toContain('raw: inga svar att lägga till; mappen är som den var');
    expect(existsSync(join(cwd, 'raw'))).toBe(false);
  });

  test('writes a draft of a mapping, which read again changes nothing; --json prints the report and nothing else', async () => {
    const { cwd, file } = await folder();
    expect(run(cwd, file, '--into', 'raw', '--write-mapping', 'm.json').code).toBe(0);
    const draft = readFileSync(join(cwd, 'm.json'), 'utf8');
    expect(run(cwd, file, '--write-mapping', 'm.json').stderr).toContain('which may be filled in');
    expect(readFileSync(join(cwd, 'm.json'), 'utf8')).toBe(draft);
    const { stdout, code } = run(cwd, file, '--into', 'raw', '--mapping', 'm.json', '--json');
    expect(code).toBe(0);
    const { files, merged } = JSON.parse(stdout) as {
      files: { year: number; checks: unknown[] }[];
      merged: { added: Record<string, number>; changed: Record<string, number> };
    };
    expect([files[0]!.year, files[0]!.checks.length]).toEqual([2017, 8]);
    expect([merged.added['answers.csv'], merged.changed['answers.csv']]).toEqual([0, 0]);
  });
});
