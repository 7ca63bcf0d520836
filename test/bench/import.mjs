// `npm run bench -- import`: a workbook of 316 rows and 400 columns read by the importer, in a process of its own (limit 1.5 s, 250 MB).
// BENCH_RUNS repetitions (default 3), median.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { officialUnits } from '../../dist/data/imports/official-units.js';

const ExcelJS = createRequire(import.meta.url)('exceljs');
const cli = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'analysis', 'cli.js');
const COLUMNS = 400;
const COLOURS = ['FFC6EFCE', 'FFFFEB9C', 'FFFFC7CE'];

/** All units, with AUDIT and DUDIT and many columns that the codebook has not. */
async function workbook(coloured) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Kommuner');
  const names = Array.from(
    { length: COLUMNS - 2 },
    (_, i) => ['AUDIT', 'DUDIT'][i] ?? `Fråga ${i} om något annat`,
  );
  sheet.addRow(['Kommunkod', 'Kommun', ...names]);
  for (const [i, u] of officialUnits().slice(0, 316).entries()) {
    const row = sheet.addRow([u.unit, u.name]);
    for (let c = 3; c <= COLUMNS; c++) {
      const k = (i * 31 + c * 17) % 3;
      if (!coloured) row.getCell(c).value = k > 0 ? 'Ja' : 'Nej';
      else row.getCell(c).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS[k] } };
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const hook =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS))';

export async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'oj-bench-'));
  try {
    for (const coloured of [false, true]) {
      const file = join(scratch, 'oj-2017-ekonomiskt-bistand.xlsx');
      writeFileSync(file, await workbook(coloured));
      const samples = Array.from({ length: Number(process.env.BENCH_RUNS ?? 3) }, (_, i) => {
        const start = performance.now();
        const args = [
          '--import',
          hook,
          cli,
          'import',
          'socialstyrelsen',
          file,
          '--into',
          join(scratch, `out${i}`),
        ];
        const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
        if (status !== 0) throw new Error(`exit ${status}\n${stderr}`);
        return {
          wall: (performance.now() - start) / 1000,
          megabytes: Number(/peak (\d+)\s*$/.exec(stderr)?.[1]) / 1024,
        };
      });
      const [wall, megabytes] = [median(samples.map((s) => s.wall)), median(samples.map((s) => s.megabytes))];
      console.log(
        `316 x ${COLUMNS}, ${coloured ? 'colours' : 'words'} (limit 1.5 s, 250 MB): ${wall.toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
