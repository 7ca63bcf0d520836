import { indicatorCards } from '../../analysis/indicators/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import type { IndicatorRecord } from '../../data/records.js';
import { type AnswerRow, dataFolder, type SmallData } from '../fixtures/data-folder.js';

export type Answer = AnswerRow[3] | null;

/** A panel of one indicator: a list of answers per year, unit by unit; null for no row. Units alternate between counties. */
export function panelOf(
  byYear: Readonly<Record<number, readonly Answer[]>>,
  indicator: Partial<IndicatorRecord> = {},
  rest: Partial<SmallData> = {},
) {
  const size = Math.max(...Object.values(byYear).map((list) => list.length));
  const units = Array.from({ length: size }, (_, i) => ({
    id: `u${i}`,
    groups: { lan: i % 2 ? 'B' : 'A', kommungrupp: `K${i % 3}` },
  }));
  const id = indicator.id ?? 'x';
  const answers = Object.entries(byYear).flatMap(([year, list]) =>
    list.flatMap((a, i): AnswerRow[] => (a === null ? [] : [[`u${i}`, Number(year), id, a]])),
  );
  return buildPanel(
    dataFolder({ units, indicators: [{ area: 'skola', ...indicator, id }], answers, ...rest }),
  );
}

export const cardOf = (...given: Parameters<typeof panelOf>) => indicatorCards(panelOf(...given), spec)[0]!;

/** So many Ja, then so many Nej. */
export const yesNo = (yes: number, no: number): Answer[] => [
  ...Array<Answer>(yes).fill(1),
  ...Array<Answer>(no).fill(0),
];
