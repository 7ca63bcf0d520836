import { readFrame } from '../../data/readers/frame.js';
import { fit } from '../fit/fit.js';
import { parseFormula } from '../fit/formula.js';
import type { PanelColumns } from '../fit/panel-rows.js';
import { printFit, printFitCsv } from './print.js';
import { currentRun, exitCodeOf, printJson } from './run.js';

export interface FitCommandOptions {
  readonly vcov: string;
  readonly df?: 'satterthwaite' | 'cluster';
  readonly link?: 'logit' | 'ordered';
  readonly weights?: string;
  readonly subset?: string;
  readonly panel?: PanelColumns;
  readonly level: number;
  readonly twoWay: 'own-g' | 'min-g';
  readonly psd: 'refuse' | 'fix';
  readonly lang: 'sv' | 'en';
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** `oj fit`: a regression or a logit by formula on any CSV file. */
export async function fitCommand(file: string, text: string, options: FitCommandOptions): Promise<void> {
  const formula = parseFormula(text);
  const frame = readFrame(file);
  const { vcov, df, link, level, twoWay, psd, weights, subset, panel } = options;
  const estimates = fit(frame, formula, options);
  process.exitCode = exitCodeOf(estimates);
  if (options.csv) return printFitCsv(estimates);
  if (!options.json) return printFit(estimates, formula.text, level, options.lang);
  const run = currentRun();
  printJson({
    manifest: {
      package: 'oppna-jamforelser',
      ...run,
      inputs: [{ file, sha256: frame.sha256, rows: frame.numbers.length }],
    },
    specification: {
      formula: formula.text,
      vcov,
      df: df ?? null,
      link: link ?? null,
      level,
      twoWay,
      psd,
      weights: weights ?? null,
      subset: subset ?? null,
      panel: panel ?? null,
    },
    estimates,
  });
}
