import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { codebook } from '../../data/codebook/codebook.js';
import type { Lang } from '../../reports/locales/language.js';
import { shownMark } from '../../reports/tables/cell.js';
import { cellRows } from '../../reports/tables/table.js';
import { sheetNames } from '../../reports/workbook/names.js';
import { numberOf } from '../../reports/workbook/grid-sheet.js';
import { cellText, LONGEST_TEXT } from '../../reports/workbook/text.js';
import { renderWorkbook, type WorkbookInput } from '../../reports/workbook/workbook.js';
import { hostile, hostileTexts, officeInput, officeResults } from './office-fixture.js';
import { checkXml, convert, noOffice, xmlParts } from './xml-check.js';

const open = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'array', cellStyles: true });

const cellsOf = (sheet: WorkSheet): [address: string, cell: CellObject][] =>
  Object.entries(sheet).filter(([address]) => !address.startsWith('!')) as [string, CellObject][];

const rowsOf = (sheet: WorkSheet): unknown[][] => utils.sheet_to_json(sheet, { header: 1, defval: null, raw: true }); // prettier-ignore

describe('renderWorkbook', () => {
  let input: WorkbookInput;
  let bytes: Uint8Array;
  let book: WorkBook;
  beforeAll(async () => {
    input = officeInput('sv', officeResults({ inference: true }));
    bytes = await renderWorkbook(input);
    book = open(bytes);
  });
  const sheet = (name: string): WorkSheet => book.Sheets[name]!;

  test('writes well-formed XML in every part, whatever the texts hold', () => {
    for (const [path, text] of xmlParts(bytes)) checkXml(path, text);
  });

  test('begins with a list that leads to every sheet', () => {
    const [first = '', ...others] = book.SheetNames;
    expect(first).toBe('Innehåll');
    const links = cellsOf(sheet(first)).filter(([, cell]) => cell.l);
    expect(links.map(([, cell]) => cell.v)).toEqual(others);
    const targets = links.map(([, cell]) => (cell.l as { Target?: string; location?: string }));
    targets.forEach((l, i) => expect(`${l.Target ?? ''}${l.location ?? ''}`).toContain(`'${others[i]}'!A1`));
    expect([...xmlParts(bytes).values()].some((xml) => xml.includes('TargetMode="External"'))).toBe(false);
  }); // prettier-ignore

  test('has a sheet per table, agreement, composition, estimates, codebook, choices, run and specification', () => {
    for (const name of [
      'Tabell 2',
      'Tabell 17',
      'Överensstämmelse',
      'estimates',
      'Kodbok',
      'Öppna val',
      'Körningen',
      'Specifikation',
    ])
      // prettier-ignore
      expect(book.SheetNames).toContain(name);
  });

  test('holds no formula, and every text as text', () => {
    for (const name of book.SheetNames)
      for (const [address, cell] of cellsOf(sheet(name))) {
        expect(cell.f, `${name}!${address}`).toBeUndefined();
        expect(['s', 'n', 'b', 'z']).toContain(cell.t);
        if (cell.t === 'n') expect(Number.isFinite(cell.v)).toBe(true);
      }
    const parts = xmlParts(bytes);
    for (const [path, xml] of parts)
      if (path.includes('/sheet')) expect(xml).not.toMatch(/<f[ >]|t="str"|t="e"/);
  });

  test('marks text that looks like a formula as text, so that editing does not run it', () => {
    const found = book.SheetNames.flatMap((name) => cellsOf(sheet(name))).filter(([, cell]) => cell.v === hostile.formula); // prettier-ignore
    expect(found.length).toBeGreaterThan(3);
    for (const [, cell] of found) expect([cell.t, cell.z]).toEqual(['s', '@']);
  });

  test('says that the data are synthetic at the top of every sheet, and on every row of the tidy one', () => {
    for (const name of book.SheetNames)
      if (name !== 'estimates')
        expect(String((sheet(name)['A1'] as CellObject | undefined)?.v)).toMatch(/^SYNTETISKA DATA/);
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet('estimates'));
    expect(rows).toHaveLength(input.results.estimates.length);
    expect(rows.every((row) => row['synthetic'] === true)).toBe(true);
    const heads = [...xmlParts(bytes)].filter(([path]) => path.startsWith('xl/worksheets/sheet'));
    for (const [, xml] of heads) expect(xml).toMatch(/<oddHeader>[^<]*SYNTETISKA DATA/);
  });

  test('does not say so of other data', async () => {
    const other = open(await renderWorkbook(officeInput('sv', officeResults({ synthetic: false }))));
    for (const name of other.SheetNames)
      expect(JSON.stringify(rowsOf(other.Sheets[name]!)[0])).not.toContain('SYNTETISKA');
    const rows = utils.sheet_to_json<Record<string, unknown>>(other.Sheets['estimates']!);
    expect(rows.every((row) => row['synthetic'] === false)).toBe(true);
  });

  test('has every estimate as one tidy row, with its heads in the first', () => {
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet('estimates'), { defval: null });
    const fields = ['estimate', 'se', 'statistic', 'df', 'df2', 'p', 'ciLow', 'ciHigh', 'n', 'units', 'clusters', 'lag'] as const; // prettier-ignore
    input.results.estimates.forEach((e, i) => {
      const row = rows[i]!;
      for (const field of fields) expect(row[field]).toBe(e[field] ?? null);
      expect(row['id']).toBe(readBack(e.id));
      expect(row['mark']).toBe(e.mark || null);
      expect(row['table']).toBe(typeof e.table === 'string' ? readBack(e.table) : e.table);
      expect(JSON.parse((row['dropped'] as string | null) ?? '{}')).toEqual(JSON.parse(readBack(JSON.stringify(e.dropped)))); // prettier-ignore
    });
    expect(Object.keys(rows[0]!).slice(0, 4)).toEqual(['synthetic', 'id', 'model', 'area']);
    expect(rows[0]!['extra']).toBe(JSON.stringify(input.results.estimates[0]!.extra));
  });

  test('has a table of marks as an auditor reads it: marks, then estimate, interval, p and n by column', () => {
    const table = input.tables.find((t) => t.id === 'table-08')!;
    const rows = rowsOf(sheet('Tabell 8'));
    const head = rows.findIndex((row) => row.includes('2016'));
    const columns = table.columns.length;
    const byId = new Map(input.results.estimates.map((e) => [e.id, e]));
    const block = (title: string) => rows[ROW_OF_BLOCKS]!.indexOf(title);
    const at = { estimate: block('Skattning'), low: block('95 % intervall, nedre'), p: block('p'), n: block('n') };
    cellRows(table).forEach((row, r) => {
      const line = rows[head + 1 + r]!;
      expect(line.slice(0, 2)).toEqual([row.group, row.label]);
      row.cells.forEach((cell, c) => {
        const e = byId.get(cell.id!)!;
        expect(line[2 + 2 * c]).toBe(shownMark(cell.mark) || null);
        expect(line[3 + 2 * c]).toBe(shownMark(cell.published ?? '') || null);
        expect(line[at.estimate + c]).toBe(e.estimate);
        expect(line[at.low + c]).toBe(e.ciLow);
        expect(line[at.p + c]).toBe(e.p);
        expect(line[at.n + c]).toBe(e.n);
      });
    });
    expect(at.n - at.p).toBe(columns);
  }); // prettier-ignore

  test('shows what is left of the marks after adjustment, where the run adjusted', () => {
    expect(rowsOf(sheet('Tabell 8'))[ROW_OF_BLOCKS]).toContain('Efter justering');
  });

  test('gives F and eta squared for an analysis of variance, and no empty block', () => {
    const blocks = rowsOf(sheet('Tabell 2'))[ROW_OF_BLOCKS]!.filter((text) => typeof text === 'string');
    expect(blocks).toEqual(['Märken', 'Efter justering', 'F', 'η²', 'p', 'n']);
  });

  test('has agreement in full precision', () => {
    const rows = rowsOf(sheet('Överensstämmelse'));
    const head = rows.findIndex((row) => row.includes('Kappa'));
    input.comparison!.agreement.forEach((a, i) => {
      const row = rows[head + 1 + i]!;
      expect(row.slice(2, 8)).toEqual([a.counts.same, a.counts['other-level'], a.counts['only-computed'], a.counts['only-published'], a.counts.opposite, a.counts['not-comparable']]); // prettier-ignore
      expect(row.slice(8)).toEqual([a.observed, a.expected, a.kappa]);
    });
  });

  test('has composition in full precision, and says why where there is none', () => {
    const rows = rowsOf(sheet('Användare Ekonomiskt bistånd')).flat();
    expect(rows).toContain(32654.6);
    expect(rows).toContain(0.31);
    expect(rowsOf(sheet('Användare Äldreomsorg')).flat()).toContain('för få icke-användare');
  });

  test('has every entry of the codebook, the inputs with their checksums, and the whole specification', () => {
    const { items, outcomes, composites, measures } = codebook();
    const ids = rowsOf(sheet('Kodbok')).map((row) => row[1]);
    for (const { id } of [...items, ...outcomes, ...composites, ...measures]) expect(ids).toContain(id);
    const run = rowsOf(sheet('Körningen')).flat();
    for (const file of input.results.manifest.inputs) expect(run).toEqual(expect.arrayContaining([file.sha256, file.rows, file.file])); // prettier-ignore
    const specification = new Map(rowsOf(sheet('Specifikation')).map((row) => [row[0], row[1]]));
    expect(specification.get('peers.percentile')).toBe(75);
    expect(specification.get('peers.unitEffects')).toBe(false);
    expect(specification.get('peers.comparison')).toBe('>');
    expect(specification.get('inference.bootstrap.draws')).toBe(0);
  });

  test('tells of every open choice what was used, and whether it is the default', async () => {
    const { specification } = input.results;
    const results = { ...input.results, specification: { ...specification, peers: { ...specification.peers, comparison: '>=' as const } } }; // prettier-ignore
    const changed = open(await renderWorkbook({ ...input, results }));
    const rows = rowsOf(changed.Sheets['Öppna val']!);
    expect(rows.find((row) => row[0] === 'peers.comparison')!.slice(2, 5)).toEqual(['>=', '>', 'ja']);
    expect(rows.find((row) => row[0] === 'peers.percentileOver')!.slice(4, 5)).toEqual(['nej']);
    for (const { path } of input.assumptions) expect(rows.map((row) => row[0])).toContain(path);
  });

  test('freezes heads and labels, filters the rows and prints the heads on every page', () => {
    const parts = xmlParts(bytes);
    const number = book.SheetNames.indexOf('Tabell 8') + 1;
    const xml = parts.get(`xl/worksheets/sheet${number}.xml`)!;
    expect(xml).toMatch(/<pane xSplit="2" ySplit="5"[^>]*state="frozen"/);
    expect(xml).toMatch(/<autoFilter ref="A5:/);
    expect(parts.get('xl/workbook.xml')!.replaceAll('&apos;', "'")).toMatch(
      /Print_Titles"[^>]*>'Tabell 8'!\$A:\$B,'Tabell 8'!\$1:\$5</,
    );
    const tidy = parts.get(`xl/worksheets/sheet${book.SheetNames.indexOf('estimates') + 1}.xml`)!;
    expect(tidy).toMatch(/<pane xSplit="2" ySplit="1"/);
    expect(tidy).toContain(`<autoFilter ref="A1:AD${input.results.estimates.length + 1}"`);
  });

  test('cuts a text that no cell can hold, and says so', () => {
    const long = cellsOf(sheet('estimates')).filter(([, cell]) => String(cell.v).length > 32_000);
    expect(long.length).toBeGreaterThan(0);
    for (const [, cell] of long) {
      expect(String(cell.v).length).toBe(LONGEST_TEXT);
      expect(String(cell.v)).toMatch(/avkortat: 4\d\s\d{3} tecken; helheten finns i results\.json\]$/);
    }
  });

  test('gives the same bytes whatever the clock', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-03-30T02:30:00Z') });
    try {
      expect(Buffer.from(await renderWorkbook(input)).equals(Buffer.from(bytes))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test.each(['sv', 'en'] as Lang[])('of nothing is a workbook that opens (%s)', async (lang) => {
    const results = { ...officeResults(), estimates: [] };
    const empty = { results, comparison: null, tables: [], grids: [], assumptions: [], lang };
    expect(open(await renderWorkbook(empty)).SheetNames).toContain('estimates');
  });

  const missing = noOffice('calc');
  test.skipIf(missing !== null)(
    `is read by LibreOffice${missing ? ` (skipped: ${missing})` : ''}`,
    async () => {
      const few = {
        ...input,
        results: { ...input.results, estimates: input.results.estimates.slice(0, 40) },
      };
      const bytes = await renderWorkbook({ ...few, tables: input.tables.slice(0, 2), grids: [] });
      expect(convert(bytes, 'xlsx', 'pdf').subarray(0, 5).toString()).toBe('%PDF-');
      // The first sheet alone.
      const csv = convert(bytes, 'xlsx', 'csv').toString('utf8');
      expect(csv).toContain('SYNTETISKA DATA');
      expect(csv).toContain('Tabell 2');
    },
  );
});

/** Rows above the blocks' titles: stamp, title, link. */
const ROW_OF_BLOCKS = 3;

/** A text as it comes back: what XML cannot carry is replaced. */
const readBack = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').replace(/\ufffe|\ud800(?![\udc00-\udfff])/g, '\ufffd');

describe('sheetNames', () => {
  test('gives names that Excel takes, each different, whatever is wished for', () => {
    const wishes = [...hostileTexts, ...hostileTexts, '', ' ', "'", 'History', 'history', '[]:*?/\\', 'A', 'a', 'Ä'.repeat(40), 'Ä'.repeat(50), '👩‍⚕️'.repeat(20)]; // prettier-ignore
    const names = sheetNames(wishes);
    expect(names).toHaveLength(wishes.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      // eslint-disable-next-line no-control-regex
      expect(name).not.toMatch(/[[\]:*?/\\'\u0000-\u001f]|^\s|\s$|\p{Cs}/u);
      expect(name.toLowerCase()).not.toBe('history');
    }
  });

  test('keeps a name that is one', () => {
    expect(sheetNames(['Tabell 2', 'Överensstämmelse'])).toEqual(['Tabell 2', 'Överensstämmelse']);
  });
});

describe('cellText', () => {
  test('keeps what Excel would read as the code of a character', () => {
    expect(cellText('_x0041_', 'sv')).toBe('_x005F_x0041_');
    expect(cellText('_x004_ _abc_', 'sv')).toBe('_x004_ _abc_');
  });

  test('cuts at the limit and not before', () => {
    expect(cellText('x'.repeat(LONGEST_TEXT), 'sv')).toBe('x'.repeat(LONGEST_TEXT));
    expect(cellText('x'.repeat(LONGEST_TEXT + 1), 'en')).toMatch(/x … \[cut: 32,768 characters;.*\]$/);
    expect(cellText(`${'x'.repeat(LONGEST_TEXT - 65)}${'𝄞'.repeat(90)}`, 'sv')).not.toMatch(/\p{Cs}/u);
  });
});

describe('numberOf', () => {
  test.each([
    ['sv', '12 345,6'.replace(' ', '\u202f'), 12345.6],
    ['sv', '−0,31', -0.31],
    ['sv', '+4,5', 4.5],
    ['sv', '43\u202f%', 0.43],
    ['en', '12,345.6', 12345.6],
    ['en', '43%', 0.43],
    ['sv', '2016', 2016],
    ['sv', '—', null],
    ['sv', '', null],
    ['sv', '47/299 (136)', '47/299 (136)'],
    ['sv', '12.5', '12.5'],
    ['sv', '=1+1', '=1+1'],
  ] as const)('reads (%s) %j as %j', (lang, text, value) => {
    expect(numberOf(text, lang).value).toBe(value);
  });
});
