import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../data/problems.js';
import type { InputFile } from '../../data/records.js';
import { packageVersion } from '../../data/version.js';
import { dataFiles } from '../../reports/export/export.js';
import type { ExportFormat, ExportTable } from '../../reports/export/formats.js';
import type { Origin } from '../../reports/export/origin.js';
import { messages, type Lang } from '../../reports/locales/language.js';
import { type OutputFile, writeFiles } from '../../reports/write.js';
import { estimatesTable, panelTable } from '../frames/index.js';
import type { Panel } from '../panel/panel.js';
import { readResults } from '../read-results.js';
import type { Results } from '../results.js';
import { defaultSpecification } from '../specification.js';
import { interruptible } from './interruptible.js';
import { resultsFile, resultsText } from './results-file.js';
import { load } from './run.js';

export interface ExportOptions {
  readonly format: readonly ExportFormat[];
  readonly what: readonly ExportTable[];
  readonly data?: string;
  readonly out: string;
  readonly reveal?: boolean;
  readonly lang: Lang;
}

/** `oj export oj-out --format parquet,csv`: the estimates of a run and the panel behind them, as data frames. */
export async function exportCommand(from: string | undefined, options: ExportOptions): Promise<void> {
  const { what, out, lang } = options;
  const text = messages(lang).outputs.exporting;
  refuseMixture(options);
  await interruptible(async (say, signal) => {
    await say.step(text.reading);
    // A panel alone needs no run; where one is named, its specification is what the answers are scored by.
    const file = what.includes('estimates') || from !== undefined ? resultsFile(from ?? 'oj-out') : null;
    const results = file === null ? null : readResults(resultsText(file), file);
    const panel = what.includes('panel') ? load(options).panel : null;
    if (results && panel) refuseOtherData(file!, results, panel, options.data);
    await say.step(text.writing);
    const files = [
      ...(results && what.includes('estimates') ? estimatesFiles(results, options) : []),
      ...(panel ? panelFiles(panel, results, options) : []),
    ];
    writeFiles(out, files, { signal });
    say.done();
    if (panel && withheld(panel, options)) process.stderr.write(`${text.withheld}\n`);
    if (results?.manifest.synthetic ?? panel?.synthetic)
      process.stderr.write(`${messages(lang).tables.notes.synthetic}\n`);
    for (const { path } of files) process.stdout.write(`${join(out, path)}\n`);
  });
}

function estimatesFiles({ manifest, estimates }: Results, { format }: ExportOptions): OutputFile[] {
  const { version, synthetic, data: about, inputs } = manifest;
  return dataFiles(estimatesTable(estimates, synthetic), format, { version, synthetic, about, inputs });
}

function panelFiles(panel: Panel, results: Results | null, options: ExportOptions): OutputFile[] {
  const { synthetic, about, inputs } = panel;
  const origin: Origin = { version: packageVersion(), synthetic, about, inputs };
  const table = panelTable(panel, results?.specification ?? defaultSpecification, {
    userStatus: !withheld(panel, options),
  });
  return dataFiles(table, options.format, origin);
}

/** Single units' answers to SKR's survey are confidential; those of synthetic data are nobody's. */
const withheld = (panel: Panel, { reveal }: ExportOptions): boolean =>
  !panel.synthetic && !reveal && panel.userStatus.size > 0;

/** Estimates beside a panel that they were not made from would look as if they were. */
function refuseOtherData(file: string, { manifest }: Results, panel: Panel, data: string | undefined): void {
  const sums = (inputs: readonly InputFile[]) => new Map(inputs.map((i) => [i.file, i.sha256]));
  const [made, read] = [sums(manifest.inputs), sums(panel.inputs)];
  const other = [...new Set([...made.keys(), ...read.keys()])].find(
    (name) => made.get(name) !== read.get(name),
  );
  if (other === undefined) return;
  throw new UsageError(
    `${file}: the results were made from another ${other} than that of ${data ?? 'the demo data'}; expected the data of the run; name their folder with --data, run oj replicate anew, or choose --what estimates`,
  );
}

/** The report's estimates.csv has other columns: the two must not stand in for one another. */
function refuseMixture({ out, format, what }: ExportOptions): void {
  if (!(format.includes('csv') && what.includes('estimates') && existsSync(join(out, 'results.json'))))
    return;
  throw new UsageError(
    `--out ${out}: found results.json, in a folder where oj report writes an estimates.csv with other columns; expected a folder of its own; choose another with --out`,
  );
}
