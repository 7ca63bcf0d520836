import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { oj, scratch } from './oj.js';

const cwd = scratch();
const rows = Array.from({ length: 40 }, (_, i) => {
  const [unit, year] = [i % 10, 2016 + Math.floor(i / 10)];
  const y = (((i + 1) * 7919) % 1009) % 2;
  return `u${unit};${year};${y};${100 * y};${(i * 5 + unit) % 3};${((i * 7) % 11) + 1},5`;
});
writeFileSync(join(cwd, 'd.csv'), `enhet;år;y;procent;betyg;x\r\n${rows.join('\r\n')}\r\n`);
const fit = (...args: string[]) => oj(['fit', 'd.csv', ...args], { cwd });

describe('oj fit --link', () => {
  test('prints log odds, then average marginal effects', () => {
    const { code, stdout, stderr } = fit(
      'y ~ x | år',
      '--link',
      'logit',
      '--vcov',
      'cluster:enhet',
      '--lang',
      'en',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['AME:x', 'log odds', 'z test', 'Clusters by enhet: 10', 'Effect år: 4 levels'])
      expect(stdout.replace(/\s+/g, ' ')).toContain(text);
    expect(fit('betyg ~ x', '--link', 'ordered').stdout).toContain('1|2');
  });

  test('carries the link in JSON and CSV', () => {
    const { specification, estimates } = JSON.parse(
      fit('betyg ~ x', '--link', 'ordered', '--json').stdout,
    ) as {
      specification: { link: string };
      estimates: Estimate[];
    };
    expect(specification.link).toBe('ordered');
    expect(estimates.map((e) => [e.term, e.extra['link']])).toEqual(
      ['x', '0|1', '1|2', 'AME:x'].map((term) => [term, 'ordered']),
    );
    const [head, ...lines] = fit('y ~ x', '--link', 'logit', '--csv').stdout.trimEnd().split('\r\n');
    expect(head).toMatch(/,reason,link$/);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['(Intercept)', 'x', 'AME:x']);
  });

  test('where the columns separate says which and what to do, with exit code 1', () => {
    const { code, stdout } = fit('y ~ x + procent', '--link', 'logit');
    expect(code).toBe(1);
    expect(stdout).toContain('procent; 40 of 40 rows');
    expect(stdout.replace(/\s+/g, ' ')).toContain('--subset');
  });

  test.each([
    [['procent ~ x', '--link', 'logit'], 'column procent: found 100; expected 0 or 1'],
    [['procent ~ x', '--link', 'logit'], 'write I(procent/100)'],
    [['betyg ~ x', '--link', 'logit'], 'expected 0 or 1 (--link logit)'],
    [['y ~ x', '--link', 'ordered'], 'found 2 different values; expected 3 to 50'],
    [['betyg ~ x - 1', '--link', 'ordered'], 'leave out "0" or "- 1"'],
    [['y ~ x', '--link', 'logit', '--weights', 'x'], 'found --weights x; expected none'],
    [
      ['y ~ x', '--link', 'logit', '--vcov', 'HC2'],
      'found --vcov HC2; expected iid, HC0, HC1 or cluster:COLUMN',
    ],
    [['y ~ x', '--link', 'logit', '--vcov', 'cluster:enhet+år'], 'of one column'],
    [['y ~ x', '--link', 'logit', '--vcov', 'cluster:enhetr'], 'no column "enhetr"'],
    [['y ~ x', '--link', 'probit'], 'Allowed choices are logit, ordered'],
  ])('a mistake, %j, is one message and exit code 2', (args, expected) => {
    const { code, stdout, stderr } = fit(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
    expect(stderr.match(/oj: /g)).toHaveLength(1);
  });
});
