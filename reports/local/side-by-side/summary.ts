import type { ComparedUnit, SideBySide } from '../../../analysis/local/side-by-side.js';
import type { YesShare } from '../../../analysis/local/yes-share.js';
import { grid, heading, listed, paragraph } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import { formatNumber, formatPercent } from '../../locales/format.js';
import { messages, type Lang, type Messages } from '../../locales/language.js';
import type { Grid } from '../../tables/table.js';
import { absent, listText, plain, type ToneCell, tonedGrid, yearsText } from '../municipality/cells.js';
import { groupName } from '../municipality/group.js';

type Words = Messages['sideBySide'];

/** Who is compared, what is to be known of them, and how many questions they answer as desired. */
export function summarySection(compared: SideBySide, synthetic: boolean, lang: Lang): Section {
  const { sideBySide: text } = messages(lang);
  const year = `${compared.year}`;
  const shares: Block[] =
    compared.counted === 0
      ? [heading(3, text.sharesTitle(year)), paragraph(text.noCounted(year))]
      : [
          paragraph(text.sharesIntro(formatNumber(compared.counted, lang))),
          grid(sharesGrid(compared, synthetic, lang)),
          ...(compared.units.some((u) => u.share.common.n > 0) ? [] : [paragraph(text.noCommonQuestions)]),
        ];
  return {
    id: 'summary',
    title: text.sections.summary,
    blocks: [
      ...listed(
        3,
        text.statusTitle,
        compared.units.flatMap((u) => statusText(u, compared.year, text, lang)),
      ),
      ...shares,
      grid(groupsGrid(compared, synthetic, lang)),
    ],
  };
}

function statusText({ place, status, kin }: ComparedUnit, year: number, text: Words, lang: Lang): string[] {
  const names = listText(
    kin.map((k) => k.name),
    lang,
  );
  const said: string[] = [];
  if (status.status === 'silent') said.push(text.silent(place.name, `${year}`));
  else if (status.status !== 'answering') said.push(text.absent(place.name, `${year}`));
  else if (status.district) said.push(text.district(place.name));
  if (status.status !== 'answering')
    said.push(status.everAnswered ? text.answered(yearsText(status.answeredYears)) : text.neverAnswered);
  if (status.successor !== null) said.push(text.successor(names));
  if (status.predecessors.length > 0) said.push(text.predecessors(place.name, names));
  return said.length === 0 ? [] : [said.join(' ')];
}

function sharesGrid({ units, nation, year }: SideBySide, synthetic: boolean, lang: Lang): Grid {
  const { sideBySide: text, municipality } = messages(lang);
  const heads = text.sharesHeads;
  const number = (n: number) => formatNumber(n, lang);
  const nationShare =
    nation.share === null ? absent(nation.suppressed ? municipality.cells.suppressed : text.noAnswers) : plain(formatPercent(nation.share, lang)); // prettier-ignore
  return tonedGrid({
    id: 'shares',
    title: text.sharesTitle(`${year}`),
    head: [heads.unit, heads.n, heads.share, heads.interval, heads.bounds, heads.common],
    columns: ['text', 'text', 'text', 'text', 'text', 'text'],
    rows: [
      ...units.map(({ place, share }) => [plain(place.name), ...shareCells(share, text, lang)]),
      [
        plain(`${municipality.group.of.riket}\n${text.nationShort}`),
        plain(text.yesOf(number(nation.n), number(nation.asked))),
        nationShare,
        absent(text.nationNo),
        absent(text.nationNo),
        absent(text.nationNo),
      ],
    ],
    notes: text.sharesNotes,
    synthetic,
  });
}

/** Answered of asked; the share; its interval; its bounds by the unanswered; the same over what all have answered. */
function shareCells(share: YesShare, text: Words, lang: Lang): ToneCell[] {
  const number = (n: number) => formatNumber(n, lang);
  const percent = (p: number | null) => formatPercent(p, lang);
  // One sign for both: 35–39 %.
  const range = (low: number, high: number) => `${formatNumber(100 * low, lang)}–${percent(high)}`;
  const { asked, n, yes, least, most, common } = share;
  if (asked === 0) return Array.from({ length: 5 }, () => absent(text.notAsked));
  const answered = plain(text.yesOf(number(n), number(asked)));
  const bounds = n === asked ? plain(text.noBounds) : plain(range(least!, most!));
  if (n === 0)
    return [answered, absent(text.noAnswers), absent(text.noAnswers), bounds, absent(text.noCommon)];
  return [
    answered,
    plain(`${percent(share.share)}\n${text.yesOf(number(yes), number(n))}`),
    plain(range(share.interval!.low, share.interval!.high)),
    bounds,
    common.n === 0
      ? absent(text.noCommon)
      : plain(
          `${percent(common.share)}\n${text.yesOf(number(common.yes), number(common.n))}; ${range(common.interval!.low, common.interval!.high)}`,
        ),
  ];
}

function groupsGrid({ units }: SideBySide, synthetic: boolean, lang: Lang): Grid {
  const { sideBySide: text, municipality } = messages(lang);
  const { unit, lan, kommungrupp, invanare } = text.groupsHead;
  const cell = (by: string, level: string | null) =>
    level === null ? absent(municipality.find.noGroup) : plain(groupName(by, level, lang));
  return tonedGrid({
    id: 'units',
    title: text.groupsTitle,
    head: [unit, lan, kommungrupp, invanare],
    columns: ['text', 'text', 'text', 'text'],
    rows: units.map(({ place, groups }) => [
      plain(place.name),
      cell('lan', groups.lan),
      cell('kommungrupp', groups.kommungrupp),
      cell('invanare', groups.invanare),
    ]),
    notes: [],
    synthetic,
  });
}
