import type { Item } from '../data/codebook/codebook.js';
import type { IndicatorRecord } from '../data/records.js';
import type { Explanation } from '../analysis/explain.js';
import { type Estimate, isOwnModel } from '../analysis/estimate.js';
import type { ModelRecord } from '../analysis/results.js';
import type { Specification } from '../analysis/specification.js';
import { formatEstimate, formatLevel, formatNumber, formatP, formatRange } from './locales/format.js';
import { areaLabel, groupingLabel, groupLabel, levelLabel, rowLabel } from './locales/labels.js';
import { messages, type Lang, term } from './locales/language.js';
import { withLabels } from './locales/own-labels.js';
import { inferenceLines, jointLines, powerLine } from './explain-inference.js';
import { textAt } from './inference/extra.js';
import { shownMark } from './tables/cell.js';
import { optionsText } from './tables/own-notes.js';

const said = (lang: Lang) => messages(lang).explain;

/** Everything behind one cell as text: what `oj explain` prints. Ends with a newline. */
export const explanationText = (x: Explanation, spec: Specification, lang: Lang): string =>
  withLabels(x.labels, () => explained(x, spec, lang));

function explained(x: Explanation, spec: Specification, lang: Lang): string {
  const m = said(lang);
  const e = x.estimate;
  const row = `${e.group === null ? '' : `${groupLabel(e.group, lang)}: `}${rowLabel(e, lang)}`;
  const sections: [string, string[]][] = [
    [m.title(e.table ?? '', areaLabel(e.area, lang), row, e.column!), markLines(x, lang)],
    [m.what, whatLines(x, lang)],
    [e.status === 'ok' ? m.estimate : m.noEstimate, estimateLines(x, spec, lang)],
    [m.inference, inferenceLines(e, lang)],
    [m.joint, jointLines(x.joint, lang)],
    [m.means, meanLines(x, lang)],
    [m.rivals, rivalLines(x, lang)],
    [m.comparison, agreementLines(x, lang)],
  ];
  const text = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return [...text, ...(x.synthetic ? [m.synthetic] : [])].join('\n\n') + '\n';
}

function markLines({ estimate: e, comparison }: Explanation, lang: Lang): string[] {
  const m = said(lang);
  const own = e.mark === null ? term(messages(lang).reasons, e.reason ?? '') : shownMark(e.mark) || m.noMark;
  if (!comparison) return [`${m.mark}: ${own}`];
  const published =
    comparison.published.map((p) => shownMark(p) || m.publishedEmpty).join(m.or) || m.publishedLost;
  const category = term(messages(lang).categories, comparison.category);
  return [`${m.mark}: ${own}`, `${m.published}: ${published} (${category})`];
}

function whatLines({ estimate: e, definition, items, indicator, own }: Explanation, lang: Lang): string[] {
  const m = said(lang);
  if (own) return ownLines(e, own, { definition, items, indicator }, lang);
  const model =
    e.model === 'users' ? m.models.users(e.column!) : m.models[e.model as 'anova' | 'peers' | 'staffing'];
  return [model, ...(indicator ? [indicatorLine(indicator, lang)] : outcomeLines(definition, items, lang))];
}

/** What an indicator of the data's own is, and how its answers became numbers. */
function indicatorLine({ id, type, better }: IndicatorRecord, lang: Lang): string {
  const m = said(lang);
  return `${m.outcome}: ${m.ownIndicator(id, m.ownTypes[type])}${better === 'lower' ? m.turned : ''}`;
}

/** What is estimated by a user's own model: its title, formula and options, and its outcome where the appendix has it. */
function ownLines(
  e: Estimate,
  own: ModelRecord,
  {
    definition,
    items,
    indicator,
  }: Pick<Explanation, 'definition' | 'items'> & { readonly indicator: IndicatorRecord | undefined },
  lang: Lang,
): string[] {
  const m = messages(lang).ownModels;
  const formula = textAt(e, 'formula');
  const error = textAt(e, 'error');
  return [
    m.what(own.title[lang]),
    m.note(own.files[0]?.file ?? '', optionsText(own)),
    ...(formula === null ? [] : [formula]),
    ...(e.status === 'ok' ? [e.extra['ownEstimator'] === true ? m.ownEstimator : m.term(e.term ?? '')] : []),
    ...(error === null ? [] : [m.errors(error)]),
    ...(indicator
      ? [indicatorLine(indicator, lang)]
      : items.length > 0
        ? outcomeLines(definition, items, lang)
        : []),
  ];
}

