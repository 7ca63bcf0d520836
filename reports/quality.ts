import type { QualityReport } from '../analysis/quality/records.js';
import type { Lang } from './locales/language.js';
import { qualityDocument } from './document/quality.js';
import { renderPage } from './page/page.js';
import { qualityCsv } from './tables/quality-csv.js';
import type { OutputFile } from './write.js';

/** The files of `oj check --out`: quality.json, quality.csv and quality.html. */
export const qualityFiles = (report: QualityReport, lang: Lang): OutputFile[] => [
  { path: 'quality.json', content: `${JSON.stringify(report, null, 1)}\n` },
  { path: 'quality.csv', content: qualityCsv(report, lang) },
  { path: 'quality.html', content: renderPage(qualityDocument(report, lang)) },
];
