import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { quoteFound, UsageError } from '../../../data/problems.js';
import { messages, type Lang } from '../../../reports/locales/language.js';
import { writeCells } from '../../../reports/notebook/cells.js';
import { readIpynb } from '../../../reports/notebook/read-ipynb.js';
import { writeNotebook } from './new.js';
import { ENDING } from './recorder.js';

/** `oj notebook import FILE.ipynb`: its cells as a `.nb.ts` file beside it. Exit code 1 where something had no place. */
export function notebookImportCommand(file: string, { lang }: { readonly lang: Lang }): void {
  if (!file.endsWith('.ipynb'))
    throw new UsageError(`found ${quoteFound(file)}; expected a file NAME.ipynb; name the notebook of Jupyter`); // prettier-ignore
  const { cells, leftOut } = readIpynb(readText(file), file);
  const name = basename(file, '.ipynb');
  writeNotebook(dirname(file), `${name}${ENDING}`, writeCells(cells), lang);
  const { leftOut: said } = messages(lang).notebook.run;
  for (const what of leftOut) process.stderr.write(`${said(what)}\n`);
  process.exitCode = leftOut.length > 0 ? 1 : 0;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${file}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}; expected an .ipynb file`,
    );
  }
}
