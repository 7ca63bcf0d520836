import type { Manifest } from '../../analysis/results.js';
import { modelText } from '../document/manifest.js';
import { messages, type Lang } from '../locales/language.js';
import { rowsAbove } from './frame.js';
import { styled, type CellValue, type Sheet, type SheetRow } from './sheet.js';
import { styles } from './styles.js';

/** What was run on what: enough to run it again. The inputs carry their checksums. */
export function runSheet(name: string, contents: string, manifest: Manifest, lang: Lang): Sheet {
  const { page, workbook } = messages(lang);
  const rows = [
    ...rowsAbove(workbook.runHolds, manifest.synthetic, contents, lang),
    ...pairs(manifest, lang),
    ...section(page.files, [page.file, page.rows, page.checksum, workbook.delimiter], manifest.inputs.map((f) => [f.file, f.rows, f.sha256, f.delimiter === '\t' ? 'tab' : f.delimiter])), // prettier-ignore
    ...section(
      manifest.warnings.count === 0 ? page.noWarnings : page.warnings(String(manifest.warnings.count)),
      [page.warningKind, page.count],
      Object.entries(manifest.warnings.byCode),
    ),
    ...section(page.notes, null, (manifest.data.notes ?? []).map((note) => [note[lang]])), // prettier-ignore
    ...section(page.sources, null, (manifest.data.sources ?? []).map((source) => [source])), // prettier-ignore
  ];
  return {
    name,
    holds: workbook.runHolds,
    synthetic: manifest.synthetic,
    rows,
    count: manifest.inputs.length,
    widths: [34, 24, 70, 14],
    frozen: { rows: 0, columns: 0 },
    filter: null,
  };
}

/** The manifest's fields. The time as ISO 8601 in UTC: a date of Excel has no time zone. */
function pairs(manifest: Manifest, lang: Lang): SheetRow[] {
  const words = messages(lang).page.manifest;
  const entries: [string, CellValue][] = [
    [words.command, manifest.command],
    [words.version, `${manifest.package} ${manifest.version}`],
    [words.node, manifest.node],
    [words.time, manifest.time],
    [words.seed, manifest.seed],
    [words.units, manifest.units],
    [words.years, manifest.years.join(', ')],
    ['synthetic', manifest.synthetic],
    ...(manifest.models ?? []).map((model): [string, CellValue] => [messages(lang).ownModels.manifest, modelText(model, lang)]), // prettier-ignore
  ];
  return entries.map(([word, value]) => ({ cells: [styled(word, styles.head), styled(value, styles.leading)] })); // prettier-ignore
}

function section(
  title: string,
  heads: readonly string[] | null,
  rows: readonly (readonly CellValue[])[],
): SheetRow[] {
  if (rows.length === 0 && heads === null) return [];
  return [
    { cells: [] },
    { cells: [styled(title, styles.heading)] },
    ...(heads && rows.length > 0 ? [{ cells: heads.map((head) => styled(head, styles.head)) }] : []),
    ...rows.map((cells) => ({ cells: cells.map((value) => styled(value, styles.text)) })),
  ];
}
