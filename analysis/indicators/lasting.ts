import type { Grouping } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import {
  type NotEstimable,
  reliability,
  reml,
  type RemlFit,
  type TestRetest,
  testRetest,
  yearsFor,
} from '../stats/index.js';
import type { CardSeries } from './series.js';

/** The groupings that a card says how much of the differences lie between. */
export const cardGroupings = ['lan', 'kommungrupp'] as const satisfies readonly Grouping[];

/** How much of what differs between answers of the same year lies between groups of units. */
export interface GroupShare {
  /** Intraclass correlation: the groups' variance as a share 0-1 of groups', units' and the rest's. */
  readonly icc: number | null;
  /** Groups with answers. */
  readonly groups: number;
  readonly reason: string | null;
}

/** What lasts of one answer. */
export interface Lasting {
  /** Reliability of one year's answer for telling units apart, 0-1 (`analysis/stats/reliability.ts`). */
  readonly reliability: number | null;
  /** Years whose mean would reach 0.8; null where none does. */
  readonly yearsFor80: number | null;
  readonly n: number;
  readonly units: number;
  readonly reason: string | null;
  readonly by: Readonly<Record<(typeof cardGroupings)[number], GroupShare>>;
  /** Test-retest of the shortest distance in years at which there are pairs; null without any. */
  readonly testRetest: TestRetest | null;
}

/** The reliability that a mean of years is asked to reach. */
const TARGET = 0.8;

/**
 * Variances of y_it = year_t + group_g(i) + unit_i + e_it by REML, once per grouping. As `oj variance`, but for the years:
 * there they are a random factor, here fixed effects. The reliability of telling units apart leaves them aside in
 * both, and so does the share here, which is of the differences within a year. (It is also four times as fast.) The
 * reliability is that of the first grouping that can be fitted, or of units alone where there is none.
 */
export function lastingOf(panel: Panel, { series, outcome }: CardSeries): Lasting {
  const T = panel.years.length;
  const fits = cardGroupings.map((grouping) => fitOf(panel, outcome.values, series.asked, grouping));
  const best = fits.find((f) => f.fit.status === 'ok') ?? fitOf(panel, outcome.values, series.asked, null);
  const values = withinAsked(series.values, T, series.asked);
  return {
    ...reliabilityOf(best),
    by: { lan: groupShare(fits[0]!, 'lan'), kommungrupp: groupShare(fits[1]!, 'kommungrupp') },
    testRetest: T === 0 ? null : (testRetest(values, T).find((r) => r.pairs > 0) ?? null),
  };
}

interface Fitted {
  readonly fit: RemlFit | NotEstimable;
  readonly n: number;
  readonly units: number;
}

function fitOf(
  panel: Panel,
  values: CardSeries['outcome']['values'],
  asked: readonly number[],
  grouping: Grouping | null,
): Fitted {
  const codes = grouping === null ? null : panel.groupings.get(grouping)!.codes;
  const [y, unit, group, year]: number[][] = [[], [], [], []];
  const seen = new Set<number>();
  for (let u = 0; u < panel.units.length; u++) {
    if (codes !== null && codes[u]! < 0) continue;
    for (const t of asked) {
      const value = values[u * panel.years.length + t]!;
      if (Number.isNaN(value)) continue;
      y!.push(value);
      unit!.push(u);
      group!.push(codes?.[u] ?? 0);
      year!.push(t);
      seen.add(u);
    }
  }
  const factors = [
    { name: 'unit', codes: unit! },
    ...(grouping === null ? [] : [{ name: grouping, codes: group! }]),
  ];
  const fixed = asked.slice(1).map((t) => ({ name: `${t}`, values: year!.map((at) => (at === t ? 1 : 0)) }));
  return { fit: reml({ y: y!, factors, fixed }), n: y!.length, units: seen.size };
}

const varianceOf = (fit: RemlFit, name: string) => fit.components.find((c) => c.name === name)?.variance ?? 0;

function reliabilityOf({ fit, n, units }: Fitted) {
  const none = { reliability: null, yearsFor80: null, n, units };
  if (fit.status !== 'ok') return { ...none, reason: fit.reason };
  // One unit alone differs from nobody: its component is left out of the fit.
  if (fit.leftOut.includes('unit')) return { ...none, reason: 'one-level' };
  const unit = fit.components.reduce((s, c) => s + c.variance, 0);
  const one = reliability({ unit, year: 0, residual: fit.residual.variance });
  if (one.status !== 'ok') return { ...none, reason: one.reason };
  const years = yearsFor(one.reliability, TARGET);
  return { reliability: one.reliability, yearsFor80: years, n, units, reason: null };
}

function groupShare({ fit }: Fitted, grouping: Grouping): GroupShare {
  if (fit.status !== 'ok') return { icc: null, groups: 0, reason: fit.reason };
  const component = fit.components.find((c) => c.name === grouping);
  if (!component) return { icc: null, groups: 1, reason: 'one-level' };
  const total = varianceOf(fit, 'unit') + component.variance + fit.residual.variance;
  return { icc: component.variance / total, groups: component.levels, reason: null };
}

/** The values of the asked years; years outside the specification's period count as without answer. */
export const withinAsked = (values: CardSeries['series']['values'], T: number, asked: readonly number[]) =>
  Float64Array.from({ length: values.length }, (_, i) => (asked.includes(i % T) ? values[i]! : NaN));
