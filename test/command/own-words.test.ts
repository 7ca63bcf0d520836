import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync, strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readResults } from '../../analysis/read-results.js';
import type { Results } from '../../analysis/results.js';
import { hostile } from '../fixtures/labelled-folder.js';
import { oj, schoolFolder, scratch } from './oj.js';

/** The schools again, in parts of the country that only this folder knows, with a row of the appendix. */
function labelledFolder(change: Partial<Record<string, string>> = {}): string {
  const plain = schoolFolder();
  const lines = (file: string) => readFileSync(join(plain, file), 'utf8').trimEnd().split('\n');
  const part = (i: number) => ['nord', 'syd', '"väst <b>"', 'nord'][Math.floor(i / 10)]!;
  const appendix = Array.from({ length: 40 }, (_, i) =>
    [2018, 2019, 2020].map((y, t) => `${1000 + i},${y},eb-utredningsmall,${(i * 7 + t * 3) % 5 < 2 ? 'Ja' : 'Nej'},`),
  ).flat(); // prettier-ignore
  return schoolFolder({
    'units.csv': `${lines('units.csv').map((l, i) => (i === 0 ? `${l},restid,Landsdel` : `${l},${(i * 13) % 29},${part(i - 1)}`)).join('\n')}\n`,
    'indicators.csv': `${lines('indicators.csv').join('\n')}\neb-utredningsmall,ekonomiskt-bistand,Utredningsmall,ordinal,higher\n`,
    'answers.csv': `${[...lines('answers.csv'), ...appendix].join('\n')}\n`,
    'groupings.csv': 'grouping,column,label_sv,label_en,definite_sv,definite_en\nlandsdel,Landsdel,Landsdel,Part of the country,landsdelen,the part of the country\n',
    'areas.csv': `area,label_sv,label_en\nskola,${hostile.script},"${hostile.image.replaceAll('"', '""')}"\nfritid,Fritiden,"${hostile.formula.replaceAll('"', '""')}"\n`,
    'texts.csv': 'kind,id,sv,en\nindicator,skol-franvaro,Frånvaro från skolan,Absence from school\ncovariate,restid,Restid i minuter,Travel time in minutes\nmeasure,timmar,Timmar,Hours\ngroup,landsdel:nord,Norra Sverige,Northern Sweden\n',
    ...change,
  }); // prettier-ignore
}

let folder = '';
let out = '';
let results: Results;
beforeAll(() => {
  folder = labelledFolder();
  out = join(scratch(), 'out');
  const run = oj(['replicate', '--data', folder, '--out', out, '--lang', 'en', '--format', 'html,md,csv,docx,xlsx,svg']); // prettier-ignore
  expect([0, 1], run.stderr).toContain(run.code);
  results = readResults(read('results.json'), 'results.json');
}, 240_000);

const read = (file: string) => readFileSync(join(out, file), 'utf8');
const json = (...args: string[]): Results => {
  const run = oj([...args, '--data', folder, '--json']);
  expect([0, 1], run.stderr).toContain(run.code);
  return JSON.parse(run.stdout) as Results;
};
const groupingsOf = ({ estimates }: Results, wanted: (e: Results['estimates'][number]) => boolean) => [
  ...new Set(estimates.filter(wanted).flatMap((e) => e.grouping ?? [])),
];

