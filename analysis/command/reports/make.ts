import { countyDocument } from '../../../reports/local/county.js';
import { municipalityDocument } from '../../../reports/local/municipality.js';
import { sideBySideDocument } from '../../../reports/local/side-by-side.js';
import { renderDocument } from '../../../reports/render.js';
import type { Document } from '../../../reports/document/document.js';
import type { OutputFile } from '../../../reports/write.js';
import { countyReport } from '../../local/county-report.js';
import type { LocalView } from '../../local/index.js';
import { municipalityReport } from '../../local/municipality-report.js';
import { sideBySide } from '../../local/side-by-side.js';
import type { Manifest } from '../../results.js';
import type { LocalFormat, ReportJob, ReportSettings } from './job.js';

/** What reports are made from: the panel as its readers see it, and what is said of the run. */
export interface ReportSource {
  readonly view: LocalView;
  readonly manifest: Manifest;
}

/** The document of a job. */
export function makeDocument(
  { view, manifest }: ReportSource,
  job: ReportJob,
  { lang, year }: ReportSettings,
): Document {
  const asked = year === undefined ? {} : { year };
  switch (job.kind) {
    case 'county':
      return countyDocument(countyReport(view, job.level, asked), manifest, lang);
    case 'municipality': {
      const options = job.choice === undefined ? asked : { ...asked, choice: job.choice };
      return municipalityDocument(municipalityReport(view, job.unit, options), manifest, lang);
    }
    case 'side-by-side':
      return sideBySideDocument(sideBySide(view, job.units, asked), manifest, lang);
  }
}

/** A document in the formats asked for, each file named by the document. A format's library is loaded when needed. */
export async function documentFiles(
  document: Document,
  formats: readonly LocalFormat[],
): Promise<OutputFile[]> {
  const files: OutputFile[] = [];
  for (const format of formats)
    files.push({ path: `${document.id}.${format}`, content: await renderDocument(document, format) });
  return files;
}
