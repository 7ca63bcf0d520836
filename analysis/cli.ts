#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import { createRequire } from 'node:module';
import type { AnalysisName, Selection } from './analyse.js';
import {
  common,
  format,
  inference,
  language,
  level,
  list,
  margin,
  panel,
  tableList,
  wholeFrom,
  workers,
} from './cli-options.js';
import { addModels, modelFiles, settings, stack, timeLimit } from './cli-models.js';
import { addNotebooks } from './cli-notebooks.js';
import { addOutputs } from './cli-outputs.js';
import { addReports } from './cli-reports.js';
import { addSources } from './cli-sources.js';
import type { CheckOptions } from './command/check.js';
import type { CompareOptions } from './command/compare.js';
import type { EventCommandOptions } from './command/event.js';
import type { ExplainOptions } from './command/explain.js';
import type { FitCommandOptions } from './command/fit.js';
import type { ReplicateOptions } from './command/replicate.js';
import { usualFormats } from '../reports/formats.js';

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
    .addOption(format(usualFormats))
    .option('--tables <numbers>', 'only these tables, 2,8', tableList)
    .addOption(modelFiles())
    .addOption(settings())
    .addOption(timeLimit())
    .addOption(stack())
    .action(async (options: ReplicateOptions) =>
      (await import('./command/replicate.js')).replicateCommand(options),
    );

  for (const [name, description] of analyses)
    common(oj.command(name).description(description))
      .option('--indicator <id...>', 'only these indicators')
      .option('--area <area>', 'only this area')
      .option(
        '--by <groupings>',
        'groupings of units: lan,kommungrupp,socioek,invanare, or those of groupings.csv',
        list,
      )
      .addOption(inference())
      .addOption(workers())
      .addOption(margin())
      .action(async (options: CommonOptions & Selection) =>
        (await import('./command/analysis.js')).analysisCommand(name, options),
      );

  common(
    oj
      .command('event')
      .description('before and after a change that units made in different years, or never: an event study'),
  )
    .argument('[file]', 'a CSV file of unit,year: the year in which each unit began, empty for never')
    .addHelpText('after', EVENT_HELP)
    .option('--indicator <id...>', 'only these indicators')
    .option('--area <area>', 'only this area')
    .option('--leads <years>', 'years before to show, from 2 on', wholeFrom(2), 3)
    .option('--lags <years>', 'years after to show', wholeFrom(0), 3)
    .addOption(new Option('--others <what>', 'what units are that the file does not list').choices(['never']))
    .action(async (file: string | undefined, options: EventCommandOptions) =>
      (await import('./command/event.js')).eventCommand(file, options),
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
    .argument(
      '<table>',
      "number of the table, 2-17, the name of one of the data's own, users:<area>, anova:<area>, peers:<grouping>:<area>, or own:<model> (with --raw: a unit)",
    )
    .argument('<row>', "label of the row, with its group where needed: 'group: row' (with --raw: a year)")
    .argument(
      '<column>',
      'key of the column: totalt, 2016, period:lan, niva:alla:t-1 ... (with --raw: an indicator)',
    )
    .addOption(inference())
    .addOption(margin())
    .addOption(modelFiles())
    .addOption(settings())
    .addOption(timeLimit())
    .addOption(stack())
    .option('--raw', 'where one answer comes from: oj explain --raw 0114 2018 eb-audit')
    .action(
      async (
        table: string,
        row: string,
        column: string,
        options: ExplainOptions & { readonly raw?: boolean },
      ) =>
        options.raw
          ? (await import('./command/trace.js')).traceCommand(table, row, column, options)
          : (await import('./command/explain.js')).explainCommand(table, row, column, options),
    );

  common(
    oj
      .command('check')
      .description('lists everything that is wrong with a data folder, then how good every indicator is'),
  )
    .option('--out <dir>', 'folder for quality.html, quality.csv and quality.json')
    .action(async (options: CheckOptions) => (await import('./command/check.js')).checkCommand(options));

  addModels(oj);
  addOutputs(oj);
  addNotebooks(oj);
  addReports(oj);
  addSources(oj);
  return oj;
}

const analyses = [
  ['trends', 'national means by year and their trend'],
  ['users', 'users of ÖJ against non-users (tables 8, 13)'],
  ['anova', 'differences between groups of municipalities (tables 2, 9, 14)'],
  ['peers', "lagged results of a group's other municipalities (tables 3-5, 10-12, 15-17)"],
  ['staffing', 'staffing after years of large differences between care units (tables 6-7)'],
  ['composition', 'who the users and the non-users are'],
  ['variance', 'how much of the variance is unit, group, year and rest, and how reliable one answer is'],
] as const satisfies readonly (readonly [AnalysisName, string])[];

const EVENT_HELP = `
Columns: t-3, t-2, t+0, t+1 ... are years from the first treated one, against the year before it (Sun & Abraham 2021,
clustered by unit); att is their mean from t+0 on, twfe the static two-way coefficient, diff first differences.
SKR's survey has no dates: it tells who used the results in 2019, not since when.`;

const FORMULA_HELP = `
Formula:
  y ~ a + factor(g)        a column of numbers, and a dummy for every level of g but the first
  y ~ a:b   y ~ a*b        the product; a + b + a:b
  log(y) ~ I(a^2 + b/100)  log(), exp(), sqrt(), and I() of any arithmetic
  y ~ poly(a, 2)           orthogonal polynomials
  y ~ lag(a, 1)            the same unit one year earlier (-1: later); needs --panel unit,year
  I(y - lag(y, 1)) ~ a     the change from the year before
  y ~ a - 1                without intercept
  y ~ a | g + h^year       effects absorbed; h^year: every combination
  \`andel 65+\`              a column whose name is not a plain word`;

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
