import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../analysis/compare.js';
import { estimate } from '../../analysis/estimate.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import type { Results } from '../../analysis/results.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { cellFields, choicesOf, packCell, unpackCell, type CellsData } from '../../reports/page/cell-data.js';
import { cellsData, scriptJson } from '../../reports/page/cells.js';
import { controlsHtml } from '../../reports/page/controls.js';
import { explainCommand, explainOptions, explainRow, shellWord, shellWords } from '../../reports/page/explain-line.js'; // prettier-ignore
import { interactivePage } from '../../reports/page/interactive.js';
import { clientScript } from '../../reports/page/script.js';
import { buildTables } from '../../reports/tables/build.js';
import { oj } from '../command/oj.js';
import { fixtureAssumptions, fixtureResults } from './fixture.js';
import { fixturePage, pageInput } from './interactive.js';

type Fixture = Awaited<ReturnType<typeof fixturePage>>;
let fixture: Fixture;
let data: CellsData;

const inScript = (page: string, attributes: string) =>
  new RegExp(`<script ${attributes}[^>]*>([\\s\\S]*?)</script>`).exec(page)?.[1];

const unpacked = (text: string) => inflateRawSync(Buffer.from(text.trim(), 'base64')).toString();

beforeAll(async () => {
  fixture = await fixturePage();
  data = JSON.parse(inScript(fixture.page, 'type="application/json"')!) as CellsData;
}, 60_000);

