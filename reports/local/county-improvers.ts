import type { Improver } from '../../analysis/local/improvers.js';
import { groupBy } from '../../data/group-by.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { ABSENT } from '../locales/format.js';
import { answerText, CHANGED } from './county-cells.js';
import { type CountyContext, dressed, fullName } from './county-context.js';

/** Who has become green on what and still is: the county's own list of people to call. */
export function improversSection(context: CountyContext): Section | null {
  const { report, text, lang, indicators } = context;
  if (report.status === 'empty') return null;
  const lasting = `${report.limits.lasting}`;
  const byIndicator = groupBy(report.improvers, (i) => i.indicator);
  const rows = [...byIndicator].map(([id, list]) => {
    const isLasting = (i: Improver) => i.greenYears >= report.limits.lasting;
    return [
      fullName(indicators.get(id)!, lang),
      ...[list.filter(isLasting), list.filter((i) => !isLasting(i))].map(
        (some) => some.map((i) => improverText(i, context)).join(', ') || ABSENT,
      ),
    ];
  });
  const title = text.sections.improvers;
  if (rows.length === 0) return { id: 'improvers', title, blocks: [paragraph(text.noImprovers)] };
  return {
    id: 'improvers',
    title,
    blocks: [
      paragraph(text.improversIntro(lasting)),
      grid(
        dressed(context, {
          id: 'improver-list',
          title,
          head: text.improversHeads(lasting),
          columns: ['text', 'prose', 'prose'],
          rows,
          notes: text.improversNotes,
        }),
      ),
    ],
  };
}

/** `Lund 2018`; the answer before where it was not the worst one. */
function improverText(
  { unit, indicator, before, became, comparable }: Improver,
  context: CountyContext,
): string {
  const { text, names, indicators } = context;
  const star = comparable === 'partly' ? CHANGED : '';
  const what = `${names.get(unit)!} ${became.year}${star}`;
  return before.colour === 'yellow' && before.answer !== null
    ? text.fromAnswer(what, answerText(indicators.get(indicator)!, before, context))
    : what;
}
