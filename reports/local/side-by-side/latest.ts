import type { ComparedIndicator, SideBySide } from '../../../analysis/local/side-by-side.js';
import { messages, type Lang } from '../../locales/language.js';
import type { Grid } from '../../tables/table.js';
import { groupCell, indicatorCell, ownCell, tonedGrid } from '../municipality/cells.js';

/** The indicators of an area, of all units of the page. */
export interface ComparedArea {
  readonly name: string;
  readonly list: readonly ComparedIndicator[];
  readonly compared: SideBySide;
  readonly synthetic: boolean;
  readonly lang: Lang;
}

/** Indicators down, units across, the nation last: the latest answers in colour. */
export function latestGrid(id: string, { name, list, compared, synthetic, lang }: ComparedArea): Grid {
  const { sideBySide: text, municipality } = messages(lang);
  const { units, year } = compared;
  return tonedGrid({
    id,
    title: text.latestOf(name),
    head: [text.indicator, ...units.map((u) => u.place.name), municipality.group.of.riket],
    columns: ['text', ...units.map(() => 'text' as const), 'text'],
    rows: list.map(({ facts, latest, colours, nation, year: own }) => [
      indicatorCell(facts, lang, own === year ? undefined : `${own}`),
      ...latest.map((s) => ownCell(facts, s, colours.why, lang, true)),
      groupCell(facts, nation, lang),
    ]),
    notes: [
      text.latestNote(`${year}`),
      ...(list.some((i) => !i.facts.words) ? [municipality.cells.shortQuartersNote] : []),
    ],
    synthetic,
  });
}
