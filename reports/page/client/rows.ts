import { formatEstimate, formatLevel, formatNumber } from '../../locales/format.js';
import { choicesOf, type CellData } from '../cell-data.js';
import { explainCommand } from '../explain-line.js';
import { cellsData, type Place } from './data.js';
import { bareP } from './numbers.js';
import { lang, said, shownMark, term, words } from './words.js';

/** A term and its value. */
export type Entry = readonly [term: string, value: string];

/** Computed and published mark, and how they compare. */
export function markEntries({ cell }: Place): Entry[] {
  const text = words();
  const { panel } = text.cells;
  const own = cell.mark === null ? text.cell.notEstimable : shownMark(cell.mark) || text.cell.notSignificant;
  const compared: Entry[] =
    cell.published === null
      ? []
      : [
          [panel.published, published(cell.published)],
          [panel.agreement, category(cell)],
        ];
  return [[panel.here, own], ...compared];
}

function published(readings: readonly string[]): string {
  const { cell, cells } = words();
  return readings.map((m) => shownMark(m) || cell.publishedEmpty).join(` ${cell.or} `) || cells.panel.publishedLost; // prettier-ignore
}

function category({ category: key, categoryReason: reason }: CellData): string {
  const { categories, reasons } = words();
  const why = reason === null ? '' : ` (${term(reasons, reason)})`;
  return key === null ? '' : term(categories, key) + why;
}

/** The estimate with its uncertainty; where there is none, why. */
export function numberEntries(place: Place): Entry[] {
  const { cell } = place;
  const { panel } = words().cells;
  if (cell.mark === null) return [[panel.reason, term(words().reasons, cell.reason ?? 'not-estimable')]];
  const size = formatNumber(cell.familySize, lang());
  const adjusted = (method: string, p: number | null): Entry[] =>
    p === null ? [] : [[panel.adjusted(method, size), bareP(p)]];
  return [
    ...(cell.df2 === null ? slope(place) : variance(cell)),
    [panel.p, bareP(cell.p)],
    ...adjusted(panel.romanoWolf, cell.pRomanoWolf),
    ...adjusted(panel.holm, cell.pHolm),
    ...adjusted(panel.benjaminiHochberg, cell.pBenjaminiHochberg),
    ...(cell.bootstrapP === null ? [] : [[panel.bootstrap, bareP(cell.bootstrapP)] as const]),
    ...(cell.mark !== '' || cell.minimumDetectable === null
      ? []
      : [[panel.detectable, withUnit(formatEstimate(cell.minimumDetectable, lang()), place)] as const]),
    ...(cell.verdict === null ? [] : [[panel.verdict, term(words().verdicts, cell.verdict)] as const]),
  ];
}

function slope(place: Place): Entry[] {
  const { cell } = place;
  const { panel } = words().cells;
  const level = formatLevel(cellsData()?.level ?? 0, lang());
  const [low, high] = [formatEstimate(cell.ciLow, lang()), formatEstimate(cell.ciHigh, lang())];
  const interval: Entry[] =
    cell.ciLow === null && cell.ciHigh === null ? [] : [[panel.interval(level), panel.between(low, high)]];
  return [
    [panel.estimate, withUnit(formatEstimate(cell.estimate, lang(), { signed: true }), place)],
    ...interval,
    [panel.se, formatEstimate(cell.se, lang())],
    [panel.test, `t(${formatNumber(cell.df, lang())}) = ${formatNumber(cell.statistic, lang(), 2)}`],
  ];
}

function variance(cell: CellData): Entry[] {
  const { panel } = words().cells;
  const df = `${formatNumber(cell.df, lang())}; ${formatNumber(cell.df2, lang())}`;
  return [
    [panel.test, `F(${df}) = ${formatNumber(cell.statistic, lang(), 2)}`],
    ['η²', formatNumber(cell.estimate, lang(), 3)],
  ];
}

const withUnit = (value: string, { row }: Place): string =>
  row.unit === null ? value : `${value} ${term(words().unitsOfDifference, row.unit)}`;

/** The rows behind the estimate, and those that are not. */
export function sampleEntries({ cell }: Place): Entry[] {
  const { panel } = words().cells;
  const count = (name: string, n: number | null): Entry[] =>
    n === null ? [] : [[name, formatNumber(n, lang())]];
  const dropped = Object.entries(cell.dropped ?? {})
    .filter(([, n]) => n > 0)
    .map(([reason, n]) => `${formatNumber(n, lang())} ${term(words().reasons, reason)}`);
  return [
    ...count(panel.n, cell.n),
    ...count(panel.units, cell.units),
    ...count(panel.clusters, cell.clusters),
    ...count(panel.users, cell.users),
    ...count(panel.nonUsers, cell.nonUsers),
    ...(dropped.length === 0 ? [] : [[panel.dropped, dropped.join('; ')] as const]),
  ];
}

/** The open choices that the cell depends on, with the value in use. */
export function choiceEntries({ table, column }: Place): Entry[] {
  const data = cellsData();
  if (!data) return [];
  return choicesOf(data, table.model, column.key).map((c) => [said(c.what), `${c.path}: ${c.value}`]);
}

/** The command that gives the same; null where there is none. */
export const commandOf = ({ row, column }: Place): string | null =>
  explainCommand(row.explain, column.key, cellsData()?.options ?? '', lang());

/** What is said of a cell's row: its group and label. */
export const rowTitle = ({ row }: Place): string =>
  (row.group === null ? '' : `${said(row.group)}: `) + said(row.label);
