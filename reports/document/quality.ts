import { grades } from '../../analysis/quality/grade.js';
import type { QualityReport } from '../../analysis/quality/records.js';
import { formatProblems } from '../../data/problems.js';
import { formatNumber } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from '../tables/build.js';
import { areaGrid, measuresGrid, qualityAreas, sourcesGrid, yearsGrid } from '../tables/quality-grids.js';
import { findingText, gradeText, nameOf } from '../tables/quality-words.js';
import type { Grid } from '../tables/table.js';
import { grid, gridSection, paragraph, uniqueId } from './blocks.js';
import { dataSection } from './data.js';
import type { Block, Document, Section } from './document.js';
import { runDocument } from './head.js';
import { manifestSection } from './manifest.js';
import { gradeFacts } from './quality-facts.js';

/** The quality of a data folder, in the dress of the report. Pure. */
export const qualityDocument = (report: QualityReport, lang: Lang): Document =>
  withLabels(report.manifest.labels, () => documentOf(report, lang));

function documentOf(report: QualityReport, lang: Lang): Document {
  const { manifest } = report;
  const { title, lead } = messages(lang).quality;
  const sections = [
    ...qualitySections(report, lang),
    dataSection(manifest, lang),
    manifestSection(report, lang),
  ];
  return runDocument({ id: 'quality', title, lead }, manifest, sections, lang);
}

function qualitySections(report: QualityReport, lang: Lang): Section[] {
  const { sections, reading } = messages(lang).quality;
  const { quality } = report;
  const { disagreements, measures } = quality;
  // An area may be called `measures`, too.
  const ids = new Set(['quality-measures', 'quality-sources', 'quality-limits', 'quality-findings']);
  const caution = reading(formatNumber(quality.tests, lang));
  return [
    {
      id: 'summary',
      title: sections.summary,
      blocks: [{ kind: 'facts', facts: gradeFacts(quality, grades, lang) }],
    },
    {
      id: 'reading',
      title: sections.reading,
      blocks: [{ kind: 'paragraph', text: caution, tone: 'caution' }],
    },
    ...qualityAreas(report).map((area) => areaSection(report, area, ids, lang)),
    ...(measures.length > 0
      ? [
          {
            id: 'measures',
            title: sections.measures,
            blocks: [
              grid(measuresGrid(report, lang)),
              ...findings(report, measures, 'quality-findings', lang),
            ],
          },
        ]
      : []),
    ...(disagreements
      ? [gridSection('sources', sections.sources, sourcesGrid(report, disagreements, lang))]
      : []),
    { id: 'problems', title: sections.problems, blocks: [problems(report, lang)] },
    gridSection('limits', sections.limits, limitsGrid(report, lang)),
  ];
}

function areaSection(report: QualityReport, area: string, ids: Set<string>, lang: Lang): Section {
  const named = (of: Grid): Grid => ({ ...of, id: uniqueId(of.id, ids) });
  const years = named(yearsGrid(report, area, lang));
  const indicators = report.quality.indicators.filter((i) => i.area === area);
  return {
    id: uniqueId(`area-${slug(area)}`, ids),
    title: areaLabel(area, lang),
    blocks: [
      grid(named(areaGrid(report, area, lang))),
      ...findings(report, indicators, uniqueId(`findings-${slug(area)}`, ids), lang),
      { kind: 'aside', title: years.title, blocks: [grid(years)] },
    ],
  };
}

/** Every problem in words, indicator by indicator. */
function findings(
  { manifest }: QualityReport,
  of: QualityReport['quality']['indicators'] | QualityReport['quality']['measures'],
  id: string,
  lang: Lang,
): Block[] {
  const text = messages(lang).quality;
  const rows = of.flatMap((i) =>
    i.findings.map((f, place) => [
      place === 0 ? nameOf(i, lang) : '',
      place === 0 ? gradeText(i.grade, lang) : '',
      findingText(f, lang),
    ]),
  );
  if (rows.length === 0) return [paragraph(text.noFindings)];
  return [
    grid({
      id,
      title: text.problemsTitle,
      head: text.findingHeads,
      columns: ['text', 'text', 'prose'],
      rows,
      notes: [],
      synthetic: manifest.synthetic,
    }),
  ];
}

function problems({ problems: found }: QualityReport, lang: Lang): Block {
  if (found.length === 0) return paragraph(messages(lang).quality.noProblems);
  return { kind: 'list', items: formatProblems(found, Infinity).split('\n') };
}

/** The limits of the grades, as they were applied. */
function limitsGrid({ quality, manifest }: QualityReport, lang: Lang): Grid {
  const text = messages(lang).quality;
  const rows = Object.entries(quality.limits).map(([key, limit]) => {
    const name = text.limits[key as keyof typeof text.limits];
    const number = (n: number) => formatNumber(n, lang, Number.isInteger(n) ? 0 : 2);
    return typeof limit === 'number'
      ? [name, number(limit), '']
      : [name, number(limit.usable), number(limit.weak)];
  });
  return {
    id: 'quality-limits',
    title: text.sections.limits,
    head: text.limitHeads,
    rows,
    notes: [],
    synthetic: manifest.synthetic,
  };
}
