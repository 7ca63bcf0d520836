import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'analysis', 'cli.js');

/** Fixes the clock of a run. */
export const EPOCH = '1624000000';

/** A fresh folder for one test. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'oj-test-'));

/** Runs the command as a user would, in a folder of its own. */
export function oj(args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: options.cwd ?? scratch(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH, ...options.env },
  });
  return { code: status, stdout, stderr };
}

/** Starts the command and sends it a signal after the text has stood on stderr. */
export function interrupt(args: readonly string[], cwd: string, after: string) {
  return new Promise<{ code: number | null; signal: string | null; stderr: string }>((resolve) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd });
    let stderr = '';
    let sent = false;
    child.stdout.resume();
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (!sent && stderr.includes(after)) {
        sent = true;
        child.kill('SIGINT');
      }
    });
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });
}

/** A canonical data folder of another world: schools in two areas, with care units and users. */
export function schoolFolder(change: Partial<Record<string, string>> = {}): string {
  const folder = join(scratch(), 'skolor');
  mkdirSync(folder);
  const units = Array.from({ length: 40 }, (_, i) => String(1000 + i));
  const years = [2018, 2019, 2020, 2021];
  const noise = (i: number, t: number, k: number) => (i * 7919 + t * 104729 + k * 1299709) % 97;
  const files: Record<string, string> = {
    'units.csv': `unit,name,municipality,lan,kommungrupp,socioek,invanare,folkmangd\n${units
      .map((u, i) => `${u},Ort ${i},${u},L${i % 5},G${i % 3},${i % 4},${i % 2},${1000 + noise(i, 0, 9) * 37}`)
      .join('\n')}\n`,
    'indicators.csv':
      'indicator,area,label,type,better\nskol-plan,skola,"Plan, ""likvärdighet"" <b>",binary,higher\nskol-franvaro,skola,Frånvaro,share,lower\nfri-niva,fritid,Nivå,ordinal,higher\nfri-antal,fritid,Antal,count,higher\n',
    'answers.csv': `unit,year,indicator,answer,reason\n${units
      .flatMap((u, i) =>
        years.flatMap((y, t) => [
          noise(i, t, 1) < 9
            ? `${u},${y},skol-plan,,bortfall`
            : `${u},${y},skol-plan,${noise(i, t, 2) % 2 ? 'Ja' : 'Nej'},`,
          `${u},${y},skol-franvaro,${noise(i, t, 3)},`,
          `${u},${y},fri-niva,${noise(i, t, 4) % 4},`,
          `${u},${y},fri-antal,${noise(i, t, 5)},`,
        ]),
      )
      .join('\n')}\n`,
    'survey.csv': `unit,area,quality_development,not_used\n${units.map((u, i) => `${u},skola,${i % 2},${1 - (i % 2)}`).join('\n')}\n`,
    'care-units.csv': `care_unit,unit,year,kind,measure,value\n${units
      .flatMap((u, i) =>
        [0, 1, 2].flatMap((c) =>
          years.map((y, t) => `${u}-${c},${u},${y},sarskilt-boende,timmar,${(20 + noise(i, t, c)) / 100}`),
        ),
      )
      .join('\n')}\n`,
    ...change,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
