import type { Estimate } from '../analysis/estimate.js';
import type { Explanation } from '../analysis/explain.js';
import type { Bootstrapped } from '../analysis/inference/bootstrap.js';
import type { LinkRival } from '../analysis/inference/link.js';
import type { NonResponse } from '../analysis/inference/non-response.js';
import type { Placebo } from '../analysis/inference/placebo.js';
import type { GroupShare, Rival } from '../analysis/inference/rivals.js';
import { formatEstimate, formatNumber, formatP, formatRange } from './locales/format.js';
import { messages, type Lang, term } from './locales/language.js';
import { shownMark } from './tables/cell.js';

const said = (lang: Lang) => messages(lang).explain;

/** What full inference adds to a cell; see `analysis/inference`. */
interface Inferred {
  readonly bootstrap?: Bootstrapped | Failed;
  readonly pRomanoWolf?: number | null;
  readonly resamples?: number;
  readonly pRandomization?: number;
  readonly permutations?: number;
  readonly placebo?: Readonly<Record<string, Placebo>>;
  readonly icc?: GroupShare;
  readonly unitEffects?: Rival;
  readonly link?: LinkRival;
  readonly equivalence?: { readonly margin: number; readonly p?: number; readonly verdict?: string };
  readonly nonResponse?: NonResponse;
  readonly verdict?: string;
}

interface Failed {
  readonly reason: string;
}

/** What the resampling, permutations, placebos and rivals of a cell say; nothing where the run made none. */
export function inferenceLines(e: Estimate, lang: Lang): string[] {
  const m = said(lang);
  // An ANOVA has an ICC of its own, said with its F.
  const x = (e.model === 'anova' ? { ...e.extra, icc: undefined } : e.extra) as Inferred;
  return [
    ...bootstrapLines(x, lang),
    ...(x.pRandomization === undefined
      ? []
      : [m.randomization(formatP(x.pRandomization, lang), formatNumber(x.permutations ?? 0, lang))]),
    ...romanoWolfLines(x, lang),
    ...equivalenceLines(x, lang),
    ...(x.link ? [rivalLine(m.link[x.link.kind], x.link, lang)] : []),
    ...iccLines(x, lang),
    ...(x.unitEffects ? [rivalLine(m.unitEffects, x.unitEffects, lang)] : []),
    ...Object.entries(x.placebo ?? {}).map(([name, placebo]) => placeboLine(name, placebo, lang)),
    ...nonResponseLines(x, lang),
    ...(x.verdict === undefined ? [] : [term(m.verdicts, x.verdict)]),
  ];
}

type Triple = [string, string, string];

function bootstrapLines({ bootstrap: b }: Inferred, lang: Lang): string[] {
  if (!b) return [];
  const m = said(lang);
  if ('reason' in b) return [m.bootstrapFailed(term(messages(lang).reasons, b.reason))];
  const bounds = `${formatEstimate(b.ciLow, lang)} – ${formatEstimate(b.ciHigh, lang)}`;
  const sizes = formatRange(b.smallestCluster, b.largestCluster, lang);
  return [
    m.bootstrap(formatP(b.p, lang), bounds, formatNumber(b.draws, lang), String(b.seed), sizes),
    ...(b.warning === null ? [] : [term(m.bootstrapWarnings, b.warning)]),
    ...(b.minimumDetectable === null ? [] : [m.simulatedPower(formatEstimate(b.minimumDetectable, lang))]),
  ];
}

function romanoWolfLines({ pRomanoWolf: p, resamples }: Inferred, lang: Lang): string[] {
  if (p === undefined) return [];
  const m = said(lang);
  return [p === null ? m.romanoWolfNone : m.romanoWolf(formatP(p, lang), formatNumber(resamples ?? 0, lang))];
}

function iccLines({ icc: share }: Inferred, lang: Lang): string[] {
  if (!share || share.icc === null) return [];
  const [icc, low, high] = [share.icc, share.low, share.high].map((v) => formatNumber(v, lang, 3)) as Triple;
  return [said(lang).icc(icc, low, high)];
}

