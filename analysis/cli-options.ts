import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Format, formats, readFormats } from '../reports/formats.js';

/** Options that commands share, and what they take. */

export function common(command: Command): Command {
  return command
    .option('--data <dir>', 'a canonical data folder (default: the synthetic demo data)')
    .option('--spec <file>', 'JSON with the fields of the specification to change')
    .addOption(language())
    .option('--json', 'print results as JSON on stdout and nothing else there');
}

export const language = () => new Option('--lang <language>', 'sv or en').choices(['sv', 'en']).default('sv');

export const inference = () =>
  new Option(
    '--inference <how>',
    'full: bootstrap, resampling, permutations, placebos and rivals of every cell',
  ).choices(['full']);

export const format = (usual: readonly Format[]) =>
  new Option('--format <formats>', `what to write, of ${formats.join(',')}, or all`)
    .argParser(readFormats)
    .default(usual, usual.join(','));

export const workers = () =>
  new Option(
    '--workers <number>',
    'threads for the inference (default: as many as the machine has)',
  ).argParser(wholeNumber);

export const margin = () =>
  new Option(
    '--margin <points>',
    'the smallest difference that matters, in percentage points: tests equivalence within it',
  ).argParser(positiveNumber);

export const list = (text: string): string[] => text.split(',').map((part) => part.trim());

export function tableList(text: string): number[] {
  const numbers = list(text).map(Number);
  if (numbers.some((n) => !Number.isInteger(n)))
    throw new InvalidArgumentError('Expected numbers with commas between, 2,8.');
  return numbers;
}

export function years(text: string): number[] {
  const found = list(text).flatMap((part) => {
    const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(part) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from >= 1990 && from <= to && to <= 2100))
      throw new InvalidArgumentError('Expected years from 1990 to 2100, 2016-2020 or 2016,2018.');
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  return [...new Set(found)].sort();
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= 1024))
    throw new InvalidArgumentError('Expected a whole number from 1 to 1024.');
  return value;
}

/** A whole number from `least` to 100. */
export const wholeFrom =
  (least: number) =>
  (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(value >= least && value <= 100))
      throw new InvalidArgumentError(`Expected a whole number from ${least} to 100.`);
    return value;
  };

export function yearOption(text: string): number {
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

export function panel(text: string): { unit: string; year: string } {
  const [unit, year, ...more] = list(text);
  if (!unit || !year || more.length > 0)
    throw new InvalidArgumentError('Expected two columns with a comma between, unit,year.');
  return { unit, year };
}

export function level(text: string): number {
  const value = Number(text.replace(',', '.'));
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('Expected a number between 0 and 1, 0.95.');
  return value;
}
