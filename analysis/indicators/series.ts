import { codebook, type Item } from '../../data/codebook/codebook.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { IndicatorQuality } from '../quality/records.js';
import { type Series, seriesOf } from '../quality/years.js';
import type { Specification } from '../specification.js';

/** One indicator of the panel as everything on its card is computed from it. */
export interface CardSeries {
  readonly item: Item | undefined;
  readonly quality: IndicatorQuality;
  /** Answers with Ja as 1, units x years; positions of the years asked. */
  readonly series: Series;
  /**
   * The same as a column for the models, on the indicator's own scale and in its own direction: Ja as 100, `Delvis` as 0,
   * as the official shares count, whatever the specification says of the appendix's rows.
   */
  readonly outcome: Outcome;
}

const UNITS = { binary: 'procent', share: 'procent', count: 'antal', ordinal: 'varde' } as const;

/** The series of every indicator of the panel, in its order. */
export function cardSeries(
  panel: Panel,
  spec: Specification,
  qualities: readonly IndicatorQuality[],
): CardSeries[] {
  const items = new Map(codebook().items.map((i) => [i.id, i]));
  return panel.indicators.map((indicator, i) => {
    const [item, quality] = [items.get(indicator.id), qualities[i]!];
    const wordScale = item !== undefined && item.scale !== null;
    const series = seriesOf(panel, indicator, wordScale, spec.period);
    return { item, quality, series, outcome: outcomeOf(panel, quality, series) };
  });
}

function outcomeOf(panel: Panel, { label, survey }: IndicatorQuality, series: Series): Outcome {
  const { indicator, asked, values, yesNo } = series;
  return {
    id: indicator.id,
    area: indicator.area,
    row: indicator.label,
    group: null,
    label,
    unit: yesNo ? 'procent' : UNITS[indicator.type],
    survey,
    years: {
      first: panel.years[asked[0] ?? -1] ?? Infinity,
      last: panel.years[asked.at(-1) ?? -1] ?? -Infinity,
    },
    values: yesNo ? Float64Array.from({ length: values.length }, (_, i) => 100 * values[i]!) : values,
    direction: 1,
    reasons: panel.answers.get(indicator.id)!.reasons,
  };
}

/** The answers of the units in one year, those without one left out. `t` is a position among `T` years. */
export function answersIn(values: Series['values'], T: number, t: number): number[] {
  const found: number[] = [];
  for (let at = t; at < values.length; at += T) if (!Number.isNaN(values[at]!)) found.push(values[at]!);
  return found;
}
