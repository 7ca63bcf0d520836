import { codebook, type Survey } from '../../data/codebook/codebook.js';
import { indicatorKinds, type IndicatorRecord, OWN_INDICATORS, UNCLASSIFIED } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import { NOT_COLLECTED, type Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';

/**
 * How many indicators were asked, by survey, year and kind (the main report's figures 1 and 2): `row` is the kind,
 * `group` the survey, `column` the year. Asked is an indicator of which any unit has an answer or a reason why not, other than that
 * it was not collected. A kind that a survey never has gives no estimates; a year without any of it gives 0.
 */
export function indicatorCounts(panel: Panel, spec: Specification): Estimate[] {
  const items = new Map(codebook().items.map((i) => [i.id, i]));
  const years = panel.years.filter(
    (y) => y >= (spec.period?.first ?? -Infinity) && y <= (spec.period?.last ?? Infinity),
  );
  const surveyOf = (i: IndicatorRecord): Survey | typeof OWN_INDICATORS =>
    items.get(i.id)?.survey ?? OWN_INDICATORS;
  const kindOf = (i: IndicatorRecord): string => items.get(i.id)?.kind ?? i.kind ?? UNCLASSIFIED;
  return (['kommun', 'enhet', 'brukare', OWN_INDICATORS] as const).flatMap((survey) => {
    const own = panel.indicators.filter((i) => surveyOf(i) === survey);
    const asked = years.map((year) => own.filter((i) => isAsked(panel, i.id, year)));
    const kinds = [...indicatorKinds, UNCLASSIFIED].filter((kind) => own.some((i) => kindOf(i) === kind));
    return years.flatMap((year, t) =>
      asked[t]!.length === 0
        ? []
        : kinds.map((kind) =>
            estimate({
              id: `indicators/${survey}/${year}/${kind}`,
              model: 'indicators',
              row: kind,
              group: survey,
              column: String(year),
              term: 'count',
              estimate: asked[t]!.filter((i) => kindOf(i) === kind).length,
              n: asked[t]!.length,
              extra: { unit: 'antal' },
            }),
          ),
    );
  });
}

function isAsked(panel: Panel, indicator: string, year: number): boolean {
  const T = panel.years.length;
  const t = year - panel.years[0]!;
  const { reasons } = panel.answers.get(indicator)!;
  for (let cell = t; cell < reasons.length; cell += T) if (reasons[cell] !== NOT_COLLECTED) return true;
  return false;
}
