import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoteFound, UsageError } from '../../../data/problems.js';
import { packageVersion } from '../../../data/version.js';
import { messages, type Lang } from '../../../reports/locales/language.js';
import { parseCommand } from '../../../reports/package/command.js';
import { parseSums, sha256Of } from '../../../reports/package/sums.js';
import type { OutputFile } from '../../../reports/write.js';
import { readResults } from '../../read-results.js';
import type { Results } from '../../results.js';
import type { InferenceOptions } from '../infer.js';
import type { Progress } from '../progress.js';
import { readInputs } from './inputs.js';
import { runStaged } from './staged.js';

/** A file and what is wrong with it, in words. */
type Difference = readonly [path: string, what: string];

/**
 * `oj package --verify FOLDER`: holds an unpacked package against its sums, runs it again elsewhere and compares every byte
 * of the results. Nothing in the folder is changed. The number of differences.
 * @throws UsageError where the folder is no package, lacks its data, or was made by another version
 */
export async function verifyPackage(
  folder: string,
  lang: Lang,
  workers: InferenceOptions,
  say: Progress,
  signal: AbortSignal,
): Promise<number> {
  const { verify } = messages(lang).packaging;
  const sums = checkSums(folder, lang);
  const print = (lines: readonly string[]) => process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  print([...told(sums.differences), verify.sums(String(sums.same))]);
  const { manifest } = packagedResults(folder);
  const command = parseCommand(manifest.command);
  if (!command)
    throw new UsageError(
      `${join(folder, 'results', 'results.json')}: found the command ${quoteFound(manifest.command)}; expected that of a package; name the folder that a file of oj package was unpacked into`,
    );
  if (manifest.version !== packageVersion())
    throw new UsageError(
      `${folder}: made by version ${manifest.version}; this is ${packageVersion()}; expected the same, for the same bytes; run npx --package oppna-jamforelser@${manifest.version} oj package --verify ${folder}`,
    );
  if (sums.withoutData)
    throw new UsageError(
      `${folder}: its data are not there; expected the files that data/SHA256SUMS lists; README.md says where they are had`,
    );
  const { node } = manifest;
  if (node !== process.version) print([verify.node(node, process.version)]);
  const { outputs } = await runStaged({
    inputs: readInputs(join(folder, 'data')),
    specification: textOf(folder, 'specification.json'),
    tables: command.tables ?? undefined,
    lang: command.lang,
    formats: command.formats,
    run: { version: manifest.version, node, command: manifest.command, time: manifest.time },
    workers,
    say,
    signal,
  });
  say.done();
  const differences = compareOutputs(folder, outputs, lang);
  const same = outputs.length - differences.filter(([, what]) => what !== verify.notMade).length;
  const total = new Set([...sums.differences, ...differences].map(([path]) => path)).size;
  print([
    ...told(differences),
    verify.again(String(same), String(outputs.length)),
    total === 0 ? verify.good : verify.bad(String(total)),
  ]);
  return total;
}

/** Paths of a package are not ours to trust: what is no plain name is shown in quotes, on one line. */
const told = (differences: readonly Difference[]): string[] =>
  differences.map(([path, what]) => `${/^[\w./-]+$/.test(path) ? path : quoteFound(path)}: ${what}`);

function checkSums(folder: string, lang: Lang) {
  const { verify } = messages(lang).packaging;
  const listed = new Map([
    ...[...sumsOf(folder, 'data/SHA256SUMS')].map(([path, sum]) => [`data/${path}`, sum] as const),
    ...sumsOf(folder, 'SHA256SUMS'),
  ]);
  const differences: Difference[] = [];
  for (const [path, sum] of listed) {
    const bytes = bytesOf(folder, path);
    if (bytes === null) differences.push([path, verify.missing]);
    else if (sha256Of(bytes) !== sum) differences.push([path, verify.changed]);
  }
  const same = listed.size - differences.length;
  for (const path of [...filesWithin(folder, 'data'), ...filesWithin(folder, 'results')])
    if (!listed.has(path)) differences.push([path, verify.unlisted]);
  const data = [...listed.keys()].filter((path) => /^data\/[^/]+\.csv$/.test(path));
  return { differences, same, withoutData: !data.some((path) => existsSync(join(folder, path))) };
}

function sumsOf(folder: string, path: string): Map<string, string> {
  const sums = parseSums(textOf(folder, path));
  if (!sums)
    throw new UsageError(
      `${join(folder, path)}: found a line of another form; expected lines of sha256sum; unpack the package again`,
    );
  return sums;
}

function packagedResults(folder: string): Results {
  return readResults(textOf(folder, 'results/results.json'), join(folder, 'results', 'results.json'));
}

function textOf(folder: string, path: string): string {
  const bytes = bytesOf(folder, path);
  if (bytes === null)
    throw new UsageError(
      `${join(folder, path)}: there is no such file; expected an unpacked package of oj package; name its folder`,
    );
  return new TextDecoder().decode(bytes);
}

function bytesOf(folder: string, path: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, ...path.split('/')));
  } catch {
    return null;
  }
}

function filesWithin(folder: string, inner: string): string[] {
  const whole = join(folder, inner);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !(inner === 'data' && entry.name === 'SHA256SUMS'))
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\/+/, ''),
    )
    .sort();
}

function compareOutputs(folder: string, outputs: readonly OutputFile[], lang: Lang): Difference[] {
  const { verify } = messages(lang).packaging;
  const made = new Set(outputs.map(({ path }) => `results/${path}`));
  const differences = outputs.flatMap(({ path, content }): Difference[] => {
    const packed = bytesOf(folder, `results/${path}`);
    if (packed === null) return [[`results/${path}`, verify.lacks]];
    return sha256Of(packed) === sha256Of(content) ? [] : [[`results/${path}`, verify.differs]];
  });
  const others = filesWithin(folder, 'results').filter((path) => !made.has(path));
  return [...differences, ...others.map((path): Difference => [path, verify.notMade])];
}
