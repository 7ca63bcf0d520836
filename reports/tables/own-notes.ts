import type { Estimate } from '../../analysis/estimate.js';
import type { ModelRecord } from '../../analysis/results.js';
import { textAt } from '../inference/extra.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';

const MOST_ERRORS = 5;

/** What a reader of a table of a user's own model must know: whose it is, its options, and its errors. */
export function ownNotes(own: ModelRecord, estimates: readonly Estimate[], lang: Lang): string[] {
  const m = messages(lang).ownModels;
  const errors = [...new Set(estimates.flatMap((e) => textAt(e, 'error') ?? []))];
  const shown = errors.slice(0, MOST_ERRORS).map((error) => error.replace(/\.$/, ''));
  const rest = errors.length - shown.length;
  const list = [...shown, ...(rest > 0 ? [m.more(formatNumber(rest, lang))] : [])];
  return [
    m.note(own.files[0]?.file ?? '', optionsText(own)),
    ...(errors.length > 0 ? [m.errors(list.join('; '))] : []),
  ];
}

/** `lag = 1, how = "all"`. */
export const optionsText = ({ options }: ModelRecord): string =>
  Object.entries(options)
    .map(([name, value]) => `${name} = ${JSON.stringify(value)}`)
    .join(', ');