describe('own groupings', () => {
  test('go through anova, and a column by them stands in the table', () => {
    const run = oj(['anova', '--data', folder, '--by', 'landsdel', '--area', 'skola', '--lang', 'en']);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toContain('Part of');
    expect(run.stdout).toContain('Absence from school');
    expect(run.stdout).toContain(hostile.image);
    const { estimates } = json('anova', '--by', 'landsdel', '--area', 'skola');
    expect(estimates.map((e) => e.column)).toEqual(
      Array(2).fill(['period:landsdel', 'sista:landsdel']).flat(),
    );
    // Three groups: two degrees of freedom
    expect(estimates.every((e) => e.status === 'ok' && e.df === 2 && e.grouping === 'landsdel')).toBe(true);
  });

  test('of one column are the very numbers of a known grouping with the same groups', () => {
    const { estimates } = json('peers', '--by', 'landsdel', '--area', 'skola');
    const lines = readFileSync(join(folder, 'units.csv'), 'utf8').trimEnd().split('\n');
    // The column of the county gets the groups: the last cell of each row
    const swapped = lines.map((line, i) => {
      const cells = line.split(',');
      if (i > 0) cells[3] = cells.at(-1)!;
      return cells.join(',');
    });
    const other = labelledFolder({ 'units.csv': `${swapped.join('\n')}\n` });
    const run = oj(['peers', '--by', 'lan', '--area', 'skola', '--data', other, '--json']);
    const known = (JSON.parse(run.stdout) as Results).estimates;
    const numbers = (list: Results['estimates']) =>
      list.map(({ column, estimate, se, p, n, mark }) => ({ column, estimate, se, p, n, mark }));
    expect(numbers(estimates)).toEqual(numbers(known));
    expect(estimates[0]!.id).toBe('peers:landsdel:skola/skol-plan/niva:alla:t-1');
  });

  test('are part of what own indicators are compared over, and no part of the tables of the appendix', () => {
    for (const model of ['anova', 'peers']) {
      const own = groupingsOf(results, (e) => e.model === model && typeof e.table === 'string');
      expect(own).toEqual(['lan', 'kommungrupp', 'socioek', 'landsdel']);
      const appendix = groupingsOf(results, (e) => e.model === model && typeof e.table === 'number');
      expect(appendix).toEqual(['lan', 'kommungrupp', 'socioek']);
    }
    expect(groupingsOf(json('variance'), (e) => e.area === 'skola')).toContain('landsdel');
    expect(groupingsOf(results, (e) => e.model === 'composition' && e.row === 'nord')).toEqual(['landsdel']);
    expect(groupingsOf(results, (e) => e.model === 'means' && e.row === 'syd')).toEqual(['landsdel']);
  });

  test('leave every number of the appendix as it is without them', () => {
    const none = oj(['replicate', '--data', withoutWords(), '--json']);
    const before = (JSON.parse(none.stdout) as Results).estimates.filter((e) => typeof e.table === 'number');
    expect(before.length).toBe(1103);
    expect(results.estimates.filter((e) => typeof e.table === 'number')).toEqual(before);
  });

  test('that the data have not are refused, with those that they have', () => {
    const { code, stderr } = oj(['peers', '--data', folder, '--by', 'landsdl']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      'oj: --by: found "landsdl"; expected lan, kommungrupp, socioek, invanare, landsdel, with commas between',
    );
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('are inferred upon in worker threads as in one', () => {
    const spec = join(scratch(), 'spec.json');
    writeFileSync(spec, '{ "inference": { "placebo": 19 } }');
    const [one, two] = ['1', '2'].map((workers) =>
      json('peers', '--by', 'landsdel', '--indicator', 'skol-franvaro', '--spec', spec, '--workers', workers),
    ) as [Results, Results];
    expect(two.estimates).toEqual(one.estimates);
    expect(two.estimates.some((e) => JSON.stringify(e.extra).includes('randomGroups'))).toBe(true);
  });
});

/** The same data without any word of their own. */
function withoutWords(): string {
  const own = ['groupings.csv', 'areas.csv', 'texts.csv'];
  const rest = readdirSync(folder).filter((name) => !own.includes(name));
  return schoolFolder(
    Object.fromEntries(rest.map((name) => [name, readFileSync(join(folder, name), 'utf8')])),
  );
}

describe('own words', () => {
  test('stand in results.json, where it has any, and are read back to the same bytes', () => {
    expect(results.manifest.labels?.groupings.map((g) => g.grouping)).toEqual(['landsdel']);
    expect(results.manifest.inputs.map((i) => i.file)).toEqual(
      expect.arrayContaining(['groupings.csv', 'areas.csv', 'texts.csv']),
    );
    const plain = oj(['users', '--data', withoutWords(), '--json']);
    expect((JSON.parse(plain.stdout) as Results).manifest).not.toHaveProperty('labels');
  });

  test('a grouping of results.json that the manifest does not name is refused', () => {
    const content = JSON.parse(read('results.json')) as { manifest: { labels: { groupings: { grouping: string }[] } } };
    const refused = () => readResults(JSON.stringify(content), 'results.json');
    content.manifest.labels.groupings[0]!.grouping = 'annan';
    expect(refused).toThrow(/field grouping: found "landsdel"; expected one of .*"annan"/);
    content.manifest.labels.groupings[0]!.grouping = 'lan';
    expect(refused).toThrow(/manifest: field labels\.groupings\.0\.grouping: found "lan"/);
    content.manifest.labels = { groupings: [], areas: 5, texts: [] } as never;
    expect(refused).toThrow(/manifest: field labels\.areas: found 5; expected a list/);
  }); // prettier-ignore

  test('are shown by the page as text in either language, and never as markup', () => {
    const english = read('report.html');
    const [, packed] = /data-lang="sv"[^>]*>([^<]+)</.exec(english)!;
    const swedish = strFromU8(inflateSync(Buffer.from(packed!.trim(), 'base64')));
    const found = (page: string, text: string) => expect(page.includes(text), text).toBe(true);
    found(english, 'School "&lt;img src=x onerror=alert(2)&gt;" &amp; 🦑');
    found(swedish, 'Skolan &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const text of ['Northern Sweden', 'Absence from school', 'Travel time in minutes'])
      found(english, text);
    for (const text of ['Norra Sverige', 'Frånvaro från skolan', 'Restid i minuter']) found(swedish, text);
    found(english, 'the other units of the part of the country');
    for (const page of [english, swedish]) expect(/<img src=x|<script>alert|<b>/.exec(page)).toBeNull();
    // The other language, the folded pictures, the cells, and the page's own.
    expect(english.match(/<script[^>]*>/g)).toHaveLength(4);
  });

  test('are shown in Markdown, CSV, Word and Excel, a formula as text', () => {
    const markdown = read('report.md');
    expect(markdown).toContain('Absence from school');
    expect(markdown).not.toMatch(/(?<!\\)<(img|script|b)\b/);
    const tables = readdirSync(join(out, 'tables'));
    expect(tables).toContain('table-peers-landsdel-skola.csv');
    expect(read('tables/table-anova-skola.csv')).toContain('Part of the country');
    const word = strFromU8(unzipSync(readFileSync(join(out, 'report.docx')))['word/document.xml']!);
    for (const words of ['Part of the country', 'Northern Sweden', '=HYPERLINK(', 'School "&lt;img'])
      expect(word.replaceAll('&quot;', '"')).toContain(words);
    const workbook = unzipSync(readFileSync(join(out, 'report.xlsx')));
    const sheets = Object.entries(workbook).filter(([name]) => name.startsWith('xl/worksheets/'));
    expect(sheets.length).toBeGreaterThan(5);
    for (const [, bytes] of sheets) expect(strFromU8(bytes)).not.toContain('<f>');
    const strings = strFromU8(workbook['xl/sharedStrings.xml']!);
    for (const words of ['Part of the country', 'Northern Sweden', 'Travel time in minutes', '=HYPERLINK('])
      expect(strings).toContain(words);
  });

  test('are drawn: dots of the own groups, and no map of them', () => {
    const figures = readdirSync(join(out, 'figures'));
    expect(figures).toContain('prickar-landsdel-skola.svg');
    expect(figures.some((name) => name.startsWith('karta-landsdel'))).toBe(false);
    const svg = read('figures/prickar-landsdel-skola.svg');
    expect(svg).toContain('means by group (Part of the country) in the latest year');
    expect(svg).toContain('Northern Sweden');
    expect(svg).not.toMatch(/<img|<script|<b>/);
  });

  test('are the same whether the results are rendered at once or later, and stay with their own run', () => {
    const later = join(scratch(), 'later');
    const run = oj(['report', out, '--format', 'md,csv', '--lang', 'en', '--out', later]);
    expect(run.code, run.stderr).toBe(0);
    expect(readFileSync(join(later, 'tables/table-anova-skola.csv'), 'utf8')).toBe(read('tables/table-anova-skola.csv'));
  }); // prettier-ignore

  test('are shown by oj check and by the report of a municipality, a county and an indicator', () => {
    const check = oj(['check', '--data', folder, '--lang', 'en']);
    expect(check.code, check.stdout).toBe(0);
    expect(check.stdout).toContain('0 errors, 0 warnings');
    expect(check.stdout).toContain(hostile.image);
    expect(check.stdout).toContain('Absence from school');
    expect(check.stdout).toContain('Hours');
    const reports = scratch();
    for (const [command, name, file] of [
      ['kommunrapport', '1003', 'kommunrapport-1003.html'],
      ['lansrapport', 'L1', 'lansrapport-l1.html'],
      ['indikator', 'skol-franvaro', 'indikator-skol-franvaro.html'],
    ] as const) {
      const run = oj([command, name, '--data', folder, '--lang', 'en', '--format', 'html', '--out', reports]);
      expect(run.code, run.stderr).toBe(0);
      const page = readFileSync(join(reports, file), 'utf8');
      expect(page, command).toContain('Absence from school');
      expect(page, command).toContain('onerror=alert(2)&gt;');
      expect(page, command).not.toMatch(/<img src=x/);
    }
  });

  test('leave oj explain of a cell of the appendix as it is', () => {
    const args = ['explain', '8', 'Strukturerad utredningsmall', 'totalt', '--lang', 'en', '--data'];
    const [own, plain] = [oj([...args, folder]), oj([...args, withoutWords()])];
    expect(own.stdout).toBe(plain.stdout);
    expect(own.stdout).toContain('Financial assistance');
  });

  test('go into a replication package', () => {
    const zip = join(scratch(), 'package.zip');
    const run = oj(['package', '--data', folder, '--format', 'md', '--reveal', '--out', zip]);
    expect([0, 1], run.stderr).toContain(run.code);
    const names = Object.keys(unzipSync(readFileSync(zip)));
    for (const file of ['groupings.csv', 'areas.csv', 'texts.csv'])
      expect(names.some((name) => name.endsWith(`/${file}`))).toBe(true);
  });
});
