import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { quoteFound, UsageError } from '../../../data/problems.js';
import { messages, type Lang } from '../../../reports/locales/language.js';
import { template } from '../../../reports/notebook/template.js';
import { writeFiles } from '../../../reports/write.js';
import { ENDING } from './recorder.js';

/** `oj notebook new NAME`: a notebook to begin with, in the folder notebooks. */
export function notebookNewCommand(name: string, { lang }: { readonly lang: Lang }): void {
  const id = name.endsWith(ENDING) ? name.slice(0, -ENDING.length) : name;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,99}$/u.test(id))
    throw new UsageError(
      `found the name ${quoteFound(name)}; expected letters, digits, - and _ alone, such as min-analys; the file is then notebooks/min-analys${ENDING}`,
    );
  writeNotebook('notebooks', `${id}${ENDING}`, template(id, lang), lang);
}

/** Writes a notebook that is not there yet, and says so. */
export function writeNotebook(folder: string, file: string, text: string, lang: Lang): void {
  const path = join(folder, basename(file));
  if (existsSync(path))
    throw new UsageError(`${path} is already there; expected a name that is free; choose another, or remove the file`); // prettier-ignore
  writeFiles(folder, [{ path: basename(file), content: text }]);
  process.stdout.write(`${messages(lang).notebook.run.made(path)}\n`);
}
