import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse } from '../analysis/analyse.js';
import type { Estimate } from '../analysis/estimate.js';
import { explain, type Explanation } from '../analysis/explain.js';
import { buildPanel } from '../analysis/panel/panel.js';
import { replicate } from '../analysis/replicate.js';
import { defaultSpecification as spec } from '../analysis/specification.js';
import { groupBy } from '../data/group-by.js';
import { demoFolder } from '../data/location.js';
import { readDataFolder } from '../data/readers/canonical.js';
import { explanationText } from '../reports/explain.js';
import { oj, schoolFolder } from './command/oj.js';
import { hostile } from './fixtures/labelled-folder.js';

const regions = ['nord', 'syd', '"väst <b>"', 'nord'];

/** The schools with a grouping, areas and words of their own; two indicators of one label. */
function labelledSchools(): string {
  const lines = (file: string) => readFileSync(join(schoolFolder(), file), 'utf8').trimEnd().split('\n');
  const [unitHead, ...units] = lines('units.csv');
  const regionOf = (i: number) => regions[Math.floor(i / 10)]!;
  const twice = lines('answers.csv').filter((line) => line.includes(',fri-antal,'));
  const file = (...rows: string[]) => `${rows.join('\n')}\n`;
  return schoolFolder({
    'units.csv': file(`${unitHead},Landsdel`, ...units.map((line, i) => `${line},${regionOf(i)}`)),
    'indicators.csv': file(...lines('indicators.csv'), 'fri-igen,fritid,antal,count,higher'),
    'answers.csv': file(
      ...lines('answers.csv'),
      ...twice.map((line) => line.replace('fri-antal', 'fri-igen')),
    ),
    'groupings.csv': file(
      'grouping,column,label_sv,label_en,definite_sv,definite_en',
      'landsdel,Landsdel,Landsdel,Part of the country,landsdelen,the part of the country',
    ),
    'areas.csv': file('area,label_sv,label_en', `skola,${hostile.script},School`),
    'texts.csv': file(
      'kind,id,sv,en',
      'indicator,skol-franvaro,Frånvaro från skolan,Absence from school',
      'measure,timmar,Timmar,Hours',
      'group,landsdel:nord,Norra Sverige,Northern Sweden',
    ),
  });
}

const folder = labelledSchools();
const panel = buildPanel(readDataFolder(folder));
const cell = (table: string, row: string, column: string): Explanation =>
  explain(panel, spec, table, row, column);
