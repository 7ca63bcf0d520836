import type { OwnArea } from '../../analysis/local/county-report.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import type { Grid } from '../tables/table.js';
import { answerText, cellText, toneOf } from './county-cells.js';
import { type CountyContext, dressed, fullName, groupName } from './county-context.js';

/** What the only municipality of a county can improve, against its SKR group; null for other counties. */
export function ownSection(context: CountyContext): Section | null {
  const { report, text } = context;
  if (report.status !== 'single-unit') return null;
  const title = text.sections.own;
  const group = report.groups[0];
  if (report.own.length === 0 || !group) return { id: 'common', title, blocks: [paragraph(text.noOwn)] };
  const intro = text.ownIntro(report.units[0]!.name, groupName(group.level, context), `${report.own.length}`);
  return {
    id: 'common',
    title,
    blocks: [paragraph(intro), grid(ownGrid('own', title, report.own, context))],
  };
}

/** Areas to improve of one unit, with those of its group to call. */
export function ownGrid(id: string, title: string, own: readonly OwnArea[], context: CountyContext): Grid {
  const { text, lang, indicators, names, report } = context;
  const rows = own.map((o) => {
    const i = indicators.get(o.indicator)!;
    return [
      fullName(i, lang),
      cellText(i, i.cells[0]!, context),
      `${o.since}`,
      `${formatPercent(o.ahead === null ? null : o.ahead / 100, lang)}\n${text.n(formatNumber(o.group.n, lang))}`,
      o.call.map((c) => `${names.get(c.unit)!} ${c.became.year}${c.before.answer === 'Delvis' ? ` (${text.from(answerText(i, c.before, context), `${c.before.year}`)})` : ''}`).join(', ') || text.noCallGroup, // prettier-ignore
    ];
  });
  return dressed(context, {
    id,
    title,
    head: text.ownHeads,
    columns: ['text', 'text', 'number', 'number', 'prose'],
    rows,
    tones: own.map((o) => [null, toneOf(indicators.get(o.indicator)!.cells[0]!), null, null, null]),
    notes: [text.ownNotes(`${report.limits.lasting}`)],
  });
}
