import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveFolder, type Serving } from '../../analysis/command/serve/server.js';
import { writeFiles } from '../../reports/write.js';
import { oj, scratch } from './oj.js';

const cli = join(import.meta.dirname, '..', '..', 'dist', 'analysis', 'cli.js');

let folder = '';
let outside = '';
let serving: Serving;

beforeEach(async () => {
  outside = scratch();
  writeFileSync(join(outside, 'secret.txt'), 'SECRET');
  folder = join(outside, 'ut');
  mkdirSync(join(folder, 'tables'), { recursive: true });
  writeFileSync(join(folder, 'report.html'), '<!doctype html><title>å</title>');
  writeFileSync(join(folder, 'tables', 'table-02.csv'), 'å,ä\n');
  writeFileSync(join(folder, '.env'), 'SECRET');
  writeFileSync(join(folder, `<img src=x onerror=alert(1)> "#?%41 😀.svg`), '<svg/>');
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  symlinkSync(outside, join(folder, 'out'));
  symlinkSync(join(folder, 'report.html'), join(folder, 'inner.html'));
  serving = await serveFolder({ folder, port: 0, lang: 'sv' });
});
afterEach(() => serving.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request with its path as it stands: fetch would tidy it up. */
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: serving.port, path, agent: false, ...options });
    asked.on('error', reject).on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    asked.end();
  });
}

describe('the server of a folder', () => {
  test('lists the files of its folder in a page with a strict policy and a frame for the report', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store, max-age=0');
    expect(body).toMatch(/<html\s+lang="sv"/);
    expect(body).toMatch(/<iframe[^>]*\ssrc="\/files\/report\.html"/);
    expect(/sandbox="([^"]*)"/.exec(body)![1]).not.toContain('allow-same-origin');
    expect(body).toContain('/files/tables/table-02.csv');
    expect(body).not.toMatch(/\.env|link\.txt|secret/);
  });

  test('escapes every name, and its address leads to the file', async () => {
    const { body } = await ask('/');
    expect(body).not.toContain('<img');
    const address = /href="(\/files\/[^"]*svg)"/.exec(body)![1]!;
    const file = await ask(address);
    expect([file.status, file.body]).toEqual([200, '<svg/>']);
    expect(file.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  });

  test('sends files with their type, not sniffed, not kept, in an origin of their own', async () => {
    const { headers, body } = await ask('/files/report.html?1');
    expect(body).toContain('å');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store, max-age=0');
    expect(headers['content-security-policy']).toMatch(/^sandbox (?!.*allow-same-origin)/);
    expect((await ask('/files/tables/table-02.csv')).headers['content-type']).toBe('text/csv; charset=utf-8');
    expect((await ask('/files/inner.html')).status).toBe(200);
  });

  test.each([
    '/files/../../secret.txt',
    '/files/../secret.txt',
    '/files/%2e%2e/secret.txt',
    '/files/..%2fsecret.txt',
    '/files/tables/..%2f..%2f..%2fsecret.txt',
    '/files/..%5csecret.txt',
    '/files/%252e%252e/secret.txt',
    '/files//etc/passwd',
    '/files/%2fetc%2fpasswd',
    '/files/report.html%00.txt',
    '/files/%ff',
    '/files/%',
    '/files/link.txt',
    '/files/out/secret.txt',
    '/files/.env',
    '/files/tables',
    '/files/tables/',
    '/files/',
    '/files',
    '/report.html',
    '/../secret.txt',
    '/_oj/../files/report.html',
    '/favicon.ico',
    '//127.0.0.1/files/report.html',
  ])('finds nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/SECRET|root:/);
  });

  test('takes no other method than GET and HEAD', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
      const { status, headers } = await ask('/files/report.html', { method });
      expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
    }
    const head = await ask('/files/report.html', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
  });

  test('answers under no other host name, so that no page of the web can take its name', async () => {
    for (const host of ['evil.example', `evil.example:${serving.port}`, '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example']) {
      const { status, body } = await ask('/files/report.html', { headers: { host } });
      expect([host, status]).toEqual([host, 403]);
      expect(body).not.toContain('<title>');
    } // prettier-ignore
    expect((await ask('/', { headers: { host: `localhost:${serving.port}` } })).status).toBe(200);
  });

  test('cannot be reached from another address than 127.0.0.1', () => {
    expect(serving.url).toBe(`http://127.0.0.1:${serving.port}/`);
  });

  test('tells once when files change, at any depth, after a burst; not for hidden ones', async () => {
    const events: string[] = [];
    const stream = request({ host: '127.0.0.1', port: serving.port, path: '/_oj/events', agent: false });
    await new Promise<void>((open) => {
      stream.on('response', (response) => {
        expect(response.headers['content-type']).toContain('text/event-stream');
        response.setEncoding('utf8').on('data', (chunk: string) => {
          events.push(...chunk.split('\n').filter((line) => line.startsWith('event')));
          open();
        });
      });
      stream.on('error', () => {});
      stream.end();
    });
    const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
    await wait(200);
    writeFileSync(join(folder, '.hidden.tmp'), 'x');
    await wait(500);
    expect(events).toEqual([]);
    writeFiles(folder, [
      { path: 'report.html', content: 'new' },
      { path: 'tables/table-02.csv', content: 'new,new\n' },
      { path: 'tables/table-03.csv', content: 'a\n' },
    ]);
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(1);
    await wait(400);
    expect(events).toEqual(['event: change']);
    renameSync(join(folder, 'tables', 'table-03.csv'), join(folder, 'tables', 'table-04.csv'));
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(2);
    for (const again of [3, 4]) {
      writeFiles(folder, [{ path: 'tables/table-02.csv', content: `${'x'.repeat(again)}\n` }]);
      await expect.poll(() => events.length, { timeout: 5000 }).toBe(again);
    }
    writeFiles(folder, [{ path: 'new/deeper/a.csv', content: 'a' }]);
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(5);
    writeFiles(folder, [{ path: 'new/deeper/a.csv', content: 'ab' }]);
    await expect.poll(() => events.length, { timeout: 5000 }).toBe(6);
    stream.destroy();
  });

  test('frees its port when it is closed, also while a page listens', async () => {
    const stream = request({ host: '127.0.0.1', port: serving.port, path: '/_oj/events', agent: false });
    await new Promise<void>((open) => {
      stream.on('response', (r) => r.on('error', () => {}).once('data', () => open())).on('error', () => {});
      stream.end();
    });
    await serving.close();
    const again = await serveFolder({ folder, port: serving.port, lang: 'en' });
    expect(again.port).toBe(serving.port);
    await again.close();
  });

  test('ends with its signal', async () => {
    const stop = new AbortController();
    const other = await serveFolder({ folder, port: 0, lang: 'sv', signal: stop.signal });
    stop.abort();
    await expect.poll(() => fetch(other.url).then(() => 'open', () => 'closed')).toBe('closed'); // prettier-ignore
  });

  test('says in English what it waits for in a folder without a page', async () => {
    const empty = await serveFolder({ folder: scratch(), port: 0, lang: 'en' });
    const body = await (await fetch(empty.url)).text();
    expect(body).toContain('There is no page to show yet');
    expect(body).not.toContain('<iframe');
    await empty.close();
  });
});

