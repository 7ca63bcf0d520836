import type { CountyIndicator } from '../../analysis/local/county-indicators.js';
import type { Departure } from '../../analysis/local/departures.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { ABSENT, formatNumber } from '../locales/format.js';
import { type CountyContext, dressed, inlineName, unitGroup } from './county-context.js';

/** One row per municipality and district: what it answered, and where it stands apart from most others. */
export function unitsSection(context: CountyContext): Section | null {
  const { report, text, lang } = context;
  if (report.status === 'empty') return null;
  const last = `${report.year - 1}`;
  const byId = new Map(report.indicators.map((i) => [i.id, i]));
  const names = (ids: readonly string[]) => ids.map((id) => inlineName(byId.get(id)!, lang)).join(', ');
  const apart = ({ behind, ahead }: Departure) =>
    [
      ...(behind.length > 0 ? [text.behindMost(names(behind))] : []),
      ...(ahead.length > 0 ? [text.aheadOfMost(names(ahead))] : []),
    ].join('\n') || ABSENT;
  const rows = report.units.map((unit, u) => [
    `${unit.name}\n${unitGroup(unit, context)}`,
    ...countsOf(report.indicators, u, context),
    apart(report.departures[u]!),
  ]);
  return {
    id: 'units',
    title: report.status === 'single-unit' ? text.sections.unit : text.sections.units,
    blocks: [
      paragraph(
        (report.status === 'single-unit' ? text.unitsIntroSingle : text.unitsIntro)(
          `${report.limits.mostOthers}`,
        ),
      ),
      grid(
        dressed(context, {
          id: 'unit-list',
          title: report.status === 'single-unit' ? text.sections.unit : text.sections.units,
          head: text.unitsHeads(last),
          columns: ['text', 'number', 'number', 'number', 'prose'],
          rows,
          notes: text.unitsNotes,
        }),
      ),
    ],
  };
}

function countsOf(indicators: readonly CountyIndicator[], unit: number, { text, lang }: CountyContext) {
  const cells = indicators.map((i) => i.cells[unit]!);
  const number = (n: number) => formatNumber(n, lang);
  const asked = cells.filter((c) => c.status !== 'ej-samlad' && c.status !== 'not-asked');
  const colour = (name: string) => number(cells.filter((c) => c.colour === name).length);
  const compared = cells.flatMap((c) => c.sinceLast ?? []);
  const way = (direction: string) => number(compared.filter((c) => c.direction === direction).length);
  const answered = cells.filter((c) => c.status === 'answered').length;
  return [
    text.ofAnswers(number(answered), number(asked.length)),
    text.unitsColours(colour('green'), colour('yellow'), colour('red')),
    compared.length === 0 ? ABSENT : text.unitsChange(way('better'), way('worse'), number(compared.length)),
  ];
}
