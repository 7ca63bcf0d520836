// The process that runs one notebook. It loads the library, waits for its job, runs it and ends; whatever the notebook
// does to it, the command goes on.
import { readFileSync, writeSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import '../../index.js';
import { whenSyntheticSeen } from '../../../data/synthetic-seen.js';
import '../../../reports/notebook/index.js';
import type { Printed } from '../../../reports/notebook/output.js';
import { Session } from '../../../reports/notebook/session.js';
import { SESSION } from '../../../reports/notebook/session-name.js';
import { placeOf, userError } from '../user-code/errors.js';
import { CHANNEL, type Job, type Message } from './messages.js';

process.setSourceMapsEnabled(true);
const job = readJob();
const exit: typeof process.exit = process.exit.bind(process);
const session = new Session(job.lang, tell, () => setImmediate());
(globalThis as Record<string, unknown>)[SESSION] = session;
whenSyntheticSeen(() => tell({ kind: 'synthetic' }));
capture('stdout');
capture('stderr');
process.on('warning', ({ name, message }) => session.print('stderr', `${name}: ${message}\n`));
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
process.exit = (code) => {
  const { stack = '' } = new Error();
  const place = placeOf(Object.assign(new Error(), { stack }), job.files);
  tell({ kind: 'exit', code: Number(code ?? process.exitCode ?? 0), place });
  exit(code);
};
try {
  await import(job.module);
  // Timers and sockets of the notebook would keep the process for ever.
  exit(0);
} catch (error) {
  fail(error);
}

/** Waits, and ends where the command is gone before there is anything to do. */
function readJob(): Job {
  const text = readFileSync(0, 'utf8');
  if (text === '') process.exit(0);
  return JSON.parse(text) as Job;
}

/**
 * Written at once, whatever the notebook does next: a loop without end or the end of the process loses nothing. Waits
 * where the command is slower to read.
 */
function tell(message: Message): void {
  let bytes: Uint8Array = Buffer.from(`${JSON.stringify(message)}\n`);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(CHANNEL, bytes));
    } catch (error) {
      // Nobody reads any more: the command is gone.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') exit(1);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

/** What is printed, by console too, is shown where it was printed. */
function capture(name: Printed['name']): void {
  const write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    session.print(name, stripVTControlCharacters(text));
    const then = typeof encoding === 'function' ? encoding : done;
    if (typeof then === 'function') process.nextTick(then);
    return true;
  };
  process[name].write = write;
}

function fail(error: unknown): never {
  const { said, place, cause } = userError(error, job.files);
  const name = cause instanceof Error ? cause.name : 'Error';
  tell({ kind: 'error', name, said, place });
  exit(1);
}
