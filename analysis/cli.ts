#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { createRequire } from 'node:module';
import type { AnalysisName, Selection } from './analyse.js';
import type { CompareOptions } from './command/compare.js';
import type { FetchKoladaOptions } from './command/fetch.js';
import type { FitCommandOptions } from './command/fit.js';
import type { ImportSocialstyrelsenOptions } from './command/import-socialstyrelsen.js';
import type { ReplicateOptions } from './command/replicate.js';

/** What every command shares; commander gives them by these names. */
export interface CommonOptions {
  readonly data?: string;
  readonly spec?: string;
  readonly lang: 'sv' | 'en';
  readonly json?: boolean;
}

const { version } = createRequire(import.meta.url)('oppna-jamforelser/package.json') as { version: string };

/** Each command's code is loaded when it runs: `oj --help` loads none of it. */
function program(): Command {
  const oj = new Command('oj')
    .description(
      'Reproduces, checks and extends the statistical appendix of Riksrevisionen RiR 2021:17 (öppna jämförelser).\n' +
        'Without --data the demo data are used: they are synthetic, and every output says so.',
    )
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'oj: ')) });

  common(
    oj
      .command('replicate')
      .description('the whole appendix: tables 2-17, figures 1-14, beside the published marks'),
  )
    .addOption(inference())
    .addOption(workers())
    .addOption(margin())
    .option('--out <dir>', 'folder for results.json, tables, figures and the report', 'oj-out')
    .option('--tables <numbers>', 'only these tables, 2,8', tableList)
    .action(async (options: ReplicateOptions) =>
      (await import('./command/replicate.js')).replicateCommand(options),
    );

  for (const [name, description] of analyses)
    common(oj.command(name).description(description))
      .option('--indicator <id...>', 'only these indicators')
      .option('--area <area>', 'only this area')
      .option('--by <groupings>', 'groupings of units: lan,kommungrupp,socioek,invanare', list)
      .addOption(inference())
      .addOption(workers())
      .addOption(margin())
      .action(async (options: CommonOptions & Selection) =>
        (await import('./command/analysis.js')).analysisCommand(name, options),
      );

  oj.command('fit')
    .description(
      "any regression on any CSV: oj fit data.csv 'y ~ x1 + factor(g) | fe1 + fe2' --vcov cluster:unit",
    )
    .argument('<file>', 'a CSV file with a header')
    .argument('<formula>', 'response ~ terms | absorbed effects')
    .addHelpText('after', FORMULA_HELP)
    .option(
      '--vcov <kind>',
      'iid, HC0, HC1, HC2, HC3, HC4, cluster:a, cluster:a+b ..., or for few clusters CR2:a, CR3:a, CV3:a (jackknife)',
      'HC1',
    )
    .addOption(
      new Option('--df <rule>', 'degrees of freedom of CR2, CR3, CV3 (default: satterthwaite)').choices([
        'satterthwaite',
        'cluster',
      ]),
    )
    .addOption(
      new Option(
        '--link <model>',
        'logit of 0 and 1, or ordered logit of three or more values, with average marginal effects; --vcov iid, HC0, HC1, cluster:a',
      ).choices(['logit', 'ordered']),
    )
    .option('--weights <column>', 'a column of positive weights')
    .option('--subset <condition>', 'only these rows: \'year >= 2017 & lan == "Skåne län"\'')
    .option('--panel <unit,year>', 'the columns of unit and year, for lag(x, 1)', panel)
    .option('--level <share>', 'confidence level of the intervals', level, 0.95)
    .addOption(
      new Option('--two-way <rule>', 'clustering in several dimensions: own-g or min-g')
        .choices(['own-g', 'min-g'])
        .default('own-g'),
    )
    .addOption(
      new Option(
        '--psd <rule>',
        'a covariance in several dimensions with negative eigenvalues: refuse or fix (to 0)',
      )
        .choices(['refuse', 'fix'])
        .default('refuse'),
    )
    .addOption(language())
    .option('--json', 'print results as JSON and nothing else')
    .addOption(new Option('--csv', 'print the coefficients as CSV and nothing else').conflicts('json'))
    .action(async (file: string, formula: string, options: FitCommandOptions) =>
      (await import('./command/fit.js')).fitCommand(file, formula, options),
    );

  common(
    oj
      .command('compare')
      .description('computed marks against the published ones, with what chance alone would give'),
  )
    .option('--tables <numbers>', 'only these tables, 2,8', tableList)
    .option('--rivals', 'what each open choice decides: the tables anew under every rival')
    .action(async (options: CompareOptions) =>
      (await import('./command/compare.js')).compareCommand(options),
    );

  common(
    oj.command('explain').description("everything behind one cell: oj explain 8 'Extern samverkan' totalt"),
  )
    .argument('<table>', 'number of the table, 2-17 (with --raw: a unit)')
    .argument('<row>', "label of the row, with its group where needed: 'group: row' (with --raw: a year)")
    .argument(
      '<column>',
      'key of the column: totalt, 2016, period:lan, niva:alla:t-1 ... (with --raw: an indicator)',
    )
    .addOption(inference())
    .addOption(margin())
    .option('--raw', 'where one answer comes from: oj explain --raw 0114 2018 eb-audit')
    .action(
      async (
        table: string,
        row: string,
        column: string,
        options: CommonOptions & { readonly raw?: boolean },
      ) =>
        options.raw
          ? (await import('./command/trace.js')).traceCommand(table, row, column, options)
          : (await import('./command/explain.js')).explainCommand(table, row, column, options),
    );

  common(
    oj.command('check').description('reads a data folder and lists everything that is wrong with it'),
  ).action(async (options: CommonOptions) => (await import('./command/check.js')).checkCommand(options));

  oj.command('fetch')
    .description('values from a public source into a canonical data folder')
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

  importGroup(oj)
    .command('socialstyrelsen')
    .description(
      "Socialstyrelsen's yearly workbooks (.xlsx, .xls, .ods, .csv), with a report of what was read as what",
    )
    .argument('<files...>', 'the workbooks as they were downloaded')
    .option('--into <dir>', 'the canonical data folder to add to')
    .option('--year <year>', 'the year of the survey, where the file does not say it', yearOption)
    .option(
      '--area <area>',
      'aldreomsorg, ekonomiskt-bistand or barn-och-unga, where the file does not say it',
    )
    .option('--mapping <file>', 'JSON that settles sheets, columns, forms, units and signs')
    .option('--write-mapping <file>', 'write how the files were read, as a draft of a mapping')
    .option('--replace', 'a value that another source has filled otherwise is replaced')
    .addOption(language())
    .option('--json', 'print the report as JSON and nothing else')
    .action(async (files: string[], options: ImportSocialstyrelsenOptions) =>
      (await import('./command/import-socialstyrelsen.js')).importSocialstyrelsen(files, options),
    );
  return oj;
}

