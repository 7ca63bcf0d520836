import type { Manifest } from '../../analysis/results.js';
import { grid } from '../document/blocks.js';
import type { Document } from '../document/document.js';
import { runDocument } from '../document/head.js';
import { messages, type Lang } from '../locales/language.js';

/** A page that was written, and whom it is about. */
export interface IndexedPage {
  readonly label: string;
  /** The file's name, in the folder of the index. */
  readonly page: string;
}

/** The list of many reports, each with a link to its page. */
export function indexDocument(pages: readonly IndexedPage[], manifest: Manifest, lang: Lang): Document {
  const { index } = messages(lang).outputs.reports;
  const list = {
    id: 'reports',
    title: index.title,
    head: [index.head],
    columns: ['text'] as const,
    rows: pages.map(({ label }) => [label]),
    links: pages.map(({ page }) => [page]),
    notes: [],
    synthetic: manifest.synthetic,
  };
  const sections = [{ id: 'list', title: index.title, blocks: [grid(list)] }];
  return runDocument({ id: 'index', title: index.title, lead: index.lead }, manifest, sections, lang);
}
