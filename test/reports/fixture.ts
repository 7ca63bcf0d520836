import { anovaMark, signMark } from '../../analysis/marks.js';
import { estimate, type Estimate, type Mark } from '../../analysis/estimate.js';
import type { Agreement, Category, CellComparison, Comparison, Results } from '../../analysis/results.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { codebook } from '../../data/codebook/codebook.js';
import { publishedTables, type PublishedRow, type PublishedTable } from '../../data/codebook/published.js';

/**
 * Results as `oj replicate` makes them, with invented numbers: every cell of tables 2-17, the series of all
 * figures, and composition. Each number is a function of the cell's name, so that every run gives the same.
 */
export function fixtureResults(options: { synthetic?: boolean } = {}): Results {
  const estimates = [...marks(), ...trendEstimates(), ...compositionEstimates()];
  return {
    manifest: {
      package: 'oppna-jamforelser',
      version: '0.1.0',
      node: 'v20.19.0',
      command: 'oj replicate --out reports/out',
      time: '2021-06-17T12:00:00Z',
      seed: defaultSpecification.seed,
      synthetic: options.synthetic ?? true,
      data: {
        title: 'Demodata',
        synthetic: options.synthetic ?? true,
        notes: [
          {
            sv: 'Den socioekonomiska gruppen är en ersättning.',
            en: 'The socioeconomic group is a stand-in.',
          },
        ],
        sources: ['Kolada'],
      },
      inputs: [{ file: 'answers.csv', sha256: 'ab'.repeat(32), rows: 91234, delimiter: ',' }],
      warnings: { count: 3, byCode: { 'value-out-of-range': 2, 'unknown-unit': 1 } },
      units: 314,
      years: [2016, 2017, 2018, 2019, 2020],
    },
    specification: defaultSpecification,
    estimates,
    quality: null,
  };
}

/** A number in [0, 1) that depends on the text only (FNV-1a, then mixed). */
export function chance(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 2 ** 32;
}

function marks(): Estimate[] {
  return publishedTables().flatMap((table) =>
    table.rows.flatMap((row) => table.columns.map((column) => markEstimate(table, row, column))),
  );
}

function indicatorOf(table: PublishedTable, row: PublishedRow): string {
  const { outcomes, measures } = codebook();
  if (table.kind.startsWith('staffing')) return measures.find((m) => m.row === row.label)!.id;
  return outcomes.find((o) => o.area === table.area && o.row === row.label && o.group === row.group)!.id;
}

function markEstimate(table: PublishedTable, row: PublishedRow, column: string): Estimate {
  const indicator = indicatorOf(table, row);
  const id = `${table.table}/${indicator}/${column}`;
  const kind = table.kind.split(':')[0] as 'anova' | 'users' | 'peers' | 'staffing';
  const [what = '', sample = '', time = ''] = column.split(':');
  const n = 200 + Math.floor(chance(id + 'n') * 1000);
  const base = {
    id, model: kind, area: table.area, indicator, row: row.label, group: row.group, table: table.table, column,
    n, units: Math.floor(n / 4), dropped: { bortfall: Math.floor(chance(id + 'd') * 40), 'ej-samlad': 0 },
    grouping: (kind === 'anova' ? sample : kind === 'peers' ? table.kind.slice(6) : null),
    lag: time === '' ? null : (Number(time.slice(2)) as 1 | 2),
    sample: sample === 'anvandare' ? ('users' as const) : kind === 'users' ? ('users+non-users' as const) : ('all' as const),
    outcome: what === 'forbattring' ? ('improvement' as const) : what === 'genomsnitt' ? ('mean' as const) : what === 'minimum' ? ('minimum' as const) : ('level' as const),
  }; // prettier-ignore
  if (chance(id + 'fails') < 0.02)
    return estimate({
      ...base,
      status: 'not-estimable',
      reason: 'constant-outcome',
      extra: { unit: 'procent' },
    });
  const p = chance(id + 'p') ** 2;
  if (kind === 'anova')
    return estimate({
      ...base, estimate: 0.3 * (1 - p), statistic: 1 / (p + 0.05), df: 20, df2: n - 21, p, mark: anovaMark(p), term: base.grouping,
      extra: { unit: 'procent', omegaSquared: 0.2 * (1 - p), permutation: { p: p / 2, permutations: 999, seed: 7 } },
    }); // prettier-ignore
  const size = (chance(id + 'b') - 0.4) * 20;
  return estimate({
    ...base, estimate: size, se: Math.abs(size) / 2 + 0.01, statistic: 2, df: 240, p, ciLow: size - 4, ciHigh: size + 4,
    mark: signMark(p, size), clusters: base.units, term: 'peers-above', extra: { unit: 'procent', cutoffs: { 2016: 50 } },
  }); // prettier-ignore
}

