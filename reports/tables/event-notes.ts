import type { Estimate } from '../../analysis/estimate.js';
import { formatEstimate, formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';

/** Of fewer units than this clustered standard errors are clearly too small (simulated: see `sunAbraham`). */
const FEW = 10;

/** What a reader of an event study must know: what the columns are, and how far the plain models would have been off. */
export function eventNotes(estimates: readonly Estimate[], lang: Lang): string[] {
  const { event } = messages(lang).tables;
  const last = estimates.some((e) => e.extra['control'] === 'last-treated');
  return [
    ...event.notes,
    ...(last ? [event.lastTreated] : []),
    ...negativeWeights(estimates, lang),
    ...foreignParts(estimates, lang),
    ...fewUnits(estimates, lang),
  ];
}

/** The outcome whose static coefficient has the most negative weight. */
function negativeWeights(estimates: readonly Estimate[], lang: Lang): string[] {
  const found = estimates.flatMap((e) => {
    const weights = e.extra['staticWeights'] as
      Record<'cells' | 'negative' | 'negativeSum', number> | undefined;
    return weights && weights.negative > 0 ? [weights] : [];
  });
  const [worst] = found.sort((a, b) => a.negativeSum - b.negativeSum);
  if (!worst) return [];
  const { negative, cells, negativeSum } = worst;
  const sum = formatNumber(negativeSum, lang, 2);
  return [messages(lang).tables.event.negative(formatNumber(negative, lang), formatNumber(cells, lang), sum)];
}

function foreignParts(estimates: readonly Estimate[], lang: Lang): string[] {
  const found = estimates.flatMap((e) => {
    const plain = e.extra['leadsAndLags'] as
      { foreignWeight: number; foreignPart: number } | null | undefined;
    return plain ? [plain] : [];
  });
  const weight = Math.max(0, ...found.map((plain) => plain.foreignWeight));
  // One cohort: what is left is rounding.
  if (weight < 0.005) return [];
  const part = Math.max(...found.map((plain) => Math.abs(plain.foreignPart)));
  return [messages(lang).tables.event.foreign(formatNumber(weight, lang, 2), formatEstimate(part, lang))];
}

/** The smallest cohort or control that an estimate rests on, where it is small. */
function fewUnits(estimates: readonly Estimate[], lang: Lang): string[] {
  const sizes = estimates.flatMap((e) => {
    const cohorts = (e.extra['cohorts'] ?? []) as readonly { readonly units: number }[];
    const controls = e.extra['controlUnits'];
    if (e.mark === null || typeof controls !== 'number') return [];
    return [controls, ...cohorts.map(({ units }) => units)];
  });
  const smallest = Math.min(...sizes);
  return smallest < FEW ? [messages(lang).tables.event.few(formatNumber(smallest, lang))] : [];
}
