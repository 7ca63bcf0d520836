import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../data/location.js';
import { oj, schoolFolder, scratch } from './oj.js';

/** All 290 municipalities, Stockholm and Göteborg too, which are districts in the demo data. */
const codes = readFileSync(join(packageRoot(), 'data', 'codebook', 'municipalities.csv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.slice(0, 4));

const notebook = join(packageRoot(), 'notebooks', 'grannar-utan-inflytande.nb.ts');

test('the notebook on neighbours takes values of every municipality, and says what they show', () => {
  const cwd = scratch();
  const rows = codes.flatMap((code, i) =>
    [2015, 2016, 2017, 2018].map((year) => {
      const noise = (i * 7919 + year * 104_729) % 97;
      return `N07907,${code},${year},${i === 5 ? '' : Number(code.slice(0, 2)) + noise / 100}`;
    }),
  );
  writeFileSync(join(cwd, 'real.csv'), `kpi,municipality,period,value\n${rows.join('\n')}\n`);
  const run = oj(['notebook', 'run', notebook, '--out', 'out'], {
    cwd,
    env: { OJ_REAL: join(cwd, 'real.csv') },
  });
  expect([run.code, run.stderr]).toEqual([0, expect.stringContaining('5 celler')]);
  const page = readFileSync(join(cwd, 'out', 'grannar-utan-inflytande.html'), 'utf8');
  expect(page).toContain('Källa: Kolada; beräkningarna är våra');
  expect(page).toMatch(/Av 2 celler har 2 plus \(Trångboddhet\), och inom\s+kommun \d\./);
}, 60_000);

test('the notebook on neighbours takes a data folder, as oj fetch writes it, and leaves it there', () => {
  const cwd = scratch();
  const data = schoolFolder();
  const run = oj(['notebook', 'run', notebook, '--out', 'out'], { cwd, env: { OJ_REAL: data } });
  expect([run.code, run.stderr]).toEqual([0, expect.stringContaining('5 celler')]);
  expect(readFileSync(join(cwd, 'out', 'grannar-utan-inflytande.html'), 'utf8')).toContain('Frånvaro');
  expect(existsSync(join(data, 'units.csv'))).toBe(true);
}, 60_000);