/** The years of an item or outcome: the surveys of units and users end in 2019. */
function trendEstimates(): Estimate[] {
  const { figures, outcomes, items, composites } = codebook();
  const ids = [...new Set(figures.flatMap((f) => f.series))];
  return ids.flatMap((id) => {
    const found = [...outcomes, ...items, ...composites].find((o) => o.id === id)!;
    const survey = 'survey' in found ? found.survey : 'kommun';
    const unit = 'unit' in found ? found.unit : 'procent';
    const most = unit === 'procent' ? 100 : 2;
    const years = [2016, 2017, 2018, 2019, 2020].filter((y) => survey === 'kommun' || y < 2020);
    const start = most * (0.25 + 0.5 * chance(id));
    const slope = most * (chance(id + 's') - 0.3) * 0.07;
    const extra = {
      unit,
      label: found.label,
      figures: figures.filter((f) => f.series.includes(id)).map((f) => f.id),
    };
    const group = 'group' in found ? found.group : null;
    const base = { model: 'trends' as const, area: found.area, indicator: id, group, sample: 'all' as const };
    const means = years.map((year, i) => {
      const mean = start + slope * i + most * 0.06 * (chance(`${id}${year}`) - 0.5);
      const margin = most * (0.02 + 0.02 * chance(`${id}${year}m`));
      const n = 243 + Math.floor(chance(`${id}${year}n`) * 60);
      return estimate({
        ...base, id: `trends/${id}/${year}`, column: String(year), estimate: mean, se: margin / 1.97, n, units: n,
        ciLow: mean - margin, ciHigh: mean + margin,
        extra: { ...extra, sd: margin * 8, median: mean, q1: mean - most * 0.1, q3: mean + most * 0.1 },
      }); // prettier-ignore
    });
    const p = chance(id + 'p') ** 3;
    const line = { slope, intercept: start - slope * 2016 };
    const lines = {
      ols: line,
      theilSen: { slope: slope * 1.2, intercept: line.intercept - slope * 0.2 * 2017.5 },
    };
    const trend = estimate({
      ...base, id: `trends/${id}/trend`, column: 'trend', estimate: slope, se: Math.abs(slope) / 3 + 0.001, p,
      mark: signMark(p, slope), n: 1300, units: 290, extra: { ...extra, lines },
    }); // prettier-ignore
    return [...means, trend];
  });
}

function compositionEstimates(): Estimate[] {
  return codebook().areas.flatMap(({ id: area }) => {
    const head = (name: string) => ({
      id: `composition:${area}/${name}`, model: 'composition' as const, area, table: `composition:${area}`, row: name,
      indicator: name, column: 'user-vs-non-user', term: 'user', sample: 'users+non-users' as const,
    }); // prettier-ignore
    if (area === 'aldreomsorg')
      return [estimate({ ...head('folkmangd'), status: 'not-estimable', reason: 'too-few-non-users', extra: { users: 200, nonUsers: 5 } })]; // prettier-ignore
    const sizes = { nUsers: 150, nNonUsers: 60 };
    return [
      estimate({ ...head('folkmangd'), estimate: 12345.6, p: 0.03, n: 210, mark: '++', extra: { kind: 'number', test: 'welch', meanUsers: 45000.2, meanNonUsers: 32654.6, standardizedDifference: 0.31, ...sizes } }), // prettier-ignore
      estimate({ ...head('andel_65_plus'), estimate: -1.25, p: 0.2, n: 210, mark: '', extra: { kind: 'number', test: 'welch', meanUsers: 21.2, meanNonUsers: 22.45, standardizedDifference: -0.2, ...sizes } }), // prettier-ignore
      estimate({ ...head('lan'), grouping: 'lan', p: 0.4, n: 210, mark: '', extra: { kind: 'distribution', test: 'fisher-monte-carlo', ...sizes } }), // prettier-ignore
      estimate({ ...head('lan:Skåne'), row: 'Skåne', group: 'lan', grouping: 'lan', estimate: 4.5, n: 25, extra: { kind: 'share', meanUsers: 12, meanNonUsers: 7.5, nUsers: 18, nNonUsers: 4 } }), // prettier-ignore
    ];
  });
}

