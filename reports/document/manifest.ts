import type { Results } from '../../analysis/results.js';
import { formatNumber, formatTime } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { paragraph } from './blocks.js';
import type { Section } from './document.js';

/** What was run: enough to run it again. */
export function manifestSection(
  { manifest, specification }: Pick<Results, 'manifest' | 'specification'>,
  lang: Lang,
): Section {
  const { page } = messages(lang);
  return {
    id: 'manifest',
    title: page.sections.manifest,
    blocks: [
      {
        kind: 'terms',
        terms: [
          [page.manifest.command, manifest.command],
          [page.manifest.version, `${manifest.package} ${manifest.version}`],
          [page.manifest.node, manifest.node],
          [page.manifest.time, formatTime(manifest.time, lang)],
          [page.manifest.seed, `${manifest.seed}`],
          [page.manifest.units, formatNumber(manifest.units, lang)],
          [page.manifest.years, manifest.years.join(', ')],
        ],
      },
      { kind: 'code', title: page.specification, text: JSON.stringify(specification, null, 2) },
      paragraph(page.footer),
    ],
  };
}
