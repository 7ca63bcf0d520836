import type { AreaStandings, QuestionAcrossAreas } from '../../../analysis/local/across-areas.js';
import { grid, heading, paragraph } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import { areaLabel } from '../../locales/labels.js';
import { term } from '../../locales/language.js';
import type { Grid } from '../../tables/table.js';
import { absent, answerText, listText, ownCell, plain, type ToneCell, tonedGrid } from './cells.js';
import { candidateBlocks } from './candidates.js';
import type { MunicipalityContext } from './context.js';
import { resultBlocks } from './results.js';

/** Step 1 of the guide: what to improve. */
export function findSection(context: MunicipalityContext): Section {
  const { text } = context;
  return {
    id: 'find',
    title: text.sections.find,
    blocks: [
      ...candidateBlocks(context),
      ...acrossBlocks(context),
      { kind: 'blank', label: text.find.blank, lines: 4 },
      ...resultBlocks(context),
    ],
  };
}

function acrossBlocks(context: MunicipalityContext): Block[] {
  const { report, text } = context;
  const { find } = text;
  if (report.across.length === 0) return [heading(3, find.acrossTitle), paragraph(find.acrossNone)];
  return [grid(acrossGrid(context))];
}

/** The guide's table 3: the same question in every area that the data have it in. */
function acrossGrid(context: MunicipalityContext): Grid {
  const { report, text, lang, synthetic } = context;
  const { find } = text;
  const areas = [...new Set(report.across.flatMap((q) => q.areas.map((a) => a.area)))];
  const elsewhere = [...new Set(report.across.flatMap((q) => q.notInData))].filter((a) => !areas.includes(a));
  const nameOf = (area: string) => term(find.recurringAreas, area);
  return tonedGrid({
    id: 'across',
    title: find.acrossTitle,
    head: [find.heads.indicator, ...areas.map((a) => areaLabel(a, lang)), find.acrossHead],
    columns: ['text', ...areas.map(() => 'text' as const), 'prose'],
    rows: report.across.map((q) => [
      plain(q.name[lang]),
      ...areas.map((area) =>
        areaCell(
          q.areas.find((a) => a.area === area),
          context,
        ),
      ),
      plain(toImprove(q, context)),
    ]),
    notes: [
      find.acrossIntro,
      ...(elsewhere.length === 0 ? [] : [find.notInData(listText(elsewhere.map(nameOf), lang))]),
    ],
    synthetic,
  });
}

const worst = ['poor', 'partly', 'good', 'absent'] as const;

/** All answers of the area, in the colour of the worst. */
function areaCell(area: AreaStandings | undefined, { facts, text, lang }: MunicipalityContext): ToneCell {
  if (!area) return absent(text.find.acrossAbsent);
  const cells = area.standings.map(({ indicator, standing }) =>
    ownCell(facts(indicator), standing, null, lang),
  );
  const answers = area.standings.map(({ indicator, standing }) =>
    answerText(facts(indicator), standing, lang),
  );
  const tone = worst.find((t) => cells.some((c) => c.tone === t)) ?? null;
  return { text: answers.join(', '), tone };
}

function toImprove(
  { toImprove: list, areas }: QuestionAcrossAreas,
  { text, lang }: MunicipalityContext,
): string {
  if (list.length > 0)
    return listText(
      list.map((a) => areaLabel(a, lang)),
      lang,
    );
  const answered = areas.some((a) => a.standings.some((s) => s.standing.colour !== null));
  return answered ? text.find.acrossNowhere : text.find.acrossNoAnswer;
}