describe('the interactive page', () => {
  test('allows its own style sheet and script and nothing else', () => {
    const { page } = fixture;
    const hash = (text: string) => `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;
    const style = hash(/<style>([\s\S]*?)<\/style>/.exec(page)![1]!);
    const script = hash(inScript(page, 'type="module"')!);
    expect(page).toContain(
      `content="default-src &#39;none&#39;; script-src ${script}; style-src ${style}; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    expect(page).not.toMatch(
      /<link|<iframe|<img(?![^>]*src="data:image\/svg\+xml,)|<object| on\w+="| style="|@import|url\(/i,
    );
    expect(page.match(/<script/g)).toHaveLength(4);
    expect(page.match(/<\/script/g)).toHaveLength(4);
  });

  test('of two languages with all figures is at most 3 MB', () => {
    expect(Buffer.byteLength(fixture.page)).toBeLessThan(3e6);
  });

  test('carries the other language whole, with its title', () => {
    const body = unpacked(inScript(fixture.page, 'type="text/plain" data-lang="en"')!);
    const english = interactivePage({ ...fixture.input, versions: [fixture.input.versions[1]!] });
    const list = JSON.parse(unpacked(inScript(english, 'type="text/plain" id="pictures"')!)) as string[];
    const own = /<div id="version">([\s\S]*)<\/div>\s*<script type="text\/plain" id="pictures"/
      .exec(english)![1]!
      .replace(/svg\+xml,(" data-picture="(\d+)")/g, (_, __, k: string) => `svg+xml,${list[Number(k)]}"`);
    expect(list.length).toBeGreaterThan(0);
    const withoutSwitch = (text: string) => text.replace(/<button type="button" name="language"[\s\S]*?<\/button>/, '').replace(/\s+/g, ' '); // prettier-ignore
    expect(withoutSwitch(body)).toBe(withoutSwitch(own));
    expect(body).toContain('Choices that the appendix leaves open');
    expect(fixture.page).toContain('data-title="Synthetic data: Öppna jämförelser, computed again"');
  });

  test('packs its folded pictures, and repeats none of their markup', () => {
    const { page } = fixture;
    const list = JSON.parse(unpacked(inScript(page, 'type="text/plain" id="pictures"')!)) as string[];
    const numbers = [...page.matchAll(/\ssrc="data:image\/svg\+xml,([^"]*)"(?: data-picture="(\d+)")?/g)];
    expect(numbers.map(([, kept, k]) => [kept, Number(k)])).toEqual(list.map((_, k) => ['', k]));
    expect(list.length).toBeGreaterThan(2);
    for (const picture of list) expect(decodeURIComponent(picture)).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  });

  test('lets figures, folds and all tables but the first wait, and never one within another', () => {
    const body = fixture.page.slice(fixture.page.indexOf('<main'), fixture.page.indexOf('</main>'));
    const waiting = [...body.matchAll(/<noscript>([\s\S]*?)<\/noscript>/g)].map(([, text]) => text!);
    expect(waiting.some((text) => text.includes('<noscript'))).toBe(false);
    const at = body.replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
    expect(at.match(/<div class="block" id="table-/g)).toHaveLength(1);
    expect(at).toContain('id="table-02"');
    expect(at).not.toMatch(/<svg|<img|<pre/);
    expect(waiting.filter((text) => text.includes('id="table-'))).toHaveLength(fixture.input.versions[0].tables.length - 1); // prettier-ignore
    expect(fixture.page.match(/<noscript>/g)).toHaveLength(waiting.length);
  });

  test('is the same bytes every time', () => {
    expect(interactivePage(fixture.input) === fixture.page).toBe(true);
  });

  test('says that data are synthetic in its data too, and nothing of it where they are not', async () => {
    expect(data.synthetic).toBe(true);
    const real = fixtureResults({ synthetic: false });
    const page = interactivePage(await pageInput(real, null, 1));
    const shown = page.slice(page.indexOf('<body>'), page.indexOf('<script type="text/plain"'));
    expect(shown.toLowerCase()).not.toContain('synteti');
    expect(page).toContain('"synthetic":false');
  });

  test('without any estimate has no controls of tables', async () => {
    const { results } = fixture;
    const page = interactivePage(await pageInput({ ...results, estimates: [] }, null));
    const shown = page.slice(page.indexOf('<body>'), page.indexOf('<script'));
    expect([shown.includes('name="language"'), shown.includes('name="category"')]).toEqual([true, false]);
  });

  test('has a script that is one module, and holds no end of its element', () => {
    const script = clientScript();
    expect(script).not.toMatch(/<\/script|<!--|\bimport\s*[({*"']|\beval\(|new Function/i);
    expect(Buffer.byteLength(script)).toBeLessThan(100_000);
  });
});

describe('the data of the cells', () => {
  test('hold every cell of every table with the numbers of its estimate in full precision', () => {
    const { results, comparison } = fixture;
    const byId = new Map(results.estimates.map((e) => [e.id, e]));
    const tables = buildTables(results, comparison, 'sv');
    let cells = 0;
    tables.forEach((table, t) => {
      const rows = table.rows.filter((row) => row.kind === 'row');
      expect(data.tables[t]!.rows).toHaveLength(rows.length);
      rows.forEach((row, r) =>
        row.cells.forEach((c, i) => {
          const e = byId.get(c.id!)!;
          const own = unpackCell(data.tables[t]!.rows[r]!.cells[i]!);
          cells++;
          for (const field of ['mark', 'estimate', 'se', 'ciLow', 'ciHigh', 'statistic', 'df', 'df2', 'p', 'n', 'units', 'clusters'] as const)
            expect(own[field]).toBe(e[field]); // prettier-ignore
          expect(own.category).toBe(c.category);
          expect(own.pHolm ?? undefined).toBe(e.extra['pHolm']);
          expect(own.dropped ?? {}).toEqual(e.dropped);
        }),
      );
    });
    expect(cells).toBe(comparison.cells.length);
  });

  test('come back from their packing as they were', () => {
    const cell = { ...unpackCell([]), mark: '', verdict: 'as-noise', p: 0.1, dropped: { a: 1 } };
    expect(unpackCell(packCell(cell))).toEqual(cell);
    expect(packCell(unpackCell([]))).toEqual([]);
    expect(Object.keys(unpackCell([]))).toEqual([...cellFields]);
  });

  test('name rows, columns and tables in both languages', () => {
    const table = data.tables.find((t) => t.id === 'table-10')!;
    expect(table.title).toEqual({
      sv: expect.stringMatching(/^Tabell 10\. Ekonomiskt bistånd/) as string,
      en: expect.stringMatching(/^Table 10\. Financial assistance/) as string,
    });
    expect(table.columns[0]!.head).toEqual({ sv: 'Nivå, alla: t−1', en: 'Level, all: t−1' });
    expect(table.rows[0]!.label.en).not.toBe(table.rows[0]!.label.sv);
  });

  test('name the choices that a cell depends on, and no others', () => {
    const choices = ['users.other', 'users.yearEffects', 'users.yearlyCovariance', 'peers.comparison'].map(
      (path) => ({ path, value: '', what: {} }),
    );
    const paths = (model: string, column: string) => choicesOf({ choices }, model, column).map((c) => c.path);
    expect(paths('users', 'totalt')).toEqual(['users.other', 'users.yearEffects']);
    expect(paths('users', '2016')).toEqual(['users.other', 'users.yearlyCovariance']);
    expect(paths('peers', 'niva:alla:t-1')).toEqual(['peers.comparison']);
    expect(paths('anova', 'period:lan')).toEqual([]);
  });

  test('cannot end their element, open a comment or turn the direction of the text', () => {
    const text = scriptJson({ '</script>': '<!--<script>\u202eabc' });
    expect(text).not.toMatch(/[<\u202e]/);
    expect(JSON.parse(text)).toEqual({ '</script>': '<!--<script>abc' });
  });
});

describe('labels of data', () => {
  const evil = `</script><script>alert(1)</script><!--"'&\u202e\u0007${'x'.repeat(10_000)}`;
  const odd = estimate({ id: evil, model: 'users', area: evil, indicator: evil, row: evil, group: evil, table: `users:${evil}`, column: evil, mark: '+', estimate: 1, p: 0.07, dropped: { [evil]: 1 }, extra: { unit: evil, verdict: evil } }); // prettier-ignore
  const results: Results = { ...fixtureResults(), estimates: [odd, { ...odd, id: 'b', area: 'b', table: 'b', mark: null, status: 'not-estimable', reason: evil }] }; // prettier-ignore

  test('are no markup and no script, wherever they stand', async () => {
    const page = interactivePage(await pageInput(results, null));
    expect(page.match(/<script/g)).toHaveLength(4);
    expect(page.match(/<\/script/g)).toHaveLength(4);
    expect(page.includes('alert(1)</script>')).toBe(false);
    expect(page.includes('\u202e')).toBe(false);
    const english = unpacked(inScript(page, 'type="text/plain"')!);
    expect(english).not.toMatch(/<script/i);
  });

  test('of any length give short choices in the controls', () => {
    const bar = controlsHtml(buildTables(results, null, 'sv'), 'sv', ['en']).toString();
    expect(bar).toContain('name="area"');
    expect([...bar.matchAll(/<option[^>]*>([^<]*)<\/option>/g)].every(([, text]) => text!.length < 100)).toBe(
      true,
    );
  });
});

describe('the line that explains a cell', () => {
  test.each([
    ['oj replicate --out x', ''],
    ['oj replicate --data mine --spec=my.json --lang en', '--data mine --spec my.json'],
    [`oj replicate --data 'it'\\''s mine' --inference full`, `--data 'it'\\''s mine' --inference full`],
    [`oj report '--data=a b' --margin 2,5 --workers 2`, `--data 'a b' --margin 2,5`],
  ])('has the options of %s', (command, options) => {
    expect(explainOptions(command)).toBe(options);
  });

  test('is left out where a part of it cannot be seen, and for tables that are not explained', () => {
    expect(explainOptions("oj replicate --data 'a\u202eb'")).toBeNull();
    const row = { row: 'a', group: null, indicator: 'id' };
    expect(explainRow({ ...row, table: 'event-study:skola' }, [])).toBeNull();
    expect(explainRow({ ...row, table: 'users:sk\u202eola' }, [])).toBeNull();
    expect(explainRow({ ...row, table: 8, row: 'a\u202eb' }, [])).toBeNull();
    expect(explainCommand("8 'a'", 'x\u0007', '', 'sv')).toBeNull();
    expect(explainCommand(null, 'totalt', '', 'sv')).toBeNull();
  });

  test('names the group where another row has the same label', () => {
    const rows = [
      { table: 8, row: 'a', group: 'g h', indicator: 'x' },
      { table: 8, row: 'a', group: 'i', indicator: 'y' },
    ];
    expect(explainRow(rows[0]!, rows)).toBe("8 'g h: a'");
    expect(explainRow(rows[0]!, rows.slice(0, 1))).toBe('8 a');
  });

  test('names an indicator of the data by its id where its label is not its alone, or would be no word', () => {
    const row = (label: string, indicator: string) => ({
      table: 'users:skola',
      row: label,
      group: null,
      indicator,
    });
    const rows = [row('Plan', 'p1'), row('plan ', 'p2'), row('Frånvaro', 'f'), row('--help', 'h'), row('a\u202eb', 'u')]; // prettier-ignore
    expect(rows.map((r) => explainRow(r, rows))).toEqual([
      'users:skola p1',
      'users:skola p2',
      'users:skola Frånvaro',
      'users:skola h',
      'users:skola u',
    ]);
  });

  test('gives every word to a shell as it is, and reads it back', () => {
    const words = ['plain', 'å b', "it's", '$(rm -rf x)', '`x`;|&<>', '"q"', 'a\\b', "''", '=HYPERLINK("x")'];
    const line = words.map(shellWord).join(' ');
    const seen = execFileSync('sh', ['-c', `printf '%s\\n' ${line}`], { encoding: 'utf8' });
    expect(seen.trimEnd().split('\n')).toEqual(words);
    expect(shellWords(line)).toEqual(words);
  });

  test('run by the command gives the same estimate', () => {
    const panel = buildPanel(readDataFolder(demoFolder()));
    const estimates = replicate(panel, defaultSpecification, [8, 9, 17]);
    const results = { ...fixtureResults(), estimates };
    const comparison = compare(estimates);
    const { tables } = cellsData({
      results,
      comparison,
      assumptions: fixtureAssumptions,
      tables: [{ lang: 'sv', tables: buildTables(results, comparison, 'sv') }],
    });
    for (const table of tables) {
      const r = table.rows.length - 1;
      const c = table.columns.length - 1;
      const line = explainCommand(table.rows[r]!.explain, table.columns[c]!.key, '', 'sv')!;
      const printed = oj([...shellWords(line).slice(1), '--json']);
      const { estimates } = JSON.parse(printed.stdout) as Results;
      const own = unpackCell(table.rows[r]!.cells[c]!);
      expect([own.estimate, own.p, own.n, own.mark]).toEqual([
        estimates[0]!.estimate,
        estimates[0]!.p,
        estimates[0]!.n,
        estimates[0]!.mark,
      ]);
    }
  });

  test('of every row of the appendix names one row', () => {
    for (const table of data.tables) {
      const lines = table.rows.map((row) => row.explain);
      expect(lines).not.toContain(null);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });
});
