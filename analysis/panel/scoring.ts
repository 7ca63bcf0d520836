import { codebook, type Item, itemById, type Rule } from '../../data/codebook/codebook.js';
import type { IndicatorRecord } from '../../data/records.js';
import type { Specification } from '../specification.js';
import { type Answers, NOT_COLLECTED, NOT_MISSING, type Column, type Panel } from './panel.js';

/** The numbers of an outcome, units x years, higher better, with the reason where one is missing. */
export interface Scores {
  readonly values: Column;
  readonly reasons: Column;
  readonly direction: 1 | -1;
}

/** The answer codes of the reader: Ja, Delvis, Nej. */
const YES = 1;
const PARTIAL = 0.5;

type Score = (code: number) => number;

/** The score of a cell from the first `n` codes: those of the items answered there. */
type GroupScore = (codes: Float64Array, n: number) => number;

const yesOnly: Score = (code) => (code === YES ? 100 : 0);
const yesOrPartial: Score = (code) => (code === YES || code === PARTIAL ? 100 : 0);
const half: Score = (code) => 100 * code;

/** How a Ja/Delvis/Nej item outside ISU is scored. */
const partialScore = (spec: Specification): Score =>
  ({ 'yes-only': yesOnly, half, 'yes-or-partial': yesOrPartial })[spec.outcomes.partial];

const isuScore = (spec: Specification): Score => (spec.outcomes.isu === 'yes-only' ? yesOnly : yesOrPartial);

/** One item of the codebook on its own. */
export function scoreItem(panel: Panel, spec: Specification, item: Item): Scores {
  if (item.scale === null) return perCell(panel, [item.id], (codes) => codes[0]!);
  const score = isOfFollowUp(item) ? isuScore(spec) : partialScore(spec);
  return perCell(panel, [item.id], (codes) => score(codes[0]!));
}

/** Whether a question is of individual-based systematic follow-up (ISU), whose Delvis has a rule of its own. */
export const isOfFollowUp = ({ id }: Pick<Item, 'id'>): boolean =>
  codebook().outcomes.some((o) => o.rule.kind === 'settings' && o.rule.partial && o.rule.items.includes(id));

/** An indicator that the codebook does not know, by its type (design, canonical data folder). */
export function scoreIndicator(panel: Panel, indicator: IndicatorRecord): Scores {
  const direction = indicator.better === 'lower' ? -1 : 1;
  const factor = direction * (indicator.type === 'binary' ? 100 : 1);
  return { ...perCell(panel, [indicator.id], (codes) => factor * codes[0]!), direction };
}

/** The mean of the items that the unit answered that year (the report's figure 3). */
export function scoreComposite(panel: Panel, spec: Specification, items: readonly Item[]): Scores {
  const scored = items.filter((i) => panel.answers.has(i.id)).map((i) => scoreItem(panel, spec, i));
  const columns = scored.map((s): Answers => ({ codes: s.values, reasons: s.reasons }));
  return combine(panel, columns, (codes, n) => sum(codes, n) / n, 'available');
}

/** A row of the appendix's tables (its table 1, comments 1-10). */
export function scoreRule(panel: Panel, spec: Specification, rule: Rule): Scores {
  switch (rule.kind) {
    case 'item':
      return scoreItem(panel, spec, itemById(rule.item));
    case 'share-of-items':
      return scoreItemGroup(panel, spec.outcomes.itemGroups, rule.items);
    case 'alcohol-drugs': {
      const score = alcoholDrugsScore(spec.outcomes.alcoholDrugs);
      // Comment 2: the joint question's Ja is both, Delvis one of the two.
      const joint = perCell(panel, [rule.joint], (codes) => score(2 * codes[0]!));
      const two = perCell(panel, rule.items, (codes, n) => score(sum(codes, n)));
      return firstAsked(joint, two);
    }
    case 'settings': {
      const score = rule.partial ? isuScore(spec) : yesOnly;
      const any: GroupScore = (codes, n) => {
        let best = -Infinity;
        for (let i = 0; i < n; i++) best = Math.max(best, score(codes[i]!));
        return best;
      };
      const settings = perCell(panel, rule.items, any, 'available');
      return rule.joint === null ? settings : firstAsked(perCell(panel, [rule.joint], any), settings);
    }
  }
}

function scoreItemGroup(
  panel: Panel,
  choice: Specification['outcomes']['itemGroups'],
  items: readonly string[],
): Scores {
  switch (choice) {
    case 'share':
      return perCell(panel, items, (codes, n) => (100 * sum(codes, n)) / n, 'available');
    case 'count':
      return perCell(panel, items, sum);
    case 'any':
      return perCell(panel, items, (codes, n) => (yeses(codes, n) > 0 ? 100 : 0), 'available');
    case 'all':
      return perCell(panel, items, (codes, n) => (yeses(codes, n) === n ? 100 : 0));
  }
}

const alcoholDrugsScore = (choice: Specification['outcomes']['alcoholDrugs']): Score =>
  ({
    'zero-one-two': (points: number) => points,
    any: (points: number) => (points > 0 ? 100 : 0),
    both: (points: number) => (points === 2 ? 100 : 0),
  })[choice];

function sum(codes: Float64Array, n: number): number {
  let total = 0;
  for (let i = 0; i < n; i++) total += codes[i]!;
  return total;
}

function yeses(codes: Float64Array, n: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (codes[i] === YES) count++;
  return count;
}

/** Scores cell by cell over the items that the data have. */
function perCell(
  panel: Panel,
  items: readonly string[],
  score: GroupScore,
  need: 'available' | 'complete' = 'complete',
): Scores {
  const missing = items.some((id) => !panel.answers.has(id));
  const columns = items.flatMap((id) => panel.answers.get(id) ?? []);
  return combine(panel, need === 'complete' && missing ? [] : columns, score, need);
}

/**
 * The score of each cell from the answers given there: from those available, or only where all are there. A missing
 * cell has the reason of its first missing item.
 */
function combine(
  panel: Panel,
  columns: readonly Answers[],
  score: GroupScore,
  need: 'available' | 'complete',
): Scores {
  const cells = panel.units.length * panel.years.length;
  const values = new Float64Array(cells).fill(NaN);
  const reasons = new Uint8Array(cells).fill(NOT_COLLECTED);
  const given = new Float64Array(columns.length);
  for (let cell = 0; cell < cells; cell++) {
    let n = 0;
    let reason = NOT_MISSING;
    for (const { codes, reasons: why } of columns) {
      if (why[cell] === NOT_MISSING) given[n++] = codes[cell]!;
      else if (reason === NOT_MISSING) reason = why[cell]!;
    }
    if (n > 0 && (need === 'available' || n === columns.length)) {
      values[cell] = score(given, n);
      reasons[cell] = NOT_MISSING;
    } else if (columns.length > 0) reasons[cell] = reason;
  }
  return { values, reasons, direction: 1 };
}

/** The first question where it was asked, else the second: a joint question of one year and its two successors. */
function firstAsked(first: Scores, second: Scores): Scores {
  const values = Float64Array.from(second.values);
  const reasons = Uint8Array.from(second.reasons);
  for (let cell = 0; cell < values.length; cell++) {
    if (first.reasons[cell] === NOT_COLLECTED) continue;
    if (second.reasons[cell] === NOT_MISSING && first.reasons[cell] !== NOT_MISSING) continue;
    values[cell] = first.values[cell]!;
    reasons[cell] = first.reasons[cell]!;
  }
  return { values, reasons, direction: 1 };
}
