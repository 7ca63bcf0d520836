import type { Comparison, Results } from '../../analysis/results.js';
import type { OpenChoice } from '../document/context.js';
import type { Document } from '../document/document.js';
import type { Table } from '../tables/table.js';
import { cellsData } from './cells.js';
import { controlsHtml } from './controls.js';
import { versionOf } from './document.js';
import { clientScript } from './script.js';
import { styleSheet } from './style.js';
import { pageOfVersions } from './versions.js';
import { withLabels } from '../locales/own-labels.js';

export interface InteractiveInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly OpenChoice[];
  /** The report and its tables in each language of the page; the first is the one it opens in. */
  readonly versions: readonly [LanguageInput, ...LanguageInput[]];
}

export interface LanguageInput {
  readonly document: Document;
  readonly tables: readonly Table[];
}

/** The report as one interactive page in all its languages. Every text from data is escaped. Pure. */
export const interactivePage = (input: InteractiveInput): string =>
  withLabels(input.results.manifest.labels, () => pageOf(input));

function pageOf({ results, comparison, assumptions, versions }: InteractiveInput): string {
  const langs = versions.map(({ document }) => document.lang);
  const version = ({ document, tables }: LanguageInput) =>
    versionOf(
      document,
      controlsHtml(
        tables,
        document.lang,
        langs.filter((other) => other !== document.lang),
      ),
    );
  const [first, ...others] = versions;
  return pageOfVersions({
    versions: [version(first), ...others.map(version)],
    style: styleSheet(first.document.synthetic?.stamp ?? null),
    script: clientScript(),
    data: cellsData({
      results,
      comparison,
      assumptions,
      tables: versions.map(({ document, tables }) => ({ lang: document.lang, tables })),
    }),
  });
}
