import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openCommand } from '../../analysis/command/open.js';
import { oj, scratch } from './oj.js';

afterEach(() => vi.restoreAllMocks());

// Without a desktop the launcher of Linux asks $BROWSER, so that a script can stand for the browser; run-mailcap would go before.
const noDesktop = { DISPLAY: '', WAYLAND_DISPLAY: '' };
const elsewhere =
  process.platform !== 'linux' ||
  (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, 'run-mailcap')));

function withReport(): string {
  const folder = join(scratch(), 'ut mapp');
  mkdirSync(folder);
  writeFileSync(join(folder, 'report.html'), '<!doctype html>');
  return folder;
}

describe('oj open', () => {
  test('opens the whole path of the report and prints it', async () => {
    const folder = withReport();
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const opened: string[] = [];
    await openCommand(folder, { lang: 'en' }, (path) => Promise.resolve(void opened.push(path)));
    expect(opened).toEqual([join(folder, 'report.html')]);
    expect(write.mock.calls.join('')).toBe(`Opening: ${join(folder, 'report.html')}\n`);
  });

  test('where no browser starts, says what to do instead', async () => {
    const folder = withReport();
    const failing = openCommand(folder, { lang: 'sv' }, () => Promise.reject(new Error('exit code 3')));
    await expect(failing).rejects.toThrow(
      /report\.html: no browser could be started \(exit code 3\).*oj serve/,
    );
  });

  test('without a report names the command that makes one', () => {
    const cwd = scratch();
    const { code, stderr, stdout } = oj(['open'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^oj: oj-out.report\.html: there is no such file; .*oj replicate --out oj-out/);
    mkdirSync(join(cwd, 'oj-out', 'report.html'), { recursive: true });
    expect(oj(['open'], { cwd }).stderr).toContain('found a folder');
  });

  test.skipIf(elsewhere)('really starts the browser that the system names', () => {
    const folder = withReport();
    const [browser, seen] = [join(folder, 'browser.sh'), join(folder, 'seen')];
    writeFileSync(browser, `#!/bin/sh\necho "$@" > "${seen}"\n`);
    chmodSync(browser, 0o755);
    // The launcher splits $BROWSER at spaces, so it is named by PATH.
    const env = { BROWSER: 'browser.sh', PATH: `${folder}:${process.env.PATH}`, ...noDesktop };
    const { code, stdout, stderr } = oj(['open', folder], { env });
    expect(code, stderr).toBe(0);
    expect(stdout).toContain(join(folder, 'report.html'));
    expect(decodeURI(readFileSync(seen, 'utf8'))).toContain('report.html');
  });

  test.skipIf(elsewhere)('on a machine without any browser ends with exit code 2', () => {
    const folder = withReport();
    const { code, stderr } = oj(['open', folder], { env: { BROWSER: 'no-such-browser', ...noDesktop } });
    expect(code).toBe(2);
    expect(stderr).toContain('no browser could be started');
  });
});
