import { together } from '../../data/imports/imported.js';
import type { Sheet, Workbook } from '../../data/imports/sheet.js';
import { draftMapping } from '../../data/imports/table/draft.js';
import { readTableMapping, type TableMapping } from '../../data/imports/table/mapping.js';
import { type ReadTable, readTable } from '../../data/imports/table/read.js';
import { formatProblems, InputError, UsageError } from '../../data/problems.js';
import { type ImportOptions, readSheets, readText, refuseSameNames, writeNew } from './import.js';
import { changeLines, changes, countsText } from './import-changes.js';
import { openTarget, type Target, writeInto } from './import-into.js';
import { currentRun, printJson } from './run.js';

/**
 * `oj import csv`: long or wide tables (SCB's and Kolada's exports, one's own) into a data folder, by a mapping.
 * Exit code 1 where cells could not be used; 2, and nothing written, where none could.
 */
export async function importCsvCommand(files: readonly string[], options: ImportOptions): Promise<void> {
  refuseSameNames(files);
  const { into, mapping: mappingFile, writeMapping } = options;
  if (writeMapping !== undefined) return writeDraft(await readSheets(files[0]!), files[0]!, writeMapping);
  if (mappingFile === undefined)
    throw new UsageError(
      'expected --mapping FILE, which says what the columns are; --write-mapping FILE makes a draft of one',
    );
  if (into === undefined)
    throw new UsageError('expected --into DIR, the data folder to add to (data/raw/mine)');
  const target = openTarget(into);
  const mapping = readTableMapping(readText(mappingFile), mappingFile);
  const { time } = currentRun();
  const reads: ReadTable[] = [];
  for (const file of files) {
    const workbook = await readSheets(file);
    reads.push(readTable(workbook, sheetOf(workbook, mapping), mapping, time));
  }
  importInto(target, reads, options);
}

function importInto(target: Target, reads: readonly ReadTable[], options: ImportOptions): void {
  const imported = together(reads.map((r) => r.imported));
  const { problems, answers } = imported;
  if (answers.length === 0) {
    if (problems.length > 0) throw new InputError(problems);
    throw new UsageError('found no value in the files; look at "only" and "values" in the mapping');
  }
  const merged = writeInto(target, imported, options);
  process.exitCode = problems.some((p) => p.severity === 'error') ? 1 : 0;
  if (options.json)
    return printJson({
      into: target.into,
      files: reads.map(({ imported, sheet, rows, left }) => ({
        file: imported.sources[0]!.name,
        sheet,
        rows,
        answers: imported.answers.length,
        left,
      })),
      changes: changes(merged),
      problems,
    });
  if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  const lines = reads.flatMap(({ imported, rows, left }) => [
    `${imported.sources[0]!.name}: ${imported.answers.length} answers in ${rows} rows`,
    ...(Object.keys(left).length > 0 ? [`  rows left: ${countsText(left)}`] : []),
  ]);
  process.stdout.write(`${[...lines, ...changeLines(merged, target.into, options.replace)].join('\n')}\n`);
}

function sheetOf({ name, sheets }: Workbook, { sheet }: TableMapping): Sheet {
  const found = sheet === undefined ? sheets[0] : sheets.find((s) => s.name === sheet);
  if (found) return found;
  throw new UsageError(
    `${name}: no sheet ${sheet === undefined ? 'at all' : `"${sheet}"`}; there are: ${sheets.map((s) => s.name).join(', ')}`,
  );
}

function writeDraft(workbook: Workbook, source: string, file: string): void {
  const [sheet] = workbook.sheets;
  if (!sheet) throw new UsageError(`${workbook.name}: no sheet to make a mapping of`);
  const content = `${JSON.stringify(draftMapping(sheet), null, 1)}\n`;
  writeNew(file, content);
  process.stdout.write(
    `${file}: a draft; look through it, above all "type" and "better" of each indicator, and then\n` +
      `oj import csv ${source} --mapping ${file} --into DIR\n`,
  );
}
