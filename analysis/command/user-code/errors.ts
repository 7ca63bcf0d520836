import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { UsageError } from '../../../data/problems.js';

/** A place in a user's file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** What is wrong with a user's file, and where: `my-model.ts:12:5: x is not defined`. */
export class UserCodeError extends UsageError {
  readonly place: Place;
  /** The message without the place. */
  readonly said: string;
  constructor(said: string, place: Place, options?: { readonly cause: unknown }) {
    super(`${formatPlace(place)}: ${said}`);
    this.name = 'UserCodeError';
    this.said = said;
    this.place = place;
    if (options) this.cause = options.cause;
  }
}

export const formatPlace = ({ file, line, column }: Place): string =>
  [file, line, column].filter((part) => part !== null).join(':');

const MAX_SAID = 1000;

/**
 * An error that was thrown while a user's code ran, at the line of the user's that it came from: the uppermost frame of
 * its stack that stands in one of `files`. Needs `process.setSourceMapsEnabled(true)`, which `load` sees to.
 */
export function userError(error: unknown, files: readonly string[]): UserCodeError {
  if (error instanceof UserCodeError) return error;
  const place = placeOf(error, files) ?? { file: files[0]!, line: null, column: null };
  return new UserCodeError(whatWasSaid(error), place, { cause: error });
}

/** The place in the user's files that an error's stack names first; null where it names none. */
export function placeOf(error: unknown, files: readonly string[]): Place | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  for (const [, where, line, column] of stack.matchAll(
    /^\s+at .*?\(?((?:file:\/\/|\/|[A-Za-z]:\\).*?):(\d+):(\d+)\)?$/gm,
  )) {
    const file = where!.startsWith('file://') ? fileURLToPath(where!) : where!;
    if (files.includes(file)) return { file, line: Number(line), column: Number(column) };
  }
  return null;
}

/** Errors whose message is a sentence, which a name before it would only spoil. */
const plain: readonly string[] = ['Error', 'UsageError', 'InputError'];

/** The name and message of what was thrown, on one line, whatever it is. */
export function whatWasSaid(error: unknown): string {
  const text =
    error instanceof Error
      ? `${plain.includes(error.name) ? '' : `${error.name}: `}${error.message}`
      : `threw ${typeof error === 'string' ? JSON.stringify(error) : inspect(error, { depth: 0, breakLength: Infinity })}, which is not an Error`;
  const line = text.replace(/\s+/g, ' ').trim() || 'an error without a message';
  return line.length > MAX_SAID ? `${line.slice(0, MAX_SAID)}…` : line;
}

/** A line of a user's file with those around it, numbered, the line itself marked; '' where it cannot be read. */
export function linesAround({ file, line, column }: Place, around = 2): string {
  if (line === null) return '';
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    return '';
  }
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  const width = String(last).length;
  return lines
    .slice(first - 1, last)
    .flatMap((text, i) => {
      const number = first + i;
      const shown = `${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${text.slice(0, 200)}`;
      return number === line && column !== null && column <= 200
        ? [shown, `${' '.repeat(width + 3)}| ${' '.repeat(column - 1)}^`]
        : [shown];
    })
    .join('\n');
}
