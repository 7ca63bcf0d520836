import type { IndicatorQuality, MeasureQuality, QualityReport } from '../../analysis/quality/records.js';
import { missingReasons } from '../../data/records.js';
import type { Lang } from '../locales/language.js';
import { csv, type CsvValue } from './csv.js';
import { nameOf } from './quality-words.js';

const head = [
  'id', 'area', 'name', 'type', 'year', 'synthetic', 'grade', 'reasons', 'asked', 'responded', 'answered', 'response_rate',
  ...missingReasons.map((r) => `missing.${r}`), 'share_yes', 'mean', 'constant', 'saturated', 'floor',
  'nation_suppressed', 'counties', 'suppressed_counties', 'definition_changed',
  'jump_pairs', 'jump_difference', 'jump_p', 'jump_p_holm', 'jump_beyond_chance',
  'flips', 'flips_base', 'flips_expected', 'outliers', 'zero_means',
]; // prettier-ignore

type Row = Readonly<Partial<Record<string, CsvValue>>>;

/**
 * One row per indicator and year, then one per staffing measure and year (asked: its care units). What concerns the
 * whole indicator, its grade, reasons and flips, is repeated; a jump stands in the later of its two years.
 */
export function qualityCsv({ quality, manifest }: QualityReport, lang: Lang): string {
  const rows = [
    ...quality.indicators.flatMap((i) => indicatorRows(i)),
    ...quality.measures.flatMap(measureRows),
  ];
  return csv([head, ...rows.map((row) => head.map((column) => row[column]))]);

  function common(of: IndicatorQuality | MeasureQuality): Row {
    const reasons = [...new Set(of.findings.map((f) => f.key))].join(';');
    const name = { free: nameOf(of, lang) };
    return {
      id: { free: of.id },
      area: { free: of.area },
      name,
      synthetic: manifest.synthetic,
      grade: of.grade,
      reasons,
    };
  }

  function indicatorRows(i: IndicatorQuality): Row[] {
    const { flips } = i;
    const whole = {
      ...common(i),
      type: i.type,
      flips: flips?.units,
      flips_base: flips?.base,
      flips_expected: flips && flips.expectedShare * flips.base,
    };
    if (i.years.length === 0) return [whole];
    return i.years.map((y) => {
      const jump = i.jumps.find((j) => j.to === y.year);
      return {
        ...whole,
        year: y.year,
        asked: y.asked,
        responded: y.responded,
        answered: y.answered,
        response_rate: y.responseRate,
        ...Object.fromEntries(missingReasons.map((r) => [`missing.${r}`, y.missing[r] ?? 0])),
        share_yes: y.shareYes,
        mean: y.mean,
        constant: y.constant,
        saturated: y.saturated,
        floor: y.floor,
        nation_suppressed: y.nationSuppressed,
        counties: y.counties,
        suppressed_counties: { free: y.suppressedCounties.join(';') },
        definition_changed: i.changes.some((c) => c.year === y.year),
        jump_pairs: jump?.pairs,
        jump_difference: jump?.difference,
        jump_p: jump?.p,
        jump_p_holm: jump?.pHolm,
        jump_beyond_chance: jump?.beyondChance,
      };
    });
  }

  function measureRows(m: MeasureQuality): Row[] {
    return m.years.map((y) => ({
      ...common(m),
      type: 'staffing',
      year: y.year,
      asked: y.careUnits,
      answered: y.answered,
      mean: y.mean,
      outliers: y.outliers,
      zero_means: y.zeroMeans,
    }));
  }
}
