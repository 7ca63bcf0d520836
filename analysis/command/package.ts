import { basename, dirname } from 'node:path';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { listDataFolder } from '../../data/readers/folder.js';
import { zipFiles } from '../../reports/archive.js';
import { formatNumber } from '../../reports/locales/format.js';
import type { Format } from '../../reports/formats.js';
import { messages, type Lang } from '../../reports/locales/language.js';
import { commandOf } from '../../reports/package/command.js';
import { packageFiles } from '../../reports/package/package.js';
import { writeFiles } from '../../reports/write.js';
import type { Run } from '../manifest.js';
import { asked, type InferenceOptions } from './infer.js';
import { confidentialFiles, importedFrom, readInputs } from './package/inputs.js';
import { installedSoftware } from './package/software.js';
import { runStaged } from './package/staged.js';
import { verifyPackage } from './package/verify.js';
import { interruptible } from './interruptible.js';
import type { Progress } from './progress.js';
import { currentRun, loadSpecification } from './run.js';

export interface PackageOptions extends InferenceOptions {
  readonly data?: string;
  readonly spec?: string;
  readonly lang: Lang;
  readonly tables?: readonly number[];
  readonly out: string;
  readonly format: readonly Format[];
  /** False with `--no-inputs`. */
  readonly inputs: boolean;
  readonly reveal?: boolean;
  /** A folder to verify in place of packing. */
  readonly verify?: string;
}

/** `oj package`: runs a replication and packs it with all that it takes to run it again; or verifies such a package. */
export async function packageCommand(options: PackageOptions): Promise<void> {
  await interruptible(async (say, signal) => {
    if (options.verify === undefined) await pack(options, say, signal);
    else {
      const differences = await verifyPackage(options.verify, options.lang, options, say, signal);
      process.exitCode = differences > 0 ? 1 : 0;
    }
  });
}

async function pack(options: PackageOptions, say: Progress, signal: AbortSignal): Promise<void> {
  const { lang, out, tables, format: formats } = options;
  if (!/\.zip$/i.test(out))
    throw new UsageError(`--out: found "${out}"; expected the name of a zip file, replication.zip`);
  const folder = options.data ?? demoFolder();
  listDataFolder(folder);
  const inputs = readInputs(folder);
  const spec = asked(loadSpecification(options.spec), options);
  const staged = await runStaged({
    inputs,
    specification: JSON.stringify(spec),
    tables,
    lang,
    formats,
    run: packagedRun(currentRun(), commandOf({ lang, tables: tables ?? null, formats })),
    workers: options,
    say,
    signal,
  });
  const { results, outputs } = staged;
  refuseConfidential(options, results.manifest.synthetic ? [] : confidentialFiles(inputs), folder);
  const files = packageFiles({
    results,
    outputs,
    inputs,
    withInputs: options.inputs,
    sources: importedFrom(inputs, folder),
    software: installedSoftware(),
    lang,
  });
  const zip = zipFiles(files, results.manifest.time);
  signal.throwIfAborted();
  writeFiles(dirname(out), [{ path: basename(out), content: zip }], { signal });
  say.done();
  process.exitCode = staged.exitCode;
  const { written } = messages(lang).packaging;
  const size = `${formatNumber(zip.length / 1e6, lang, 1)} MB`;
  process.stdout.write(`${written(formatNumber(files.length, lang), size)}: ${out}\n`);
}

/** The run as whoever unpacks it repeats it: by its own command, at a time that SOURCE_DATE_EPOCH can tell. */
const packagedRun = (run: Run, command: string): Run => ({
  ...run,
  command,
  time: `${run.time.slice(0, 19)}.000Z`,
});

/** A package is made to be handed out; what is confidential goes into one only where that is asked for. */
function refuseConfidential({ inputs, reveal }: PackageOptions, files: readonly string[], folder: string) {
  if (!inputs || reveal || files.length === 0) return;
  throw new UsageError(
    `${folder}: ${files.join(' and ')} ${files.length === 1 ? 'holds' : 'hold'} single units' answers to SKR's survey, which are confidential; choose --no-inputs, which packs the sums of the inputs alone, or --reveal where you may hand them out`,
  );
}
