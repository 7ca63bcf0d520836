import type { Document } from './document/document.js';

/** The formats that one document alone can be written in. */
export const documentFormats = ['html', 'pdf', 'docx', 'xlsx', 'tex', 'md'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/**
 * A document in one format: text for HTML, LaTeX and Markdown, bytes for the others. The same document gives the same
 * bytes on every machine. A format's own library is loaded when it is first asked for. HTML is a page that reads without
 * a script and asks nothing of the network; LaTeX names its figures as `figures/NAME.png`, which are not in the text.
 *
 * @throws UsageError for PDF where `Document.time` is no ISO 8601 time in UTC
 *
 * @example
 * ```ts
 * import { buildPanel, demoFolder, indicators, packageVersion, readDataFolder } from 'oppna-jamforelser';
 * import { defaultSpecification, results } from 'oppna-jamforelser';
 * import { cardDocument, renderDocument } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const run = { version: packageVersion(), node: process.version, command: 'card', time: '2021-06-17T00:00:00.000Z' };
 * const { manifest } = results(panel, defaultSpecification, [], run);
 * const card = indicators.indicatorCards(panel, defaultSpecification)[0];
 * if (card) console.log(await renderDocument(cardDocument(card, manifest, 'sv'), 'md'));
 * ```
 */
export const renderDocument = async (
  document: Document,
  format: DocumentFormat,
): Promise<string | Uint8Array> => writers[format](document);

const writers: Readonly<Record<DocumentFormat, (document: Document) => Promise<string | Uint8Array>>> = {
  html: async (document) => (await import('./page/page.js')).renderPage(document),
  pdf: async (document) => (await import('./pdf/render.js')).renderPdf(document),
  docx: async (document) => {
    const [{ renderWord }, { withPictures }] = await Promise.all([
      import('./word/word.js'),
      import('./document/pictures.js'),
    ]);
    return renderWord(await withPictures(document));
  },
  xlsx: async (document) => (await import('./workbook/document-workbook.js')).documentWorkbook(document),
  tex: async (document) => (await import('./latex/render.js')).renderLatex(document),
  md: async (document) => (await import('./markdown/document.js')).renderMarkdown(document),
};
