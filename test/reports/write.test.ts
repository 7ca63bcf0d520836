import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oj-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const everything = () => readdirSync(folder, { recursive: true }).map(String).sort();

describe('writing files', () => {
  test('creates folders, replaces what was there and leaves nothing else', () => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out', 'a.txt'), 'old and longer');
    writeFiles(join(folder, 'out'), [
      { path: 'a.txt', content: 'å' },
      { path: 'tables/deep/b.csv', content: '' },
    ]);
    expect(everything()).toEqual([
      'out',
      'out/a.txt',
      'out/tables',
      'out/tables/deep',
      'out/tables/deep/b.csv',
    ]);
    expect(readFileSync(join(folder, 'out', 'a.txt'), 'utf8')).toBe('å');
  });

  test('where a folder stands in a file’s place, writes none of the files and says so', () => {
    mkdirSync(join(folder, 'b'));
    const write = () => writeFiles(folder, [{ path: 'a', content: '1' }, { path: 'new/c', content: '2' }, { path: 'b', content: '3' }]); // prettier-ignore
    expect(write).toThrow(UsageError);
    expect(write).toThrow(/cannot write .*b: there is a folder with that name/);
    expect(everything()).toEqual(['b']);
  });

  test.skipIf(!existsSync('/proc/self'))(
    'where no folder can be made, says so and does not hang (Linux)',
    () => {
      expect(() => writeFiles('/proc/oj', [{ path: 'a', content: '1' }])).toThrow(
        /cannot write \/proc\/oj: .*--out/,
      );
    },
  );

  test('where a file stands in a folder’s place, says so and leaves it', () => {
    writeFileSync(join(folder, 'out'), 'mine');
    expect(() => writeFiles(join(folder, 'out'), [{ path: 'a', content: '1' }])).toThrow(
      /there is a file where a folder is needed/,
    );
    expect(() => writeFiles(join(folder, 'out', 'deeper'), [{ path: 'a', content: '1' }])).toThrow(
      UsageError,
    );
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('mine');
    expect(everything()).toEqual(['out']);
  });

  test.skipIf(process.getuid?.() === 0)(
    'without permission says so (skipped for root, who always has it)',
    () => {
      chmodSync(folder, 0o500);
      expect(() => writeFiles(folder, [{ path: 'a', content: '1' }])).toThrow(/no permission/);
      chmodSync(folder, 0o700);
    },
  );

  test.skipIf(!existsSync('/dev/full'))('a write that fails names the cause and leaves the old file', () => {
    const long = 'x'.repeat(300);
    writeFileSync(join(folder, 'a'), 'old');
    expect(() => writeFiles(folder, [{ path: 'a', content: 'new' }, { path: long, content: '' }])).toThrow(/the name is too long/); // prettier-ignore
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    expect(everything()).toEqual(['a']);
  });

  test('stopped by a signal leaves nothing, not even the folders it made', () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped'));
    expect(() =>
      writeFiles(join(folder, 'x', 'y'), [{ path: 'a', content: '1' }], { signal: stop.signal }),
    ).toThrow('stopped');
    expect(everything()).toEqual([]);
  });

  test.each(['../a', '/a', 'a//b', 'a/../../b', 'a\\b', ''])(
    'refuses a path that leaves the folder: %j',
    (path) => {
      expect(() => writeFiles(folder, [{ path: 'fine', content: '' }, { path, content: '' }])).toThrow(/not a path within/); // prettier-ignore
      expect(everything()).toEqual([]);
    },
  );
});
