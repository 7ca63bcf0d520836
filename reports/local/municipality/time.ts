import type { ComparabilityNote } from '../../../analysis/local/comparable.js';
import type { Break, OwnHistory } from '../../../analysis/local/history.js';
import { groupBy } from '../../../data/group-by.js';
import { grid, listed, paragraph, uniqueId } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import { areaLabel } from '../../locales/labels.js';
import type { Lang, Messages } from '../../locales/language.js';
import { slug } from '../../tables/build.js';
import type { Grid } from '../../tables/table.js';
import { indicatorCell, indicatorName, ownCell, plain, tonedGrid } from './cells.js';
import { callBlocks } from './call.js';
import { changeBlocks } from './changes.js';
import type { MunicipalityContext } from './context.js';

/** Step 3 of the guide: what the years show, and who got further. */
export function timeSection(context: MunicipalityContext): Section {
  const { text, report } = context;
  const { time, sections } = text;
  const { blanks } = time;
  return {
    id: 'time',
    title: sections.time,
    blocks: [
      paragraph(time.intro),
      ...(report.years.length > 1 ? changeBlocks(context, 'sinceLast') : []),
      ...(report.years.length > 2 ? changeBlocks(context, 'sinceFirst') : []),
      ...notComparable(context),
      ...callBlocks(context),
      { kind: 'blank', label: blanks.call, lines: 4 },
      { kind: 'blank', label: blanks.inside, lines: 5 },
      { kind: 'blank', label: blanks.outside, lines: 4 },
      { kind: 'aside', title: time.allYears, blocks: yearGrids(context).map(grid) },
    ],
  };
}

function notComparable({ report, facts, text, lang }: MunicipalityContext): Block[] {
  const { time } = text;
  const broken = report.history.flatMap((h) =>
    h.breaks
      .filter((b) => b.comparable === false)
      .map((b) => `${indicatorName(facts(h.indicator), lang)}: ${breakText(b, time, lang)}`),
  );
  const single = report.history.filter((h) => h.status.askedYears.length === 1);
  return [
    ...listed(3, time.notComparableTitle, broken),
    ...(single.length === 0
      ? []
      : [paragraph(time.single(single.map((h) => indicatorName(facts(h.indicator), lang)).join('; ')))]),
  ];
}

function yearGrids(context: MunicipalityContext): Grid[] {
  const ids = new Set<string>();
  const { report, facts } = context;
  return [...groupBy(report.history, (h) => facts(h.indicator).area)].map(([area, list]) =>
    yearGrid(uniqueId(`years-${slug(area)}`, ids), area, list, context),
  );
}

function yearGrid(
  id: string,
  area: string,
  list: readonly OwnHistory[],
  { report, facts, text, lang, synthetic }: MunicipalityContext,
): Grid {
  return tonedGrid({
    id,
    title: text.time.yearsOf(areaLabel(area, lang)),
    head: [text.find.heads.indicator, ...report.years.map(String), text.time.comparable],
    columns: ['text', ...report.years.map(() => 'text' as const), 'prose'],
    rows: list.map((h) => [
      indicatorCell(facts(h.indicator), lang),
      ...h.standings.map((s) => ownCell(facts(h.indicator), s, null, lang, true)),
      plain(comparableText(h, text.time, lang)),
    ]),
    notes: list.some((h) => !facts(h.indicator).words) ? [text.cells.shortQuartersNote] : [],
    synthetic,
  });
}

type TimeWords = Messages['municipality']['time'];

function comparableText({ status, breaks }: OwnHistory, time: TimeWords, lang: Lang): string {
  if (status.askedYears.length === 0) return time.neverAsked;
  if (status.askedYears.length === 1) return time.oneYear;
  return breaks.length === 0 ? time.yes : breaks.map((b) => breakText(b, time, lang)).join(' ');
}

export function breakText({ from, to, comparable, notes }: Break, time: TimeWords, lang: Lang): string {
  const why = notes.map((n) => noteText(n, time, lang)).join(' ');
  return comparable === false ? time.no(`${from}`, `${to}`, why) : time.partly(`${from}`, `${to}`, why);
}

function noteText(note: ComparabilityNote, { why }: TimeWords, lang: Lang): string {
  switch (note.kind) {
    case 'definition-changed':
      return why.definition(note.what[lang]);
    case 'survey-remade':
      return why.remade(`${note.year}`);
    case 'other-question':
      return why.other(`${note.year}`);
    case 'unlisted':
      return why.unlisted;
  }
}
