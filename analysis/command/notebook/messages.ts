import type { Lang } from '../../../reports/locales/language.js';
import type { Told } from '../../../reports/notebook/session.js';
import type { Place } from '../user-code/errors.js';

/** What the process of a notebook is told to do: one JSON text on its standard input. */
export interface Job {
  /** Address of the module to run. */
  readonly module: string;
  /** The user's files that went into it, the notebook first: what errors may name. */
  readonly files: readonly string[];
  readonly lang: Lang;
}

/** What it tells, one JSON text per line on its fourth channel. */
export type Message =
  | Told
  | { readonly kind: 'error'; readonly name: string; readonly said: string; readonly place: Place }
  | { readonly kind: 'exit'; readonly code: number; readonly place: Place | null };

/** The channel's number in the process. */
export const CHANNEL = 3;

/** The exit code by which Node says that the module waits for what nothing settles. */
export const NEVER_SETTLED = 13;
