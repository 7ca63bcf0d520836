import { grades } from '../../analysis/quality/grade.js';
import type { QualityReport } from '../../analysis/quality/records.js';
import { formatProblems } from '../../data/problems.js';
import { formatNumber } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { slug } from '../tables/build.js';
import { areaGrid, measuresGrid, qualityAreas, sourcesGrid, yearsGrid } from '../tables/quality-grids.js';
import { findingText, gradeText, nameOf } from '../tables/quality-words.js';
import type { Grid } from '../tables/table.js';
import type { PageContext } from './context.js';
import { dataSection, manifestSection } from './data.js';
import { htmlDocument } from './document.js';
import { html, type Html } from './html.js';
import { gridHtml } from './table.js';

/** A part of the page with its entry in the contents. */
interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Html;
}

/** The quality of a data folder as one HTML file, in the dress of the report. Every text from data is escaped. Pure. */
export function renderQualityPage(report: QualityReport, lang: Lang): string {
  const { manifest, specification } = report;
  const context: PageContext = {
    results: { manifest, specification, estimates: [] },
    comparison: null,
    assumptions: [],
    tables: [],
    figures: [],
    lang,
    text: messages(lang),
  };
  const { quality, page } = context.text;
  const sections = qualitySections(report, lang);
  const link = (id: string, title: string) => html`<li><a href="#${id}">${title}</a></li>`;
  const contents = html`<h2 id="contents">${page.contents}</h2>
    <ol>
      ${sections.map((s) => link(s.id, s.title))} ${link('data', page.sections.data)}
      ${link('manifest', page.sections.manifest)}
    </ol>`;
  const main = html`${sections.map(sectionHtml)} ${dataSection(context)} ${manifestSection(context)}`;
  return htmlDocument(context, { title: quality.title, lead: quality.lead, contents, main });
}

const sectionHtml = ({ id, title, body }: Section): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${body}
  </section> `;

function qualitySections(report: QualityReport, lang: Lang): Section[] {
  const { sections, reading } = messages(lang).quality;
  const { quality } = report;
  const { disagreements, measures } = quality;
  // An area may be called `measures`, too.
  const ids = new Set(['quality-measures', 'quality-sources', 'quality-limits']);
  return [
    { id: 'summary', title: sections.summary, body: facts(report, lang) },
    {
      id: 'reading',
      title: sections.reading,
      body: html`<p class="caution">${reading(formatNumber(quality.tests, lang))}</p>`,
    },
    ...qualityAreas(report).map((area) => ({
      id: unique(`area-${slug(area)}`, ids),
      title: areaLabel(area, lang),
      body: areaBody(report, area, ids, lang),
    })),
    ...(measures.length > 0
      ? [
          {
            id: 'measures',
            title: sections.measures,
            body: html`${gridHtml(measuresGrid(report, lang), lang)} ${findingList(measures, lang)}`,
          },
        ]
      : []),
    ...(disagreements
      ? [
          {
            id: 'sources',
            title: sections.sources,
            body: gridHtml(sourcesGrid(report, disagreements, lang), lang),
          },
        ]
      : []),
    { id: 'problems', title: sections.problems, body: problemList(report, lang) },
    { id: 'limits', title: sections.limits, body: gridHtml(limitsGrid(report, lang), lang) },
  ];
}

/** Two areas may have the same slug. */
function unique(id: string, taken: Set<string>): string {
  let name = id;
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`;
  taken.add(name);
  return name;
}

/** The number of indicators by grade. */
function facts({ quality }: QualityReport, lang: Lang): Html {
  const text = messages(lang).quality;
  const total = text.facts.of(formatNumber(quality.indicators.length, lang));
  return html`<dl class="facts">
    ${grades.map((grade) => {
      const n = quality.indicators.filter((i) => i.grade === grade).length;
      return html`<div>
        <dt>${gradeText(grade, lang)}</dt>
        <dd><strong>${formatNumber(n, lang)}</strong><span>${total}</span></dd>
      </div>`;
    })}
  </dl>`;
}

function areaBody(report: QualityReport, area: string, ids: Set<string>, lang: Lang): Html {
  const named = (grid: Grid): Grid => ({ ...grid, id: unique(grid.id, ids) });
  const years = named(yearsGrid(report, area, lang));
  const indicators = report.quality.indicators.filter((i) => i.area === area);
  return html`${gridHtml(named(areaGrid(report, area, lang)), lang)} ${findingList(indicators, lang)}
    <details>
      <summary>${years.title}</summary>
      ${gridHtml(years, lang)}
    </details>`;
}

/** Every problem in words, indicator by indicator. */
function findingList(
  of: QualityReport['quality']['indicators'] | QualityReport['quality']['measures'],
  lang: Lang,
): Html {
  const text = messages(lang).quality;
  const entries = of.flatMap((i) =>
    i.findings.length === 0
      ? []
      : [
          html`<li>
            <strong>${nameOf(i, lang)}</strong>: ${gradeText(i.grade, lang)}
            <ul>
              ${i.findings.map((f) => html`<li>${findingText(f, lang)}</li>`)}
            </ul>
          </li>`,
        ],
  );
  return html`<h3>${text.problemsTitle}</h3>
    ${
      entries.length === 0
        ? html`<p>${text.noFindings}</p>`
        : html`<ul>
            ${entries}
          </ul>`
    }`;
}

function problemList({ problems }: QualityReport, lang: Lang): Html {
  if (problems.length === 0) return html`<p>${messages(lang).quality.noProblems}</p>`;
  const lines = formatProblems(problems, Infinity).split('\n');
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
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
