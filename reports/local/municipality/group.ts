import type { ComparisonGroup } from '../../../analysis/local/comparison.js';
import type { Nearest, Neighbour } from '../../../analysis/local/nearest.js';
import { grid, heading, paragraph } from '../../document/blocks.js';
import type { Block, Section } from '../../document/document.js';
import { formatNumber, formatPercent } from '../../locales/format.js';
import { covariateLabel } from '../../locales/labels.js';
import { messages, term, type Lang } from '../../locales/language.js';
import type { Grid } from '../../tables/table.js';
import { listText, namesOf, plain, tonedGrid } from './cells.js';
import type { MunicipalityContext } from './context.js';

type GroupWords = MunicipalityContext['text']['group'];

/** Fewer units than this make a group whose share one answer moves by more than ten points. */
const FEW = 10;

/** Who the unit is compared with, why, and how near they are. */
export function groupSection(context: MunicipalityContext): Section {
  const { text, report, lang } = context;
  const { comparison, refused, nearest, present } = report;
  const words = text.group;
  const { members, leftOut } = comparison;
  const gone = members.filter((u) => !present.includes(u));
  const blocks: Block[] = [];
  if (refused || comparison.status === 'refused') blocks.push(...refusal(context));
  if (comparison.status !== 'refused') blocks.push(...whoBlocks(context, gone));
  if (leftOut.length > 0) blocks.push(paragraph(words.leftOut(listText(leftOutNames(context), lang))));
  if (nearest) blocks.push(...nearestBlocks(nearest, context));
  blocks.push(paragraph(words.another));
  return { id: 'group', title: text.sections.group, blocks };
}

/** The group as it is in the report's year; those that are not in it are named apart. */
function whoBlocks({ text, report, lang }: MunicipalityContext, gone: readonly number[]): Block[] {
  const { group: words } = text;
  const { comparison, present, places, year } = report;
  const names = (units: readonly number[]) => listText(namesOf(places, units), lang);
  const count = formatNumber(present.length, lang);
  const left = gone.length === 0 ? [] : [paragraph(words.gone(names(gone), `${year}`))];
  const what = words.by[comparison.by];
  if (present.length === 0) return [paragraph(words.none(what, `${year}`)), ...left];
  return [
    paragraph(`${words.is(what, levelText(comparison, lang), count)} ${words.why[comparison.by]}`),
    ...(present.length === 1
      ? [{ kind: 'paragraph' as const, text: words.single(names(present)), tone: 'caution' as const }]
      : [paragraph(words.members(names(present)))]),
    ...(present.length > 1 && present.length < FEW ? [paragraph(words.few(count))] : []),
    ...left,
  ];
}

/** The unit itself may be among those left out of its own list. */
const leftOutNames = ({ report: { comparison, unit, places } }: MunicipalityContext): string[] =>
  comparison.leftOut.map((u) => (u === unit.unit ? unit.name : namesOf(places, [u])[0]!));

function refusal({ report: { comparison, refused }, text: { group: words } }: MunicipalityContext): Block[] {
  const first = refused ?? comparison;
  const reason = term(words.reasons, first.reason ?? '');
  const said =
    comparison.status === 'refused'
      ? words.refusedAll(words.by[first.by], reason)
      : words.refused(words.by[first.by], reason, words.by[comparison.by]);
  return [heading(3, words.refusedTitle), { kind: 'paragraph', text: said, tone: 'caution' }];
}

/** ` (A2, pendlingskommuner nära storstad)`; nothing where the group's name says no more. */
export function levelText({ by, level }: Pick<ComparisonGroup, 'by' | 'level'>, lang: Lang): string {
  if (level === null || by === 'stadsdelar') return '';
  return ` (${groupName(by, level, lang)})`;
}

/** A group as people know it: the code and its meaning where the data have codes. */
export function groupName(by: string, level: string, lang: Lang): string {
  const { sizes, skr } = messages(lang).municipality.group;
  if (by === 'kommungrupp' && Object.hasOwn(skr, level)) return `${level}, ${term(skr, level)}`;
  return by === 'invanare' ? term(Object.fromEntries(Object.entries(sizes)), level) : level;
}

function nearestBlocks(nearest: Nearest, context: MunicipalityContext): Block[] {
  const { group: words } = context.text;
  if (nearest.status === 'ok') return [grid(nearestGrid(nearest, context))];
  return [paragraph(words.nearestRefused(term(words.reasons, nearest.reason ?? '')))];
}

/** Distances, and under every covariate what part of the squared distance it makes. */
function nearestGrid(nearest: Nearest, { text, report, lang, synthetic }: MunicipalityContext): Grid {
  const { group: words } = text;
  const { covariates, neighbours } = nearest;
  const name = covariateName(lang);
  const own =
    neighbours[0]?.parts.map((p) => plain(covariateText(p.own, lang))) ?? covariates.map(() => plain('–'));
  return tonedGrid({
    id: 'nearest',
    title: words.nearestTitle,
    head: [words.nearestHeads.unit, words.nearestHeads.distance, ...covariates.map(name)],
    columns: ['text', 'number', ...covariates.map(() => 'number' as const)],
    rows: [
      [plain(report.unit.name), plain('0'), ...own],
      ...neighbours.map((n) => [
        plain(namesOf(report.places, [n.unit])[0]!),
        plain(formatNumber(n.distance, lang, 2)),
        ...partCells(n, words, lang),
      ]),
    ],
    notes: nearestNotes(nearest, words, lang),
    synthetic,
  });
}

const partCells = ({ parts }: Neighbour, words: GroupWords, lang: Lang) =>
  parts.map(({ theirs, part }) =>
    plain(`${covariateText(theirs, lang)}\n${part === null ? words.noDistance : formatPercent(part, lang)}`),
  );

function nearestNotes(
  { method, instead, constant, n, neighbours, wanted, left }: Nearest,
  words: GroupWords,
  lang: Lang,
): string[] {
  const number = (value: number) => formatNumber(value, lang);
  const how = method === 'mahalanobis' ? words.nearestMahalanobis : words.nearestStandardized;
  return [
    how(number(n)),
    words.nearestPart,
    ...(instead === null ? [] : [words.nearestSingular]),
    ...(constant.length === 0 ? [] : [words.nearestConstant(constant.map(covariateName(lang)).join(', '))]),
    ...(neighbours.length < wanted ? [words.nearestFewer(number(neighbours.length), number(wanted))] : []),
    ...(left.length === 0 ? [] : [words.nearestLeft(number(left.length))]),
  ];
}

export const covariateName =
  (lang: Lang) =>
  (covariate: string): string =>
    covariateLabel(covariate, lang);

/** Whole numbers of inhabitants, one decimal of shares: by the value's size, since the data name no unit. */
export const covariateText = (value: number, lang: Lang): string =>
  formatNumber(value, lang, Math.abs(value) >= 1000 || Number.isInteger(value) ? 0 : 1);