function equivalenceLines({ equivalence: q }: Inferred, lang: Lang): string[] {
  if (q?.p === undefined || q.verdict === undefined) return [];
  const m = said(lang);
  return [
    `${m.equivalence(formatEstimate(q.margin, lang), formatP(q.p, lang))}; ${term(m.equivalences, q.verdict)}`,
  ];
}

function placeboLine(
  name: string,
  { p, median, low, high, marked, draws, seed }: Placebo,
  lang: Lang,
): string {
  const m = said(lang);
  const [b, from, to] = [median, low, high].map((v) => formatEstimate(v, lang)) as Triple;
  const share = `${formatNumber(marked * 100, lang, 0)} %`;
  const line = m.placebo(formatP(p, lang), b, from, to, share, formatNumber(draws, lang), String(seed));
  return `${term(m.placebos, name)}: ${line}`;
}

function rivalLine(
  name: string,
  rival: Pick<Estimate, 'estimate' | 'p' | 'mark'> | Failed,
  lang: Lang,
): string {
  if (!('mark' in rival) || rival.mark === null)
    return `${name}: ${term(messages(lang).reasons, reasonOf(rival))}`;
  const mark = shownMark(rival.mark) || said(lang).noMark;
  return `${name}: ${formatEstimate(rival.estimate, lang)}, ${formatP(rival.p, lang)}, ${mark}`;
}

function nonResponseLines({ nonResponse: x }: Inferred, lang: Lang): string[] {
  if (!x) return [];
  const m = said(lang);
  return [
    weightedLine(x.ipw, lang),
    'reason' in x.bounds
      ? `${m.boundsOf}: ${term(messages(lang).reasons, x.bounds.reason)}`
      : m.bounds(
          formatEstimate(x.bounds.low, lang),
          formatEstimate(x.bounds.high, lang),
          formatNumber(x.bounds.unknown, lang),
        ),
    ...(['users', 'non-users'] as const).map((who) => rivalLine(m.other[who], x.other[who], lang)),
  ];
}

function weightedLine(ipw: NonResponse['ipw'], lang: Lang): string {
  const m = said(lang);
  if ('reason' in ipw) return rivalLine(m.ipw, ipw, lang);
  const [before, after] = [ipw.balance.before, ipw.balance.after].map((v) =>
    formatNumber(v, lang, 2),
  ) as Pair;
  const size = formatNumber(ipw.effectiveSampleSize, lang, 0);
  return `${rivalLine(m.ipw, ipw, lang)}; ${m.ipwBalance(size, before, after)}`;
}

type Pair = [string, string];

const reasonOf = (x: object): string => ('reason' in x && typeof x.reason === 'string' ? x.reason : '');

/** What the cell's whole table has beside what chance gives. */
export function jointLines(joint: readonly Estimate[], lang: Lang): string[] {
  const m = said(lang);
  return joint.flatMap((e) => {
    const { mean, low, high, draws, published } = e.extra as {
      mean: number;
      low: number;
      high: number;
      draws: number;
      published?: { marks: number; positive: number; p: number };
    };
    const digits = e.term === 'permuted-mean-t' ? 2 : 1;
    const number = (v: number) => formatNumber(v, lang, digits);
    const own = formatNumber(e.estimate, lang, e.term === 'permuted-mean-t' ? 2 : 0);
    const what = term(m.jointTests, e.term ?? '');
    const draw = formatNumber(draws, lang);
    return [
      m.jointLine(what, own, number(mean), number(low), number(high), formatP(e.p, lang), draw),
      ...(published
        ? [
            m.jointPublished(
              formatNumber(published.positive, lang),
              formatNumber(published.marks, lang),
              formatP(published.p, lang),
            ),
          ]
        : []),
    ];
  });
}

/** The test's power at true differences around the smallest that it finds in four cases of five. */
export function powerLine(power: Explanation['power'], unit: string, lang: Lang): string[] {
  if (power.length === 0) return [];
  const points = power.map(
    ({ effect, power: share }) =>
      `${formatEstimate(effect, lang)}${unit} ${formatNumber(share * 100, lang, 0)} %`,
  );
  return [said(lang).powerCurve(points.join('; '))];
}
