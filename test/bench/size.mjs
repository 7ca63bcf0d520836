// `npm run bench -- size`: how often each estimator rejects a true null at 5 percent, and finds an effect that the
// analytic power promises to be found in four cases of five, on simulated panels of clusters. A table in Markdown:
//   npm run --silent bench -- size > test/reference/size.md
// The same seed gives the same table. `test/stats/size.test.ts` runs a small part of it.

const LEVEL = 0.05;
/** Its product with the level is an integer: a p below 5 percent has a chance of just that. */
const DRAWS = 399;

/** Units of the 21 counties. */
const COUNTIES = [26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14];
const repeat = (count, value) => Array.from({ length: count }, () => value);

/** Clusters as their numbers of units, and how many clusters are treated. */
export const designs = [
  { name: '319 units, 128 treated', units: repeat(319, 1), treated: 128 },
  { name: '21 counties, 10 treated', units: COUNTIES, treated: 10 },
  { name: '21 counties, 3 treated', units: COUNTIES, treated: 3 },
  { name: '21 equal clusters, 1 treated', units: repeat(21, 6), treated: 1 },
  { name: '8 equal clusters, 4 treated', units: repeat(8, 10), treated: 4 },
  { name: '8 unequal clusters, 4 treated', units: [40, 16, 8, 6, 4, 3, 2, 1], treated: 4 },
];

/** Beside variance 1 of the units and 1 of the noise. */
const CLUSTER_VARIANCE = 0.25;
const YEARS = 5;

/**
 * A panel without effect: y = cluster + unit + noise, five years of each unit, four of every third; x is 1 in the
 * treated clusters, which are drawn anew for each panel.
 */
function panel(design, rng) {
  const isTreated = new Uint8Array(design.units.length);
  for (const g of shuffled(design.units.length, rng).slice(0, design.treated)) isTreated[g] = 1;
  const [y, x, cluster, year] = [[], [], [], []];
  let unit = 0;
  design.units.forEach((units, g) => {
    const ofCluster = Math.sqrt(CLUSTER_VARIANCE) * rng.normal();
    for (let i = 0; i < units; i++, unit++) {
      const ofUnit = rng.normal();
      for (let t = unit % 3 === 2 ? 1 : 0; t < YEARS; t++) {
        y.push(ofCluster + ofUnit + rng.normal());
        x.push(isTreated[g]);
        cluster.push(g);
        year.push(t);
      }
    }
  });
  return { y, x, cluster, year };
}

