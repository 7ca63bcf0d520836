import { type Example, markdownExamples } from './examples.js';

/** A line of a shell block of the documents. */
export interface ShellLine {
  readonly file: string;
  /** The first line of the block in the file: the lines of a block are run in one folder, one after the other. */
  readonly block: number;
  readonly line: number;
  readonly text: string;
  /** What the document shows below the line. */
  readonly shown: string;
}

/** Lines that are not run, each with its reason. */
export const notRun: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'installs; CI runs both',
  'npm ci && npm test': 'installs, and runs this test',
  'oj open oj-out': 'opens a browser: test/command/open.test.ts',
  'oj notebook watch notebooks/my-story.nb.ts': 'runs until it is stopped: test/browser/notebook.test.ts',
  'oj notebook run notebooks --out pages': 'CI runs it',
  'oj notebook run notebooks --format html,ipynb': 'CI runs it',
  'oj serve oj-out': 'runs until it is stopped: test/command/serve.test.ts',
  'oj fetch kolada --into data/raw/kolada': 'asks the network: test/imports/kolada-command.test.ts',
  'oj fetch kolada --kpi N02904,N07907 --years 2015-2021 --into data/raw/mine': 'asks the network',
  "oj fetch kolada --search 'ekonomiskt bistånd' --units 0180,1480 --gender K --into data/raw/women": 'asks the network', // prettier-ignore
  'oj replicate --inference full --lang en --out reports/out': 'a minute; CI compares what it writes with the document', // prettier-ignore
};

const SHELL = /^(sh|bash|shell|console|shell-session)$/;

/** A block of `text` is one of commands where its first line begins with a prompt. */
const isShell = ({ lang, text }: Example) => SHELL.test(lang) || (lang === 'text' && text.startsWith('$ '));

/** The lines of all shell blocks. Where lines begin with `$ `, those that do not are what the line before prints. */
export const shellLines = (): ShellLine[] => markdownExamples().filter(isShell).flatMap(linesOf);

/** The lines of one block. */
export function linesOf({ file, line, text }: Example): ShellLine[] {
  const prompted = /^\$ /m.test(text);
  const lines: ShellLine[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const last = lines.at(-1);
    if (prompted && !raw.startsWith('$ ')) {
      if (last) lines[lines.length - 1] = { ...last, shown: `${last.shown}${raw}\n` };
    } else if (raw.trim() !== '' && !raw.trim().startsWith('#')) {
      // A comment at the end is two blanks or more from what is typed.
      const typed = raw.replace(/^\$ /, '').replace(/\s{2,}#.*$/, '').trim(); // prettier-ignore
      lines.push({ file, block: line, line: line + i, text: typed, shown: '' });
    }
  }
  return lines;
}

/** The words of a line as a shell splits them; quotes hold words together. */
export const wordsOf = (text: string): string[] =>
  [...text.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) => word.replace(/['"]/g, ''));

/** Words that name what a line writes: no reader brings them. */
const written = ['--out', '--into', '--write-mapping', '--cache', '>'];

/** The words of a line that may name what it reads. */
export const readBy = (text: string): string[] =>
  wordsOf(text).filter((_, i, words) => !written.includes(words[i - 1] ?? ''));

const onDemoData =
  /^oj (replicate|run|export|explain|users|check|lansrapport|kommunrapport|jamfor|indikator)\b/;

/**
 * A line as it is run: where it reads the demo data, a small part of them, and where it estimates the whole appendix,
 * table 8 alone (CI runs `npm start` on all). Lines with output shown are run as they are.
 */
export function narrowed({ text, shown }: ShellLine, small: string): string {
  if (shown.trim() !== '') return text;
  const data = onDemoData.test(text) && !text.includes('--data') ? ` --data '${small}'` : '';
  const whole = /^oj (replicate|package)\b(?!.*--verify)/.test(text) && !text.includes('--tables');
  return `${text}${data}${whole ? ' --tables 8' : ''}`;
}

/** Numbers as they are written, with the sign and decimals. */
export const numbersIn = (text: string): string[] => text.match(/[-+−]?\d+(?:[.,]\d+)*/g) ?? [];
