import { codebook, type Text } from '../../data/codebook/codebook.js';
import { indicatorText, measureText } from '../panel/labels.js';
import { ruleItems } from '../panel/outcomes.js';
import type { Column, Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { definitionChanges } from './changes.js';
import type { Disagreements } from './disagreements.js';
import { indicatorFindings, measureFindings, type Measured } from './findings.js';
import { flipQuality } from './flips.js';
import { gradeOf, limits } from './grade.js';
import { judgeJumps, type Pair, yearPairs } from './jumps.js';
import type { IndicatorQuality, MeasureQuality, Quality } from './records.js';
import { measureYears } from './staffing.js';
import { seriesOf, yearQuality } from './years.js';

/**
 * The quality of every indicator and staffing measure of a panel: answers, saturation, changes of definition, flips,
 * jumps, suppressed aggregates and disagreement between sources, with a grade and its reasons. Of the specification
 * the period is used. Ja is counted as it stands, `Delvis` not as Ja: so do the official shares.
 * @param sources what `disagreements` found in the folder; null where no importer has written to it
 */
export function quality(panel: Panel, spec: Specification, sources: Disagreements | null): Quality {
  const pairs: Pair[][] = [];
  const measured = panel.indicators.map((indicator) => {
    const item = codebook().items.find((i) => i.id === indicator.id);
    const series = seriesOf(panel, indicator, item !== undefined && item.scale !== null, spec.period);
    const changes = changesWithin(panel, spec, indicator.id);
    pairs.push(yearPairs(series, panel.years, changes));
    return {
      id: indicator.id,
      area: indicator.area,
      label: indicatorText(panel, indicator),
      within: withinOf(indicator.id),
      type: indicator.type,
      yesNo: series.yesNo,
      better: indicator.better,
      survey: item?.survey ?? null,
      years: series.asked.map((t) => yearQuality(panel, series, t)),
      changes,
      flips: series.yesNo
        ? flipQuality(inPeriod(panel, series.values, series.asked), panel.years.length)
        : null,
    };
  });
  const { jumps, tests } = judgeJumps(pairs);
  const disagreeing = new Map(sources?.byIndicator.map((d) => [d.id, d.cells]));
  return {
    indicators: measured.map((m, i) => judged({ ...m, jumps: jumps[i]! }, disagreeing.get(m.id) ?? 0)),
    measures: measureQualities(panel, spec, disagreeing),
    disagreements: sources,
    tests,
    limits,
  };
}

function judged(measured: Measured, disagreeing: number): IndicatorQuality {
  const findings = indicatorFindings(measured, disagreeing);
  return { ...measured, findings, grade: gradeOf(findings) };
}

/** The changes of definition that have years of the data on both sides. */
function changesWithin(panel: Panel, { period }: Specification, id: string) {
  const first = Math.max(panel.years[0] ?? Infinity, period?.first ?? -Infinity);
  const last = Math.min(panel.years.at(-1) ?? -Infinity, period?.last ?? Infinity);
  return definitionChanges(id).filter(({ year }) => first < year && year <= last);
}

/** The values of the asked years alone: years outside the period count as without answer. */
function inPeriod(panel: Panel, values: Column, asked: readonly number[]) {
  const T = panel.years.length;
  return Float64Array.from(values, (v, i) => (asked.includes(i % T) ? v : NaN));
}

/** The row or row group of the appendix that an item belongs to, which tells apart items of the same label. */
function withinOf(id: string): Text | null {
  const { outcomes, rowGroups } = codebook();
  const outcome = outcomes.find((o) => ruleItems(o).includes(id));
  if (!outcome) return null;
  if (outcome.rule.kind !== 'item') return outcome.label;
  return rowGroups.find((g) => g.id === outcome.group)?.label ?? null;
}

function measureQualities(
  panel: Panel,
  spec: Specification,
  disagreeing: ReadonlyMap<string, number>,
): MeasureQuality[] {
  const known = codebook().measures;
  const order = [...known.map((m) => m.id), ...[...panel.careUnits.keys()].sort()];
  return [...new Set(order)]
    .filter((id) => panel.careUnits.has(id))
    .map((id) => {
      const measure = known.find((m) => m.id === id);
      const years = measureYears(panel, spec, id);
      const findings = measureFindings(id, years, disagreeing.get(id) ?? 0);
      return {
        id,
        area: measure?.area ?? spec.staffing.area,
        label: measureText(panel, id),
        years,
        findings,
        grade: gradeOf(findings),
      };
    });
}
