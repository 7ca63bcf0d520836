import type { AreaToImprove } from '../../../analysis/local/improve.js';
import { grid, paragraph } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import type { Grid } from '../../tables/table.js';
import { groupCell, indicatorInArea, ownCell, plain, tonedGrid, valueText } from './cells.js';
import { FIRST_CANDIDATES, type MunicipalityContext } from './context.js';

/** Goals with room for each of them. More are seldom reached. */
const GOALS = ['1', '2'];

/** Step 4 of the guide: a form, and how öppna jämförelser will tell whether a goal is reached. */
export function conclusionsSection(context: MunicipalityContext): Section {
  const { conclusions, sections } = context.text;
  const { blanks } = conclusions;
  const blank = (label: string, lines: number): Block => ({ kind: 'blank', label, lines });
  return {
    id: 'conclusions',
    title: sections.conclusions,
    blocks: [
      paragraph(conclusions.intro),
      blank(blanks.develop, 4),
      ...GOALS.flatMap((n) => [blank(blanks.goal(n), 2), blank(blanks.activities(n), 4)]),
      blank(blanks.cost, 2),
      blank(blanks.followUp, 3),
      blank(blanks.decided, 1),
      ...goals(context),
    ],
  };
}

function goals(context: MunicipalityContext): Block[] {
  const first = context.report.candidates.slice(0, FIRST_CANDIDATES);
  return [first.length === 0 ? paragraph(context.text.conclusions.none) : grid(goalsGrid(first, context))];
}

function goalsGrid(list: readonly AreaToImprove[], context: MunicipalityContext): Grid {
  const { facts, text, lang, synthetic } = context;
  const { conclusions } = text;
  const { heads } = conclusions;
  return tonedGrid({
    id: 'goals',
    title: conclusions.title,
    head: [heads.indicator, heads.now, heads.group, heads.reached],
    columns: ['text', 'text', 'text', 'text'],
    rows: list.map((entry) => [
      indicatorInArea(facts(entry.indicator), lang),
      ownCell(facts(entry.indicator), entry.standing, null, lang),
      groupCell(facts(entry.indicator), entry.group, lang),
      plain(reached(entry, context)),
    ]),
    notes: [conclusions.note],
    synthetic,
  });
}

/** The desired answer, or of a number the limit of the best quarter of all units that year. */
function reached({ indicator }: AreaToImprove, { report, facts, text, lang }: MunicipalityContext): string {
  const { conclusions } = text;
  const of = facts(indicator);
  const lower = of.better === 'lower';
  if (of.words) return conclusions.reachedWords(lower ? 'Nej' : 'Ja');
  const { limits } = report.results.now.find((r) => r.indicator === indicator)!.colours;
  return lower
    ? conclusions.reachedAtMost(valueText(of, limits!.lower, lang))
    : conclusions.reachedAtLeast(valueText(of, limits!.upper, lang));
}
