import { type Command, Option } from 'commander';
import { language, list, yearOption, years } from './cli-options.js';
import type { FetchKoladaOptions } from './command/fetch.js';
import type { ImportOptions } from './command/import.js';
import type { ImportSkrOptions } from './command/import-skr.js';
import type { ImportSocialstyrelsenOptions } from './command/import-socialstyrelsen.js';

/** `oj import`, `oj fetch` and `oj template`: what brings other sources into a canonical data folder. */
export function addSources(oj: Command): void {
  addImports(
    oj.command('import').description('other sources into a data folder: oj import <source> FILE...'),
  );
  addFetches(oj.command('fetch').description('values from a public source into a canonical data folder'));
  addTemplates(oj.command('template').description('empty forms to fill in'));
}

/** One subcommand for each kind of file. */
function addImports(command: Command): void {
  importing(command.command('socialstyrelsen'))
    .description(
      "Socialstyrelsen's yearly workbooks (.xlsx, .xls, .ods, .csv), with a report of what was read as what",
    )
    .option('--year <year>', 'the year of the survey, where the file does not say it', yearOption)
    .option(
      '--area <area>',
      'aldreomsorg, ekonomiskt-bistand or barn-och-unga, where the file does not say it',
    )
    .option('--write-mapping <file>', 'write how the files were read, as a draft of a mapping')
    .addOption(language())
    .action(async (files: string[], options: ImportSocialstyrelsenOptions) =>
      (await import('./command/import-socialstyrelsen.js')).importSocialstyrelsen(files, options),
    );
  importing(command.command('skr'))
    .description("the flags of SKR's survey on the use of öppna jämförelser, from CSV or Excel")
    .option('--write-mapping <file>', 'write what there is to settle as a draft mapping, and import nothing')
    .option('--reveal', "show single units' flags, which are confidential")
    .action(async (files: string[], options: ImportSkrOptions) =>
      (await import('./command/import-skr.js')).importSkrCommand(files, options),
    );
  importing(command.command('csv'))
    .description("long or wide tables (SCB's and Kolada's exports, your own) by a mapping of their columns")
    .option('--write-mapping <file>', 'write a draft of the mapping of the first file, and import nothing')
    .action(async (files: string[], options: ImportOptions) =>
      (await import('./command/import-csv.js')).importCsvCommand(files, options),
    );
}

const importing = (command: Command): Command =>
  command
    .argument('<file...>', 'the files to read')
    .option('--into <dir>', 'the data folder to add to; made where it is not there')
    .option('--mapping <file>', 'JSON that settles what the files leave open')
    .option('--replace', 'where another source says otherwise, take the new rows')
    .option('--json', 'print what was done as JSON on stdout and nothing else there');

function addFetches(fetches: Command): void {
  fetches
    .command('kolada')
    .description('values from Kolada (API v3): the KPIs of the codebook, or any others')
    .addOption(
      new Option('--kpi <ids>', 'these KPIs: U31457,N02904 (default: those of the codebook)')
        .argParser(list)
        .conflicts(['search', 'allMatches']),
    )
    .addOption(
      new Option('--search <text>', 'the KPIs with this text in their title').conflicts('allMatches'),
    )
    .option('--all-matches', 'proxies and other wordings of the codebook too')
    .option('--years <years>', '2016-2020 or 2016,2018 (default: those of the appendix)', years)
    .addOption(
      new Option('--gender <gender>', 'T: all, K: women, M: men').choices(['T', 'K', 'M']).default('T'),
    )
    .option('--units <units>', 'K: all municipalities, or their codes: 0180,1480', list, ['K'])
    .option('--ou', 'the values of units of care (into care-units.csv) of the KPIs named')
    .option('--area <area>', 'the area of KPIs that the codebook has not', 'kolada')
    .requiredOption('--into <dir>', 'the canonical data folder to make or add to')
    .option('--cache <dir>', 'folder for the answers as they came', 'data/raw/kolada-cache')
    .addOption(new Option('--offline', 'from the cache alone').conflicts('refresh'))
    .option('--refresh', 'ask anew what the cache has; old answers are kept there')
    .option('--replace', 'where another source fills a cell otherwise, take the value of Kolada')
    .option('--base <url>', "the root of the API (default: Kolada's)")
    .addOption(language())
    .option('--json', 'print the report as JSON on stdout and nothing else there')
    .action(async (options: FetchKoladaOptions) =>
      (await import('./command/fetch.js')).fetchKoladaCommand(options),
    );
}

function addTemplates(command: Command): void {
  command
    .command('skr')
    .description("a form for SKR's flags with all units of 2019, as CSV that Excel opens")
    .option('--out <file>', 'the file to write (default: print it)')
    .action(async (options: { out?: string }) =>
      (await import('./command/import-skr.js')).templateSkrCommand(options),
    );
}
