import { together } from '../../data/imports/imported.js';
import { importSkr, type SkrImport, type SkrSheet } from '../../data/imports/skr.js';
import {
  draftMapping,
  noMapping,
  openTogether,
  parseMapping,
  type SkrMapping,
} from '../../data/imports/skr-mapping.js';
import { skrTemplate } from '../../data/imports/skr-template.js';
import { formatProblems, InputError, quoteFound, UsageError } from '../../data/problems.js';
import {
  type ImportOptions,
  readSheets,
  readText,
  refuseExisting,
  refuseSameNames,
  writeNew,
} from './import.js';
import { changeLines, changes, countsText } from './import-changes.js';
import { openTarget, type Target, writeInto } from './import-into.js';
import { currentRun, printJson } from './run.js';

export interface ImportSkrOptions extends ImportOptions {
  readonly reveal?: boolean;
}

/**
 * `oj import skr`: the flags of SKR's survey into a data folder. Exit code 1 where rows could not be used; 2, and nothing written, where none
 * could. With --write-mapping it writes what there is to settle, and imports nothing.
 */
export async function importSkrCommand(files: readonly string[], options: ImportSkrOptions): Promise<void> {
  refuseSameNames(files);
  const { into, writeMapping } = options;
  if (into === undefined && writeMapping === undefined)
    throw new UsageError(
      'expected --into DIR, the data folder to add to (data/raw/skr), or --write-mapping FILE',
    );
  if (writeMapping !== undefined) refuseExisting(writeMapping);
  const target = writeMapping === undefined ? openTarget(into!) : null;
  const mapping =
    options.mapping === undefined ? noMapping : parseMapping(readText(options.mapping), options.mapping);
  const { time } = currentRun();
  const reads: SkrImport[] = [];
  for (const file of files)
    reads.push(importSkr(await readSheets(file), { time, mapping, reveal: options.reveal ?? false }));
  if (target) importInto(target, reads, options);
  else writeDraft(reads, writeMapping!, mapping);
}

function importInto(target: Target, reads: readonly SkrImport[], options: ImportSkrOptions): void {
  const imported = together(reads.map((r) => r.imported));
  const { problems, flags } = imported;
  if (flags.length === 0) {
    if (problems.length > 0) throw new InputError(problems);
    throw new UsageError(
      'found no answer in the files; expected rows with 1/0, Ja/Nej or X; fill in the form',
    );
  }
  const merged = writeInto(target, imported, options);
  const errors = problems.filter((p) => p.severity === 'error').length;
  process.exitCode = errors > 0 ? 1 : 0;
  const revealed = options.reveal ? flags.map((f) => ({ ...f })) : undefined;
  if (options.json)
    return printJson({
      into: target.into,
      files: reads.map((r) => ({ file: r.imported.sources[0]!.name, sheets: r.sheets })),
      changes: changes(merged),
      problems,
      ...(revealed ? { flags: revealed } : {}),
    });
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems, Infinity)}\n`);
  const shown = (revealed ?? []).map(
    (f) =>
      `${f.unit}, ${f.area}: quality_development ${f.qualityDevelopment || '-'}, not_used ${f.notUsed || '-'}`,
  );
  const lines = [...reads.flatMap(readLines), ...changeLines(merged, target.into, options.replace), ...shown];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What was read of one file, in numbers. */
function readLines({ imported, sheets }: SkrImport): string[] {
  const { name } = imported.sources[0]!;
  const units = new Set(imported.flags.map((f) => f.unit)).size;
  return [
    `${name}: ${imported.flags.length} answers of ${units} units`,
    ...sheets.flatMap((sheet) => sheetLines(sheet)),
  ];
}

function sheetLines({ sheet, headerRow, columns, rows, matched, left }: SkrSheet): string[] {
  const used = columns.filter((c) => c.holds !== null);
  return [
    `  ${sheet === '' ? '' : `sheet ${quoteFound(sheet)}, `}header in row ${headerRow}, ${rows} rows below it`,
    ...used.map((c) => `    ${quoteFound(c.heading)} read as ${c.holds}`),
    `  units known by: ${countsText(matched) || 'none'}`,
    ...Object.entries(left).map(([reason, n]) => `  left: ${n} ${reason}`),
  ];
}

function writeDraft(reads: readonly SkrImport[], file: string, mapping: SkrMapping): void {
  const open = openTogether(reads.map((r) => r.open));
  writeNew(file, draftMapping(open, mapping));
  const columns = [...open.columns.values()].filter((holds) => holds === null).length;
  process.stdout.write(
    `${file}: ${columns} columns, ${open.units.size} units and ${open.areas.size} areas to settle; nothing was imported\n`,
  );
}

/** `oj template skr`: an empty form, on stdout or as a file. */
export function templateSkrCommand({ out }: { readonly out?: string }): void {
  if (out === undefined) process.stdout.write(skrTemplate());
  else {
    writeNew(out, skrTemplate());
    process.stdout.write(
      `${out}: fill in 1 or 0, or crosses, then: oj import skr ${out} --into data/raw/skr\n`,
    );
  }
}
