import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { UsageError } from '../../../data/problems.js';
import type { Lang } from '../../../reports/locales/language.js';
import { serveScript, serveStyle } from '../../../reports/serve/assets.js';
import { FILES, folderPage, OWN } from '../../../reports/serve/page.js';
import { checkFolder, findFile, listFiles } from './folder.js';
import { fileHeaders, ownHeaders } from './headers.js';
import { watchFolder } from './watch.js';

export interface ServeOptions {
  readonly folder: string;
  /** 0 takes any free port; `null` takes the first free one from 8421. */
  readonly port: number | null;
  readonly lang: Lang;
  /** Ends the server. */
  readonly signal?: AbortSignal;
}

export interface Serving {
  /** `http://127.0.0.1:8421/`. */
  readonly url: string;
  readonly port: number;
  /** Ends what is being sent and the watch; done when the port is free again. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
export const FIRST_PORT = 8421;
const TRIED = 20;

/**
 * Serves a folder on this computer alone, read-only: a page with the folder's files and its report, which is read again
 * when a file changes. A request by another host name than 127.0.0.1 or localhost is refused, so that no page of the web
 * can pass its own name off as this server's.
 * @throws UsageError where the folder cannot be read or the port is taken
 */
export async function serveFolder({ folder, port, lang, signal }: ServeOptions): Promise<Serving> {
  checkFolder(folder);
  const listeners = new Set<ServerResponse>();
  const stop = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response, { folder, lang, listeners, port: (server.address() as AddressInfo).port });
  });
  const taken = await listen(server, port);
  watchFolder(folder, () => tell(listeners), stop.signal);
  const beat = setInterval(() => send(listeners, ':\n\n'), 20_000);
  const close = () =>
    new Promise<void>((done) => {
      stop.abort();
      clearInterval(beat);
      server.close(() => done());
      server.closeAllConnections();
    });
  signal?.addEventListener('abort', () => void close(), { once: true });
  if (signal?.aborted) await close();
  return { url: `http://${HOST}:${taken}/`, port: taken, close };
}

async function listen(server: Server, port: number | null): Promise<number> {
  const tries = port === null ? Array.from({ length: TRIED }, (_, i) => FIRST_PORT + i) : [port];
  for (const one of tries) {
    const code = await new Promise<string | null>((done) => {
      const failed = (error: NodeJS.ErrnoException) => done(error.code ?? error.message);
      server.once('error', failed).listen(one, HOST, () => {
        server.off('error', failed);
        done(null);
      });
    });
    if (code === null) return (server.address() as AddressInfo).port;
    if (code !== 'EADDRINUSE' || port !== null)
      throw new UsageError(
        `port ${one}: ${code === 'EADDRINUSE' ? 'another program listens on it' : code === 'EACCES' ? 'you may not listen on it' : `cannot be listened on (${code})`}; expected a free one; choose another with --port, or leave it out`,
      );
  }
  throw new UsageError(
    `ports ${FIRST_PORT}-${FIRST_PORT + TRIED - 1} are all taken; expected a free one; choose one with --port`,
  );
}

interface Context {
  readonly folder: string;
  readonly lang: Lang;
  readonly port: number;
  readonly listeners: Set<ServerResponse>;
}

function answer(request: IncomingMessage, response: ServerResponse, context: Context): void {
  const { folder, lang, port, listeners } = context;
  const refuse = (status: number, text: string, more: Record<string, string> = {}) =>
    response
      .writeHead(status, { ...ownHeaders, 'Content-Type': 'text/plain; charset=utf-8', ...more })
      .end(request.method === 'HEAD' ? undefined : `${text}\n`);
  const own = (type: string, text: string) =>
    response
      .writeHead(200, { ...ownHeaders, 'Content-Type': `${type}; charset=utf-8` })
      .end(request.method === 'HEAD' ? undefined : text);
  const host = request.headers.host?.toLowerCase();
  if (host !== `${HOST}:${port}` && host !== `localhost:${port}`) return void refuse(403, 'unknown host');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void refuse(405, 'read-only', { Allow: 'GET, HEAD' });
  const path = (request.url ?? '').split(/[?#]/, 1)[0]!;
  if (path === '/')
    return void own('text/html', folderPage(basename(resolve(folder)), listFiles(folder), lang));
  if (path === `${OWN}page.css`) return void own('text/css', serveStyle);
  if (path === `${OWN}page.js`) return void own('text/javascript', serveScript);
  if (path === `${OWN}events`) return listenTo(request, response, listeners);
  const file = path.startsWith(FILES) ? findFile(folder, path.slice(FILES.length)) : null;
  if (file === null) return void refuse(404, 'not found');
  sendFile(file, request, response, () => refuse(404, 'not found'));
}

/** Sends a file as it is at the moment of opening: a file renamed into its place meanwhile is another. */
function sendFile(file: string, request: IncomingMessage, response: ServerResponse, gone: () => void): void {
  const stream = createReadStream(file);
  stream.once('error', () => (response.headersSent ? response.destroy() : gone()));
  stream.once('open', () => {
    response.writeHead(200, fileHeaders(file));
    if (request.method === 'HEAD') {
      stream.destroy();
      response.end();
    } else stream.pipe(response);
  });
  response.once('close', () => stream.destroy());
}

/** Keeps a request open as a stream of server-sent events. */
function listenTo(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { ...ownHeaders, 'Content-Type': 'text/event-stream; charset=utf-8' });
  if (request.method === 'HEAD') return void response.end();
  response.write('retry: 1000\n\n');
  listeners.add(response);
  response.once('close', () => listeners.delete(response));
}

const tell = (listeners: ReadonlySet<ServerResponse>): void => send(listeners, 'event: change\ndata: \n\n');

function send(listeners: ReadonlySet<ServerResponse>, text: string): void {
  for (const response of listeners) response.write(text);
}
