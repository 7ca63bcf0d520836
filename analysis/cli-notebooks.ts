import { type Command, InvalidArgumentError, Option } from 'commander';
import { language, list } from './cli-options.js';
import { port } from './cli-outputs.js';
import { UsageError } from '../data/problems.js';
import { type NotebookFormat, notebookFormats } from './command/notebook/formats.js';
import type { NotebookRunOptions } from './command/notebook/run.js';
import type { NotebookWatchOptions } from './command/notebook/watch.js';

/** `oj notebook run`, `watch`, `new` and `import`: stories told with the library. */
export function addNotebooks(oj: Command): void {
  const notebook = oj.command('notebook').description('notebooks of TypeScript: oj notebook run notebooks');
  limited(notebook.command('run'))
    .description('runs notebooks from top to bottom and writes each as a page')
    .argument('[files...]', 'notebooks NAME.nb.ts, or folders of them (default: notebooks)')
    .option('--out <dir>', 'folder for the pages', 'oj-notebooks')
    .addOption(
      new Option('--format <formats>', `what to write, of ${notebookFormats.join(',')}, or all`)
        .argParser(formats)
        .default(['html'], 'html'),
    )
    .option('--timings', 'how long each cell took, on the pages too: they are then not the same at every run')
    .action(async (files: string[], options: NotebookRunOptions) =>
      (await import('./command/notebook/run.js')).notebookRunCommand(files, options),
    );
  limited(notebook.command('watch'))
    .description('shows a notebook in the browser, on this computer alone, and runs it again on every save')
    .argument('<file>', 'a notebook NAME.nb.ts')
    .option('--port <number>', 'the port to listen on; 0: any (default: the first free one from 8421)', port)
    .option('--no-open', 'do not open the browser')
    .action(async (file: string, options: NotebookWatchOptions) =>
      (await import('./command/notebook/watch.js')).notebookWatchCommand(file, options),
    );
  notebook
    .command('new')
    .description('a notebook to begin with: notebooks/NAME.nb.ts')
    .argument('<name>', 'letters, digits, - and _')
    .addOption(language())
    .action(async (name: string, options: { lang: 'sv' | 'en' }) =>
      (await import('./command/notebook/new.js')).notebookNewCommand(name, options),
    );
  notebook
    .command('import')
    .description('an .ipynb with cells in TypeScript as a .nb.ts file beside it')
    .argument('<file>', 'a notebook of Jupyter, NAME.ipynb')
    .addOption(language())
    .action(async (file: string, options: { lang: 'sv' | 'en' }) =>
      (await import('./command/notebook/import.js')).notebookImportCommand(file, options),
    );
}

const limited = (command: Command): Command =>
  command
    .addOption(
      new Option('--time-limit <seconds>', 'how long one cell may take').argParser(positive).default(60),
    )
    .addOption(
      new Option('--memory-limit <megabytes>', 'how much memory a notebook may hold')
        .argParser(positive)
        .default(2048),
    )
    .addOption(language());

function positive(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value <= 1e6)) throw new InvalidArgumentError('Expected a number above 0, 60.');
  return value;
}

function formats(text: string): NotebookFormat[] {
  if (text.trim().toLowerCase() === 'all') return [...notebookFormats];
  const names = list(text.toLowerCase());
  const unknown = names.find((name) => !notebookFormats.some((format) => format === name));
  if (unknown !== undefined)
    throw new UsageError(
      `--format: found "${unknown}"; expected one or more of ${notebookFormats.join(',')}, separated by commas, or all`,
    );
  return notebookFormats.filter((format) => names.includes(format));
}
