import { InputError, UsageError } from '../../data/problems.js';

/** Raised when the user stops the run; nothing partial is left behind. */
export class Interrupted extends Error {
  constructor() {
    super('stopped; nothing was left half-written');
    this.name = 'Interrupted';
  }
}

/** Prints what went wrong on stderr and returns the exit code: a user's mistake is never a stack trace. */
export function reportError(error: unknown): number {
  if (error instanceof InputError || error instanceof UsageError) {
    process.stderr.write(`oj: ${error.message}\n`);
    return 2;
  }
  if (error instanceof Interrupted) {
    process.stderr.write(`\noj: ${error.message}\n`);
    return 130;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `oj: an error of the program, please report it with the command and this text:\n${detail}\n`,
  );
  return 2;
}