function shuffled(n, rng) {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

const clustered = (type, df) => (by) => ({ kind: 'cluster', by, ...(type && { type }), ...(df && { df }) });

/** By name, the covariance that an estimator asks for. */
export const estimators = {
  iid: () => ({ kind: 'iid' }),
  HC1: () => ({ kind: 'HC1' }),
  'CR1, t(G-1)': clustered(),
  'CR2, Satterthwaite': clustered('CR2'),
  'CV3, t(G-1)': clustered('CV3', 'clusters'),
};
export const BOOTSTRAP = 'wild bootstrap, restricted';

/**
 * Rejections at 5 percent of "no effect" over simulated panels without one, and with the effect that the t test
 * with the true standard error and G-1 df would find in 80 percent.
 * @param stats the library's statistics
 * @param only names of estimators; default all
 */
export function rejectionRates(stats, design, { replications, seed, only }) {
  const asked = (name) => !only || only.includes(name);
  const names = Object.keys(estimators).filter(asked);
  const draw = (r) => {
    const rng = stats.createRng(stats.deriveSeed(seed, `${design.name}/${r}`));
    const { y, x, cluster, year } = panel(design, rng);
    const fit = stats.ols({ y, x: [{ name: 'x', values: x }], effects: [{ name: 'year', codes: year }] });
    if (fit.status !== 'ok') throw new Error(fit.reason);
    return { fit, cluster, rng };
  };

  let squares = 0;
  for (let r = 0; r < replications; r++) squares += draw(r).fit.coefficients[0] ** 2;
  const trueSe = Math.sqrt(squares / replications);
  const { effect } = stats.minimumDetectableEffect({ se: trueSe, df: design.units.length - 1 });

  const count = new Map([...names, BOOTSTRAP].map((name) => [name, { size: 0, power: 0, estimable: 0 }]));
  const tally = (name, rejects) => {
    const counts = count.get(name);
    counts.estimable++;
    if (rejects(0)) counts.size++;
    if (rejects(effect)) counts.power++;
  };
  for (let r = 0; r < replications; r++) {
    const { fit, cluster, rng } = draw(r);
    for (const name of names) {
      const result = stats.inference(fit, estimators[name]([{ name: 'cluster', codes: cluster }]));
      if (result.status !== 'ok' || result.terms[0].p === null) continue;
      const { estimate, se, df } = result.terms[0];
      // The outcome with the effect has the same residuals: only the estimate moves.
      tally(name, (shift) => stats.tTwoSided((estimate + shift) / se, df) < LEVEL);
    }
    if (!asked(BOOTSTRAP)) continue;
    const input = { fit, term: 'x', clusters: cluster, draws: DRAWS, weights: 'rademacher', rng };
    // That 0 is the effect with it is that minus the effect is one without.
    tally(BOOTSTRAP, (shift) => stats.wildClusterBootstrap({ ...input, null: 0 - shift }).p < LEVEL);
  }
  return [...count]
    .filter(([name]) => asked(name))
    .map(([estimator, { size, power, estimable }]) => {
      const share = (rejections) => (estimable === 0 ? 0 : rejections / estimable);
      return { estimator, size: share(size), power: share(power), estimable };
    });
}

/** Monte Carlo standard error of a share, at the share that is expected. */
export const monteCarloError = (share, replications) => Math.sqrt((share * (1 - share)) / replications);

/** `nominal`, `over` or `under`: within 3 Monte Carlo standard errors of 5 percent, or not; `none` without an estimate. */
export function verdict({ size, estimable }) {
  if (estimable === 0) return 'none';
  if (Math.abs(size - LEVEL) <= 3 * monteCarloError(LEVEL, estimable)) return 'nominal';
  return size > LEVEL ? 'over' : 'under';
}

/** Prints the tables; SIZE_REPLICATIONS panels per design, default 2000. */
export async function main() {
  const stats = await import('../../dist/analysis/stats/index.js');
  const replications = Number(process.env.SIZE_REPLICATIONS ?? 2000);
  const seed = 20210617;
  const percent = (share) => (100 * share).toFixed(1);
  console.log(`# Size and power of the tests, by simulation

Written by \`npm run --silent bench -- size > test/reference/size.md\`: ${replications} panels per design, seed ${seed},
${DRAWS} bootstrap draws. Five years of each unit, four of every third; variances: cluster ${CLUSTER_VARIANCE}, unit 1, noise 1; year effects; no effect.

- Size: share of the panels in which the test rejects at 5 percent, with its Monte Carlo standard error. \`over\` and \`under\`: further
  from 5 percent than 3 Monte Carlo standard errors of a true 5 percent.
- Power: share in which it rejects where there is the effect that a t test with the true standard error and G-1 degrees of
  freedom finds in 80 percent. Where the size is too large the power is bought with it.
- The p of the bootstrap counts no ties. With 8 clusters (256 sign vectors, |t*| in pairs) an exact test rejects in 7/128 = 5.5 percent.

| panels | estimator | size, % | Monte Carlo se | verdict | power, % | without estimate |
| --- | --- | ---: | ---: | --- | ---: | ---: |`);
  const over = [];
  for (const design of designs) {
    for (const row of rejectionRates(stats, design, { replications, seed })) {
      const { estimator, size, power, estimable } = row;
      const cells =
        estimable === 0
          ? ['', '', '', '']
          : [percent(size), percent(monteCarloError(size, estimable)), verdict(row), percent(power)];
      console.log(`| ${[design.name, estimator, ...cells, replications - estimable].join(' | ')} |`);
      if (verdict(row) === 'over') over.push(`- ${design.name}: ${estimator} (${percent(size)} %)`);
    }
  }
  console.log(`\nWhere a true null is rejected too often:\n\n${over.join('\n') || '- nowhere'}`);
}