const verdictsOf: Readonly<Record<string, readonly string[]>> = {
  level: ['groups-differ', 'as-other-groups', 'beyond-groups'],
  improvement: ['as-random-groups', 'beyond-random-groups', 'little-power'],
  mean: ['noise-enough', 'beyond-noise', 'noise-hides', 'as-noise'],
  minimum: ['noise-enough', 'beyond-noise', 'noise-hides', 'as-noise'],
};

/** One of a list, by the text alone. */
const pick = <T>(list: readonly T[], text: string): T => list[Math.floor(chance(text) * list.length)]!;

/** The fixture's results as after `--inference full`, with a margin stated: every field that inference gives. */
export function fixtureInference(results: Results = fixtureResults()): Results {
  const cells = results.estimates.map((e) => (e.model === 'composition' ? e : withInference(e)));
  const tables = [...new Set(cells.flatMap((e) => (typeof e.table === 'number' ? e.table : [])))];
  return { ...results, estimates: [...cells, ...tables.flatMap(jointEstimates)] };
}

function withInference(e: Estimate): Estimate {
  if (e.status !== 'ok') return e;
  if (e.model === 'trends') return { ...e, extra: { ...e.extra, minimumDetectable: 1 + chance(e.id) } };
  const at = (name: string) => chance(e.id + name);
  const draws = (name: string) => ({ p: at(name), median: at(name) - 0.5, low: -1, high: 1, marked: at(name) / 3, draws: 199, seed: 3 }); // prettier-ignore
  const rival = (name: string) => ({ estimate: 1, se: 1, p: at(name), mark: signMark(at(name) / 4, 1), n: e.n, status: 'ok', reason: null }); // prettier-ignore
  const unit = e.model === 'staffing' ? 'personal-per-plats' : 'procent';
  const adjusted = {
    unit, familySize: 80, pHolm: Math.min(1, e.p! * 8), pBenjaminiHochberg: Math.min(1, e.p! * 3),
    pRomanoWolf: at('rw') < 0.05 ? null : Math.min(1, e.p! * 5), resamples: 999,
  }; // prettier-ignore
  const verdict = verdictsOf[e.outcome ?? ''];
  if (e.model === 'anova') return { ...e, extra: { ...e.extra, ...adjusted, icc: at('icc') / 5 - 0.02 } };
  const bootstrap =
    at('boot') < 0.03
      ? { reason: 'too-few-observations' }
      : {
          p: at('b'), ciLow: -1, ciHigh: null, minimumDetectable: 9, clusters: 150 + Math.floor(at('g') * 90), smallestCluster: 1, largestCluster: 5,
          warning: pick([null, null, 'few-clusters', 'few-treated', 'unbalanced'], e.id + 'w'), draws: 9999, seed: 4,
        }; // prettier-ignore
  const equivalence =
    at('eq') < 0.02
      ? { margin: 5, reason: 'zero-se' }
      : {
          margin: 5,
          p: at('eq'),
          verdict: pick(['equivalent', 'different', 'both', 'inconclusive'], e.id + 'v'),
          leastMargin: 7,
        };
  const byModel =
    e.model === 'users'
      ? {
          pRandomization: at('ri'), permutations: 999, link: { kind: 'logit', ...rival('link') },
          nonResponse: { ipw: rival('ipw'), bounds: { low: at('low') - 0.7, high: at('low'), unknown: 40 }, other: { users: rival('u'), 'non-users': rival('nu') } },
        }
      : e.model === 'peers'
        ? {
            placebo: { randomGroups: draws('random'), otherGroups: draws('other') }, verdict: pick(verdict!, e.id + 'verdict'),
            ...(e.outcome === 'level' ? { unitEffects: rival('ue'), icc: { icc: at('icc') / 5, low: 0, high: 0.3 } } : {}),
          }
        : { placebo: { shuffledYears: draws('years') }, verdict: pick(verdict!, e.id + 'verdict') }; // prettier-ignore
  const extra = { ...e.extra, ...adjusted, minimumDetectable: 4 + at('mde'), bootstrap, equivalence };
  return { ...e, extra: { ...extra, ...byModel } };
}

