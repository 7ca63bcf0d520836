import { type Format, readFormats } from '../formats.js';
import type { Lang } from '../locales/language.js';

/** What the command of a package depends on beside its files. */
export interface PackagedCommand {
  readonly lang: Lang;
  readonly tables: readonly number[] | null;
  readonly formats: readonly Format[];
}

/** The command that makes `results/` within an unpacked package: the manifest's, word by word. */
export const commandOf = ({ lang, tables, formats }: PackagedCommand): string =>
  [
    'oj replicate --data data --spec specification.json',
    `--lang ${lang}`,
    ...(tables ? [`--tables ${tables.join(',')}`] : []),
    `--format ${formats.join(',')}`,
    '--out results',
  ].join(' ');

/** What a command says; null where it is not one of a package. */
export function parseCommand(command: string): PackagedCommand | null {
  const found =
    /^oj replicate --data data --spec specification\.json --lang (sv|en)(?: --tables (\d{1,2}(?:,\d{1,2}){0,30}))? --format ([a-z,]{2,99}) --out results$/.exec(
      command,
    );
  return (
    found && {
      lang: found[1] as Lang,
      tables: found[2]?.split(',').map(Number) ?? null,
      formats: readFormats(found[3]!),
    }
  );
}
