import { Interrupted } from './errors.js';
import { progress, type Progress } from './progress.js';

/**
 * Runs the work of a command that Ctrl-C may stop: the signal is raised then, and whatever the work throws for it
 * becomes `Interrupted`. The progress line is gone before anything else is printed.
 */
export async function interruptible(
  work: (say: Progress, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const say = progress();
  try {
    await work(say, stop.signal);
  } catch (error) {
    say.done();
    throw stop.signal.aborted ? new Interrupted() : error;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