const refused = (table: string, row: string, column: string): string => {
  try {
    cell(table, row, column);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('explain, of a table that the appendix does not have,', () => {
  const run = replicate(panel, spec).filter((e) => typeof e.table === 'string' && e.model !== 'composition');

  test('gives every cell of a run as the run has it', () => {
    expect(new Set(run.map((e) => e.table)).size).toBe(12);
    // One cell of every row, another in each.
    const rows = groupBy(run, (e) => `${e.table}/${e.indicator}`);
    const asked = [...rows.values()].map((cells, i) => cells[i % cells.length]!);
    for (const e of asked) expect(cell(String(e.table), e.indicator!, e.column!).estimate).toEqual(e);
  });

  test('gives the cells of staffing, and of a grouping asked for, as their analyses have them', () => {
    const staffing = analyse(panel, spec, 'staffing', {}).at(-1)!;
    expect(cell('staffing:demens:aldreomsorg', 'timmar', staffing.column!).estimate).toEqual(staffing);
    const anova = analyse(panel, spec, 'anova', { area: 'fritid', by: ['invanare'] })[0]!;
    expect(cell('anova:fritid', 'fri-niva', 'period:invanare').estimate).toEqual(anova);
    const peers = analyse(panel, spec, 'peers', { area: 'fritid', by: ['invanare'] })[0]!;
    expect(cell('peers:invanare:fritid', 'fri-niva', 'niva:alla:t-1').estimate).toEqual(peers);
  });

  test.each([
    ['users:skola', 'Frånvaro', 'totalt'],
    ['users:School', 'absence  from SCHOOL', 'Totalt'],
    [`users:${hostile.script}`, 'Frånvaro från skolan', 'totalt'],
    ['users:skola', 'skol-franvaro', 'totalt'],
  ])('takes the data’s own labels: %s, %s', (table, row, column) => {
    expect(cell(table, row, column).estimate.id).toBe('users:skola/skol-franvaro/totalt');
  });

  test('takes the labels of own groupings, in the table’s name and in the column', () => {
    expect(cell('peers:Part of the country:School', 'Frånvaro', 'niva:alla:t-1').estimate.table).toBe(
      'peers:landsdel:skola',
    );
    expect(cell('anova:skola', 'Frånvaro', 'period:Landsdel').estimate.column).toBe('period:landsdel');
  });

  test('shows these words, the means compared, the power, the choices and what their rivals give', () => {
    const text = explanationText(cell('anova:skola', 'Frånvaro', 'period:landsdel'), spec, 'en');
    expect(text).toContain('Table anova:skola, School: Absence from school, period:landsdel');
    expect(text).toContain('lower is better, so the sign is turned');
    expect(text).toMatch(/Northern Sweden {2}−\d/);
    const users = cell('users:skola', 'Frånvaro', 'totalt');
    expect(users.power.length).toBeGreaterThan(3);
    expect(users.means.reduce((n, m) => n + m.n, 0)).toBe(users.estimate.n);
    expect(users.rivals.map((r) => r.assumption.path)).toContain('users.pooledCovariance');
    const iid = users.rivals.find((r) => r.value === 'iid')!.estimate;
    const other = { ...spec, users: { ...spec.users, pooledCovariance: 'iid' as const } };
    const inRun = analyse(panel, other, 'users', { indicator: ['skol-franvaro'] })[0]!;
    expect([iid.estimate, iid.se, iid.p]).toEqual([inRun.estimate, inRun.se, inRun.p]);
    expect(iid.se).not.toBe(users.estimate.se);
    expect(explanationText(users, spec, 'sv')).toContain('Frånvaro från skolan');
    const dropped = cell('users:skola', 'skol-plan', 'totalt');
    expect(Object.keys(dropped.estimate.dropped)).toContain('bortfall');
    expect(explanationText(dropped, spec, 'en')).toContain('Left out: ');
  });

  test('is one test of the family that the specification names', () => {
    const wide = { ...spec, multiplicity: { family: 'all' as const } };
    const all = replicate(panel, wide);
    const asked = ['users:skola', 'skol-plan', 'totalt'] as const;
    const { estimate } = explain(panel, wide, ...asked);
    expect(estimate).toEqual(all.find((e) => e.id === estimate.id));
    expect(estimate.extra['familySize']).not.toBe(cell(...asked).estimate.extra['familySize']);
  });

  test('names the tables, rows and columns that there are, on one line', () => {
    const table = refused('users:skolan', 'Frånvaro', 'totalt');
    expect(table).toContain(
      'found the table "users:skolan"; expected the number of a table of the appendix, 2-17',
    );
    expect(table).toContain('"users:skola", "users:fritid", "anova:skola"');
    expect(table).toContain('"peers:landsdel:fritid"');
    expect(refused('users:skola', 'Närvaro', 'totalt')).toContain(
      'table users:skola has no row "Närvaro"; its rows: "Plan, "likvärdighet" <b>", "Frånvaro"',
    );
    expect(refused('users:skola', 'Frånvaro', '2017')).toContain('its columns: "totalt", "2018", "2019"');
    const unseen = refused('users:skola', 'a\u001b[31m\nb', 'totalt');
    expect(unseen).toContain('"a\\x1b[31m\\x0ab"');
  });

  test('asks for the id where two rows have one label, and takes it', () => {
    expect(refused('anova:fritid', 'Antal', 'period:lan')).toContain('indicators "fri-antal", "fri-igen"');
    expect(cell('anova:fritid', 'fri-igen', 'period:lan').estimate.indicator).toBe('fri-igen');
  });

  test.each([
    ['event-study:skola', 'oj event FILE'],
    ['composition:skola', 'oj composition'],
  ])('says of %s who tells of it', (table, command) => {
    expect(refused(table, 'Frånvaro', 'att')).toContain(`${command} tells what is behind them`);
  });

  test('takes a question of the codebook on its own, with its text and its choice', () => {
    const demo = buildPanel(readDataFolder(demoFolder()));
    const inRun: Estimate = analyse(demo, spec, 'users', { indicator: ['ao-isu-ordinart'] })[0]!;
    const own = explain(demo, spec, String(inRun.table), inRun.row!, 'totalt');
    expect(own.estimate).toEqual(inRun);
    expect(own.items.map((i) => i.id)).toEqual(['ao-isu-ordinart']);
    expect(own.rivals.map((r) => r.assumption.path)).toContain('outcomes.isu');
    expect(own.rivals.map((r) => r.assumption.path)).not.toContain('outcomes.partial');
  });

  test('is printed by the command, with exit code 1 where it could not be estimated', () => {
    const found = oj(['explain', 'users:skola', 'Frånvaro', 'totalt', '--data', folder, '--lang', 'en']);
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout).toContain('Table users:skola, School: Absence from school, totalt');
    expect(oj(['explain', 'users:fritid', 'Nivå', 'totalt', '--data', folder]).code).toBe(1);
    const wrong = oj(['explain', 'users:skol', 'Frånvaro', 'totalt', '--data', folder]);
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr.trim().split('\n')).toHaveLength(1);
  });
});
