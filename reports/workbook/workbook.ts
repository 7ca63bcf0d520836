import type { Comparison, Results } from '../../analysis/results.js';
import { repack } from '../archive.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import type { OpenChoice } from '../document/context.js';
import { slug } from '../tables/build.js';
import type { Grid, Table } from '../tables/table.js';
import { codebookSheet } from './codebook-sheet.js';
import { contentsSheet } from './contents-sheet.js';
import { estimatesSheet } from './estimates-sheet.js';
import { exactNumbers } from './exact-numbers.js';
import { gridSheet } from './grid-sheet.js';
import { marksSheet } from './marks-sheet.js';
import { sheetNames } from './names.js';
import { runSheet } from './run-sheet.js';
import { assumptionsSheet, specificationSheet } from './specification-sheets.js';
import { writeSheets } from './write.js';

export interface WorkbookInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly tables: readonly Table[];
  /** Agreement and composition, and any other. */
  readonly grids: readonly Grid[];
  readonly assumptions: readonly OpenChoice[];
  readonly lang: Lang;
}

/** The name of the tidy sheet, the same in every language: programs ask for it. */
export const ESTIMATES = 'estimates';

/**
 * The results as an Excel workbook (.xlsx): a list of the sheets, one sheet per table of marks, agreement and
 * composition, all estimates as one tidy sheet, codebook, open assumptions, the run and its specification. Numbers
 * are unrounded numbers, text is text whatever it looks like, and no cell holds a formula. The same input gives the
 * same bytes on every machine; the clock is the manifest's time.
 */
export const renderWorkbook = (input: WorkbookInput): Promise<Uint8Array> =>
  withLabels(input.results.manifest.labels, () => workbookOf(input));

async function workbookOf(input: WorkbookInput): Promise<Uint8Array> {
  const { results, comparison, tables, grids, assumptions, lang } = input;
  const { manifest, specification } = results;
  const text = messages(lang).workbook;
  // The tidy sheet's name is taken first, so that no other gets it.
  const [estimatesName = '', contents = '', codebookName = '', assumptionsName = '', runName = '', specificationName = '', ...others] =
    sheetNames([ESTIMATES, text.contents, text.codebook, text.assumptions, text.run, text.specification, ...tables.map((t) => tableName(t, lang)), ...grids.map((g) => gridName(g, results, lang))]); // prettier-ignore
  const estimates = new Map(results.estimates.map((e) => [e.id, e]));
  const level = specification.inference.level;
  const place = { contents, synthetic: manifest.synthetic, lang };
  const sheets = [
    ...tables.map((table, i) => marksSheet(table, { name: others[i]!, contents, estimates, level, lang })),
    ...grids.map((grid, i) =>
      gridSheet(grid, {
        name: others[tables.length + i]!,
        contents,
        exact: exactNumbers(grid, results, comparison),
        lang,
      }),
    ),
    estimatesSheet(estimatesName, results, lang),
    codebookSheet(codebookName, contents, manifest.synthetic, lang),
    ...(assumptions.length > 0
      ? [assumptionsSheet(assumptions, specification, { ...place, name: assumptionsName })]
      : []),
    runSheet(runName, contents, manifest, lang),
    specificationSheet(specification, { ...place, name: specificationName }),
  ];
  const all = [contentsSheet(contents, results, sheets, lang), ...sheets];
  const title = messages(lang).page.title;
  return repack(await writeSheets(all, { lang, creator: manifest.package, title }), manifest.time);
}

/** `Tabell 8` for a table of the appendix, else the table's own id without its first word. */
function tableName({ id }: Table, lang: Lang): string {
  const number = /^table-0?(\d+)$/.exec(id)?.[1];
  return number ? `${messages(lang).tables.table} ${number}` : id.replace(/^table-/, '');
}

function gridName(grid: Grid, { estimates }: Results, lang: Lang): string {
  const text = messages(lang).workbook;
  if (grid.id === 'agreement') return text.agreement;
  const own = estimates.find((e) => e.model === 'composition' && grid.id === `composition-${slug(e.area ?? '')}`); // prettier-ignore
  return own ? text.composition(areaLabel(own.area, lang)) : grid.title;
}
