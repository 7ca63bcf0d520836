import { describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { oj, schoolFolder } from './oj.js';

describe('oj variance', () => {
  test('prints JSON on stdout and nothing else there', () => {
    const { stdout, stderr, code } = oj([
      'variance',
      '--area',
      'ekonomiskt-bistand',
      '--by',
      'lan',
      '--json',
    ]);
    expect([0, 1], stderr).toContain(code);
    const { estimates, manifest } = JSON.parse(stdout) as Results;
    expect(manifest.synthetic).toBe(true);
    expect(new Set(estimates.map((e) => e.model))).toEqual(new Set(['variance']));
    expect(new Set(estimates.map((e) => e.grouping))).toEqual(new Set(['lan']));
    expect(new Set(estimates.map((e) => e.id)).size).toBe(estimates.length);
  });

  test('goes through another canonical folder, and prints its grids', () => {
    const folder = schoolFolder();
    const run = oj(['variance', '--data', folder, '--lang', 'en']);
    expect([0, 1], run.stderr).toContain(run.code);
    expect(run.stdout).toContain('Reliability');
    expect(run.stdout).not.toMatch(/NaN|undefined|SYNTHETIC/);
    const one = oj(['variance', '--data', folder, '--indicator', 'fri-antal', '--json']);
    expect((JSON.parse(one.stdout) as Results).estimates).toHaveLength(10);
  });
});
