import type { CountyReport } from '../../analysis/local/county-report.js';
import type { Manifest } from '../../analysis/results.js';
import type { Document, Section } from '../document/document.js';
import { runDocument } from '../document/head.js';
import type { Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from '../tables/build.js';
import { areaSections } from './county-area.js';
import { commonSection } from './county-common.js';
import { comparabilitySection } from './county-comparability.js';
import { countyContext, type CountyContext } from './county-context.js';
import { firstSection } from './county-first.js';
import { groupsSection } from './county-groups.js';
import { improversSection } from './county-improvers.js';
import { ownSection } from './county-own.js';
import { unitsSection } from './county-units.js';

/**
 * The county report in one language: first what a steering group needs, then who to call, then every answer in the colours
 * of öppna jämförelser. Pure; nothing is estimated here.
 */
export const countyDocument = (report: CountyReport, manifest: Manifest, lang: Lang): Document =>
  withLabels(manifest.labels, () => documentOf(report, manifest, lang));

function documentOf(report: CountyReport, manifest: Manifest, lang: Lang): Document {
  const context = countyContext(report, manifest, lang);
  const { text } = context;
  const sections = [
    firstSection(context),
    ...(report.status === 'empty'
      ? []
      : [
          readingSection(context),
          commonSection(context),
          ownSection(context),
          improversSection(context),
          unitsSection(context),
          ...areaSections(context),
          groupsSection(context),
          comparabilitySection(context),
        ]),
  ].filter((section) => section !== null);
  const subject = {
    id: `lansrapport-${slug(report.county)}`,
    title: text.title(report.county, `${report.year}`),
    lead: report.status === 'single-unit' ? text.leadSingle : text.lead,
  };
  return runDocument(subject, manifest, sections, lang);
}

const readingSection = ({ text }: CountyContext): Section => ({
  id: 'reading',
  title: text.sections.reading,
  blocks: [{ kind: 'list', items: Object.values(text.reading) }],
});
