import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoSeed } from '../../data/demo/calibration.js';
import { generateDemo } from '../../data/demo/generate.js';
import { writeDemo } from '../../data/demo/write.js';
import { demoFolder } from '../../data/location.js';

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

describe('the committed demo files', () => {
  const { files } = generateDemo();

  it.each(Object.keys(files))('%s has the bytes that the generator gives', (name) => {
    expect(sha256(files[name]!)).toBe(sha256(readFileSync(join(demoFolder(), name))));
  });

  it('stay small enough to be shipped', () => {
    expect(Buffer.byteLength(files['answers.csv']!)).toBeLessThan(3_600_000);
    expect(Buffer.byteLength(files['care-units.csv']!)).toBeLessThan(2_000_000);
  });

  it('change their answers with the seed, but not the units and the questions', () => {
    const other = generateDemo(demoSeed + 1).files;
    expect(other['answers.csv']).not.toBe(files['answers.csv']);
    expect(other['care-units.csv']).not.toBe(files['care-units.csv']);
    expect(other['units.csv']).toBe(files['units.csv']);
    expect(other['indicators.csv']).toBe(files['indicators.csv']);
  });
});

describe('writeDemo', () => {
  it('replaces files and leaves no temporary ones', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    try {
      writeFileSync(join(folder, 'a.csv'), 'old');
      writeDemo(folder, { 'a.csv': 'new', 'b.csv': 'å' });
      expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv']);
      expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('new');
      expect(readFileSync(join(folder, 'b.csv'), 'utf8')).toBe('å');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('cleans up when a file cannot be put in its place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'demo-'));
    try {
      mkdirSync(join(folder, 'b.csv', 'in-the-way'), { recursive: true });
      expect(() => writeDemo(folder, { 'a.csv': 'new', 'b.csv': 'new' })).toThrow();
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
