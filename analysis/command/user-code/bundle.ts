import { build, type BuildFailure, type Message, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, isAbsolute, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../../data/problems.js';
import { UserCodeError } from './errors.js';

export interface UserCode {
  /** Absolute path: what imports are resolved from, and what errors name. */
  readonly file: string;
  /** Its text, where it is not that of the file (a notebook is instrumented before it is run). */
  readonly source?: string;
}

/** A user's file as one ES module that can be imported from anywhere. */
export interface Bundle {
  readonly file: string;
  /** JavaScript with its source map inside, which names the user's own files. */
  readonly code: string;
  /** The user's files that went in, absolute: the file itself and what it imports by path. */
  readonly inputs: readonly string[];
}

const PACKAGE = 'oppna-jamforelser';
const RESOLVING = Symbol('resolving');

/**
 * A TypeScript or JavaScript file of the user's, with the files that it imports by path, as one ES module. Types are taken
 * out and not checked. `oppna-jamforelser` is this package, wherever the file stands; other packages are those of the
 * file's own folder, and are imported, not copied.
 * @throws UserCodeError with the place, where the file is not TypeScript or imports what is not there
 * @throws UsageError where the file cannot be read
 */
export async function bundle({ file, source = readSource(file) }: UserCode): Promise<Bundle> {
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: source, sourcefile: file, resolveDir: dirname(file), loader: loaderOf(file) },
      absWorkingDir: dirname(file),
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'inline',
      sourcesContent: false,
      // Source maps name the user's files by their own paths, wherever the bundle is written.
      sourceRoot: pathToFileURL(`${dirname(file)}/`).href,
      outfile: 'bundle.mjs',
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, target: 'ES2023' } },
      charset: 'utf8',
      logLevel: 'silent',
      plugins: [packages],
    });
    const inputs = Object.keys(metafile.inputs).map((path) => resolve(dirname(file), path));
    return { file, code: outputFiles[0]!.text, inputs: [...new Set([file, ...inputs])] };
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    throw located(first, file);
  }
}

function readSource(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${file}: cannot be read (${code}); expected a TypeScript or JavaScript file`);
  }
}

const loaderOf = (file: string) => (/^\.[cm]?js$/.test(extname(file)) ? 'js' : 'ts');

/** Packages stay outside the bundle, named by the file that the import means. */
const packages: Plugin = {
  name: 'packages',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === RESOLVING || isAbsolute(path) || path.startsWith('#')) return undefined;
      if (isBuiltin(path)) return { path, external: true };
      if (path === PACKAGE || path.startsWith(`${PACKAGE}/`)) return ownEntry(path);
      const { kind, importer, resolveDir } = from;
      const found = await esbuild.resolve(path, { kind, importer, resolveDir, pluginData: RESOLVING });
      if (found.errors.length === 0 && isAbsolute(found.path))
        return { path: pathToFileURL(found.path).href, external: true };
      const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
      return {
        errors: [
          { text: `imports "${path}", which is not installed; run "npm install ${name}" in ${resolveDir}` },
        ],
      };
    });
  },
};

function ownEntry(path: string) {
  try {
    return { path: import.meta.resolve(path), external: true };
  } catch {
    return {
      errors: [{ text: `imports "${path}", which ${PACKAGE} does not export; see its package.json` }],
    };
  }
}

function located({ text, location }: Message, file: string): UserCodeError {
  const at = location && {
    file: resolve(dirname(file), location.file),
    line: location.line,
    column: location.column + 1,
  };
  const missing = /^Could not resolve "(.*)"$/.exec(text)?.[1];
  const said = missing === undefined ? text : `imports "${missing}", and there is no such file`;
  return new UserCodeError(said, at ?? { file, line: null, column: null });
}
