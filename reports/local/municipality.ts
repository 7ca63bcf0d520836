import type { MunicipalityReport } from '../../analysis/local/municipality-report.js';
import type { Manifest } from '../../analysis/results.js';
import { paragraph } from '../document/blocks.js';
import { dataSection } from '../document/data.js';
import type { Document, Section } from '../document/document.js';
import { runDocument } from '../document/head.js';
import type { Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from '../tables/build.js';
import { complementSection } from './municipality/complement.js';
import { conclusionsSection } from './municipality/conclusions.js';
import { contextOf, type MunicipalityContext } from './municipality/context.js';
import { findSection } from './municipality/find.js';
import { groupSection } from './municipality/group.js';
import { summarySection } from './municipality/summary.js';
import { timeSection } from './municipality/time.js';

/**
 * The report of a municipality or district in the four steps of Socialstyrelsen's guide of 2017, filled in as far as data
 * go, with room to write the rest. Pure; its id is `kommunrapport-` and the unit's id.
 */
export const municipalityDocument = (report: MunicipalityReport, manifest: Manifest, lang: Lang): Document =>
  withLabels(manifest.labels, () => documentOf(report, manifest, lang));

function documentOf(report: MunicipalityReport, manifest: Manifest, lang: Lang): Document {
  const context = contextOf(report, manifest.synthetic, lang);
  const { text } = context;
  const sections = [
    summarySection(context),
    groupSection(context),
    findSection(context),
    complementSection(context),
    timeSection(context),
    conclusionsSection(context),
    readingSection(context),
    dataSection(manifest, lang),
  ];
  const title = text.title(report.unit.name, `${report.year}`);
  const id = slug(`kommunrapport-${report.unit.id}`);
  return runDocument({ id, title, lead: text.lead }, manifest, sections, lang);
}

function readingSection({ text: { reading, sections } }: MunicipalityContext): Section {
  return {
    id: 'reading',
    title: sections.reading,
    blocks: [{ kind: 'list', items: reading.items }, paragraph(reading.missing), paragraph(reading.guide)],
  };
}
