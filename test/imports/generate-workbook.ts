import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { officialShare, questions, type Truth, type Unit, type World } from './generate-world.js';

export interface LayoutChoice {
  readonly writer: 'exceljs' | 'xlsx' | 'xls' | 'ods' | 'csv';
  readonly depth: 1 | 2 | 3 | 4;
  /** Blocks of the header merged, repeated in each cell, or only in their first. */
  readonly blocks: 'merged' | 'repeated' | 'first';
  readonly keys: 'code' | 'number' | 'name' | 'both';
  readonly sorting: boolean;
  readonly districts: 'none' | 'same' | 'own';
  readonly answers: 'words' | 'numbers' | 'colours' | 'theme' | 'palette';
  /** The sign of a unit that did not answer. */
  readonly missing: '' | '-' | '.' | 'Uppgift saknas' | 'Bortfall';
  readonly aggregates: 'none' | 'sheet' | 'below';
  readonly percent: 'whole' | 'decimals' | 'fraction' | 'sign';
  /** Where year and area stand: in the file's name, or in a title above the table. */
  readonly said: 'name' | 'title';
  /** Empty rows above the title. */
  readonly above: 0 | 2;
}

type Value = string | number | null;
interface Cell {
  readonly value: Value;
  readonly fill?: Partial<ExcelJS.Color>;
  readonly format?: string;
}
interface Table {
  readonly name: string;
  readonly rows: Cell[][];
  readonly merges: [number, number, number, number][];
}

const cell = (value: Value): Cell => ({ value });

/** The workbook's bytes and its file name. */
export async function generateWorkbook(
  world: World,
  choice: LayoutChoice,
): Promise<{ bytes: Uint8Array; name: string }> {
  const tables = makeTables(world, choice);
  const ending = choice.writer === 'exceljs' ? 'xlsx' : choice.writer;
  const name = choice.said === 'name' ? `oj-2017-ekonomiskt-bistand.${ending}` : `resultat.${ending}`;
  if (choice.writer !== 'exceljs') return { bytes: byXlsx(tables, choice.writer), name };
  return { bytes: await byExcelJs(tables), name };
}

function makeTables(world: World, choice: LayoutChoice): Table[] {
  const isDistrict = (u: Unit) => u.district !== '';
  const own = choice.districts === 'own' ? world.units.filter((u) => !isDistrict(u)) : world.units;
  const [below, sheet] =
    choice.aggregates === 'below' ? [true, false] : [false, choice.aggregates === 'sheet'];
  const tables = [unitTable('Tabell 1', world, own, choice, below)];
  if (choice.districts === 'own')
    tables.push(unitTable('Tabell 2', world, world.units.filter(isDistrict), choice, false));
  if (sheet) tables.push(aggregateTable(world, choice));
  if (choice.writer === 'csv') return tables.slice(0, 1);
  const text = [
    'Information',
    'Så här har datainsamlingen gjorts 1 februari 2016 - 31 januari 2017.',
    'Jämfört med 2016 och äldreomsorgen har frågorna ändrats.',
  ];
  return [{ name: 'Information', rows: text.map((t) => [cell(t)]), merges: [] }, ...tables];
}

const keyColumns = (choice: LayoutChoice): string[] =>
  choice.keys === 'both' ? ['Kommunkod', 'Kommun'] : choice.keys === 'name' ? ['Kommun/stadsdel'] : ['Kod'];
const SORTING = ['Län', 'Kommungrupp, antal invånare', 'Kommungrupp SKL'];

function head(choice: LayoutChoice, left: readonly string[]): Pick<Table, 'rows' | 'merges'> {
  const rows: Cell[][] = Array.from({ length: choice.above }, () => []);
  if (choice.said === 'title')
    rows.push([cell('Öppna jämförelser 2017. Ekonomiskt bistånd - Enkätdata')], []);
  const merges: Table['merges'] = [];
  const levels = [
    questions.map((q) => (q.quality === 'Tillgänglighet' ? 'Förutsättningar' : 'Arbetssätt')),
    questions.map((q) => q.quality),
    questions.map((q) => q.area),
    questions.map((q) => q.short),
  ].slice(-choice.depth);
  levels.forEach((texts, level) => {
    const bottom = level === levels.length - 1;
    const row = rows.length;
    const line: Cell[] = left.map((text) => cell(bottom ? text : null));
    texts.forEach((text, i) => {
      const repeats = !bottom && texts[i - 1] === text;
      line.push(cell(repeats && choice.blocks !== 'repeated' ? null : text));
      const end = texts.findIndex((t, j) => j > i && t !== text);
      const last = (end < 0 ? texts.length : end) - 1;
      if (!bottom && !repeats && choice.blocks === 'merged' && last > i)
        merges.push([row, left.length + i, row, left.length + last]);
    });
    rows.push(line);
  });
  return { rows, merges };
}