describe('oj serve', () => {
  test('refuses a port that is taken and a folder that is none', async () => {
    const busy = createServer();
    await new Promise<void>((done) => busy.listen(0, '127.0.0.1', done));
    const { port } = busy.address() as { port: number };
    // Not spawnSync: the port is held by this process, which need not answer.
    const { code, stderr } = oj(['serve', folder, '--port', String(port)]);
    busy.close();
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^oj: port ${port}: another program listens on it; .*--port`));
    expect(oj(['serve', 'nowhere']).stderr).toMatch(/^oj: there is no folder "nowhere"; .*oj replicate/);
    expect(oj(['serve', join(folder, 'report.html')]).stderr).toContain('is a file; expected the folder');
    expect(oj(['serve', folder, '--port', '70000']).stderr).toContain('from 0 to 65535');
  });

  test('prints its address, serves, and ends with exit code 0 at Ctrl-C', async () => {
    const child = spawn(process.execPath, [cli, 'serve', folder, '--port', '0', '--lang', 'en']);
    let out = '';
    const url = await new Promise<string>((found) => {
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0];
        if (address) found(address);
      });
    });
    expect((await fetch(`${url}files/report.html`)).status).toBe(200);
    const ended = new Promise((done) => child.on('close', (code, signal) => done([code, signal])));
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });

  test('takes the next port where the first is busy, and says which', async () => {
    const first = await serveFolder({ folder, port: null, lang: 'sv' });
    const second = await serveFolder({ folder, port: null, lang: 'sv' });
    expect(second.port).toBeGreaterThan(first.port);
    await Promise.all([first.close(), second.close()]);
  });
});
