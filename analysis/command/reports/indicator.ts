import { join } from 'node:path';
import { UsageError } from '../../../data/problems.js';
import { nearest } from '../../../data/readers/nearest.js';
import { cardDocument } from '../../../reports/indicators/card.js';
import { adviceSentence } from '../../../reports/indicators/reasons.js';
import { overviewDocument } from '../../../reports/indicators/overview.js';
import { type OutputFile, writeFiles } from '../../../reports/write.js';
import { indicatorCards } from '../../indicators/index.js';
import { manifest as manifestOf } from '../../manifest.js';
import { replicate } from '../../replicate.js';
import { progress } from '../progress.js';
import { currentRun, load } from '../run.js';
import { documentFiles } from './make.js';
import type { LocalReportOptions } from './write.js';

/** `oj indikator`: the overview of all; `oj indikator eb-audit`: one card; `--all`: the overview and every card. */
export async function indicatorCommand(
  id: string | undefined,
  { all, ...options }: LocalReportOptions & { readonly all?: boolean },
): Promise<void> {
  const { lang, format: formats, out } = options;
  const { panel, spec } = load(options);
  const ids = panel.indicators.map((indicator) => indicator.id);
  if (id !== undefined && !ids.includes(id)) {
    const near = nearest(id, ids);
    throw new UsageError(
      `found the indicator "${id}"; expected one of the ${ids.length} of the data${near ? `; did you mean ${near}?` : ''}; oj indikator lists them`,
    );
  }
  const say = progress();
  await say.step(lang === 'sv' ? 'Räknar på indikatorerna' : 'Computing the indicators');
  const manifest = manifestOf(panel, spec, currentRun());
  const cards = indicatorCards(panel, spec, replicate(panel, spec));
  const chosen = all ? cards : cards.filter((card) => card.id === id);
  const { level } = spec.inference;
  await say.step(lang === 'sv' ? 'Skriver' : 'Writing');
  const files: OutputFile[] = [];
  if (id === undefined)
    for (const format of formats) {
      // A number per cell is for a workbook: its columns do not fit a page.
      const overview = overviewDocument(cards, manifest, lang, {
        cards: all ?? false,
        numbers: format === 'xlsx',
      });
      files.push(...(await documentFiles(overview, [format])));
    }
  for (const card of chosen)
    files.push(...(await documentFiles(cardDocument(card, manifest, lang, { level }), formats)));
  writeFiles(out, files);
  say.done();
  for (const { path } of files.slice(0, formats.length)) process.stdout.write(`${join(out, path)}\n`);
  if (id !== undefined) process.stdout.write(`${adviceSentence(chosen[0]!, lang)}\n`);
}
