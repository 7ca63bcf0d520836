import { dirname, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { UsageError } from '../../../data/problems.js';
import { shown } from '../../own-models/check.js';
import { isModel, type OwnModel } from '../../own-models/model.js';
import { steps } from '../../own-models/run.js';
import { formatPlace, placeOf, UserCodeError, userError, whatWasSaid } from '../user-code/errors.js';
import { load } from '../user-code/load.js';
import type { RunMessage, ThreadData, ThreadMessage } from './messages.js';

/**
 * A thread for one model of the user's: loads its file, tells what it is, then runs it and answers cell by cell, so that
 * what came before a loop without an end is not lost. It knows of no file but the model's.
 */
const bundle = workerData as ThreadData;

const say = (message: ThreadMessage) => parentPort!.postMessage(message);

/** Characters that a model may print: more help nobody, and fill the memory. */
const MOST_PRINTED = 20_000;

let printed = 0;
function print(text: string | Uint8Array): boolean {
  if (printed <= MOST_PRINTED) {
    const whole = typeof text === 'string' ? text : Buffer.from(text).toString();
    const room = MOST_PRINTED - printed;
    printed += whole.length;
    say({ kind: 'printed', text: whole.length > room ? `${whole.slice(0, room)}\n…\n` : whole });
  }
  return true;
}

/**
 * An error in one line, at the user's line where its stack names one. It becomes part of the results, which are the same
 * wherever the model stands: its files are named from their folder.
 */
function locate(error: unknown): string {
  if (error instanceof Error && error.stack) say({ kind: 'stack', text: error.stack });
  const place = placeOf(error, bundle.inputs);
  const said = whatWasSaid(error);
  const whole = place === null ? said : `${formatPlace(place)}: ${said}`;
  return whole.replaceAll(`${dirname(bundle.file)}${sep}`, '');
}

async function loadModel(): Promise<OwnModel | null> {
  try {
    const exported = await load(bundle);
    const model = exported['default'];
    if (isModel(model)) return model;
    throw new UsageError(
      `the default export is ${shown(model)}; expected a model: export default defineModel({ id, title, run })`,
    );
  } catch (error) {
    const { message } = userError(error, bundle.inputs);
    const { stack } =
      error instanceof UserCodeError && error.cause instanceof Error ? error.cause : (error as Error);
    say({ kind: 'refused', message, stack: stack ?? '' });
    return null;
  }
}

function run(model: OwnModel, { keepCells, ...input }: RunMessage): void {
  for (const { estimate, cell } of steps({ ...input, model, locate })) {
    const kept = keepCells && cell && estimate.status === 'ok' ? cell : null;
    say({ kind: 'cell', estimate, cell: kept });
  }
  say({ kind: 'done' });
}

process.stdout.write = print;
process.stderr.write = print;
const model = await loadModel();
if (model) {
  const { id, title, columns, defaults } = model;
  say({ kind: 'loaded', model: { id, title, columns, defaults } });
  parentPort!.on('message', (message: RunMessage) => run(model, message));
}
