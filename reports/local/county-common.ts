import { formatNumber } from '../locales/format.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { resultText } from './county-cells.js';
import { type CountyContext, dressed, fullName, inlineName } from './county-context.js';

/** Names that a cell has room for. */
const MOST_NAMED = 12;

/** Every question on which at least half of the county is red or yellow; null for a county of one. */
export function commonSection(context: CountyContext): Section | null {
  const { report, text, lang, indicators } = context;
  if (report.status !== 'ok') return null;
  const entries = report.common.areas.flatMap((a) => a.entries);
  const suppressed = report.common.suppressed.map((e) => inlineName(indicators.get(e.indicator)!, lang));
  const number = (n: number) => formatNumber(n, lang);
  const rows = entries.map((e) => {
    const i = indicators.get(e.indicator)!;
    const counts = [e.red, e.yellow, e.green].map((list) => number(list.length));
    return [
      fullName(i, lang),
      ...counts,
      resultText(i, e.result, context),
      namesText(report.units.filter((u) => e.green.includes(u.unit)).map((u) => u.name), context), // prettier-ignore
    ];
  });
  const blocks =
    entries.length === 0
      ? [paragraph(text.noThemes)]
      : [
          paragraph(text.commonIntro(number(entries.length))),
          grid(
            dressed(context, {
              id: 'common-areas',
              title: text.sections.common,
              head: text.commonHeads,
              columns: ['text', 'number', 'number', 'number', 'number', 'prose'],
              rows,
              notes: [text.commonNotes(`${MOST_NAMED}`)],
            }),
          ),
        ];
  return {
    id: 'common',
    title: text.sections.common,
    blocks: [...blocks, ...(suppressed.length > 0 ? [paragraph(text.suppressedCommon(suppressed.join(', ')))] : [])], // prettier-ignore
  };
}

function namesText(list: readonly string[], { text }: CountyContext): string {
  if (list.length === 0) return text.noCall;
  // One more name takes no more room than the words that say so.
  if (list.length <= MOST_NAMED + 1) return list.join(', ');
  return text.andMore(list.slice(0, MOST_NAMED).join(', '), `${list.length - MOST_NAMED}`);
}
