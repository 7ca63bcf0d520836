import type { Manifest } from '../../analysis/results.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { grid, heading, listed, paragraph } from './blocks.js';
import type { Block, Section } from './document.js';

/** What was read, with checksums, and what looked wrong in it. */
export function dataSection(manifest: Manifest, lang: Lang): Section {
  const { page } = messages(lang);
  const { data, inputs } = manifest;
  const files = {
    id: 'input-files',
    title: page.files,
    head: [page.file, page.rows, page.checksum],
    columns: ['text', 'number', 'code'] as const,
    rows: inputs.map((f) => [f.file, formatNumber(f.rows, lang), f.sha256]),
    notes: [],
    synthetic: false,
  };
  return {
    id: 'data',
    title: page.sections.data,
    blocks: [
      ...listed(3, page.notes, (data.notes ?? []).map((note) => note[lang])), // prettier-ignore
      ...listed(3, page.sources, data.sources ?? []),
      grid(files),
      ...warnings(manifest, lang),
    ],
  };
}

function warnings({ warnings: { count, byCode } }: Manifest, lang: Lang): Block[] {
  const { page } = messages(lang);
  if (count === 0) return [heading(3, page.noWarnings)];
  return [
    grid({
      id: 'input-warnings',
      title: page.warnings(formatNumber(count, lang)),
      head: [page.warningKind, page.count],
      rows: Object.entries(byCode).map(([kind, n]) => [kind, formatNumber(n, lang)]),
      notes: [],
      synthetic: false,
    }),
    paragraph(page.warningsMore),
  ];
}
