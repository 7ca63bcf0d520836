import { UsageError } from '../../data/problems.js';
import type { CommonOptions } from '../cli.js';
import { asked, type InferenceOptions } from './infer.js';
import { explain } from '../explain.js';
import { currentRun, load, printJson } from './run.js';
import { manifest } from '../manifest.js';

/** `oj explain 8 'Extern samverkan' totalt`: everything behind one cell. */
export async function explainCommand(
  table: string,
  row: string,
  column: string,
  options: CommonOptions & InferenceOptions,
): Promise<void> {
  if (!/^\d{1,2}$/.test(table))
    throw new UsageError(`found "${table}"; expected the number of a table, 2-17 (or --raw before a unit)`);
  const { panel, spec: given } = load(options);
  const spec = asked(given, options);
  const explanation = explain(panel, spec, Number(table), row, column);
  process.exitCode = explanation.estimate.status === 'ok' ? 0 : 1;
  if (options.json) {
    const run = manifest(panel, spec, currentRun());
    return printJson({ manifest: run, specification: spec, estimates: [explanation.estimate], explanation });
  }
  const { explanationText } = await import('../../reports/explain.js');
  process.stdout.write(explanationText(explanation, spec, options.lang));
}
