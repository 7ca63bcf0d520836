import { isOwnModel } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { type Messages, messages } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { agreementGrid } from '../tables/grids.js';
import { areaSections } from './areas.js';
import { assumptionsSection } from './assumptions.js';
import { gridSection } from './blocks.js';
import { compositionSection } from './composition.js';
import { conclusionsSection } from './conclusions.js';
import type { ReportContext, ReportInput } from './context.js';
import { dataSection } from './data.js';
import type { Document, Section } from './document.js';
import { runDocument } from './head.js';
import { inferenceSection } from './inference.js';
import { lesson } from './lesson.js';
import { manifestSection } from './manifest.js';
import { qualitySection } from './quality-summary.js';
import { reading } from './reading.js';
import { summary } from './summary.js';

/** The whole report in one language, in the appendix's order. Pure; nothing is estimated here. */
export const reportDocument = (input: ReportInput): Document =>
  withLabels(input.results.manifest.labels, () => documentOf(input));

function documentOf(input: ReportInput): Document {
  const { results } = input;
  // Where nothing was compared, the words on published marks are of no use.
  const comparison = input.comparison && input.comparison.cells.length > 0 ? input.comparison : null;
  const context: ReportContext = { ...input, comparison, text: messages(input.lang) };
  const { title, lead } = subjectOf(results, context.text);
  const sections = [
    summary(context),
    conclusionsSection(context),
    reading(context),
    agreement(context),
    ...areaSections(context),
    lesson(context),
    compositionSection(context),
    assumptionsSection(context),
    inferenceSection(context),
    qualitySection(context),
    dataSection(results.manifest, context.lang),
    manifestSection(results, context.lang),
  ].filter((section) => section !== null);
  return runDocument({ id: 'report', title, lead }, results.manifest, sections, input.lang);
}

/** A run of users' own models alone, or of an event study alone, is no appendix. */
function subjectOf({ estimates, manifest }: Results, text: Messages): { title: string; lead: string } {
  if (manifest.models !== undefined && estimates.every((e) => isOwnModel(e.model) || e.model === 'joint'))
    return text.ownModels;
  const isEvent = estimates.length > 0 && estimates.every((e) => e.model === 'event-study');
  return isEvent ? text.tables.event.document : text.page;
}

/** The agreement with the published marks, beside what chance would give. */
function agreement({ comparison, results, text, lang }: ReportContext): Section | null {
  if (!comparison) return null;
  const counted = agreementGrid(comparison, results.manifest.synthetic, lang);
  return gridSection('compared', text.page.sections.agreement, counted);
}
