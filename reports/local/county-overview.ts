import type { CountyArea } from '../../analysis/local/county-layout.js';
import type { CountyIndicator } from '../../analysis/local/county-indicators.js';
import { formatNumber } from '../locales/format.js';
import type { Grid, Tone } from '../tables/table.js';
import { cellText, groupChangeText, nationText, ownChangeText, resultText, resultTone, toneOf } from './county-cells.js'; // prettier-ignore
import { type CountyContext, dressed, groupName, shortName, themeName } from './county-context.js';

interface Cell {
  readonly text: string;
  readonly tone: Tone | null;
}

const plain = (text: string): Cell => ({ text, tone: null });

/** One row per question of an area: the county (or its only unit, with its SKR group), the nation, and the changes. */
export function overviewGrid(id: string, title: string, area: CountyArea, context: CountyContext): Grid {
  const { report, text } = context;
  const isSingle = report.status === 'single-unit';
  const ids = area.qualityAreas.flatMap((q) => q.blocks.flatMap((b) => b.indicators));
  const rows = ids.map((i) => (isSingle ? singleRow : countyRow)(context.indicators.get(i)!, context));
  const last = `${report.year - 1}`;
  const group = report.groups[0];
  const { pairs, beyond, partly } = text.overviewNotes;
  const starred = rows.some((row) => row.some((cell) => cell.text.includes('*')));
  return dressed(context, {
    id,
    title: text.overview(title),
    head: isSingle
      ? text.overviewSingleHeads(
          report.units[0]!.name,
          group ? groupName(group.level, context) : text.noGroupHead,
          last,
        )
      : text.overviewHeads(last),
    columns: ['text', ...Array.from({ length: 5 }, () => 'number' as const)],
    rows: rows.map((row) => row.map((cell) => cell.text)),
    tones: rows.map((row) => row.map((cell) => cell.tone)),
    notes: [...(isSingle ? [] : [pairs, beyond]), ...(starred ? [partly] : [])],
  });
}

const rowHead = (i: CountyIndicator, { lang }: CountyContext): Cell =>
  plain([shortName(i, lang), themeName(i, lang)].filter((part) => part !== null).join('\n'));

function countyRow(i: CountyIndicator, context: CountyContext): Cell[] {
  const { report, text, lang } = context;
  const judged = i.cells.filter((c) => c.colour !== null).length;
  const toImprove = i.cells.filter((c) => c.colour === 'red' || c.colour === 'yellow').length;
  const number = (n: number) => formatNumber(n, lang);
  const { changes } = report;
  return [
    rowHead(i, context),
    i.county.status === 'suppressed'
      ? { text: text.group.suppressed, tone: 'absent' }
      : plain(judged === 0 ? text.colourless : text.ofAnswers(number(toImprove), number(judged))),
    { text: resultText(i, i.county, context), tone: resultTone(i.county) },
    { text: nationText(i, context), tone: resultTone(i.nation) },
    plain(
      groupChangeText(i, i.sinceLast, { beyond: changes.sinceLast.includes(i.id), inHead: true }, context),
    ),
    plain(
      groupChangeText(i, i.sinceFirst, { beyond: changes.sinceFirst.includes(i.id), inHead: false }, context),
    ),
  ];
}

function singleRow(i: CountyIndicator, context: CountyContext): Cell[] {
  const cell = i.cells[0]!;
  const group = i.groups[0];
  const bare = { ...cell, sinceLast: null, sinceFirst: null };
  return [
    rowHead(i, context),
    { text: cellText(i, bare, context), tone: toneOf(cell) },
    group
      ? { text: resultText(i, group, context), tone: resultTone(group) }
      : { text: context.text.noGroup, tone: 'absent' },
    { text: resultText(i, i.nation, context), tone: resultTone(i.nation) },
    plain(ownChangeText(i, cell.sinceLast, i.sinceLast, context)),
    plain(ownChangeText(i, cell.sinceFirst, i.sinceFirst, context)),
  ];
}
