import type { Results } from '../../analysis/results.js';
import type { ImportSource } from '../../data/imports/imported.js';
import type { Lang } from '../locales/language.js';
import type { OutputFile } from '../write.js';
import { packageReadme } from './readme.js';
import { reproduceScript } from './script.js';
import { sumsText } from './sums.js';

export interface PackageInput {
  /** Of the run that `outputs` come from; the manifest's command is the one that makes them anew. */
  readonly results: Results;
  /** Every file of the run, by its path within `results/`. */
  readonly outputs: readonly OutputFile[];
  /** Every file of the data folder that the run read, by its name. */
  readonly inputs: readonly OutputFile[];
  /** False leaves the inputs out: their sums stay. */
  readonly withInputs: boolean;
  /** What importers wrote down of where the inputs come from. */
  readonly sources: readonly ImportSource[];
  readonly software: readonly { readonly name: string; readonly version: string }[];
  readonly lang: Lang;
}

/**
 * The files of a replication package: README.md, reproduce.sh, specification.json, the inputs or their sums, the results,
 * and SHA256SUMS over all of them. Pure: the same run gives the same bytes.
 */
export function packageFiles(input: PackageInput): OutputFile[] {
  const { results, outputs, inputs, withInputs } = input;
  const files: OutputFile[] = [
    { path: 'README.md', content: packageReadme(input) },
    { path: 'reproduce.sh', content: reproduceScript(results.manifest) },
    { path: 'specification.json', content: specificationJson(results) },
    { path: 'data/SHA256SUMS', content: sumsText(inputs) },
    ...(withInputs ? within('data', inputs) : []),
    ...within('results', outputs),
  ];
  return [...files, { path: 'SHA256SUMS', content: sumsText(files) }];
}

const within = (folder: string, files: readonly OutputFile[]): OutputFile[] =>
  files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));

/** The whole specification, as `--spec` reads it. */
export const specificationJson = ({ specification }: Results): string =>
  `${JSON.stringify(specification, null, 1)}\n`;
