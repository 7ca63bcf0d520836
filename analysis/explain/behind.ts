import { codebook, type Item, type OutcomeDefinition } from '../../data/codebook/codebook.js';
import { type Assumption, assumptions, valueAt } from '../assumptions.js';
import { type Estimate, isOwnModel } from '../estimate.js';
import { levels } from '../marks.js';
import { groupMeans, type GroupMean } from '../models/means.js';
import { asCompared } from '../models/users.js';
import { outcomeById, ruleItems } from '../panel/outcomes.js';
import { isOfFollowUp } from '../panel/scoring.js';
import { type Panel, userStatuses } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { powerCurve, type PowerPoint } from '../stats/index.js';

/** What the codebook knows of a cell's outcome: its definition where it is a row of the appendix, and its questions. */
export interface KnownOutcome {
  readonly definition: OutcomeDefinition | null;
  readonly items: readonly Item[];
}

export function knownOutcome({ indicator }: Estimate): KnownOutcome {
  const definition = codebook().outcomes.find((o) => o.id === indicator) ?? null;
  const ids = definition ? ruleItems(definition) : indicator === null ? [] : [indicator];
  return { definition, items: codebook().items.filter((i) => ids.includes(i.id)) };
}

/** The open choices that can change a cell. */
export const choicesFor = (e: Estimate, known: KnownOutcome): Assumption[] =>
  assumptions.filter((a) => matters(a.path, e, known));

/** The values that a choice could have instead of the one in use. */
export const otherValues = (assumption: Assumption, spec: Specification): unknown[] =>
  [assumption.default, ...assumption.rivals].filter((value) => value !== valueAt(spec, assumption.path));

/** Whether a field of the specification can change a cell. */
function matters(
  path: string,
  { model, column, sample }: Estimate,
  { definition, items }: KnownOutcome,
): boolean {
  const [part, field] = path.split('.');
  // Who the users and the non-users are is decided before a model of one's own sees them.
  if (path === 'users.other' && isOwnModel(model)) return sample !== 'all';
  if (part === 'users' && model === 'users')
    return field === 'other' || (column === 'totalt') !== (field === 'yearlyCovariance');
  if (part !== 'outcomes') return part === model;
  const rule = definition?.rule;
  switch (rule?.kind) {
    case 'share-of-items':
      return field === 'itemGroups';
    case 'alcohol-drugs':
      return field === 'alcoholDrugs';
    case 'settings':
      return field === 'isu' && rule.partial;
    case 'item':
    case undefined:
      // A question on its own is scored as a row of one question is.
      return items.some(
        (i) => i.scale?.includes('Delvis') && field === (isOfFollowUp(i) ? 'isu' : 'partial'),
      );
  }
}

/** At a quarter, a half ... one and a half times the minimum detectable effect. */
export function powerOf({ se, df, extra }: Estimate): readonly PowerPoint[] {
  const detectable = extra['minimumDetectable'];
  if (se === null || df === null || typeof detectable !== 'number') return [];
  const effects = [0.25, 0.5, 0.75, 1, 1.25, 1.5].map((share) => share * detectable);
  const curve = powerCurve(effects, { se, df, alpha: levels.strong });
  return curve.status === 'ok' ? curve.points : [];
}

/** The means that a user table or anova compares, in the years that the cell uses. */
export function meansOf(panel: Panel, spec: Specification, e: Estimate): GroupMean[] {
  if (e.status !== 'ok' || (e.model !== 'users' && e.model !== 'anova')) return [];
  const outcome = outcomeById(panel, spec, e.indicator!);
  if (e.model === 'users') {
    const statuses = asCompared(panel, e.area!, spec).userStatus.get(e.area!)!;
    const codes = Int32Array.from({ length: statuses.length }, (_, u) =>
      statuses[u]! < 2 ? statuses[u]! : -1,
    );
    return groupMeans(panel, outcome, userStatuses.slice(0, 2), codes, outcome.years, true);
  }
  const { levels, codes } = panel.groupings.get(e.grouping!)!;
  const last = outcome.years.last;
  const years = e.column!.startsWith('sista') ? { first: last, last } : outcome.years;
  return groupMeans(panel, outcome, levels, codes, years, false);
}
