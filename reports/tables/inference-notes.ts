import type { Estimate } from '../../analysis/estimate.js';
import { bootstraps } from '../inference/bootstraps.js';
import {
  equivalence,
  intraclass,
  labelPermutation,
  links,
  unitEffects,
  verdicts,
} from '../inference/cells.js';
import { chanceMarks, publishedUsers, survivors, userTests } from '../inference/marks.js';
import { survives } from '../inference/extra.js';
import { nonResponse } from '../inference/non-response.js';
import { noise, peerPlacebos } from '../inference/placebos.js';
import { messages, type Lang } from '../locales/language.js';

export interface InferenceNotesContext {
  readonly kind: string;
  /** The cells of one table. */
  readonly estimates: readonly Estimate[];
  /** The joint tests of the table: none in a run without inference. */
  readonly joint: readonly Estimate[];
  readonly seed: number;
  readonly lang: Lang;
}

/** The joint tests of the table that cells stand in. */
export function jointOf(all: readonly Estimate[], cells: readonly Estimate[]): Estimate[] {
  const table = cells[0]?.table ?? null;
  return table === null ? [] : all.filter((e) => e.model === 'joint' && e.table === table);
}

/** What the inference says of one table; nothing where the run made none. */
export function inferenceNotes({ kind, estimates, joint, seed, lang }: InferenceNotesContext): string[] {
  const whole = { joint, lang, seed };
  const level = estimates.filter((e) => e.outcome === 'level');
  const anova = kind === 'anova' && joint.length > 0;
  return [
    ...chanceMarks(whole),
    ...survivors(estimates, lang),
    ...(estimates.some(survives) ? [messages(lang).inference.sign] : []),
    ...userTests(whole),
    ...publishedUsers(whole),
    ...verdicts(estimates, lang, seed),
    ...(anova ? [...labelPermutation(estimates, lang, seed), ...intraclass(estimates, lang, seed)] : []),
    ...(kind === 'peers' ? intraclass(level, lang, seed) : []),
    ...peerPlacebos(estimates, lang, seed),
    ...unitEffects(level, lang, seed),
    ...noise(estimates, lang, seed),
    ...bootstraps(estimates, lang, seed),
    ...links(estimates, lang, seed),
    ...nonResponse(estimates, lang),
    ...equivalence(estimates, lang, seed),
  ];
}