function outcomeLines(definition: Explanation['definition'], items: readonly Item[], lang: Lang): string[] {
  const m = said(lang);
  // A question of the codebook that is no row of the appendix on its own.
  const rule = definition?.rule ?? (items.length > 0 ? ({ kind: 'item' } as const) : undefined);
  const key =
    rule === undefined
      ? 'staffing'
      : rule.kind === 'item' && items[0]?.scale === null
        ? 'share'
        : rule.kind === 'settings' && rule.partial
          ? 'settings-partial'
          : rule.kind;
  return [
    `${m.outcome}: ${m.rules[key]}`,
    ...(items.length > 0 ? [`${m.questions}:`] : []),
    ...items.map((item) => `  ${itemLine(item, lang)}`),
  ];
}

function itemLine(item: Item, lang: Lang): string {
  const m = said(lang);
  const kolada = item.kolada.map((k) => `${m.kolada} ${k.id} (${m.matches[k.match]})`);
  const comment = item.comment === null ? [] : [m.comment(item.comment)];
  const parts = [
    m.asked(item.from, item.to),
    ...comment,
    ...kolada,
    ...item.changes.map((c) => c.what[lang]),
  ];
  return `${item.id}: ${item.label[lang]}; ${parts.join('; ')}`;
}

function estimateLines({ estimate: e, power }: Explanation, spec: Specification, lang: Lang): string[] {
  const m = said(lang);
  const number = (value: number, digits?: number) => formatNumber(value, lang, digits);
  const dropped = Object.entries(e.dropped)
    .map(([reason, n]) => `${number(n, 0)} ${term(messages(lang).reasons, reason)}`)
    .join('; ');
  const rows = [
    ...(e.n === null ? [] : [m.rows(number(e.n, 0), number(e.units ?? 0, 0))]),
    ...(dropped ? [`${m.dropped}: ${dropped}`] : []),
  ];
  if (e.status !== 'ok') return [term(messages(lang).reasons, e.reason ?? ''), ...rows];
  if (e.model === 'anova') return [...anovaLines(e, lang), ...adjustedLines(e, lang), ...rows];
  const unit = e.extra['unit'] === 'procent' ? ` ${m.points}` : '';
  const interval = m.interval(
    formatLevel(spec.inference.level, lang),
    formatEstimate(e.ciLow, lang),
    formatEstimate(e.ciHigh, lang),
  );
  const detectable = e.extra['minimumDetectable'];
  return [
    `b = ${formatEstimate(e.estimate, lang)}${unit}, ${interval}`,
    testText(e, lang),
    ...adjustedLines(e, lang),
    ...covarianceLines(e, spec, lang),
    ...rows,
    ...cutoffLines(e, lang),
    ...(typeof detectable === 'number' ? [m.power(`${formatEstimate(detectable, lang)}${unit}`)] : []),
    ...powerLine(power, unit, lang),
  ];
}

/** Of an estimator of the user's own some of it may be missing, and without df it is a z. */
function testText(e: Estimate, lang: Lang): string {
  const name = e.df === null ? 'z' : `t(${formatNumber(e.df, lang, 0)})`;
  return [
    ...(e.se === null ? [] : [`${said(lang).se} ${formatEstimate(e.se, lang)}`]),
    ...(e.statistic === null ? [] : [`${name} = ${formatNumber(e.statistic, lang, 2)}`]),
    formatP(e.p, lang),
  ].join(', ');
}

/** p adjusted for the number of tests, where the cell stands in a family of several. */
function adjustedLines(e: Estimate, lang: Lang): string[] {
  const { pHolm, pBenjaminiHochberg, familySize } = e.extra;
  if (typeof pHolm !== 'number' || typeof pBenjaminiHochberg !== 'number' || typeof familySize !== 'number')
    return [];
  return [
    said(lang).adjusted(
      formatNumber(familySize, lang),
      formatP(pHolm, lang),
      formatP(pBenjaminiHochberg, lang),
    ),
  ];
}

/** How the standard errors are made; nothing of an estimator that does not say. */
function covarianceLines(e: Estimate, spec: Specification, lang: Lang): string[] {
  const kind = isOwnModel(e.model) ? textAt(e, 'covariance') : covarianceOf(e, spec);
  return kind === null ? [] : [`${said(lang).covariance}: ${covarianceText(e, kind, lang)}`];
}

function covarianceOf(e: Estimate, spec: Specification): string {
  if (e.model === 'peers') return spec.peers.covariance;
  if (e.model === 'staffing') return spec.staffing.covariance;
  return e.column === 'totalt' ? spec.users.pooledCovariance : spec.users.yearlyCovariance;
}

