import { type Command, InvalidArgumentError, Option } from 'commander';
import { usualFormats } from '../reports/formats.js';
import { common, format, inference, language, margin, workers } from './cli-options.js';
import type { RunModelsOptions } from './command/run-models.js';

/** `oj run` and `oj new model`, and the options of every command that takes a user's own model. */

const collected = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];

export const modelFiles = () =>
  new Option('--model <file>', 'the file of a model of your own; may be given again').argParser(collected);

export const settings = () =>
  new Option(
    '--set <name=value>',
    'an option of your model, lag=2 (my-model.lag=2: of that model alone); may be given again',
  ).argParser(collected);

export const timeLimit = () =>
  new Option('--time-limit <seconds>', 'how long a model of your own may take (default: 180)').argParser(
    seconds,
  );

export const stack = () =>
  new Option('--stack', 'the whole stack of the errors of your own model, on stderr');

export function addModels(oj: Command): void {
  common(
    oj
      .command('run')
      .description(
        'models of your own, with the tables, inference and report of the appendix: oj run my-model.ts',
      ),
  )
    .argument(
      '<files...>',
      'TypeScript or JavaScript that exports a model: export default defineModel({ ... })',
    )
    .addOption(settings())
    .option('--indicator <id...>', 'only these indicators')
    .option('--area <area>', 'only this area')
    .addOption(inference())
    .addOption(workers())
    .addOption(margin())
    .option('--out <dir>', 'folder for results.json, tables, figures and the report', 'oj-out')
    .addOption(format(usualFormats))
    .addOption(timeLimit())
    .addOption(stack())
    .action(async (files: string[], options: RunModelsOptions) =>
      (await import('./command/run-models.js')).runModelsCommand(files, options),
    );
  oj.command('new')
    .description('writes a file to begin with: oj new model lagged-level')
    .command('model')
    .description('a model that runs as it is, to be changed into your own')
    .argument('<name>', 'its id and the name of its file: small letters, digits and hyphens')
    .addOption(language())
    .action(async (name: string, options: { lang: 'sv' | 'en' }) =>
      (await import('./command/new-model.js')).newModelCommand(name, options),
    );
}

function seconds(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value <= 86_400))
    throw new InvalidArgumentError('Expected seconds, a number above 0 and at most 86400.');
  return value;
}
