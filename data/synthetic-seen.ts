/**
 * Whether this process has read synthetic data. Kept by the process and not by a value, since a number taken out of a
 * result no longer carries where it came from: what is shown of it (a notebook's page) asks here. Under a key that
 * several copies of the package in one process share.
 */
const KEY = Symbol.for('oppna-jamforelser.synthetic-seen');
const shared = globalThis as { [KEY]?: { seen: boolean; tell?: () => void } };
const state = (shared[KEY] ??= { seen: false });

/** Called by whatever reads data, once it knows that they are synthetic. */
export function noteSynthetic(): void {
  if (state.seen) return;
  state.seen = true;
  state.tell?.();
}

/** Whether this process has read, or been told of, synthetic data. */
export const hasSeenSynthetic = (): boolean => state.seen;

/** Who is told as soon as synthetic data are read; one at a time. */
export function whenSyntheticSeen(tell: () => void): void {
  state.tell = tell;
  if (state.seen) tell();
}
