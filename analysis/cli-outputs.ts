import { type Command, InvalidArgumentError, Option } from 'commander';
import { format, inference, language, margin, tableList, workers } from './cli-options.js';
import { chosen, exportFormats, exportTables } from '../reports/export/formats.js';
import { usualFormats } from '../reports/formats.js';
import type { ExportOptions } from './command/export.js';
import type { PackageOptions } from './command/package.js';
import type { ReportOptions } from './command/report.js';
import type { ServeCommandOptions } from './command/serve.js';

/** `oj report`, `oj export`, `oj open`, `oj serve` and `oj package`: what is done with results once they are there. */
export function addOutputs(oj: Command): void {
  oj.command('report')
    .description(
      'the results of a run as documents: oj report oj-out --format html,pdf,docx (estimates nothing)',
    )
    .argument('[results]', "a run's folder, or its results.json", 'oj-out')
    .addOption(format(['html']))
    .option('--out <dir>', 'folder for the documents (default: the folder of the results)')
    .addOption(language())
    .action(async (results: string, options: ReportOptions) =>
      (await import('./command/report.js')).reportCommand(results, options),
    );
  oj.command('export')
    .description(
      'estimates and panel as data frames for R, Python and others: oj export oj-out --format parquet,csv',
    )
    .argument('[results]', "a run's folder, or its results.json (default: oj-out)")
    .addOption(
      new Option('--format <formats>', `what to write, of ${exportFormats.join(',')}, or all`)
        .argParser((text) => chosen('--format', text, exportFormats))
        .default(['parquet'], 'parquet'),
    )
    .addOption(
      new Option('--what <tables>', `which tables, of ${exportTables.join(',')}`)
        .argParser((text) => chosen('--what', text, exportTables))
        .default([...exportTables], exportTables.join(',')),
    )
    .option('--data <dir>', 'the data folder of the run (default: the synthetic demo data)')
    .option('--out <dir>', 'folder for the files', 'oj-export')
    .option('--reveal', "with single units' answers to SKR's survey, which are confidential")
    .addOption(language())
    .action(async (results: string | undefined, options: ExportOptions) =>
      (await import('./command/export.js')).exportCommand(results, options),
    );
  oj.command('open')
    .description('opens the report of a folder in the browser')
    .argument('[folder]', 'the folder of oj replicate --out', 'oj-out')
    .addOption(language())
    .action(async (folder: string, options: { lang: 'sv' | 'en' }) =>
      (await import('./command/open.js')).openCommand(folder, options),
    );
  oj.command('serve')
    .description('shows a folder in the browser, on this computer alone, and reads it again when it changes')
    .argument('[folder]', 'the folder of oj replicate --out', 'oj-out')
    .option('--port <number>', 'the port to listen on; 0: any (default: the first free one from 8421)', port)
    .addOption(language())
    .action(async (folder: string, options: ServeCommandOptions) =>
      (await import('./command/serve.js')).serveCommand(folder, options),
    );
  oj.command('package')
    .description(
      'a replication package: runs the appendix and packs it with all that it takes to run it again',
    )
    .option('--out <file>', 'the zip file to write', 'replication.zip')
    .option('--data <dir>', 'a canonical data folder (default: the synthetic demo data)')
    .option('--spec <file>', 'JSON with the fields of the specification to change')
    .addOption(inference())
    .addOption(workers())
    .addOption(margin())
    .option('--tables <numbers>', 'only these tables, 2,8', tableList)
    .addOption(format(usualFormats))
    .option('--no-inputs', 'without the data: their sums and how to get them')
    .option('--reveal', "with single units' answers to SKR's survey, which are confidential")
    .addOption(
      new Option('--verify <dir>', 'run an unpacked package again and compare every byte').conflicts([
        'data',
        'spec',
        'tables',
        'inference',
        'margin',
        'reveal',
      ]),
    )
    .addOption(language())
    .action(async (options: PackageOptions) =>
      (await import('./command/package.js')).packageCommand(options),
    );
}

export function port(text: string): number {
  const value = Number(text);
  if (!(/^\d{1,5}$/.test(text) && value <= 65_535))
    throw new InvalidArgumentError('Expected a port, a whole number from 0 to 65535.');
  return value;
}
