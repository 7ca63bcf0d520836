import { quoteFound, UsageError } from '../../problems.js';
import { within } from './address.js';
import { MAX_PAUSE, pauseAfter, retryAfter } from './back-off.js';

/** What a client is given of the world outside. */
export interface Outside {
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits so many milliseconds, or throws the signal's reason. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Uniform in [0, 1), for the jitter. */
  readonly random: () => number;
}

export interface ClientOptions {
  readonly base: URL;
  readonly signal: AbortSignal;
  /** Requests a second at most, failed ones too. */
  readonly perSecond?: number;
  readonly attempts?: number;
  /** Milliseconds that one attempt may take, its body included. */
  readonly timeout?: number;
  readonly maxBytes?: number;
}

/** An answer whose body cannot be read, such as JSON cut short: worth another attempt. */
export class BrokenAnswer extends Error {}

/** An attempt that failed for a reason that may pass; `wait` is what the server asked for. */
class Passing extends Error {
  readonly wait: number | null;
  constructor(message: string, wait: number | null = null) {
    super(message);
    this.wait = wait;
  }
}

export interface Client {
  /**
   * The bytes of an answer, and what `read` makes of them. 429, 5xx, errors of the network, timeouts and BrokenAnswer from
   * `read` are tried again after a pause that grows; anything else is not.
   * @throws UsageError naming the request, what came, and how to resume; the signal's reason where it stops.
   */
  get<T>(url: string, read: (bytes: Uint8Array) => T): Promise<{ bytes: Uint8Array; value: T }>;
}

const RESUME = 'what was fetched is kept: run the same command again to go on from there';
const MAX_REDIRECTIONS = 3;

/** A client that asks one thing at a time, at most five times a second, and gives up in words. */
export function koladaClient(outside: Outside, options: ClientOptions): Client {
  const { base, signal, perSecond = 5, attempts = 6, timeout = 60_000, maxBytes = 64 << 20 } = options;
  const gap = 1000 / perSecond;
  let last = -Infinity;

  async function turn(): Promise<void> {
    // Within 0 and the gap, whatever somebody does to the clock.
    const wait = Math.min(gap, last + gap - outside.now());
    if (wait > 0) await outside.sleep(wait, signal);
    last = outside.now();
  }

  async function attempt(url: string): Promise<Uint8Array> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    try {
      let at = url;
      for (let hop = 0; hop <= MAX_REDIRECTIONS; hop++) {
        await turn();
        const headers = { accept: 'application/json' };
        const response = await outside.fetch(at, { signal: limit, redirect: 'manual', headers });
        if (response.status === 200) return await body(response, url, maxBytes);
        const location = response.headers.get('location');
        if (response.status < 300 || response.status >= 400 || location === null)
          return await refused(response, url, outside.now());
        await response.body?.cancel();
        const next = within(base, at, location);
        if (next === null)
          throw new UsageError(
            `${url}: redirected to ${quoteFound(location)}; expected an answer of ${base.origin}; give the API's root with --base`,
          );
        at = next;
      }
      throw new UsageError(
        `${url}: redirected more than ${MAX_REDIRECTIONS} times; give the API's root with --base`,
      );
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UsageError || error instanceof Passing) throw error;
      throw new Passing(limit.aborted ? `no whole answer within ${timeout / 1000} s` : causeOf(error));
    }
  }

  return {
    async get(url, read) {
      for (let n = 1; ; n++) {
        try {
          const bytes = await attempt(url);
          return { bytes, value: read(bytes) };
        } catch (error) {
          if (!(error instanceof Passing || error instanceof BrokenAnswer)) throw error;
          const asked = error instanceof Passing ? error.wait : null;
          if (asked !== null && asked > MAX_PAUSE)
            throw new UsageError(
              `${url}: ${error.message}; it asks to wait ${Math.ceil(asked / 1000)} s; ${RESUME} after that`,
            );
          if (n >= attempts)
            throw new UsageError(`${url}: ${error.message}, in the last of ${n} attempts; ${RESUME}`);
          await outside.sleep(Math.max(asked ?? 0, pauseAfter(n, outside.random)), signal);
        }
      }
    },
  };
}

async function body(response: Response, url: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = (response.body as ReadableStream<Uint8Array> | null)?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > maxBytes) {
      await reader?.cancel();
      throw new UsageError(
        `${url}: an answer of more than ${Math.round(maxBytes / (1 << 20))} MB; ask for fewer years with --years, or fewer units with --units`,
      );
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, length);
}

async function refused(response: Response, url: string, now: number): Promise<never> {
  const { status } = response;
  if (status === 429 || status >= 500) {
    await response.body?.cancel();
    throw new Passing(`the server answered ${status}`, retryAfter(response.headers.get('retry-after'), now));
  }
  const text = new TextDecoder().decode(await body(response, url, 1 << 20));
  throw new UsageError(
    `${url}: the server answered ${status}, ${quoteFound(text)}; expected 200; check the ids and years asked for, and --base`,
  );
}

/** What was behind `fetch failed`: `ECONNREFUSED`, `other side closed`. */
function causeOf(error: unknown): string {
  const { message = String(error), cause } = error as { message?: string; cause?: unknown };
  const inner = cause as { code?: string; message?: string } | undefined;
  const detail = inner?.code ?? inner?.message;
  return `the connection failed (${message}${detail ? `: ${detail}` : ''})`;
}
