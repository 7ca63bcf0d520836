import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSource } from '../../../data/imports/imported.js';
import { UsageError } from '../../../data/problems.js';
import { ABOUT_FILE, labelFiles, tableFiles } from '../../../data/readers/folder.js';
import type { OutputFile } from '../../../reports/write.js';

/** The files of a data folder that a replication reads: its tables, what its owner says, and what importers keep. */
const names = [...tableFiles, ...labelFiles, ABOUT_FILE, 'sources.json', 'origins.csv', 'conflicts.csv'];

export interface InputBytes extends OutputFile {
  readonly content: Uint8Array;
}

/** Those files as they are now. @throws UsageError where one cannot be read */
export function readInputs(folder: string): InputBytes[] {
  return names.flatMap((path) => {
    const file = join(folder, path);
    if (!existsSync(file)) return [];
    try {
      return [{ path, content: new Uint8Array(readFileSync(file)) }];
    } catch (error) {
      throw new UsageError(
        `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); expected a file that you may read`,
      );
    }
  });
}

/** The files that hold, or may hold, single units' answers to SKR's survey, which are confidential. */
export const confidentialFiles = (inputs: readonly InputBytes[]): string[] =>
  inputs.flatMap(({ path, content }) =>
    path === 'survey.csv' || (path === 'conflicts.csv' && hasRows(content)) ? [path] : [],
  );

const hasRows = (content: Uint8Array): boolean => new TextDecoder().decode(content).trimEnd().includes('\n');

/** What importers wrote down in `sources.json`. @throws UsageError where it is not of their form */
export function importedFrom(inputs: readonly InputBytes[], folder: string): ImportSource[] {
  const file = inputs.find(({ path }) => path === 'sources.json');
  if (!file) return [];
  try {
    const { sources } = JSON.parse(new TextDecoder().decode(file.content)) as { sources: unknown };
    if (Array.isArray(sources) && sources.every(isSource)) return sources;
  } catch {
    // Said below.
  }
  throw new UsageError(
    `${join(folder, 'sources.json')}: found another form; expected { "sources": [...] } as importers write it; restore it, or move it away`,
  );
}

const texts = ['id', 'kind', 'name', 'sha256', 'time', 'attribution'] as const;

const isSource = (value: unknown): value is ImportSource =>
  typeof value === 'object' &&
  value !== null &&
  texts.every((name) => typeof (value as Record<string, unknown>)[name] === 'string');
