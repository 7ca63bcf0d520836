import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../data/location.js';
import { CHANNEL, type Job, type Message } from './messages.js';

export interface Limits {
  /** Seconds that one cell may take. */
  readonly seconds: number;
  /** Megabytes of memory that the notebook may hold. */
  readonly megabytes: number;
}

/** How a process came to its end. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number | null; readonly signal: string | null }
  | { readonly kind: 'time' }
  | { readonly kind: 'memory' };

/** A process that has loaded the library and waits for a notebook to run. */
export interface NotebookProcess {
  run(job: Job, heard: Heard): Promise<Ending>;
  /** Ends it, whatever it does. */
  stop(): void;
}

export interface Heard {
  message(message: Message): void;
  /** What was written past the console, by a program that the notebook started. */
  raw(name: 'stdout' | 'stderr', text: string): void;
}

/** How often the memory is looked at, in milliseconds. */
const LOOK = 100;
/** V8's own words when the heap is full. */
const FULL = /heap out of memory|Allocation failed|Array buffer allocation failed/;
const RAW = 100_000;
/** How long the rest of the output is waited for after the end, in milliseconds. */
const GRACE = 300;

// The built file: a process runs JavaScript, whether this is it or its source.
const entry = (): string => {
  const here = fileURLToPath(new URL('child.js', import.meta.url));
  return here.includes(`${join('dist', 'analysis')}`)
    ? here
    : join(packageRoot(), 'dist', 'analysis', 'command', 'notebook', 'child.js');
};

/**
 * Starts a process for one notebook. Its working folder is the notebook's, wherever the command was called from, and
 * its clock is set to UTC, so that the same notebook gives the same page everywhere.
 */
export function startProcess(folder: string, limits: Limits): NotebookProcess {
  const flags = [`--max-old-space-size=${limits.megabytes}`, '--no-warnings', '--stack-trace-limit=50'];
  const child = spawn(process.execPath, [...flags, entry()], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC', NODE_OPTIONS: '', FORCE_COLOR: '0' },
  });
  // A process that ends before it has read its job breaks the pipe; how it ended is told by its end.
  child.stdin.on('error', () => {});
  return {
    run: (job, heard) => run(child, job, limits, heard),
    stop: () => void child.kill('SIGKILL'),
  };
}

async function run(child: ChildProcess, job: Job, limits: Limits, heard: Heard): Promise<Ending> {
  let reason: Ending | null = null;
  let limit: NodeJS.Timeout | undefined;
  const end = (kind: 'time' | 'memory') => {
    reason ??= { kind };
    child.kill('SIGKILL');
  };
  const wind = () => {
    clearTimeout(limit);
    limit = setTimeout(() => end('time'), limits.seconds * 1000);
  };
  const ended = new Promise<Ending>((done) => {
    child.once('error', (error) => done({ kind: 'exit', code: null, signal: error.message }));
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.once('exit', (code, signal) => {
      // What the notebook started may hold its output open for ever: the rest is waited for a moment.
      void Promise.race([closed, wait(GRACE)]).then(() => done(reason ?? { kind: 'exit', code, signal }));
    });
  });
  const look = setInterval(() => {
    if (memoryOf(child.pid) > limits.megabytes * 1e6 + OWN) end('memory');
  }, LOOK);
  createInterface({ input: child.stdio[CHANNEL] as Readable }).on('line', (line) => {
    const message = messageOf(line);
    if (message?.kind === 'cell') wind();
    if (message) heard.message(message);
  });
  let written = 0;
  for (const name of ['stdout', 'stderr'] as const)
    child[name]!.setEncoding('utf8').on('data', (text: string) => {
      if (name === 'stderr' && FULL.test(text)) reason = { kind: 'memory' };
      else if (!reason && !/^\s*(<--- |FATAL ERROR|#|\[\d+:)/.test(text)) {
        if (written < RAW) heard.raw(name, text.slice(0, RAW - written));
        written += text.length;
      }
    });
  wind();
  child.stdin!.end(JSON.stringify(job));
  return ended.finally(() => {
    clearTimeout(limit);
    clearInterval(look);
  });
}

/** Bytes that the process needs before there is any notebook in it. */
const OWN = 300e6;

/** Bytes of memory that a process holds, arrays outside its heap too; 0 where the system does not tell. */
function memoryOf(pid: number | undefined): number {
  try {
    const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
    return Number(pages) * 4096;
  } catch {
    return 0;
  }
}

function messageOf(line: string): Message | null {
  try {
    return JSON.parse(line) as Message;
  } catch {
    // Something that the notebook wrote there itself.
    return null;
  }
}
