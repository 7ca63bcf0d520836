import type { Estimate } from '../../analysis/estimate.js';
import { normalName } from '../../analysis/explain/names.js';
import type { Lang } from '../locales/language.js';

/** The options of a run that a cell's numbers depend on. */
const carried = ['--data', '--spec', '--inference', '--margin', '--model', '--set'];

// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Whether a text holds characters that cannot be seen: a line that is copied must be what it looks like. */
const hasUnseen = (text: string): boolean => UNSEEN.test(text);

/** A word of a command line for a POSIX shell: as it is where that is safe, else in single quotes. */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}_./:,=+-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** The words of a command line as the manifest has it: plain, in single quotes, or both joined. */
export function shellWords(command: string): string[] {
  const words = command.match(/(?:'[^']*'|\\.|[^\s'\\])+/gs) ?? [];
  return words.map((word) =>
    word.replace(/'([^']*)'|\\(.)/gs, (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? ''),
  );
}

/**
 * The options of a run's command that `oj explain` needs to give the same numbers, quoted for a shell: `--data mine
 * --spec 'my spec.json'`; '' where there are none. Null where a value holds characters that cannot be seen.
 */
export function explainOptions(command: string): string | null {
  const words = modelsNamed(shellWords(command));
  const found = words.flatMap((word, i) => {
    const [name = '', ...value] = word.split('=');
    if (!carried.includes(name)) return [];
    if (value.length > 0) return [[name, value.join('=')] as const];
    const next = words[i + 1];
    return next === undefined ? [] : [[name, next] as const];
  });
  if (found.some(([, value]) => hasUnseen(value))) return null;
  return found.map(([name, value]) => `${name} ${shellWord(value)}`).join(' ');
}

/** `oj run a.ts b.ts ...` as a command with `--model a.ts --model b.ts`: files that come before any option. */
function modelsNamed(words: readonly string[]): readonly string[] {
  if (words[1] !== 'run') return words;
  const end = words.findIndex((word, i) => i > 1 && word.startsWith('-'));
  const files = words.slice(2, end < 0 ? undefined : end);
  return [
    ...words.slice(0, 2),
    ...files.flatMap((file) => ['--model', file]),
    ...words.slice(2 + files.length),
  ];
}

/** The models whose cells `oj explain` takes, besides users' own. */
const explained: readonly string[] = ['users', 'anova', 'peers', 'staffing'];

/**
 * Table and row as `oj explain` takes them, `8 'Extern samverkan'`; with the row's group where another row of the
 * table has the same label. A row of the data's own indicators goes by its id where its label is not its alone, or
 * is none that a command line takes. Null for a table that is not explained.
 * @param rows the rows of the table
 */
export function explainRow(
  { table, row, group, indicator }: ExplainedRow,
  rows: readonly ExplainedRow[],
): string | null {
  if (row === null || table === null || hasUnseen(String(table))) return null;
  if (typeof table === 'string' && !table.startsWith('own:') && !explained.includes(table.split(':')[0]!))
    return null;
  const alone =
    rows.filter((other) => other.row !== null && normalName(other.row) === normalName(row)).length < 2;
  const label = alone || group === null ? row : `${group}: ${row}`;
  const isPlain = !hasUnseen(label) && !label.startsWith('-') && (alone || group !== null);
  const name = isPlain || typeof table === 'number' ? label : indicator;
  if (name === null || hasUnseen(name) || name.startsWith('-')) return null;
  return `${shellWord(`${table}`)} ${shellWord(name)}`;
}

type ExplainedRow = Pick<Estimate, 'table' | 'row' | 'group' | 'indicator'>;

/** The whole line, `oj explain 8 'Extern samverkan' totalt --data mine`; null where there is none. */
export function explainCommand(
  row: string | null,
  column: string,
  options: string,
  lang: Lang,
): string | null {
  if (row === null || hasUnseen(column)) return null;
  const language = lang === 'sv' ? '' : `--lang ${lang}`;
  return ['oj explain', row, shellWord(column), options, language].filter((part) => part !== '').join(' ');
}
