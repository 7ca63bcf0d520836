import { formatProblems } from '../../data/problems.js';
import { noDates, readEventDates } from '../../data/readers/event-dates.js';
import type { Selection } from '../analyse.js';
import type { CommonOptions } from '../cli.js';
import { analyseEvent } from '../event.js';
import { results } from '../manifest.js';
import { printEvent } from './print.js';
import { currentRun, exitCodeOf, load, printResults } from './run.js';

export interface EventCommandOptions extends CommonOptions, Pick<Selection, 'indicator' | 'area'> {
  readonly leads: number;
  readonly lags: number;
  readonly others?: 'never';
}

/** `oj event FILE.csv`: before and after a dated change. The dates' file is an input of the manifest. */
export async function eventCommand(file: string | undefined, options: EventCommandOptions): Promise<void> {
  if (file === undefined) throw noDates();
  const { panel, spec } = load(options);
  const { dates, assumedNever, input, warnings } = readEventDates(file, panel.units, options.others);
  if (warnings.length > 0) process.stderr.write(`${formatProblems(warnings)}\n`);
  if (assumedNever > 0)
    process.stderr.write(`${file}: ${assumedNever} of ${panel.units.length} units are not listed: never\n`);
  const estimates = analyseEvent(panel, spec, dates, options, options);
  const dated = { ...panel, inputs: [...panel.inputs, input], warnings: [...panel.warnings, ...warnings] };
  const run = results(dated, spec, estimates, currentRun());
  process.exitCode = exitCodeOf(estimates);
  if (options.json) printResults(run);
  else await printEvent(run, options.lang);
}
