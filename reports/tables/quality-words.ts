import type { Finding, Grade } from '../../analysis/quality/grade.js';
import type { IndicatorQuality, MeasureQuality, QualityReport } from '../../analysis/quality/records.js';
import { formatNumber, formatP, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { wrap } from './text-width.js';

/** An indicator's name: with the row or row group of the appendix where it belongs to one. */
export function nameOf(of: IndicatorQuality | MeasureQuality, lang: Lang): string {
  const within = 'within' in of ? of.within : null;
  return within === null ? of.label[lang] : `${within[lang]}: ${of.label[lang]}`;
}

export const gradeText = (grade: Grade, lang: Lang): string => messages(lang).quality.grades[grade];

/** `2016, 2018–2020`. */
export function yearsText(years: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const year of years) {
    const last = ranges.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else ranges.push([year, year]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** A problem as one or two sentences, with the cells of the appendix that it touches. */
export function findingText(finding: Finding, lang: Lang): string {
  const { quality } = messages(lang);
  const { total, tables } = finding.cells;
  const list = tables.map((t) => `${t.table} (${formatNumber(t.cells, lang)})`).join(', ');
  const cells = total === 0 ? '' : ` ${quality.cells(formatNumber(total, lang), list)}`;
  return what(finding, lang) + cells;
}

function what(f: Finding, lang: Lang): string {
  const { findings } = messages(lang).quality;
  const years = yearsText(f.years);
  const count = (n: number) => formatNumber(n, lang);
  const percent = (share: number) => formatPercent(share, lang);
  switch (f.key) {
    case 'few-answers':
      return f.years.length === 0
        ? findings['few-answers-none']
        : findings['few-answers'](years, count(f.most));
    case 'low-response':
    case 'few-on-scale':
      return findings[f.key](years, percent(f.lowest));
    case 'definition-changed':
      return findings[f.key](f.what[lang]);
    case 'unexplained-jump': {
      const value = (v: number) => (f.percent ? percent(v / 100) : formatNumber(v, lang, 1));
      return findings[f.key](years, value(f.before), value(f.after), formatP(f.pHolm, lang));
    }
    case 'flips':
      return findings[f.key](count(f.units), count(f.base), percent(f.share), percent(f.expectedShare));
    case 'counties-suppressed':
      return findings[f.key](years, count(f.most), count(f.counties));
    case 'sources-disagree':
      return findings[f.key](count(f.values), formatPercent(f.share, lang, 1));
    case 'missing-care-units':
      return findings[f.key](years, percent(f.share));
    case 'outliers':
    case 'zero-means':
      return findings[f.key](years, count(f.values));
    case 'constant':
    case 'saturated':
    case 'floor':
    case 'single-year':
    case 'nation-suppressed':
      return findings[f.key](years);
  }
}

/** Every problem in words, as lines of a terminal: an indicator's name and grade, then its reasons. */
export function qualityLines({ quality }: QualityReport, lang: Lang, width: number): string[] {
  const text = messages(lang).quality;
  const all = [...quality.indicators, ...quality.measures].filter((i) => i.findings.length > 0);
  if (all.length === 0) return [text.noFindings];
  const lines = all.flatMap((i) => [
    ...wrap(`${nameOf(i, lang)} (${i.id}): ${gradeText(i.grade, lang)}`, width),
    ...i.findings.flatMap((f) =>
      wrap(findingText(f, lang), width - 4).map((line, n) => (n === 0 ? '  • ' : '    ') + line),
    ),
  ]);
  return [text.problemsTitle, '', ...lines];
}
