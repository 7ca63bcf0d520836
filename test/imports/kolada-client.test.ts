import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { baseUrl, batches, requestUrl, within } from '../../data/imports/kolada/address.js';
import { pauseAfter, retryAfter } from '../../data/imports/kolada/back-off.js';
import { type ClientOptions, koladaClient } from '../../data/imports/kolada/client.js';
import { readEnvelope } from '../../data/imports/kolada/envelope.js';
import { UsageError } from '../../data/problems.js';
import { fakeOutside, type Mishap, send, serve, type Server } from './kolada-server.js';

let server: Server | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const world = { kpis: [{ id: 'N00001', title: 'Ett nyckeltal, andel (%)' }], data: [] };

/** Asks once for a KPI of a server with a mishap. */
async function ask(mishap: Mishap | null, options: Partial<ClientOptions> = {}, path = 'kpi/N00001') {
  server = await serve(world, mishap);
  const outside = fakeOutside();
  const base = baseUrl(server.base);
  const signal = options.signal ?? new AbortController().signal;
  const client = koladaClient(outside, { base, ...options, signal });
  const url = new URL(path, base).href;
  const result = client.get(url, (bytes) => readEnvelope(bytes, url));
  return { result, outside, server };
}

describe('a client of Kolada', () => {
  test('gives the bytes as they came, and what was read of them', async () => {
    const { result, outside } = await ask(null);
    const { bytes, value } = await result;
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ count: 1, next_url: null });
    expect(value.values).toHaveLength(1);
    expect(outside.pauses).toEqual([]);
  });

  test('waits as long as Retry-After says after a 429, in seconds or until a date', async () => {
    const { result, outside } = await ask((_, response, n) => {
      const date = new Date(Date.UTC(2026, 2, 23, 0, 1)).toUTCString();
      if (n <= 2) return send(response, 429, {}, { 'retry-after': n === 1 ? '7' : date });
    });
    expect((await result).value.values).toHaveLength(1);
    // The date is a minute after the clock's start, of which 7 s and two turns of the rate have passed.
    expect(outside.pauses.filter((p) => p > 200)).toEqual([7000, 53000]);
  });

  test('waits a growing time with jitter after a 429 without Retry-After, and after 500s', async () => {
    const { result, outside } = await ask((_, response, n) => {
      if (n <= 3) return send(response, n === 1 ? 429 : 500 + n, 'no JSON');
    });
    await result;
    expect(outside.pauses).toEqual([750, 1500, 3000]);
  });

  test('gives up after six attempts, naming the request and how to go on', async () => {
    const { result, server } = await ask((_, response) => send(response, 503, ''));
    await expect(result).rejects.toThrow(UsageError);
    await expect(result).rejects.toThrow(
      /kpi\/N00001: the server answered 503, in the last of 6 attempts; .*same command again/,
    );
    expect(server.log).toHaveLength(6);
  });

  test('does not wait for a server that asks for an hour', async () => {
    const { result, server } = await ask((_, response) => send(response, 429, {}, { 'retry-after': '3600' }));
    await expect(result).rejects.toThrow(/asks to wait 3600 s/);
    expect(server.log).toHaveLength(1);
  });

  test('asks again after broken JSON, bytes that are no UTF-8, and a connection that dies half way', async () => {
    const { result, server } = await ask((_, response, n) => {
      if (n === 1) return send(response, 200, '{"values": [{"id": "N0');
      if (n === 2) {
        response.writeHead(200).end(Buffer.from([0x7b, 0xe5, 0x7d]));
        return true;
      }
      if (n === 3) {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"values": [');
        setTimeout(() => response.destroy(), 5);
        return true;
      }
    });
    expect((await result).value.values).toHaveLength(1);
    expect(server.log).toHaveLength(4);
  });

  test('asks again after a timeout, and says so where it stays', async () => {
    const { result } = await ask(() => true, { timeout: 20, attempts: 2 });
    await expect(result).rejects.toThrow(/no whole answer within 0.02 s, in the last of 2 attempts/);
  });

  test('says why a connection failed', async () => {
    const gone = await serve(world);
    await gone.close();
    const base = baseUrl(gone.base);
    const client = koladaClient(fakeOutside(), { base, signal: new AbortController().signal, attempts: 2 });
    await expect(client.get(`${gone.base}kpi/N00001`, () => 0)).rejects.toThrow(/ECONNREFUSED/);
  });

  test('does not ask again after a 400: a list of more than 25 ids', async () => {
    const ids = Array.from({ length: 26 }, (_, i) => `N${10000 + i}`).join();
    const { result, server } = await ask(null, {}, `kpi/${ids}`);
    await expect(result).rejects.toThrow(/answered 400, .*too many/);
    expect(server.log).toHaveLength(1);
  });

  test('refuses JSON of another shape, once', async () => {
    for (const wrong of [[], null, 7, {}, { values: {} }, { values: [], next_url: 3 }, { detail: 'hej' }]) {
      const { result, server } = await ask((_, response) => send(response, 200, wrong));
      await expect(result, JSON.stringify(wrong)).rejects.toThrow(/expected { "values"/);
      expect(server.log).toHaveLength(1);
      await server.close();
    }
  });

  test('reads an answer of 10 MB, and refuses one above its limit', async () => {
    const big = { values: Array.from({ length: 10 }, () => 'x'.repeat(1 << 20)), next_url: null };
    const mishap: Mishap = (_, response) => send(response, 200, big);
    expect((await (await ask(mishap)).result).bytes.byteLength).toBeGreaterThan(10 << 20);
    await server!.close();
    await expect((await ask(mishap, { maxBytes: 1 << 20 })).result).rejects.toThrow(/more than 1 MB/);
  });

  test('follows a redirection within the origin, and none elsewhere', async () => {
    const { result } = await ask((url, response) => {
      if (!url.pathname.endsWith('/')) return send(response, 307, '', { location: `${url.pathname}/` });
    });
    expect((await result).value.values).toHaveLength(1);
    await server!.close();
    const other = await ask((_, response) => send(response, 302, '', { location: 'http://example.org/' }));
    await expect(other.result).rejects.toThrow(/redirected to "http:\/\/example.org\/"/);
    await server!.close();
    const loop = await ask((url, response) => send(response, 302, '', { location: url.pathname }));
    await expect(loop.result).rejects.toThrow(/more than 3 times/);
  });

  test('starts at most five requests in any second', async () => {
    const { result, outside, server } = await ask(null);
    await result;
    const base = baseUrl(server.base);
    const times: number[] = [];
    const client = koladaClient(
      { ...outside, fetch: (...args) => (times.push(outside.now()), fetch(...args)) },
      { base, signal: new AbortController().signal },
    );
    for (let i = 0; i < 12; i++) await client.get(`${server.base}kpi/N00001`, () => 0);
    for (let i = 5; i < times.length; i++) expect(times[i]! - times[i - 5]!).toBeGreaterThanOrEqual(1000);
  });

  test('stops at once when told to, in a request or in a pause', async () => {
    const stop = new AbortController();
    const { result } = await ask(
      () => {
        setTimeout(() => stop.abort(), 5);
        return true;
      },
      { signal: stop.signal },
    );
    await expect(result).rejects.toThrow(/abort/i);
    await server!.close();
    const later = new AbortController();
    const pausing = await ask(
      (_, response) => {
        later.abort();
        return send(response, 503, '');
      },
      { signal: later.signal },
    );
    await expect(pausing.result).rejects.toThrow(/abort/i);
    expect(pausing.server.log).toHaveLength(1);
  });
});

