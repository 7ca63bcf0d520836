import type { KnownGrouping } from '../data/records.js';

/**
 * Every choice that the appendix leaves open, as plain JSON: the default reproduces `specification` sections 2-7,
 * each rival is another value of the same field (`analysis/assumptions.ts` lists and explains them).
 */
export interface Specification {
  readonly outcomes: {
    /** A group of Ja/Nej items: share of available items that are Ja, count over complete items, any, all. */
    readonly itemGroups: 'share' | 'count' | 'any' | 'all';
    /** Comment 2: 0, 1 or 2; or whether any, or both, are used. */
    readonly alcoholDrugs: 'zero-one-two' | 'any' | 'both';
    /** Ja/Delvis/Nej items other than ISU: 100 if Ja; 0/50/100; 100 if Ja or Delvis. */
    readonly partial: 'yes-only' | 'half' | 'yes-or-partial';
    /** ISU, comments 5, 6, 8. */
    readonly isu: 'yes-or-partial' | 'yes-only';
  };
  /** First and last calendar year used; null: those of the panel (of the appendix, for its tables). */
  readonly period: { readonly first: number; readonly last: number } | null;
  readonly users: {
    readonly yearEffects: boolean;
    readonly pooledCovariance: 'cluster:unit' | 'HC1' | 'iid';
    readonly yearlyCovariance: 'HC1' | 'HC0' | 'HC2' | 'HC3' | 'iid';
    /** Fewer users or non-users than this: the comparison is refused, as the appendix refuses five. */
    readonly minimumGroup: number;
    /**
     * What a unit counts as that answered, but neither used the results for quality development nor not at all. In
     * comparisons of users with non-users; the ÖJ-användare columns of other tables hold users alone, whatever it is.
     */
    readonly other: 'excluded' | 'users' | 'non-users';
  };
  readonly anova: {
    /** Permutations of the group labels over units for the pooled test; 0: none. */
    readonly permutations: number;
  };
  readonly peers: {
    readonly percentile: number;
    readonly quantileType: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
    /** Over all units that year, over all unit-years of the period, or over the groups' means that year. */
    readonly percentileOver: 'units-year' | 'units-period' | 'groups-year';
    readonly comparison: '>' | '>=';
    readonly ownUnit: 'excluded' | 'included';
    readonly yearEffects: boolean;
    readonly unitEffects: boolean;
    readonly ownLaggedLevel: boolean;
    readonly covariance: 'cluster:unit' | 'cluster:group' | 'cluster:unit+group' | 'HC1' | 'iid';
  };
  readonly staffing: {
    readonly percentile: number;
    readonly quantileType: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
    readonly comparison: '>' | '>=';
    readonly minimumCareUnits: number;
    readonly yearEffects: boolean;
    readonly covariance: 'cluster:unit' | 'HC1' | 'iid';
    /** The area whose user flags the ÖJ-användare columns use. */
    readonly area: string;
  };
  readonly multiplicity: {
    /** The tests among which p-values are adjusted: those of the table, the model, the area, or all of the run. */
    readonly family: 'table' | 'model' | 'area' | 'all';
  };
  readonly inference: {
    /** Confidence level of the intervals. */
    readonly level: number;
    /** Two-way clustering: each part with its own G/(G-1), or one common min(G). */
    readonly twoWay: 'own-g' | 'min-g';
    /** Wild cluster bootstrap of the cells clustered in one dimension: draws (0: none) and their weights. */
    readonly bootstrap: { readonly draws: number; readonly weights: 'rademacher' | 'webb' | 'mammen' };
    /** Resamples of the units for Romano-Wolf's adjusted p and what chance alone marks; 0: none. */
    readonly resamples: number;
    /** Permutations of who is a user, over units or over the units of each group; 0: none. */
    readonly randomization: { readonly permutations: number; readonly strata: KnownGrouping | null };
    /** Draws of each placebo of the peer tables, and of the staffing tables' null of noise alone; 0: none. */
    readonly placebo: number;
    /** The rivals of single cells: logit beside the linear model, unit effects beside the peer tables' levels. */
    readonly rivals: boolean;
    /** What the survey's non-response can do to the user tables: weights and bounds. */
    readonly nonResponse: boolean;
    /** The smallest difference that matters, by the outcome's unit: equivalence is tested against it. Null: not stated. */
    readonly margin: Readonly<Record<MarginUnit, number | null>>;
  };
  readonly seed: number;
}

export type MarginUnit = 'procent' | 'poang-0-2' | 'antal' | 'varde' | 'personal-per-plats';

/** Every open choice as we make it: `assumptions` says why, field by field. */
export const defaultSpecification: Specification = {
  outcomes: { itemGroups: 'share', alcoholDrugs: 'zero-one-two', partial: 'yes-only', isu: 'yes-or-partial' },
  period: null,
  users: {
    yearEffects: true,
    pooledCovariance: 'cluster:unit',
    yearlyCovariance: 'HC1',
    minimumGroup: 6,
    other: 'excluded',
  },
  anova: { permutations: 199 },
  peers: {
    percentile: 75,
    quantileType: 7,
    percentileOver: 'units-year',
    comparison: '>',
    ownUnit: 'excluded',
    yearEffects: true,
    unitEffects: false,
    ownLaggedLevel: false,
    covariance: 'cluster:unit',
  },
  staffing: {
    percentile: 75,
    quantileType: 7,
    comparison: '>',
    minimumCareUnits: 2,
    yearEffects: true,
    covariance: 'cluster:unit',
    area: 'aldreomsorg',
  },
  multiplicity: { family: 'table' },
  inference: {
    level: 0.95,
    twoWay: 'own-g',
    bootstrap: { draws: 0, weights: 'rademacher' },
    resamples: 0,
    randomization: { permutations: 0, strata: null },
    placebo: 0,
    rivals: false,
    nonResponse: false,
    margin: { procent: null, 'poang-0-2': null, antal: null, varde: null, 'personal-per-plats': null },
  },
  seed: 20210617,
};

/**
 * `--inference full`: every kind of inference, in the numbers of draws that the field expects, but where the
 * specification asks for some itself.
 */
export const fullInference = (spec: Specification): Specification => {
  const { bootstrap, resamples, randomization, placebo } = spec.inference;
  return {
    ...spec,
    inference: {
      ...spec.inference,
      bootstrap: { ...bootstrap, draws: bootstrap.draws || 9999 },
      resamples: resamples || 999,
      randomization: { ...randomization, permutations: randomization.permutations || 999 },
      placebo: placebo || 199,
      rivals: true,
      nonResponse: true,
    },
  };
};