/** `oj import`, under which every source has a command of its own. */
const importGroup = (oj: Command): Command =>
  oj.commands.find((c) => c.name() === 'import') ??
  oj.command('import').description('other sources into a canonical data folder');

const analyses = [
  ['trends', 'national means by year and their trend'],
  ['users', 'users of ÖJ against non-users (tables 8, 13)'],
  ['anova', 'differences between groups of municipalities (tables 2, 9, 14)'],
  ['peers', "lagged results of a group's other municipalities (tables 3-5, 10-12, 15-17)"],
  ['staffing', 'staffing after years of large differences between care units (tables 6-7)'],
  ['composition', 'who the users and the non-users are'],
  ['variance', 'how much of the variance is unit, group, year and rest, and how reliable one answer is'],
] as const satisfies readonly (readonly [AnalysisName, string])[];

function common(command: Command): Command {
  return command
    .option('--data <dir>', 'a canonical data folder (default: the synthetic demo data)')
    .option('--spec <file>', 'JSON with the fields of the specification to change')
    .addOption(language())
    .option('--json', 'print results as JSON on stdout and nothing else there');
}

const language = () => new Option('--lang <language>', 'sv or en').choices(['sv', 'en']).default('sv');

const inference = () =>
  new Option(
    '--inference <how>',
    'full: bootstrap, resampling, permutations, placebos and rivals of every cell',
  ).choices(['full']);

const workers = () =>
  new Option(
    '--workers <number>',
    'threads for the inference (default: as many as the machine has)',
  ).argParser(wholeNumber);

const margin = () =>
  new Option(
    '--margin <points>',
    'the smallest difference that matters, in percentage points: tests equivalence within it',
  ).argParser(positiveNumber);

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

function tableList(text: string): number[] {
  const numbers = list(text).map(Number);
  if (numbers.some((n) => !Number.isInteger(n)))
    throw new InvalidArgumentError('Expected numbers with commas between, 2,8.');
  return numbers;
}

function years(text: string): number[] {
  const found = list(text).flatMap((part) => {
    const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1990 && from <= to && to <= 2100))
      throw new InvalidArgumentError('Expected years from 1990 to 2100, 2016-2020 or 2016,2018.');
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(found)].sort();
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 1024))
    throw new InvalidArgumentError('Expected a whole number from 1 to 1024.');
  return value;
}

function yearOption(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1990 && value <= 2100))
    throw new InvalidArgumentError('Expected a year, 2017.');
  return value;
}

function positiveNumber(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value < Infinity))
    throw new InvalidArgumentError('Expected a number above 0, 5 or 2,5.');
  return value;
}
function panel(text: string): { unit: string; year: string } {
  const [unit, year, ...more] = list(text);
  if (!unit || !year || more.length > 0)
    throw new InvalidArgumentError('Expected two columns with a comma between, unit,year.');
  return { unit, year };
}

const FORMULA_HELP = `
Formula:
  y ~ a + factor(g)        a column of numbers, and a dummy for every level of g but the first
  y ~ a:b   y ~ a*b        the product; a + b + a:b
  log(y) ~ I(a^2 + b/100)  log(), exp(), sqrt(), and I() of any arithmetic
  y ~ poly(a, 2)           orthogonal polynomials
  y ~ lag(a, 1)            the same unit one year earlier (-1: later); needs --panel unit,year
  y ~ a - 1                without intercept
  y ~ a | g + h^year       effects absorbed; h^year: every combination
  \`andel 65+\`              a column whose name is not a plain word`;

function level(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('Expected a number between 0 and 1, 0.95.');
  return value;
}

/** Runs the command line; the exit code is that of the design: 0 done, 1 done with gaps, 2 wrong use. */
async function main(argv: readonly string[]): Promise<void> {
  // A reader that closes early (`oj users | head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    const oj = program();
    if (argv.length === 0) return oj.outputHelp();
    await oj.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const { reportError } = await import('./command/errors.js');
    process.exitCode = reportError(error);
  }
}

await main(process.argv.slice(2));
