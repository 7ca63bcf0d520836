import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { UsageError } from '../../data/problems.js';
import { messages, type Lang } from '../../reports/locales/language.js';

/** Opens a file by the program that the system opens it with; rejects where there is none. */
export type Opener = (path: string) => Promise<void>;

/** How long a failure of the system's launcher is waited for; one that has gone well may run as long as the browser. */
const PATIENCE_MS = 2000;

/** `oj open [folder]`: opens the folder's report in the browser and prints its path. */
export async function openCommand(
  folder: string,
  { lang }: { readonly lang: Lang },
  opener: Opener = openInBrowser,
): Promise<void> {
  const report = join(folder, 'report.html');
  const stat = statSync(report, { throwIfNoEntry: false });
  if (!stat?.isFile())
    throw new UsageError(
      `${report}: ${stat ? 'found a folder' : 'there is no such file'}; expected a report; make one with oj replicate --out ${folder}, or name the folder that has one: oj open FOLDER`,
    );
  const path = resolve(report);
  try {
    await opener(path);
  } catch (error) {
    throw new UsageError(
      `${path}: no browser could be started (${(error as Error).message}); expected one on this computer; open the file yourself, or run oj serve ${folder} and visit its address`,
    );
  }
  process.stdout.write(`${messages(lang).outputs.opened}: ${path}\n`);
}

/** Opens a file or an address in the browser; rejects where none can be started. */
export async function openInBrowser(path: string): Promise<void> {
  const { default: open } = await import('open');
  const launcher = await open(path);
  const ended = new Promise<void>((done, reject) => {
    const judge = (code: number | null) => (code ? reject(new Error(`exit code ${code}`)) : done());
    if (launcher.exitCode !== null) judge(launcher.exitCode);
    launcher.once('exit', judge).once('error', reject);
  });
  const enough = new AbortController();
  const patience = setTimeout(PATIENCE_MS, undefined, { signal: enough.signal }).catch(() => {});
  await Promise.race([ended, patience]).finally(() => enough.abort());
}
