import type { Improver } from '../../../analysis/local/improvers.js';
import { grid, heading, paragraph } from '../../document/blocks.js';
import type { Block } from '../../document/document.js';
import { formatNumber } from '../../locales/format.js';
import type { Grid } from '../../tables/table.js';
import { answerText, indicatorInArea, namesOf, plain, type ToneCell, tonedGrid } from './cells.js';
import { FIRST_CANDIDATES, type MunicipalityContext } from './context.js';

/** Who has improved on what the unit could improve: names to call. */
export function callBlocks(context: MunicipalityContext): Block[] {
  const { report, text } = context;
  const { time } = text;
  if (report.call.length === 0) return [heading(3, time.callTitle), paragraph(time.callNone)];
  return [grid(callGrid(context))];
}

function callGrid(context: MunicipalityContext): Grid {
  const { report, facts, text, lang, synthetic } = context;
  const { time } = text;
  return tonedGrid({
    id: 'call',
    title: time.callTitle,
    head: [text.find.heads.indicator, time.callHeads.group, time.callHeads.others],
    columns: ['text', 'prose', 'prose'],
    rows: report.call
      .slice(0, FIRST_CANDIDATES)
      .map((c) => [
        indicatorInArea(facts(c.indicator), lang),
        namesCell(c.group, c.inGroup, context),
        namesCell(c.others, c.inOthers, context),
      ]),
    notes: [time.callIntro, time.callOthersNote],
    synthetic,
  });
}

function namesCell(list: readonly Improver[], all: number, context: MunicipalityContext): ToneCell {
  const { text, report, facts, lang } = context;
  const { time } = text;
  if (list.length === 0) return plain(time.callNobody);
  const entries = list.map(({ unit, indicator, before, became }) =>
    time.callEntry(
      namesOf(report.places, [unit])[0]!,
      answerText(facts(indicator), before, lang),
      `${before.year}`,
      `${became.year}`,
    ),
  );
  const more = all - list.length;
  return plain([...entries, ...(more > 0 ? [time.callMore(formatNumber(more, lang))] : [])].join('\n'));
}
