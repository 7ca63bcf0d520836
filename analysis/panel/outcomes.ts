import {
  appendixYears,
  codebook,
  itemById,
  type OutcomeDefinition,
  type Survey,
  type Text,
} from '../../data/codebook/codebook.js';
import type { IndicatorRecord } from '../../data/records.js';
import { UsageError } from '../../data/problems.js';
import type { Specification } from '../specification.js';
import { indicatorText } from './labels.js';
import { type Column, NOT_MISSING, type Panel } from './panel.js';
import { scoreComposite, scoreIndicator, scoreItem, scoreRule, type Scores } from './scoring.js';

export type OutcomeUnit = 'procent' | 'poang-0-2' | 'antal' | 'varde';

/** A numeric column that models take: higher is better, whatever the indicator's own direction. */
export interface Outcome {
  readonly id: string;
  readonly area: string;
  /** Row and row group as in the appendix's tables; the indicator's own label on another panel. */
  readonly row: string;
  readonly group: string | null;
  readonly label: Text;
  readonly unit: OutcomeUnit;
  /** Null for an indicator that the codebook does not know. */
  readonly survey: Survey | null;
  /** First and last calendar year of the outcome, within the panel and the specification's period. */
  readonly years: { readonly first: number; readonly last: number };
  /** Units x years; NaN where missing. The sign is already turned where lower is better. */
  readonly values: Column;
  /** -1 where the sign was turned: multiply to get the indicator's own scale back. */
  readonly direction: 1 | -1;
  /** Units x years: the position in `missingReasons`, 255 where not missing. */
  readonly reasons: Column;
}

/** Every outcome of the panel: the appendix's rows, then the indicators that the codebook does not know. */
export function allOutcomes(panel: Panel, spec: Specification): Outcome[] {
  return [...appendixOutcomes(panel, spec), ...ownOutcomes(panel, spec)];
}

/** The rows of the appendix of which the data have at least one item, in the codebook's order. */
export function appendixOutcomes(panel: Panel, spec: Specification): Outcome[] {
  return codebook()
    .outcomes.filter((d) => ruleItems(d).some((id) => panel.answers.has(id)))
    .map((d) => ruleOutcome(panel, spec, d));
}

/** The indicators that the codebook does not know, in the data's order. */
export function ownOutcomes(panel: Panel, spec: Specification): Outcome[] {
  const items = new Set(codebook().items.map((i) => i.id));
  return panel.indicators.filter((i) => !items.has(i.id)).map((i) => indicatorOutcome(panel, spec, i));
}

/**
 * One outcome by id: a row of the appendix, an indicator of the data (an item of the codebook on its own too), or
 * a composite of the codebook. Throws a UsageError that names near ids.
 */
export function outcomeById(panel: Panel, spec: Specification, id: string): Outcome {
  const { outcomes, composites } = codebook();
  const definition = outcomes.find((d) => d.id === id);
  if (definition && ruleItems(definition).some((item) => panel.answers.has(item)))
    return ruleOutcome(panel, spec, definition);
  const composite = composites.find((c) => c.id === id);
  if (composite) {
    const items = composite.items.map(itemById);
    const scores = scoreComposite(panel, spec, items);
    return finish(panel, spec, scores, {
      id,
      area: composite.area,
      row: composite.label.sv,
      group: null,
      label: composite.label,
      unit: 'procent',
      survey: items[0]!.survey,
    });
  }
  const indicator = panel.indicators.find((i) => i.id === id);
  if (indicator) return indicatorOutcome(panel, spec, indicator);
  const have = [...allOutcomes(panel, spec).map((o) => o.id), ...panel.indicators.map((i) => i.id)];
  throw new UsageError(`no indicator ${id} in the data; there are: ${[...new Set(have)].join(', ')}`);
}

export const ruleItems = ({ rule }: OutcomeDefinition): readonly string[] => {
  switch (rule.kind) {
    case 'item':
      return [rule.item];
    case 'share-of-items':
      return rule.items;
    case 'alcohol-drugs':
      return [rule.joint, ...rule.items];
    case 'settings':
      return rule.joint === null ? rule.items : [rule.joint, ...rule.items];
  }
};

function ruleOutcome(panel: Panel, spec: Specification, d: OutcomeDefinition): Outcome {
  const { id, area, row, group, label, unit, survey } = d;
  return finish(panel, spec, scoreRule(panel, spec, d.rule), { id, area, row, group, label, unit, survey });
}

function indicatorOutcome(panel: Panel, spec: Specification, indicator: IndicatorRecord): Outcome {
  const item = codebook().items.find((i) => i.id === indicator.id);
  const head = {
    id: indicator.id,
    area: indicator.area,
    row: indicator.label,
    group: null,
    label: indicatorText(panel, indicator),
    survey: item?.survey ?? null,
  };
  if (item) return finish(panel, spec, scoreItem(panel, spec, item), { ...head, unit: 'procent' });
  const unit = { binary: 'procent', share: 'procent', count: 'antal', ordinal: 'varde' } as const;
  return finish(panel, spec, scoreIndicator(panel, indicator), { ...head, unit: unit[indicator.type] });
}

type Head = Pick<Outcome, 'id' | 'area' | 'row' | 'group' | 'label' | 'unit' | 'survey'>;

function finish(panel: Panel, spec: Specification, scores: Scores, head: Head): Outcome {
  return { ...head, ...scores, years: outcomeYears(panel, spec, head.survey, scores) };
}

/** The years of the survey within the data; for an unknown indicator the years in which it was asked. */
function outcomeYears(panel: Panel, spec: Specification, survey: Survey | null, scores: Scores) {
  const period = spec.period ?? { first: -Infinity, last: Infinity };
  const asked = askedYears(panel, scores);
  const bounds = survey === null ? asked : wider(asked, appendixYears[survey]);
  return {
    first: Math.max(bounds.first, panel.years[0] ?? Infinity, period.first),
    last: Math.min(bounds.last, panel.years.at(-1) ?? -Infinity, period.last),
  };
}

const wider = (a: { first: number; last: number }, b: { first: number; last: number }) => ({
  first: Math.min(a.first, b.first),
  last: Math.max(a.last, b.last),
});

function askedYears(panel: Panel, { reasons }: Scores) {
  const T = panel.years.length;
  let first = Infinity;
  let last = -Infinity;
  for (let t = 0; t < T; t++) {
    for (let u = 0; u < panel.units.length; u++) {
      const reason = reasons[u * T + t]!;
      if (reason === NOT_MISSING) {
        first = Math.min(first, panel.years[t]!);
        last = Math.max(last, panel.years[t]!);
        break;
      }
    }
  }
  return { first, last };
}
