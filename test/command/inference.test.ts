import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { packageRoot } from '../../data/location.js';
import { interrupt, oj, schoolFolder, scratch } from './oj.js';

const data = schoolFolder();
const spec = (inference: unknown): string => {
  const folder = schoolFolder({ 'spec.json': JSON.stringify({ inference }) });
  return join(folder, 'spec.json');
};
/** Every kind of inference, in few draws. */
const few = spec({
  bootstrap: { draws: 199 },
  resamples: 49,
  randomization: { permutations: 49 },
  placebo: 9,
  rivals: true,
  nonResponse: true,
});
const estimatesOf = (stdout: string): readonly Estimate[] => (JSON.parse(stdout) as Results).estimates;

describe('the inference of a run', () => {
  test('is the same for any number of workers, and in a second run', () => {
    const run = (workers: string) => {
      const out = join(scratch(), 'out');
      const { code, stderr } = oj([
        'replicate',
        '--data',
        data,
        '--spec',
        few,
        '--out',
        out,
        '--workers',
        workers,
      ]);
      expect(stderr).toContain('Prövar cellerna: ');
      expect(code).toBe(1);
      const read = (name: string) => readFileSync(join(out, name), 'utf8');
      const { manifest, estimates } = JSON.parse(read('results.json')) as Results;
      // The command in the manifest names the workers.
      return {
        estimates,
        manifest: { ...manifest, command: '' },
        csv: read('estimates.csv'),
        md: read('report.md').replace(/^.*(?:--workers|Gjord ).*$/gm, ''),
      };
    };
    const alone = run('1');
    expect(run('3')).toEqual(alone);
    expect(run('1')).toEqual(alone);
    expect(alone.estimates.filter((e) => e.model === 'joint').length).toBeGreaterThan(3);
  });

  test('stops at once when asked to, and leaves nothing behind', async () => {
    const folder = scratch();
    const stopped = await interrupt(['replicate', '--inference', 'full', '--out', 'out'], folder, 'Prövar');
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('nothing was left half-written');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('is full where asked for, in every analysis of tables, and said in the specification', () => {
    const { stdout, code } = oj([
      'users',
      '--area',
      'skola',
      '--data',
      data,
      '--inference',
      'full',
      '--margin',
      '2,5',
      '--json',
    ]);
    expect(code).toBe(0);
    const { estimates, specification } = JSON.parse(stdout) as Results;
    expect(specification.inference).toMatchObject({ resamples: 999, placebo: 199, margin: { procent: 2.5 } });
    const total = estimates.find((e) => e.column === 'totalt')!;
    expect(Object.keys(total.extra)).toEqual(
      expect.arrayContaining(['bootstrap', 'pRandomization', 'pRomanoWolf', 'equivalence', 'clusterSizes']),
    );
    expect(estimates.filter((e) => e.model === 'joint').map((e) => e.term)).toEqual([
      'resampled-marks',
      'permuted-marks',
      'permuted-positive',
      'permuted-mean-t',
    ]);
    expect(stdout).not.toMatch(/NaN|Infinity/);
  });

  test('says of the placebos what they mean for a cell', () => {
    const { stdout } = oj(['peers', '--data', data, '--spec', few, '--json', '--by', 'lan']);
    const cells = estimatesOf(stdout).filter((e) => e.model === 'peers' && e.status === 'ok');
    expect(cells.length).toBeGreaterThan(10);
    for (const e of cells) {
      const placebo = e.extra.placebo as Record<string, { p: number; draws: number }>;
      expect(Object.keys(placebo)).toEqual(['randomGroups', 'otherGroups']);
      expect(placebo.randomGroups!.draws).toBeLessThanOrEqual(9);
      expect(placebo.otherGroups!.p).toBeGreaterThanOrEqual(1 / 10);
      if (e.outcome === 'improvement' && e.mark === '') expect(e.extra.verdict).toBe('little-power');
      if (e.outcome === 'level') expect(e.extra.icc).toHaveProperty('icc');
    }
  });

  test.each([
    [['users', '--inference', 'all'], "option '--inference <how>' argument 'all' is invalid"],
    [['users', '--workers', '0'], 'Expected a whole number from 1 to 1024'],
    [['users', '--margin', 'fem'], 'Expected a number above 0, 5 or 2,5'],
    [['users', '--spec', spec({ placebo: -1 })], 'inference.placebo: found -1; expected a whole number'],
    [
      ['users', '--spec', spec({ margin: { procent: 0 } })],
      'inference.margin.procent: found 0; expected null or a number',
    ],
    [['users', '--spec', spec({ randomization: { strata: 'by' } })], 'expected one of null, "lan"'],
  ])('names what is wrong with %j', (args, message) => {
    const { code, stderr } = oj([...args, '--data', data]);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(message);
  });
});

test('worker threads end without anyone being told how far they are', () => {
  const script = `
    import { buildPanel, defaultSpecification, infer, inWorkers, readDataFolder, users, allOutcomes } from 'oppna-jamforelser';
    const panel = buildPanel(readDataFolder(process.argv[1]));
    const spec = { ...defaultSpecification, inference: { ...defaultSpecification.inference, resamples: 19 } };
    const estimates = users(panel, allOutcomes(panel, spec), spec);
    const inferred = await infer(estimates, inWorkers(panel, 2), { spec });
    console.log(inferred.length - estimates.length);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script, data], {
    cwd: packageRoot(),
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(run.stderr).toBe('');
  expect(Number(run.stdout)).toBeGreaterThan(0);
});
