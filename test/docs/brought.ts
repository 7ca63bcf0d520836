import XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oj } from '../command/oj.js';
import { makeSmallFolder } from './small-folder.js';

/**
 * What the reader of the documents brings: by the path that a line names, what makes it in the folder where the line is
 * run, unless a line before has made it. A line that names a file that neither stands here nor was made fails.
 */
export const brought: Readonly<Record<string, (folder: string, small: string) => void>> = {
  'data/raw/my-folder': (folder) => makeSmallFolder(join(folder, 'data/raw/my-folder')),
  // What `oj fetch kolada` would have written, which is not run here.
  'data/raw/kolada': (folder) => makeSmallFolder(join(folder, 'data/raw/kolada')),
  'data/raw/mine': (folder) => makeSmallFolder(join(folder, 'data/raw/mine')),
  'start.csv': (folder, small) => write(folder, 'start.csv', starts(small)),
  'analysis.ipynb': (folder) => write(folder, 'analysis.ipynb', ipynb),
  'oj-out': (folder, small) => {
    run(folder, 'replicate', '--data', small, '--tables', '8', '--format', 'csv', '--out', 'oj-out');
  },
  unpacked: (folder, small) => {
    run(folder, 'package', '--data', small, '--tables', '8', '--format', 'csv', '--out', 'brought.zip');
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(folder, 'brought.zip')))))
      if (!path.endsWith('/')) write(join(folder, 'unpacked'), path, bytes);
  },
  'oj-2018-*.xlsx': (folder) => write(folder, 'oj-2018-aldreomsorg.xlsx', workbook()),
  'oj-2019-*.xlsx': (folder) => write(folder, 'oj-2019-aldreomsorg.xlsx', workbook()),
  '*.xlsx': (folder) => write(folder, 'oj-2018-aldreomsorg.xlsx', workbook()),
  'table.csv': (folder) =>
    write(
      folder,
      'table.csv',
      'region,year,indicator,value\n0114,2018,my-indicator,12.5\n0114,2019,my-indicator,14\n1281,2018,my-indicator,..\n',
    ),
  'survey.csv': (folder) =>
    write(
      folder,
      'survey.csv',
      'Kommunkod;Kommun;ÄO kvalitetsutveckling;ÄO inte alls\n0114;Upplands Väsby;1;0\n;Stokholm;0;1\n1281;Lund;0;1\n',
    ),
  'form.csv': (folder) => {
    const form = readFileSync(join(folder, 'form.csv'), 'utf8');
    write(folder, 'form.csv', form.replace(/^0114;Upplands Väsby;;/m, '0114;Upplands Väsby;;1;0'));
  },
  'data.csv': (folder) => write(folder, 'data.csv', table()),
};

/** Files that a line before has made, and the reader fills in. */
export const filledIn: readonly string[] = ['form.csv'];

function run(folder: string, ...args: string[]): void {
  const { code, stderr } = oj(args, { cwd: folder });
  if (code !== 0 && code !== 1) throw new Error(`oj ${args.join(' ')}: ${stderr}`);
}

function write(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** When each unit of a folder began: a third in 2018, a third in 2019, the others never. */
function starts(folder: string): string {
  const [, ...units] = readFileSync(join(folder, 'units.csv'), 'utf8').trim().split('\n');
  return `unit,year\n${units.map((row, i) => `${row.split(',')[0]},${['2018', '2019', ''][i % 3]}`).join('\n')}\n`;
}

const ipynb = JSON.stringify({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'deno', display_name: 'Deno', language: 'typescript' } },
  cells: [{ id: 'a', cell_type: 'code', metadata: {}, source: ['1 + 1'], outputs: [], execution_count: 1 }],
});

function workbook(): Uint8Array {
  const rows = [
    ['Kommunkod', 'Kommun', 'Använder AUDIT för att upptäcka riskfylld alkoholkonsumtion'],
    ['0114', 'Upplands Väsby', 'Ja'],
    ['0180', 'Stockholm', 'Nej'],
    ['1281', 'Lund', 'Ja'],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Kommuner');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

/** Forty units in five years, with the columns that the formulas name. */
function table(): string {
  const noise = (...at: number[]) => at.reduce((s, v, i) => s + v * [7919, 104729, 1299709][i]!, 13) % 97;
  const rows = Array.from({ length: 200 }, (_, i) => {
    const [unit, year] = [Math.floor(i / 5), 2016 + (i % 5)];
    const lan = unit % 2 === 0 ? 'Skåne län' : 'Kalmar län';
    const [x, z] = [noise(unit, year), noise(year, unit, 3)];
    const y = 10 + x + noise(unit, year, 5);
    return [unit, year, lan, y, x, z, 1 + noise(unit), noise(unit, year, 7) > 40 ? 1 : 0, unit % 3].join(',');
  });
  return `unit,year,lan,y,x,z,w,yes,h\n${rows.join('\n')}\n`;
}
