import type { UnitChange } from '../../../analysis/local/change.js';
import type { LocalFacts } from '../../../analysis/local/facts.js';
import type { GroupChange } from '../../../analysis/local/group-change.js';
import type { OwnHistory } from '../../../analysis/local/history.js';
import { grid, heading, paragraph } from '../../document/blocks.js';
import type { Block } from '../../document/document.js';
import { formatNumber, formatPercent, formatRange } from '../../locales/format.js';
import type { Grid } from '../../tables/table.js';
import {
  absent,
  answerText,
  differenceText,
  differenceWithUnit,
  indicatorInArea,
  plain,
  type ToneCell,
  tonedGrid,
  valueText,
} from './cells.js';
import type { MunicipalityContext } from './context.js';

type Which = 'sinceLast' | 'sinceFirst';

/** What the unit has changed between two comparable years, beside its group and the nation over the same years. */
export function changeBlocks(context: MunicipalityContext, which: Which): Block[] {
  const { report, text, lang } = context;
  const { time } = text;
  const changed = report.history.filter((h) => {
    const { status, direction } = h.own[which];
    return status === 'compared' && direction !== 'same';
  });
  const title = titleOf(context, which);
  const first =
    changed.length > 0 ? [grid(changesGrid(context, which, title, changed))] : [heading(3, title)];
  const count = (n: number) => formatNumber(n, lang);
  const of = (status: string) => report.history.filter((h) => h.own[which].status === status).length;
  const same = of('compared') - changed.length;
  const rest = (Object.keys(time.restNot) as (keyof typeof time.restNot)[])
    .filter((status) => of(status) > 0)
    .map((status) => time.restNot[status](count(of(status))));
  const sentences = [...(changed.length === 0 ? [time.noChange] : []), time.rest(count(same)), ...rest];
  return [...first, paragraph(sentences.join(' '))];
}

function titleOf({ report, text }: MunicipalityContext, which: Which): string {
  const to = `${report.year}`;
  const from = report.years.at(-2);
  return which === 'sinceFirst' || from === undefined
    ? text.time.sinceFirst(to)
    : text.time.sinceLast(`${from}`, to);
}

function changesGrid(
  context: MunicipalityContext,
  which: Which,
  title: string,
  list: readonly OwnHistory[],
): Grid {
  const { facts, text, lang, synthetic } = context;
  const { heads } = text.time;
  return tonedGrid({
    id: which === 'sinceLast' ? 'changes-last' : 'changes-first',
    title,
    head: [text.find.heads.indicator, heads.own, heads.group, heads.nation, heads.noise],
    columns: ['text', 'text', 'text', 'text', 'prose'],
    rows: list.map((h) => {
      const of = facts(h.indicator);
      return [
        indicatorInArea(of, lang),
        ownChange(of, h.own[which], which, context),
        groupChangeCell(of, h.group?.[which] ?? null, context),
        groupChangeCell(of, h.nation[which], context),
        plain(sureText(of, h, h.own[which], context)),
      ];
    }),
    notes: [text.time.note],
    synthetic,
  });
}

function ownChange(
  of: LocalFacts,
  change: UnitChange,
  which: Which,
  { text, lang }: MunicipalityContext,
): ToneCell {
  const { time } = text;
  const answers = [change.before!, change.after].map((s) => answerText(of, s, lang)) as [string, string];
  const direction = change.direction === 'better' ? time.better : time.worse;
  return plain(
    [
      direction(time.fromTo(...answers)),
      ...(which === 'sinceFirst' ? [time.since(`${change.from!}`)] : []),
      ...(change.comparable === 'partly' ? [time.partlyComparable] : []),
    ].join('\n'),
  );
}

function groupChangeCell(
  of: LocalFacts,
  change: GroupChange | null,
  { text, lang }: MunicipalityContext,
): ToneCell {
  const { time } = text;
  if (change === null) return absent(time.noGroup);
  if (change.status !== 'compared') return absent(time.groupNot[change.status]);
  const { before, after, difference, pairs, improved, worsened } = change;
  const number = (n: number) => formatNumber(n, lang);
  return plain(
    [
      time.fromTo(valueText(of, before!, lang), valueText(of, after!, lang)),
      time.pairs(differenceText(of, difference!, lang), number(pairs)),
      time.moved(number(improved), number(worsened)),
    ].join('\n'),
  );
}

/** An answer that has held says more than how often others' changes do. */
function sureText(
  of: LocalFacts,
  { held }: OwnHistory,
  change: UnitChange,
  context: MunicipalityContext,
): string {
  const { text, lang } = context;
  if (held === null || held < 2) return noiseText(of, change, context);
  return text.time.held(answerText(of, change.after, lang), formatNumber(held, lang));
}

/** Whether the change of this one unit may be chance. */
function noiseText(of: LocalFacts, change: UnitChange, { text, lang }: MunicipalityContext): string {
  const { time } = text;
  const { oneUnit } = of;
  if (oneUnit.kind === 'number') {
    if (oneUnit.smallest === null) return time.noiseUnknown;
    const smallest = differenceWithUnit(of, oneUnit.smallest, lang);
    return Math.abs(change.difference!) < oneUnit.smallest
      ? time.noiseWithin(smallest)
      : time.noiseBeyond(smallest);
  }
  const toYes = change.after.answer === 'Ja';
  const fromYes = change.before!.answer === 'Ja';
  if (!toYes && !fromYes) return time.noisePartly;
  const { undone, changes, share, ciLow, ciHigh } = toYes ? oneUnit.toYes : oneUnit.fromYes;
  if (share === null || ciLow === null || ciHigh === null) return time.noiseNone;
  const number = (n: number) => formatNumber(n, lang);
  const interval = formatRange(Math.round(100 * ciLow), Math.round(100 * ciHigh), lang);
  return time.noiseWords(number(undone), number(changes), formatPercent(share, lang), interval);
}
