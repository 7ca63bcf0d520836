import type { CountyIndicator } from '../../analysis/local/county-indicators.js';
import { formatNumber } from '../locales/format.js';
import type { Grid, Tone } from '../tables/table.js';
import { cellText, nationText, resultText, resultTone, toneOf } from './county-cells.js';
import { type CountyContext, dressed, shortName, themeName } from './county-context.js';

interface Line {
  readonly head: string;
  readonly text: (i: CountyIndicator) => string;
  readonly tone: (i: CountyIndicator) => Tone | null;
}

/** Units as rows, questions as columns; the county and the nation last. */
export function unitGrid(
  id: string,
  title: string,
  ids: readonly string[],
  context: CountyContext,
  { notes }: { readonly notes: readonly string[] },
): Grid {
  const { lang, text } = context;
  const indicators = ids.map((i) => context.indicators.get(i)!);
  const lines = linesOf(context);
  return dressed(context, {
    id,
    title,
    head: [text.unitHead, ...indicators.map((i) => shortName(i, lang))],
    columns: textColumns(indicators.length),
    rows: lines.map((line) => [line.head, ...indicators.map(line.text)]),
    tones: lines.map((line) => [null, ...indicators.map(line.tone)]),
    notes: [...notes, ...starNote(lines, indicators, context)],
  });
}

/** For a county of few units: questions as rows, units as columns; the county and the nation last. */
export function fewUnitsGrid(
  id: string,
  title: string,
  ids: readonly string[],
  context: CountyContext,
): Grid {
  const { lang, text } = context;
  const indicators = ids.map((i) => context.indicators.get(i)!);
  const lines = linesOf(context);
  return dressed(context, {
    id,
    title,
    head: [text.commonHeads[0]!, ...lines.map((line) => line.head)],
    columns: textColumns(lines.length),
    rows: indicators.map((i) => [
      [shortName(i, lang), themeName(i, lang)].filter((part) => part !== null).join('\n'),
      ...lines.map((line) => line.text(i)),
    ]),
    tones: indicators.map((i) => [null, ...lines.map((line) => line.tone(i))]),
    notes: starNote(lines, indicators, context),
  });
}

const textColumns = (n: number) => Array.from({ length: n + 1 }, () => 'text' as const);

const starNote = (lines: readonly Line[], indicators: readonly CountyIndicator[], { text }: CountyContext) =>
  lines.some((line) => indicators.some((i) => line.text(i).includes('*'))) ? [text.overviewNotes.partly] : [];

/** A city that answers by districts stands above them with their share. */
function linesOf(context: CountyContext): Line[] {
  const { report, text, lang } = context;
  const lines = report.units.flatMap((unit, u): Line[] => {
    const own: Line = {
      head: unit.name,
      text: (i) => cellText(i, i.cells[u]!, context),
      tone: (i) => toneOf(i.cells[u]!),
    };
    const city = report.cities.findIndex((c) => c.districts[0] === unit.unit);
    if (city < 0) return [own];
    const { name, districts } = report.cities[city]!;
    const head = text.cityRow(name, formatNumber(districts.length, lang));
    const result = (i: CountyIndicator) => i.cities[city]!;
    return [
      { head, text: (i) => resultText(i, result(i), context), tone: (i) => resultTone(result(i)) },
      own,
    ];
  });
  return [
    ...lines,
    {
      head: text.countyRow,
      text: (i) => resultText(i, i.county, context),
      tone: (i) => resultTone(i.county),
    },
    { head: text.nationRow, text: (i) => nationText(i, context), tone: (i) => resultTone(i.nation) },
  ];
}
