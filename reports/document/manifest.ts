import type { ModelRecord, Results } from '../../analysis/results.js';
import { formatNumber, formatTime } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { optionsText } from '../tables/own-notes.js';
import { paragraph } from './blocks.js';
import type { Section } from './document.js';

/** What was run: enough to run it again. */
export function manifestSection(
  { manifest, specification }: Pick<Results, 'manifest' | 'specification'>,
  lang: Lang,
): Section {
  const { page, ownModels } = messages(lang);
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
          ...(manifest.models ?? []).map((model) => [ownModels.manifest, modelText(model, lang)] as const),
        ],
      },
      { kind: 'code', title: page.specification, text: JSON.stringify(specification, null, 2) },
      paragraph(page.footer),
    ],
  };
}

/** `The level one year before (own:lagged): lag = 1; my-model.ts, sha256 …`. */
export function modelText(model: ModelRecord, lang: Lang): string {
  const files = model.files.map(({ file, sha256 }) => `${file}, ${messages(lang).ownModels.sum(sha256)}`);
  const parts = [optionsText(model), ...files].filter((part) => part !== '');
  return `${model.title[lang]} (own:${model.id})${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`;
}
