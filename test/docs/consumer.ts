import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { scratch } from '../command/oj.js';
import { root } from './root.js';

/**
 * An empty project that has the given packages: links in its node_modules to those installed here, and under this
 * package's name what is given.
 */
export function project(self: string | null, packages: readonly string[]): string {
  const folder = scratch();
  mkdirSync(join(folder, 'node_modules'));
  if (self !== null) symlinkSync(self, join(folder, 'node_modules', 'oppna-jamforelser'), 'junction');
  for (const name of packages) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link, 'junction');
  }
  return folder;
}

/** What the compiler finds wrong in a consumer's files, one line each with file, line and message. */
export function typeErrors(files: readonly string[], skipLibCheck: boolean): string[] {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck,
    noEmit: true,
  });
  return ts.getPreEmitDiagnostics(program).map((d) => {
    const message = ts.flattenDiagnosticMessageText(d.messageText, '\n');
    if (!d.file) return message;
    const { line } = d.file.getLineAndCharacterOfPosition(d.start ?? 0);
    return `${d.file.fileName}:${line + 1}: ${message}`;
  });
}

/** TypeScript as the JavaScript that Node runs. */
export const compiled = (source: string): string =>
  ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