function covarianceText(e: Estimate, kind: string, lang: Lang): string {
  const { covariances: c } = said(lang);
  if (kind === 'iid') return c.iid;
  if (!kind.startsWith('cluster:')) return c.HC(kind);
  const by = kind.slice('cluster:'.length);
  const names: Readonly<Record<string, string>> = {
    unit: c.unit,
    group: c.group,
    'unit+group': c['unit+group'],
  };
  const name = (part: string) => (Object.hasOwn(names, part) ? names[part]! : groupingLabel(part, lang));
  const sizes = (e.extra['clusterSizes'] ?? []) as readonly { smallest: number; largest: number }[];
  const rows = sizes.map(({ smallest, largest }) => formatRange(smallest, largest, lang)).join(', ');
  const words = Object.hasOwn(names, by) ? names[by]! : by.split('+').map(name).join(' + ');
  return c.cluster(words, formatNumber(e.clusters ?? 0, lang, 0), rows);
}

function cutoffLines(e: Estimate, lang: Lang): string[] {
  const m = said(lang);
  const { cutoffs, above } = e.extra as { cutoffs?: Record<string, number | null>; above?: number };
  if (!cutoffs) return [];
  const list = Object.entries(cutoffs).map(
    ([year, c]) => `${year}: ${c === null ? '—' : formatEstimate(c, lang)}`,
  );
  return [
    m.cutoffs(list.join('; ')),
    ...(above === undefined ? [] : [m.above(formatNumber(above, lang, 0))]),
  ];
}

interface AnovaExtra {
  omegaSquared: number;
  icc: number | null;
  iccLow: number | null;
  iccHigh: number | null;
  welch: { f?: number; p?: number };
  kruskalWallis: { p?: number };
  permutation?: { p?: number; permutations: number; seed: number } | null;
}

function anovaLines(e: Estimate, lang: Lang): string[] {
  const { anovaExtra: a } = said(lang);
  const x = e.extra as unknown as AnovaExtra;
  const three = (v: number | null | undefined) =>
    v === null || v === undefined ? '—' : formatNumber(v, lang, 3);
  const p = (v: number | undefined) => (v === undefined ? '—' : formatP(v, lang));
  return [
    `F(${e.df}, ${e.df2}) = ${formatNumber(e.statistic, lang, 2)}, ${formatP(e.p, lang)}`,
    `eta² ${three(e.estimate)}, ${a.omega} ${three(x.omegaSquared)}, ${a.icc(three(x.icc), three(x.iccLow), three(x.iccHigh))}`,
    `${a.welch}: ${p(x.welch.p)}`,
    `${a.kruskal}: ${p(x.kruskalWallis.p)}`,
    ...(x.permutation
      ? [
          `${a.permutation(formatNumber(x.permutation.permutations, lang, 0), String(x.permutation.seed))}: ${p(x.permutation.p)}`,
        ]
      : []),
  ];
}

/** One line per group: its mean and number of answers, year by year where the model is of years. */
function meanLines({ means, estimate: { grouping } }: Explanation, lang: Lang): string[] {
  const { status } = said(lang);
  return [...new Set(means.map((x) => x.group))].map((group) => {
    // The groups of a grouping may be called anything, `user` too.
    const name = grouping === null ? term(status, group) : levelLabel(grouping, group, lang);
    const values = means
      .filter((x) => x.group === group)
      .map(
        ({ year, n, mean }) =>
          `${year === null ? '' : `${year}: `}${formatNumber(mean, lang, 1)} (n ${formatNumber(n, lang)})`,
      );
    return `${name}  ${values.join('; ')}`;
  });
}

function rivalLines({ choices, rivals }: Explanation, lang: Lang): string[] {
  const m = said(lang);
  if (choices.length === 0) return [m.noRivals];
  return choices.flatMap(({ assumption, value }) => [
    `${assumption.what[lang]} (${assumption.path})`,
    `  ${m.now} ${JSON.stringify(value)}`,
    ...rivals
      .filter((r) => r.assumption === assumption)
      .map(({ value: rival, estimate: e }) => `  ${JSON.stringify(rival)}: ${rivalText(e, lang)}`),
  ]);
}

function rivalText(e: Estimate, lang: Lang): string {
  if (e.status !== 'ok') return term(messages(lang).reasons, e.reason ?? '');
  const mark = shownMark(e.mark ?? '') || said(lang).noMark;
  return `${formatEstimate(e.estimate, lang)}, ${formatP(e.p, lang)}, ${mark}`;
}

function agreementLines({ tableAgreement: a }: Explanation, lang: Lang): string[] {
  if (!a || a.observed === null || a.expected === null) return [];
  const comparable = a.cells - a.counts['not-comparable'];
  const percent = `${formatNumber(a.expected * 100, lang, 0)} %`;
  const kappa = a.kappa === null ? '—' : formatNumber(a.kappa, lang, 2);
  const count = (n: number) => formatNumber(n, lang, 0);
  return [said(lang).agreement(count(a.counts.same), count(comparable), percent, kappa)];
}
