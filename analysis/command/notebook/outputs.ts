import type { Lang } from '../../../reports/locales/language.js';
import { notebookIpynb } from '../../../reports/notebook/ipynb.js';
import { notebookPage } from '../../../reports/notebook/page.js';
import type { OutputFile } from '../../../reports/write.js';
import type { NotebookFormat } from './formats.js';
import type { Ran } from './run-notebook.js';

/** The files of a notebook that has been run. */
export const notebookFiles = (
  { run, parsed }: Ran,
  formats: readonly NotebookFormat[],
  lang: Lang,
  timings: boolean,
): OutputFile[] =>
  formats.map((format) => ({
    path: `${run.id}.${format}`,
    content: format === 'html' ? notebookPage(run, parsed, { lang, timings }) : notebookIpynb(run, lang),
  }));