function jointEstimates(table: number): Estimate[] {
  const joint = (term: string, size: number, extra: Record<string, unknown> = {}) =>
    estimate({
      id: `joint/${table}/${term}`, model: 'joint', table, term, estimate: size, p: 0.004, n: 80,
      extra: { mean: size / 3, low: size / 9 - 0.05, high: size / 2 + 0.3, draws: 999, ...extra },
    }); // prettier-ignore
  const users = [8, 13].includes(table);
  return [
    joint('resampled-marks', 21),
    ...(users
      ? [
          joint('permuted-marks', 22),
          joint('permuted-positive', 18, { published: { marks: 18, positive: 17, p: 0.003 } }),
          joint('permuted-mean-t', 1.12),
        ]
      : []),
  ];
}

/** The comparison of the fixture's marks with the published ones. */
export function fixtureComparison(results: Results): Comparison {
  const byId = new Map(results.estimates.map((e) => [e.id, e]));
  const cells = publishedTables().flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.map((column, c): CellComparison => {
        const id = `${table.table}/${indicatorOf(table, row)}/${column}`;
        const computed = byId.get(id)!.mark;
        const readings = row.cells ? [row.cells] : (row.alternatives ?? []);
        const published = [...new Set(readings.map((r) => r[c] as Mark))];
        const reason = computed === null ? 'not-estimable' : published.length === 0 ? 'place-lost' : published.length > 1 ? 'several-readings' : null; // prettier-ignore
        const category = reason === null ? categoryOf(computed!, published[0]!) : 'not-comparable';
        return {
          table: table.table,
          row: row.label,
          group: row.group,
          column,
          id,
          computed,
          published,
          category,
          reason,
        };
      }),
    ),
  );
  const kindOf = (table: number) =>
    publishedTables()
      .find((t) => t.table === table)!
      .kind.split(':')[0]!;
  const scopes = [
    'all',
    'anova',
    'users',
    'peers',
    'staffing',
    ...publishedTables().map((t) => String(t.table)),
  ];
  const agreement = scopes.map((scope): Agreement => {
    const within = cells.filter(
      (c) => scope === 'all' || kindOf(c.table) === scope || String(c.table) === scope,
    );
    const counts = {
      same: 0,
      'other-level': 0,
      'only-computed': 0,
      'only-published': 0,
      opposite: 0,
      'not-comparable': 0,
    };
    for (const c of within) counts[c.category]++;
    const comparable = within.length - counts['not-comparable'];
    const observed = counts.same / comparable;
    return { scope, cells: within.length, counts, observed, expected: 0.4, kappa: (observed - 0.4) / 0.6 };
  });
  return { cells, agreement };
}

function categoryOf(a: Mark, b: Mark): Category {
  if (a === b) return 'same';
  if (a === '') return 'only-published';
  if (b === '') return 'only-computed';
  return a[0] === b[0] ? 'other-level' : 'opposite';
}

/** Assumptions as `analysis/assumptions.ts` lists them. */
export const fixtureAssumptions = [
  {
    path: 'peers.comparison',
    default: '>',
    rivals: ['>='],
    what: {
      sv: 'Om värdet på gränsen räknas som över den',
      en: 'Whether a value on the limit counts as above it',
    },
    why: { sv: 'Bilagan säger ”över”.', en: 'The appendix says “above”.' },
  },
  {
    path: 'peers.quantileType',
    default: 7,
    rivals: [1, 2, 6],
    what: { sv: 'Hur percentilen beräknas', en: 'How the percentile is computed' },
    why: { sv: 'Bilagan nämner inte metoden.', en: 'The appendix does not name the method.' },
  },
];
