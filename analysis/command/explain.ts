import { UsageError } from '../../data/problems.js';
import type { CommonOptions } from '../cli.js';
import { asked, type InferenceOptions } from './infer.js';
import { type Explanation, explain, explainOwn } from '../explain.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { loadModels, type LoadedModels, type ModelFileOptions } from './own-models/own-models.js';
import { currentRun, load, printJson } from './run.js';
import { manifest } from '../manifest.js';

export interface ExplainOptions extends CommonOptions, InferenceOptions, ModelFileOptions {
  /** Files of users' own models, one of which the cell is of. */
  readonly model?: readonly string[];
}

/**
 * `oj explain 8 'Extern samverkan' totalt`: everything behind one cell; of the data's own indicators, `oj explain
 * users:skola Frånvaro totalt`, and of a user's own model, `oj explain own:my-model ... --model FILE`.
 */
export async function explainCommand(
  table: string,
  row: string,
  column: string,
  options: ExplainOptions,
): Promise<void> {
  const isOwn = table.startsWith('own:');
  if (isOwn && options.model === undefined)
    throw new UsageError(
      `found "${table}" without --model; expected the file of the model: --model my-model.ts`,
    );
  const own = isOwn ? await loadModels(options.model!, options) : null;
  try {
    const { panel, spec: given } = load(options);
    const spec = asked(given, options);
    const explanation = own
      ? await explainOwnCell(own, panel, spec, table, row, column)
      : explain(panel, spec, table, row, column);
    await tell(explanation, panel, spec, options);
  } finally {
    await own?.close();
  }
}

async function explainOwnCell(
  own: LoadedModels,
  panel: Panel,
  spec: Specification,
  table: string,
  row: string,
  column: string,
): Promise<Explanation> {
  const { records, ...run } = await own.run(panel, spec);
  const id = table.split(':')[1]!;
  const record = records.find((r) => r.id === id);
  if (!record)
    throw new UsageError(
      `no model ${id} among those of --model: ${records.map((r) => r.id).join(', ')}; expected own:<model>`,
    );
  const again = async (other: Specification, indicator: string) =>
    (await own.run(panel, other, { indicator: [indicator] })).estimates;
  return explainOwn({ ...run, record }, again, panel, spec, table, row, column);
}

async function tell(
  explanation: Explanation,
  panel: Panel,
  spec: Specification,
  options: ExplainOptions,
): Promise<void> {
  process.exitCode = explanation.estimate.status === 'ok' ? 0 : 1;
  if (options.json) {
    const run = manifest(panel, spec, currentRun(), explanation.own ? [explanation.own] : []);
    return printJson({ manifest: run, specification: spec, estimates: [explanation.estimate], explanation });
  }
  const { explanationText } = await import('../../reports/explain.js');
  process.stdout.write(explanationText(explanation, spec, options.lang));
}
