import { touchedCells, type Touch } from './cells.js';
import { type Finding, type FindingKind, limits, type Weight, weightAbove, weightBelow } from './grade.js';
import type { IndicatorQuality, MeasureYear, YearQuality } from './records.js';

/** What is measured of an indicator, before it is judged. */
export type Measured = Omit<IndicatorQuality, 'findings' | 'grade'>;

/** The problems of an indicator. `disagreeing`: its values on which sources disagree. */
export function indicatorFindings(of: Measured, disagreeing: number): Finding[] {
  const { id, years } = of;
  const all = years.map((y) => y.year);
  const judged = years.filter((y) => y.answered >= limits.minimumAnswers);
  const say = (weight: Weight | null, at: readonly number[], kind: FindingKind, touch?: Touch): Finding[] =>
    weight === null ? [] : [{ weight, years: at, cells: touchedCells(id, at, touch), ...kind }];
  /** Weak where it is so in every year that can be judged, else a reservation. */
  const inYears = (is: (y: YearQuality) => boolean, kind: FindingKind): Finding[] => {
    const at = judged.filter(is).map((y) => y.year);
    return at.length === 0 ? [] : say(at.length === judged.length ? 'weak' : 'usable', at, kind);
  };
  return [
    ...fewAnswers(years, say),
    ...lowShare(years, 'low-response', (y) => y.responseRate, limits.response, say),
    ...lowShare(years, 'few-on-scale', (y) => y.answered / y.asked, limits.onScale, say),
    ...inYears((y) => y.constant, { key: 'constant' }),
    ...inYears((y) => y.saturated, { key: 'saturated' }),
    ...inYears((y) => y.floor, { key: 'floor' }),
    ...(years.length === 1 ? say('usable', all, { key: 'single-year' }) : []),
    ...of.changes.flatMap(({ year, what }) =>
      say('usable', [year - 1, year], { key: 'definition-changed', what }, 'across'),
    ),
    ...of.jumps.flatMap((j) =>
      j.beyondChance && !j.listed
        ? say(
            'usable',
            [j.from, j.to],
            {
              key: 'unexplained-jump',
              before: j.before!,
              after: j.after!,
              percent: of.yesNo,
              pHolm: j.pHolm!,
            },
            'across',
          )
        : [],
    ),
    ...flipping(of, all, say),
    ...inYears((y) => y.nationSuppressed, { key: 'nation-suppressed' }),
    ...countiesSuppressed(years, say),
    ...sourcesDisagree(
      disagreeing,
      years.reduce((sum, y) => sum + y.asked, 0),
      all,
      say,
    ),
  ];
}

type Say = (weight: Weight | null, years: readonly number[], kind: FindingKind) => Finding[];

function fewAnswers(years: readonly Pick<YearQuality, 'year' | 'answered'>[], say: Say): Finding[] {
  const few = years.filter((y) => y.answered < limits.minimumAnswers);
  if (years.length > 0 && few.length === 0) return [];
  const most = Math.max(0, ...few.map((y) => y.answered));
  return say(
    few.length === years.length ? 'not-judged' : 'usable',
    few.map((y) => y.year),
    { key: 'few-answers', most },
  );
}

/** The years in which a share is below its limit. */
function lowShare(
  years: readonly YearQuality[],
  key: 'low-response' | 'few-on-scale',
  shareOf: (y: YearQuality) => number,
  limit: { usable: number; weak: number },
  say: Say,
): Finding[] {
  const low = years.filter((y) => shareOf(y) < limit.usable);
  const lowest = Math.min(1, ...low.map(shareOf));
  return say(
    weightBelow(lowest, limit),
    low.map((y) => y.year),
    { key, lowest },
  );
}

function flipping({ flips }: Measured, years: readonly number[], say: Say): Finding[] {
  if (flips === null || flips.expectedShare * flips.base < limits.flips.minimum) return [];
  return say(weightAbove(flips.share / flips.expectedShare, limits.flips), years, { key: 'flips', ...flips });
}

function countiesSuppressed(years: readonly YearQuality[], say: Say): Finding[] {
  const many = years.filter(
    (y) => y.counties > 0 && y.suppressedCounties.length / y.counties >= limits.suppressedCounties,
  );
  const worst = many.toSorted((a, b) => b.suppressedCounties.length - a.suppressedCounties.length)[0];
  if (!worst) return [];
  const { counties, suppressedCounties } = worst;
  return say(
    'usable',
    many.map((y) => y.year),
    { key: 'counties-suppressed', most: suppressedCounties.length, counties },
  );
}

function sourcesDisagree(values: number, of: number, years: readonly number[], say: Say): Finding[] {
  const share = of === 0 ? 0 : Math.min(1, values / of);
  return say(weightAbove(share, limits.disagreement), years, { key: 'sources-disagree', values, share });
}

/** The problems of a staffing measure. */
export function measureFindings(id: string, years: readonly MeasureYear[], disagreeing: number): Finding[] {
  const say: Say = (weight, at, kind) =>
    weight === null ? [] : [{ weight, years: at, cells: touchedCells(id, at), ...kind }];
  const all = years.map((y) => y.year);
  const missing = years.filter((y) => y.missingShare >= limits.missingCareUnits.usable);
  const share = Math.max(0, ...missing.map((y) => y.missingShare));
  const far = years.filter(
    (y) => y.outliers !== null && y.outliers >= limits.outliers * y.answered && y.outliers > 0,
  );
  const zero = years.filter((y) => y.zeroMeans > 0);
  const total = (list: readonly MeasureYear[], of: (y: MeasureYear) => number) =>
    list.reduce((sum, y) => sum + of(y), 0);
  return [
    ...fewAnswers(years, say),
    ...say(
      weightAbove(share, limits.missingCareUnits),
      missing.map((y) => y.year),
      { key: 'missing-care-units', share },
    ),
    ...(far.length === 0
      ? []
      : say(
          'usable',
          far.map((y) => y.year),
          { key: 'outliers', values: total(far, (y) => y.outliers ?? 0) },
        )),
    ...(zero.length === 0
      ? []
      : say(
          'usable',
          zero.map((y) => y.year),
          { key: 'zero-means', values: total(zero, (y) => y.zeroMeans) },
        )),
    ...(years.length === 1 ? say('usable', all, { key: 'single-year' }) : []),
    ...sourcesDisagree(
      disagreeing,
      total(years, (y) => y.careUnits),
      all,
      say,
    ),
  ];
}
