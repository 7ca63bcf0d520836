import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { baseUrl } from '../../data/imports/kolada/address.js';
import { openCache } from '../../data/imports/kolada/cache.js';
import { type ClientOptions, koladaClient } from '../../data/imports/kolada/client.js';
import type { KoladaQuestion } from '../../data/imports/kolada/requests.js';

export interface ServedValue {
  gender?: unknown;
  count?: unknown;
  status?: unknown;
  value?: unknown;
  isdeleted?: unknown;
}

/** A record of `/data` or `/oudata`; `place` is its municipality or unit. */
export interface ServedRecord {
  kpi: string;
  place: string;
  period: number;
  values: readonly ServedValue[];
}

export interface World {
  kpis: readonly { id: string; title: string; description?: string | null; has_ou_data?: boolean }[];
  data: readonly ServedRecord[];
  /** Units of care by municipality, and their values. */
  units?: Readonly<Record<string, readonly string[]>>;
  unitData?: readonly ServedRecord[];
  perPage?: number;
}

/** May answer a request in place of the world; true where it did. `n` counts all requests, from 1. */
export type Mishap = (url: URL, response: ServerResponse, n: number) => boolean | undefined;

export interface Server {
  readonly base: string;
  /** The paths asked for, in order. */
  readonly log: string[];
  world: World;
  mishap: Mishap | null;
  close(): Promise<void>;
}

export const value = (number: number, more: ServedValue = {}): ServedValue => ({
  gender: 'T',
  count: 1,
  status: '',
  value: number,
  isdeleted: false,
  ...more,
});
export const missing = (status: string): ServedValue => value(0, { status, value: null });

/** A server that speaks version 3 of the API as far as it is known: lists of at most 25 ids, pages with `next_url`. */
export async function serve(world: World, mishap: Mishap | null = null): Promise<Server> {
  const log: string[] = [];
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/v3/`;
  const server: Server = {
    base,
    log,
    world,
    mishap,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };

  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    const url = new URL(request.url!, base);
    log.push(decodeURIComponent(url.pathname.slice('/v3/'.length)) + url.search);
    if (server.mishap?.(url, response, log.length)) return true;
    const parts = decodeURIComponent(url.pathname).split('/').slice(2);
    if (parts.some((part) => part.split(',').length > 25)) return send(response, 400, { detail: 'too many' });
    const found = find(parts, url, server.world);
    if (!found) return send(response, 404, { detail: 'Not Found' });
    const size = Number(url.searchParams.get('per_page') ?? server.world.perPage ?? 5000);
    const page = Number(url.searchParams.get('page') ?? 1);
    const values = found.slice((page - 1) * size, page * size);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const next_url = page * size < found.length ? next.href : null;
    return send(response, 200, { values, next_url, previous_url: null, count: values.length });
  }
  return server;
}

function find(parts: readonly string[], url: URL, world: World): readonly unknown[] | null {
  const [kind, ...rest] = parts;
  const lists = Object.fromEntries(
    rest.flatMap((key, i) => (i % 2 === 0 ? [[key, rest[i + 1]?.split(',') ?? []]] : [])),
  ) as Record<string, string[]>;
  const title = url.searchParams.get('title')?.toLowerCase();
  switch (kind ?? '') {
    case 'kpi':
      if (title !== undefined) return world.kpis.filter((k) => k.title.toLowerCase().includes(title));
      return world.kpis.filter((k) => rest[0]!.split(',').includes(k.id));
    case 'ou':
      return (world.units?.[url.searchParams.get('municipality')!] ?? []).map((id) => ({ id, title: id }));
    case 'data':
      if (Object.keys(lists).length < 2) return null;
      return records(world.data, lists, 'municipality');
    case 'oudata':
      return records(world.unitData ?? [], lists, 'ou');
    default:
      return null;
  }
}

const records = (
  all: readonly ServedRecord[],
  lists: Record<string, string[]>,
  field: 'municipality' | 'ou',
) =>
  all
    .filter(
      (r) =>
        (lists.kpi?.includes(r.kpi) ?? true) &&
        (lists[field]?.includes(r.place) ?? true) &&
        (lists.year?.includes(String(r.period)) ?? true),
    )
    .map(({ kpi, place, period, values }) => ({ kpi, [field]: place, period, values }));

export function send(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof content === 'string' ? content : JSON.stringify(content));
  return true;
}

/** A clock that only sleeping moves, and the pauses slept. */
export function fakeOutside(random: () => number = () => 0.5) {
  let time = Date.UTC(2026, 2, 23);
  const pauses: number[] = [];
  return {
    pauses,
    fetch,
    now: () => time,
    random,
    sleep: (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      time += milliseconds;
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
}

/** The real client and a cache in `folder`, on the fake clock; the date of the answers is fixed. */
export function viaServer(base: string, folder: string, more: Partial<ClientOptions> = {}) {
  const root = baseUrl(base);
  const outside = fakeOutside();
  const signal = new AbortController().signal;
  return {
    base: root,
    cache: openCache(folder),
    client: koladaClient(outside, { base: root, signal, ...more }),
    refresh: false,
    date: () => '2026-03-23T12:00:00.000Z',
    outside,
  };
}

/** The codebook's KPIs, and what differs. */
export const question = (more: Partial<KoladaQuestion> = {}): KoladaQuestion => ({
  kpis: null,
  search: null,
  years: null,
  gender: 'T',
  units: null,
  ou: false,
  allMatches: false,
  area: 'kolada',
  ...more,
});