describe('pauses', () => {
  test('grow, stay within their bounds, and never pass two minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (n, u) => {
        const whole = Math.min(120_000, 1000 * 2 ** (n - 1));
        const pause = pauseAfter(n, () => u);
        expect(pause).toBeGreaterThanOrEqual(whole / 2);
        expect(pause).toBeLessThan(whole);
      }),
    );
  });

  test('are not read from a Retry-After that says nothing', () => {
    for (const header of [null, '', ' ', 'soon', '-5', '1.5', 'NaN'])
      expect(retryAfter(header, 0)).toBe(null);
    expect(retryAfter('Thu, 01 Jan 1970 00:00:02 GMT', 500)).toBe(1500);
    expect(retryAfter('Thu, 01 Jan 1970 00:00:02 GMT', 5000)).toBe(0);
  });
});

describe('addresses', () => {
  const base = baseUrl('https://api.kolada.se/v3');

  test('are the same whatever the order of the ids', () => {
    const url = requestUrl(base, ['data', 'kpi', ['U2', 'U1'], 'year', [2019, 2016]]);
    expect(url).toBe('https://api.kolada.se/v3/data/kpi/U1,U2/year/2016,2019');
    expect(requestUrl(base, ['kpi'], { title: 'å & b' })).toMatch(/\?title=%C3%A5\+%26\+b$/);
  });

  test('have at most 25 ids in a part', () => {
    expect(() => requestUrl(base, ['kpi', Array.from({ length: 26 }, (_, i) => i)])).toThrow(RangeError);
    expect(() => requestUrl(base, ['kpi', []])).toThrow(RangeError);
    expect(batches(Array.from({ length: 60 }, (_, i) => i)).map((b) => b.length)).toEqual([25, 25, 10]);
    expect(batches([])).toEqual([]);
  });

  test('of next pages stay within the origin; http of the same host is put right', () => {
    const from = 'https://api.kolada.se/v3/kpi';
    expect(within(base, from, '?page=2')).toBe('https://api.kolada.se/v3/kpi?page=2');
    expect(within(base, from, 'http://api.kolada.se/v3/kpi?page=2')).toBe(
      'https://api.kolada.se/v3/kpi?page=2',
    );
    for (const link of [
      'https://example.org/v3/kpi',
      'https://api.kolada.se:8443/v3/kpi',
      '//example.org/kpi',
      'http://api.kolada.se.example.org/',
      'file:///etc/passwd',
      'https://user@api.kolada.se/v3/kpi',
      'http://[',
    ])
      expect(within(base, from, link), link).toBe(null);
  });

  test('of the API are http or https without a query', () => {
    for (const wrong of ['', 'kolada', 'ftp://a/', 'file:///a', 'https://a/?x=1', 'https://u:p@a/'])
      expect(() => baseUrl(wrong), wrong).toThrow(UsageError);
  });
});
