import type { AreaToImprove } from '../../../analysis/local/improve.js';
import { grid, heading, paragraph } from '../../document/blocks.js';
import type { Block } from '../../document/document.js';
import { formatNumber } from '../../locales/format.js';
import { areaLabel } from '../../locales/labels.js';
import type { Grid } from '../../tables/table.js';
import {
  absent,
  groupCell,
  indicatorInArea,
  listText,
  ownCell,
  plain,
  type ToneCell,
  tonedGrid,
} from './cells.js';
import { FIRST_CANDIDATES, type MunicipalityContext } from './context.js';

/** A group with fewer answers than this says so beside the count. */
const FEW = 10;

/** What to begin with and why, then all else that is red or yellow, folded. */
export function candidateBlocks(context: MunicipalityContext): Block[] {
  const { report, text, lang } = context;
  const { ranked, shared, withoutComparison } = report.improvements;
  const { find } = text;
  const first = ranked.slice(0, FIRST_CANDIDATES);
  const rest = ranked.slice(FIRST_CANDIDATES);
  const number = (n: number) => formatNumber(n, lang);
  const folded = (
    id: string,
    title: string,
    list: readonly AreaToImprove[],
    intro: string | null,
  ): Block[] =>
    list.length === 0
      ? []
      : [
          {
            kind: 'aside',
            title,
            blocks: [
              ...(intro === null ? [] : [paragraph(intro)]),
              grid(candidatesGrid(context, id, title, list)),
            ],
          },
        ];
  return [
    ...(first.length > 0
      ? [paragraph(find.intro), grid(candidatesGrid(context, 'candidates', find.title, first, [find.order]))]
      : [heading(3, find.title), paragraph(whyNone(context))]),
    ...folded('candidates-more', find.more(number(rest.length)), rest, null),
    ...folded('candidates-shared', find.shared(number(shared.length)), shared, find.sharedText),
    ...folded('candidates-alone', find.without(number(withoutComparison.length)), withoutComparison, null),
  ];
}

function whyNone({ report, text }: MunicipalityContext): string {
  const { judged, shared, withoutComparison } = report.improvements;
  const { none } = text.find;
  if (judged === 0) return none.judged;
  if (shared.length + withoutComparison.length === 0) return none.green;
  return shared.length > 0 ? none.level : none.group;
}

function candidatesGrid(
  context: MunicipalityContext,
  id: string,
  title: string,
  list: readonly AreaToImprove[],
  notes: readonly string[] = [],
): Grid {
  const { text, synthetic, lang, facts } = context;
  const { heads } = text.find;
  return tonedGrid({
    id,
    title,
    head: [heads.indicator, heads.own, heads.group, heads.position, heads.why],
    columns: ['text', 'text', 'text', 'text', 'prose'],
    rows: list.map((entry) => [
      indicatorInArea(facts(entry.indicator), lang),
      ownCell(facts(entry.indicator), entry.standing, null, lang),
      groupCell(facts(entry.indicator), entry.group, lang),
      positionCell(entry, context),
      plain(whyText(entry, context)),
    ]),
    notes,
    synthetic,
  });
}

/** How many of the group are better and worse: counts, since the shares are of few. */
function positionCell(
  { ahead, behind, group }: AreaToImprove,
  { text, lang }: MunicipalityContext,
): ToneCell {
  if (ahead === null || behind === null) return absent(text.cells.suppressed);
  const count = (percent: number) => formatNumber(Math.round((percent / 100) * group.n), lang);
  const { position, positionBehind } = text.find;
  return plain(`${position(count(ahead), formatNumber(group.n, lang))}
${positionBehind(count(behind))}`);
}

function whyText(entry: AreaToImprove, { report, text, lang }: MunicipalityContext): string {
  const { find } = text;
  const { lasting, since, indicator, group } = entry;
  const years = formatNumber(lasting, lang);
  const stood =
    lasting > 2
      ? find.lasting(years, `${since}`)
      : lasting === 2
        ? find.lastingTwo(`${since}`)
        : find.lastingOne;
  const elsewhere = report.across
    .filter((q) => q.areas.some((a) => a.standings.some((s) => s.indicator === indicator)))
    .flatMap((q) => {
      const home = q.areas.find((a) => a.standings.some((s) => s.indicator === indicator))!.area;
      return q.toImprove.filter((area) => area !== home);
    });
  return [
    stood,
    ...(elsewhere.length === 0
      ? []
      : [
          find.recurs(
            listText(
              elsewhere.map((a) => areaLabel(a, lang)),
              lang,
            ),
          ),
        ]),
    ...(group.status === 'shown' && group.n < FEW ? [find.fewAnswers(formatNumber(group.n, lang))] : []),
  ].join(' ');
}
