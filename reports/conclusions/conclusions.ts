import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { textAt } from '../inference/extra.js';
import { messages, type Lang } from '../locales/language.js';
import { found, rests, type Question } from './evidence.js';
import { trendsFound, trendsRest } from './trends.js';

/** One conclusion of the appendix: what it says, what that rests on, what this run's inference says, what it can mean. */
export interface Conclusion {
  readonly id: 'trends' | Question['id'];
  readonly title: string;
  readonly says: string;
  readonly rests: readonly string[];
  readonly found: readonly string[];
  readonly means: readonly string[];
}

/** The whole document, ready for any renderer. */
export interface Conclusions {
  readonly title: string;
  /** Said first, and loudly, where the data are simulated. */
  readonly synthetic: { readonly title: string; readonly text: string } | null;
  readonly intro: readonly string[];
  readonly conclusions: readonly Conclusion[];
}

const questions: readonly Question[] = [
  { id: 'users', of: (e) => e.model === 'users' },
  { id: 'groups', of: (e) => e.model === 'anova' },
  { id: 'level', of: (e) => e.model === 'peers' && e.outcome === 'level' },
  { id: 'improvement', of: (e) => e.model === 'peers' && e.outcome === 'improvement' },
  { id: 'staffing', of: (e) => e.model === 'staffing' },
];

/** The appendix's own tables only: other panels have no published conclusion. */
const isCell = (e: Estimate): boolean => typeof e.table === 'number' && e.column !== null;

/**
 * How far each conclusion of the appendix carries on the data at hand, from the numbers of the results alone.
 * Null where the run made no inference on the appendix's tables.
 */
export function conclusionsOf(results: Results, lang: Lang): Conclusions | null {
  const { estimates, manifest } = results;
  const m = messages(lang).conclusions;
  const cells = estimates.filter(isCell);
  const joint = estimates.filter((e) => e.model === 'joint' && typeof e.table === 'number');
  if (joint.length === 0 && cells.every((e) => textAt(e, 'verdict') === null)) return null;
  const conclusions = questions.flatMap((question): Conclusion[] => {
    const own = cells.filter(question.of);
    if (own.length === 0) return [];
    const evidence = { question, cells: own, joint, seed: results.specification.seed, lang };
    const { title, says, basis, means } = m.sections[question.id];
    const rest = [basis, ...rests(evidence)];
    return [{ id: question.id, title, says, rests: rest, found: found(evidence), means }];
  });
  return {
    title: m.title,
    synthetic: manifest.synthetic ? { title: m.synthetic, text: m.syntheticText } : null,
    intro: m.intro,
    conclusions: [...trends(estimates, lang), ...conclusions],
  };
}

function trends(estimates: readonly Estimate[], lang: Lang): Conclusion[] {
  const series = estimates.filter((e) => e.model === 'trends' && e.column === 'trend');
  if (series.length === 0) return [];
  const { title, says, basis, means } = messages(lang).conclusions.sections.trends;
  const rest = [basis, ...trendsRest(series, lang)];
  return [{ id: 'trends', title, says, rests: rest, found: trendsFound(series, lang), means }];
}
