import { codebook, type Text } from '../../data/codebook/codebook.js';
import type { Better, IndicatorType } from '../../data/records.js';
import { oneUnitChange, type OneUnitChange } from '../indicators/one-unit.js';
import { cardSeries } from '../indicators/series.js';
import type { Panel } from '../panel/panel.js';
import { quality } from '../quality/quality.js';
import { defaultSpecification } from '../specification.js';
import { testRetest } from '../stats/index.js';
import type { LocalView } from './view.js';

/** What a local report says of an indicator, whoever answers it. */
export interface LocalFacts {
  readonly id: string;
  readonly area: string;
  readonly label: Text;
  /**
   * What the label is a part of: the guide's indicator area, or the row or group of the appendix where that is unknown or
   * does not tell all its indicators apart; null for none.
   */
  readonly within: Text | null;
  readonly type: IndicatorType;
  readonly better: Better;
  /** Answered in words; else a number. */
  readonly words: boolean;
  /** One of `qualityAreas`, or `okant`. */
  readonly qualityArea: string;
  /** Ids of Kolada that measure the same by the codebook; those that match worse than `trolig` are left out. */
  readonly kolada: readonly string[];
  /** What a change of one unit's answer says, from the changes of all units. */
  readonly oneUnit: OneUnitChange;
}

/** A unit of the panel as a report names it. */
export interface Place {
  /** Position in `Panel.units`. */
  readonly unit: number;
  readonly id: string;
  readonly name: string;
}

export const placeOf = ({ units }: Panel, unit: number): Place => ({
  unit,
  id: units[unit]!.id,
  name: units[unit]!.name,
});

/** One per view: what they are made of is the same for every unit, and takes longer than all the rest of a report. */
const known = new WeakMap<LocalView, readonly LocalFacts[]>();

/** The facts of every indicator of a view, in its order. The first call for a view works them out, the others look them up. */
export function localFacts(view: LocalView): readonly LocalFacts[] {
  const found = known.get(view) ?? workedOut(view);
  known.set(view, found);
  return found;
}

function workedOut({ panel, indicators }: LocalView): LocalFacts[] {
  const qualities = quality(panel, defaultSpecification, null).indicators;
  const cards = cardSeries(panel, defaultSpecification, qualities);
  const guide = indicators.map(({ area }, i) => area.indicatorArea ?? qualities[i]!.within);
  const nameOf = (i: number) => [qualities[i]!.area, qualities[i]!.label.sv, guide[i]?.sv].join('\n');
  const names = countOf(indicators.map((_, i) => nameOf(i)));
  const partOf = (i: number) => `${qualities[i]!.area}\n${guide[i]?.sv ?? ''}`;
  const unclear = new Set(indicators.flatMap((_, i) => (names.get(nameOf(i))! > 1 ? [partOf(i)] : [])));
  return indicators.map(({ id, standings }, i) => {
    const { label, within, better, type } = qualities[i]!;
    const retest = panel.years.length === 0 ? [] : testRetest(cards[i]!.series.values, panel.years.length);
    return {
      id,
      area: standings.indicator.area,
      label,
      within: unclear.has(partOf(i)) ? (within ?? guide[i]!) : guide[i]!,
      type,
      better,
      words: standings.words,
      qualityArea: indicators[i]!.area.qualityArea,
      kolada: koladaOf(id),
      oneUnit: oneUnitChange(panel, cards[i]!, retest.find((r) => r.pairs > 0) ?? null),
    };
  });
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

const koladaOf = (id: string): string[] =>
  (codebook().items.find((i) => i.id === id)?.kolada ?? [])
    .filter(({ match }) => match === 'säker' || match === 'trolig')
    .map((k) => k.id);