function unitTable(
  name: string,
  world: World,
  units: readonly Unit[],
  choice: LayoutChoice,
  below: boolean,
): Table {
  const left = [...(choice.sorting ? SORTING : []), ...keyColumns(choice)];
  const { rows, merges } = head(choice, left);
  for (const u of units) {
    const sorting = choice.sorting ? [u.lan, Number(u.size), u.group] : [];
    rows.push(
      [...sorting, ...keysOf(u, choice)]
        .map(cell)
        .concat(questions.map((_, i) => answerCell(world.truth.get(u.unit)![i]!, i, choice))),
    );
  }
  if (below) rows.push(...aggregateRows(world, choice, left.length));
  return { name, rows, merges };
}

function keysOf(u: Unit, choice: LayoutChoice): Value[] {
  const code = u.unit;
  const name = u.district === '' ? u.city : `${u.city} - ${u.district}`;
  if (choice.keys === 'both') return [u.municipality, name];
  if (choice.keys === 'name') return [name];
  return [choice.keys === 'number' && /^\d+$/.test(code) ? Number(code) : code];
}

const COLOURS = {
  colours: { Ja: { argb: 'FFC6EFCE' }, Delvis: { argb: 'FFFFEB9C' }, Nej: { argb: 'FFFFC7CE' } },
  // Accent 3 is green, accent 2 red; there is no yellow among them.
  theme: { Ja: { theme: 6, tint: 0.4 }, Delvis: { argb: 'FFFFFF00' }, Nej: { theme: 5, tint: 0.4 } },
  palette: { Ja: { indexed: 11 }, Delvis: { indexed: 13 }, Nej: { indexed: 10 } },
} as const;

function answerCell(truth: Truth, column: number, choice: LayoutChoice): Cell {
  if (truth === 'bortfall') return cell(choice.missing === '' ? null : choice.missing);
  if (truth === 'ej-aktuellt') return cell('Ej aktuellt');
  if (truth === 'kan-inte-svara') return cell('Kan inte svara');
  if (choice.answers === 'words') return cell(truth);
  const top = questions[column]!.steps === 3 ? 2 : 1;
  if (choice.answers === 'numbers') return cell(truth === 'Ja' ? top : truth === 'Delvis' ? 1 : 0);
  return { value: null, fill: COLOURS[choice.answers][truth] as Partial<ExcelJS.Color> };
}

function aggregateTable(world: World, choice: LayoutChoice): Table {
  const { rows, merges } = head(choice, ['Område']);
  rows.push(...aggregateRows(world, choice, 1));
  return { name: 'Län och riket', rows, merges };
}

function aggregateRows(world: World, choice: LayoutChoice, left: number): Cell[][] {
  const counties = [...new Set(world.units.map((u) => u.lan))];
  const city = world.units.some((u) => u.district !== '') ? ['Stockholm'] : [];
  return ['Riket', ...counties, ...city].map((place) => {
    const of = (u: Unit) => place === 'Riket' || u.lan === place || u.city === place;
    return [
      ...Array.from({ length: left - 1 }, () => cell(null)),
      cell(place),
      ...questions.map((_, i) => percentCell(officialShare(world, i, of), choice)),
    ];
  });
}

function percentCell(percent: number | null, choice: LayoutChoice): Cell {
  if (percent === null) return cell('..');
  switch (choice.percent) {
    case 'whole':
      return cell(Math.round(percent));
    case 'decimals':
      return cell(Math.round(percent * 10) / 10);
    case 'fraction':
      return { value: percent / 100, format: '0 %' };
    case 'sign':
      return cell(`${String(Math.round(percent * 10) / 10).replace('.', ',')} %`);
  }
}

async function byExcelJs(tables: readonly Table[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merges } of tables) {
    const sheet = book.addWorksheet(name);
    rows.forEach((row, r) =>
      row.forEach(({ value, fill, format }, c) => {
        const target = sheet.getCell(r + 1, c + 1);
        if (value !== null) target.value = value;
        if (fill) target.fill = { type: 'pattern', pattern: 'solid', fgColor: fill };
        if (format) target.numFmt = format;
      }),
    );
    for (const [top, left, bottom, right] of merges)
      sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function byXlsx(tables: readonly Table[], bookType: 'xlsx' | 'xls' | 'ods' | 'csv'): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges } of tables) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((c) => c.value)));
    sheet['!merges'] = merges.map(([top, left, bottom, right]) => ({
      s: { r: top, c: left },
      e: { r: bottom, c: right },
    }));
    rows.forEach((row, r) =>
      row.forEach(({ format }, c) => {
        const target = sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined;
        if (format && target) target.z = '0%';
      }),
    );
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  const type = bookType === 'xls' ? 'biff8' : bookType;
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: type }) as ArrayBuffer);
}
