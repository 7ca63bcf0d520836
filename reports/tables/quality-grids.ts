import type { Disagreements } from '../../analysis/quality/disagreements.js';
import type { IndicatorQuality, QualityReport, YearQuality } from '../../analysis/quality/records.js';
import { missingReasons } from '../../data/records.js';
import { ABSENT, formatNumber, formatPercent } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from './build.js';
import { nameOf } from './quality-words.js';
import type { Grid } from './table.js';

/** The areas of the indicators in the data's order. */
export const qualityAreas = ({ quality }: QualityReport): string[] => [
  ...new Set(quality.indicators.map((i) => i.area)),
];

/** Everything that the terminal shows in grids: one per area, staffing, sources. */
export const qualityGrids = (report: QualityReport, lang: Lang): Grid[] =>
  withLabels(report.manifest.labels, () => [
    ...qualityAreas(report).map((area) => areaGrid(report, area, lang)),
    ...(report.quality.measures.length > 0 ? [measuresGrid(report, lang)] : []),
    ...(report.quality.disagreements ? [sourcesGrid(report, report.quality.disagreements, lang)] : []),
  ]);

const closing = ({ manifest }: QualityReport, notes: readonly string[], lang: Lang) => ({
  notes: [...notes, ...(manifest.synthetic ? [messages(lang).tables.notes.synthetic] : [])],
  synthetic: manifest.synthetic,
});

const inArea = ({ quality }: QualityReport, area: string) =>
  quality.indicators.filter((i) => i.area === area);

/** One row per indicator of an area: answers, first and last number, flips, jumps, hidden counties, grade. */
export function areaGrid(report: QualityReport, area: string, lang: Lang): Grid {
  const { quality } = messages(lang);
  return {
    id: `quality-${slug(area)}`,
    title: quality.gridTitle(areaLabel(area, lang)),
    head: quality.heads,
    rows: inArea(report, area).map((i) => [
      nameOf(i, lang),
      answeredRange(i, lang),
      firstToLast(i, lang),
      flipsOf(i, lang),
      formatNumber(i.jumps.filter((j) => j.beyondChance).length, lang),
      hiddenCounties(i, lang),
      quality.gradesShort[i.grade],
    ]),
    ...closing(report, quality.gridNotes, lang),
  };
}

function answeredRange({ years }: IndicatorQuality, lang: Lang): string {
  const shares = years.map((y) => y.answered / y.asked);
  if (shares.length === 0) return ABSENT;
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((s) => formatNumber(100 * s, lang));
  return low === high
    ? formatPercent(Math.min(...shares), lang)
    : `${low}–${formatPercent(Math.max(...shares), lang)}`;
}

function valueText({ shareYes, mean }: YearQuality, lang: Lang): string {
  return shareYes === null ? formatNumber(mean, lang, 1) : formatPercent(shareYes, lang);
}

function firstToLast({ years }: IndicatorQuality, lang: Lang): string {
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return ABSENT;
  if (first === last) return valueText(first, lang);
  // One percent sign is enough for both.
  const before = first.shareYes === null ? valueText(first, lang) : formatNumber(100 * first.shareYes, lang);
  return `${before} → ${valueText(last, lang)}`;
}

/** `47/299 (136)`: units that flip of those that can, and what chance gives. */
function flipsOf({ flips }: IndicatorQuality, lang: Lang): string {
  if (flips === null) return ABSENT;
  const expected = formatNumber(flips.expectedShare * flips.base, lang);
  return `${formatNumber(flips.units, lang)}/${formatNumber(flips.base, lang)} (${expected})`;
}

function hiddenCounties({ years }: IndicatorQuality, lang: Lang): string {
  const worst = years.toSorted((a, b) => b.suppressedCounties.length - a.suppressedCounties.length)[0];
  if (!worst || worst.counties === 0) return ABSENT;
  return `${formatNumber(worst.suppressedCounties.length, lang)}/${formatNumber(worst.counties, lang)}`;
}

/** One row per indicator and year of an area: who was asked, who answered, and why not. */
export function yearsGrid(report: QualityReport, area: string, lang: Lang): Grid {
  const { quality, reasons } = messages(lang);
  const { yearHeads: heads } = quality;
  const indicators = inArea(report, area);
  const why = missingReasons.filter((r) => indicators.some((i) => i.years.some((y) => y.missing[r])));
  const count = (n: number) => formatNumber(n, lang);
  return {
    id: `years-${slug(area)}`,
    title: quality.yearTitle(areaLabel(area, lang)),
    head: [
      '',
      heads.year,
      heads.asked,
      heads.rate,
      heads.onScale,
      ...why.map((r) => term(reasons, r)),
      heads.value,
    ],
    rows: indicators.flatMap((i) =>
      i.years.map((y) => [
        nameOf(i, lang),
        `${y.year}`,
        count(y.asked),
        formatPercent(y.responseRate, lang),
        count(y.answered),
        ...why.map((r) => count(y.missing[r] ?? 0)),
        valueText(y, lang),
      ]),
    ),
    ...closing(report, [], lang),
  };
}

/** One row per staffing measure and year. */
export function measuresGrid(report: QualityReport, lang: Lang): Grid {
  const { quality } = messages(lang);
  return {
    id: 'quality-measures',
    title: quality.measuresTitle,
    head: quality.measureHeads,
    rows: report.quality.measures.flatMap((m) =>
      m.years.map((y) => [
        nameOf(m, lang),
        `${y.year}`,
        formatNumber(y.careUnits, lang),
        formatPercent(y.missingShare, lang, 1),
        formatNumber(y.mean, lang, 3),
        formatNumber(y.median, lang, 3),
        formatNumber(y.outliers, lang),
        formatNumber(y.zeroMeans, lang),
        quality.gradesShort[m.grade],
      ]),
    ),
    ...closing(report, quality.measureNotes, lang),
  };
}

/** One row per indicator on which sources disagree; of the confidential flags only a count in the notes. */
export function sourcesGrid(report: QualityReport, found: Disagreements, lang: Lang): Grid {
  const { quality } = messages(lang);
  const count = (n: number) => formatNumber(n, lang);
  const known = new Map(
    [...report.quality.indicators, ...report.quality.measures].map((i) => [i.id, nameOf(i, lang)]),
  );
  const notes = [
    ...found.byTable.map((t) => quality.sourcesNote(count(t.rows), t.table)),
    ...found.bySource.map((s) =>
      quality.sourcesPair(s.kept ?? quality.unknownSource, s.other, count(s.rows)),
    ),
    ...(found.settled > 0 ? [quality.sourcesSettled(count(found.settled))] : []),
    ...(found.byTable.length === 0 ? [quality.sourcesNone] : []),
  ];
  return {
    id: 'quality-sources',
    title: quality.sourcesTitle,
    head: quality.sourcesHeads,
    rows: found.byIndicator.map(({ id, cells, largest, examples }) => [
      known.get(id) ?? id,
      count(cells),
      formatNumber(largest, lang, 2),
      ...examples
        .slice(0, 1)
        .map((e) => quality.example(e.unit, `${e.year}`, short(e.kept ?? ABSENT), short(e.other))),
    ]),
    ...closing(report, notes, lang),
  };
}

/** A value of a source may be a whole sentence. */
const short = (value: string): string => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
const LONGEST = 24;
