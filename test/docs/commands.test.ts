import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupBy } from '../../data/group-by.js';
import { EPOCH, oj, scratch } from '../command/oj.js';
import { brought, filledIn } from './brought.js';
import { linesOf, narrowed, notRun, numbersIn, readBy, type ShellLine, shellLines, wordsOf } from './commands.js'; // prettier-ignore
import { filesOf, root, textOf } from './root.js';
import { makeSmallFolder } from './small-folder.js';

const lines = shellLines();
const runnable = ({ text }: ShellLine) => /^(oj|echo) /.test(text) && !Object.hasOwn(notRun, text);
const cli = join(root, 'dist', 'analysis', 'cli.js');
const bash = spawnSync('bash', ['--version']).status === 0;

/** A line in a shell that knows `oj` as a command. */
function inShell(line: string, cwd: string) {
  const script = `oj() { "${process.execPath}" "${cli}" "$@"; }\n${line}\n`;
  return spawnSync('bash', ['-c', script], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH },
  });
}

/** Puts what the line reads and the reader brings into the folder. */
function bring({ text }: ShellLine, folder: string, small: string): void {
  for (const word of readBy(text)) {
    const needed = filledIn.includes(word) || !existsSync(join(folder, word));
    if (Object.hasOwn(brought, word) && needed) brought[word]!(folder, small);
  }
}

describe('a shell block', () => {
  const block = (text: string) => linesOf({ file: 'a.md', line: 5, lang: 'text', text });

  test('of lines with a prompt shows below each what it prints, and its numbers as they are written', () => {
    const [explain, fit] = block(
      "$ oj explain 8 'a b' totalt\n  β = −1,25 [0.5]\n  n 1,103\n\n$ oj fit x.csv 'y ~ x'",
    );
    expect(explain).toMatchObject({ line: 5, text: "oj explain 8 'a b' totalt" });
    expect(numbersIn(explain!.shown)).toEqual(['−1,25', '0.5', '1,103']);
    expect(fit).toMatchObject({ line: 9, text: "oj fit x.csv 'y ~ x'", shown: '' });
  });

  test('of lines without a prompt has comments taken away, and its words as a shell has them', () => {
    const [line] = block('# first\noj fit data.csv \'y ~ x | g\' --out "a b"   # a note');
    expect(line!.text).toBe('oj fit data.csv \'y ~ x | g\' --out "a b"');
    expect(wordsOf(line!.text)).toEqual(['oj', 'fit', 'data.csv', 'y ~ x | g', '--out', 'a b']);
    expect(readBy(line!.text)).not.toContain('a b');
  });
});

describe('the shell lines of the documents', () => {
  test('are found, and each is run, or listed with the reason why not', () => {
    expect(lines.length).toBeGreaterThan(30);
    const unknown = lines.filter((line) => !runnable(line) && !Object.hasOwn(notRun, line.text));
    expect(unknown.map(({ file, line, text }) => `${file}:${line}: ${text}`)).toEqual([]);
  });

  test('that are listed as not run stand in a document', () => {
    const texts = lines.map(({ text }) => text);
    expect(Object.keys(notRun).filter((text) => !texts.includes(text))).toEqual([]);
  });

  test('read every file that the list of what readers bring has', () => {
    const words = new Set(lines.flatMap(({ text }) => readBy(text)));
    expect(Object.keys(brought).filter((path) => !words.has(path))).toEqual([]);
  });
});

describe.skipIf(!bash)(`the shell lines are run${bash ? '' : ' (skipped: no bash here)'}`, () => {
  const small = join(scratch(), 'small');
  makeSmallFolder(small);
  const blocks = groupBy(lines.filter(runnable), ({ file, block }) => `${file}:${block}`);

  test.each([...blocks])(
    '%s',
    (_, block) => {
      const cwd = scratch();
      for (const line of block) {
        bring(line, cwd, small);
        const { status, stdout, stderr } = inShell(narrowed(line, small), cwd);
        expect([0, 1], `${line.text}\n${stderr}`).toContain(status);
        expect(stderr, line.text).not.toMatch(/^oj: |^\s+at /m);
        expect(stdout, line.text).not.toMatch(/\b(NaN|undefined)\b/);
        const printed = numbersIn(stdout);
        expect(
          numbersIn(line.shown).filter((number) => !printed.includes(number)),
          `numbers shown below ${line.text} that it does not print`,
        ).toEqual([]);
      }
    },
    120_000,
  );
});

describe('the commands that the documents name within their text', () => {
  const named = filesOf('', '.md').flatMap((file) =>
    [
      ...textOf(file)
        .replaceAll('\\|', '|')
        .matchAll(/`(oj [^`]+)`/g),
    ].map((m) => ({ file, text: m[1]! })),
  );
  const help = new Map<string, string>();
  const helpOf = (...command: string[]): string => {
    const key = command.join(' ');
    if (!help.has(key)) help.set(key, oj([...command, '--help']).stdout);
    return help.get(key)!;
  };
  /** `oj import skr` has options of its own. */
  const commandsOf = (words: readonly string[]) =>
    ['import', 'fetch', 'template', 'notebook', 'new'].includes(words[1]!)
      ? (words[2] ?? '').split('|').map((sub) => [words[1]!, sub])
      : [[words[1]!]];

  test('exist, with the options named', { timeout: 60_000 }, () => {
    const wrong = [...named, ...lines].flatMap(({ file, text }) => {
      const words = wordsOf(text.replace(/[[\]]/g, ' ')).filter((word) => word !== '');
      if (words[0] !== 'oj' || !/^[a-z]+$/.test(words[1] ?? '')) return [];
      if (!new RegExp(`^  ${words[1]}\\b`, 'm').test(helpOf())) return [`${file}: ${text}: no command`];
      const options = words.filter((word) => /^--[a-z]/.test(word)).map((word) => word.replace(/[=,].*/, ''));
      return options
        .filter(
          (option) =>
            !commandsOf(words).some((c) =>
              new RegExp(`${option}\\b`).test(helpOf(...c.filter((part) => /^[a-z]+$/.test(part)))),
            ),
        ) // prettier-ignore
        .map((option) => `${file}: ${text}: no option ${option}`);
    });
    expect(wrong).toEqual([]);
  });
});
