import { Worker } from 'node:worker_threads';
import { UsageError } from '../../../data/problems.js';
import type { Estimate } from '../../estimate.js';
import type { Cell } from '../../models/cell.js';
import { failedModel, type OwnFailure } from '../../own-models/cells.js';
import type { Bundle } from '../user-code/bundle.js';
import type { Described, RunMessage, ThreadMessage } from './messages.js';

export interface ThreadOptions {
  /** Seconds that loading may take, and again each run. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
  /** Told what the model prints, and the stacks of its errors. */
  readonly onPrinted: (text: string) => void;
  readonly onStack: (text: string) => void;
}

/** Megabytes of objects that a model may hold. */
const MOST_MEMORY = 1024;

export interface ThreadRun {
  readonly estimates: readonly Estimate[];
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * A model in a thread of its own, which can be ended: what loops for ever, ends the process or fills the memory ends with its
 * thread, and the command goes on.
 */
export class ModelThread {
  readonly bundle: Bundle;
  readonly #options: ThreadOptions;
  readonly #worker: Worker;
  #model: Described | null = null;

  private constructor(bundle: Bundle, options: ThreadOptions) {
    this.bundle = bundle;
    this.#options = options;
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: bundle,
      // The flags of the process (`--input-type`, say) are not for this file.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    // A fault between two runs is told by the next.
    this.#worker.on('error', () => {});
  }

  /**
   * Starts the thread and loads the model's file in it.
   * @throws UsageError, located, for a file that holds no model
   */
  static async open(bundle: Bundle, options: ThreadOptions): Promise<ModelThread> {
    const thread = new ModelThread(bundle, options);
    const ended = await thread.#listen((message, end) => {
      if (message.kind === 'loaded') {
        thread.#model = message.model;
        end(null);
      } else if (message.kind === 'refused') {
        options.onStack(message.stack);
        end({ reason: 'own-model-failed', error: message.message });
      }
    });
    if (ended === null) return thread;
    await thread.close();
    const { error } = ended;
    throw new UsageError(error.startsWith(bundle.file) ? error : `${bundle.file}: ${error}`);
  }

  /** What the model said of itself when it was loaded. */
  get model(): Described {
    return this.#model!;
  }

  /** Runs the model. What it did not get to is an estimate that says so. */
  async run(message: RunMessage): Promise<ThreadRun> {
    const estimates: Estimate[] = [];
    const cells = new Map<string, Cell>();
    const ended = this.#listen((answer, end) => {
      if (answer.kind === 'done') end(null);
      if (answer.kind !== 'cell') return;
      estimates.push(answer.estimate);
      if (answer.cell) cells.set(answer.estimate.id, answer.cell);
    });
    this.#worker.postMessage(message);
    const failure = await ended;
    if (failure) estimates.push(failedModel(this.model, failure.reason, failure.error));
    return { estimates, cells };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Listens until `hear` ends it, the time is out, or the thread is gone; how it failed, or null. */
  #listen(hear: (message: ThreadMessage, end: (how: Ended) => void) => void): Promise<Ended> {
    const worker = this.#worker;
    const { timeLimit, signal, onPrinted, onStack } = this.#options;
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      const end = (how: Ended) => {
        stop();
        resolve(how);
      };
      const onMessage = (message: ThreadMessage) => {
        if (message.kind === 'printed') onPrinted(message.text);
        else if (message.kind === 'stack') onStack(message.text);
        else hear(message, end);
      };
      const onError = (error: Error & { code?: string }) => end(failed(whatEnded(error)));
      const onExit = () => end(failed('the model ended its own process'));
      const onAbort = () => {
        stop();
        void this.close().then(() => reject(signal.reason as Error));
      };
      const timer = setTimeout(() => {
        const error = `not done after ${timeLimit} s; --time-limit gives it more`;
        void this.close();
        end({ reason: 'own-model-timeout', error });
      }, timeLimit * 1000);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      if (worker.threadId < 0) onExit();
      else if (signal.aborted) onAbort();
    });
  }
}

type Ended = { readonly reason: OwnFailure; readonly error: string } | null;

const failed = (error: string): Ended => ({ reason: 'own-model-failed', error });

const whatEnded = (error: Error & { code?: string }): string =>
  error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? `more than ${MOST_MEMORY} MB of memory`
    : `${error.name === 'Error' ? '' : `${error.name}: `}${error.message.split('\n')[0]!.slice(0, 500)}`;
