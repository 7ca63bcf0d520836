import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../problems.js';

/** One answer to a request. */
export interface CachedAnswer {
  readonly sha256: string;
  readonly bytes: number;
  /** When it came, ISO 8601. */
  readonly date: string;
  readonly status: number;
}

/** A file of the index: a request and every answer to it, the oldest first. */
interface Entry {
  readonly request: string;
  readonly answers: readonly CachedAnswer[];
}

export interface Cache {
  readonly folder: string;
  /** The latest answer to a request, its bytes held against their hash; null where there is none. */
  get(request: string): (CachedAnswer & { readonly body: Uint8Array }) | null;
  /** Keeps an answer. Earlier ones to the same request stay. */
  put(request: string, body: Uint8Array, date: string): CachedAnswer;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A folder of answers that is only ever added to:
 *
 * - `objects/<sha256>.json`: an answer's bytes as they came;
 * - `requests/<sha256 of the address>.json`: `{ request, answers: [{ sha256, bytes, date, status }] }`, the oldest first.
 *
 * One small file for each request, rather than one index of all, keeps memory constant, needs no rewriting of thousands of
 * lines for each answer, and lets two runs share a folder. Every file is written under another name and renamed, the object
 * before the request that names it, so that a stop at any point leaves a cache that can be used.
 */
export function openCache(folder: string): Cache {
  const objectFile = (hash: string) => join(folder, 'objects', `${hash}.json`);
  const entryFile = (request: string) => join(folder, 'requests', `${sha256(request)}.json`);
  const entry = (request: string): Entry | null => {
    const file = entryFile(request);
    const bytes = read(file);
    return bytes && parseEntry(bytes, request, file);
  };
  return {
    folder,
    get(request) {
      const answer = entry(request)?.answers.at(-1);
      if (!answer) return null;
      const file = objectFile(answer.sha256);
      const body = read(file);
      if (!body || sha256(body) !== answer.sha256)
        throw new UsageError(
          `${file}: ${body ? 'its content is no longer that of its hash' : 'it is gone'}; expected the answer to ${request}; fetch it anew with --refresh`,
        );
      return { ...answer, body };
    },
    put(request, body, date) {
      const answer = { sha256: sha256(body), bytes: body.byteLength, date, status: 200 };
      const file = objectFile(answer.sha256);
      const there = read(file);
      if (!there || sha256(there) !== answer.sha256) write(file, body);
      const answers = [...(entry(request)?.answers ?? []), answer];
      write(entryFile(request), `${JSON.stringify({ request, answers }, null, 1)}\n`);
      return answer;
    },
  };
}

function parseEntry(bytes: Uint8Array, request: string, file: string): Entry {
  const broken = new UsageError(
    `${file}: not an entry of the index of the cache; expected the answers to ${request}; delete it, then fetch again`,
  );
  let entry: Partial<Entry>;
  try {
    entry = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Entry>;
  } catch {
    throw broken;
  }
  if (entry.request !== request || !Array.isArray(entry.answers) || !entry.answers.every(isAnswer))
    throw broken;
  return entry as Entry;
}

function isAnswer(value: unknown): boolean {
  const { sha256: hash, bytes, date } = (value ?? {}) as Partial<CachedAnswer>;
  const isHash = typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash);
  return isHash && typeof bytes === 'number' && typeof date === 'string';
}

function read(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new UsageError(
      `${file}: cannot be read (${code ?? message}); expected a file of the cache; choose another with --cache`,
    );
  }
}

function write(file: string, content: Uint8Array | string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    makeFolder(dirname(file));
    writeFileSync(temporary, content);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot write ${file} (${code ?? message}); expected a folder for the cache; choose another with --cache`,
    );
  }
}

/** One by one: a recursive mkdir never returns where a file system answers "no such file" to the making of a folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder) || dirname(folder) === folder) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it in between.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
