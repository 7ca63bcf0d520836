import type { Block, Document } from '../document/document.js';
import { repack } from '../archive.js';
import { messages } from '../locales/language.js';
import type { Grid } from '../tables/table.js';
import { stampRow, wideRow } from './frame.js';
import { gridSheet } from './grid-sheet.js';
import { sheetNames } from './names.js';
import { styled, type Sheet } from './sheet.js';
import { styles } from './styles.js';
import { writeSheets } from './write.js';

const WIDTHS = [40, 100, 10] as const;
const ACROSS = WIDTHS[0] + WIDTHS[1];

/**
 * A document's grids as an Excel workbook (.xlsx): a first sheet that says what it is and lists the others, then one
 * sheet per grid, in the colours of the document. No cell holds a formula; the clock is the document's time.
 */
export async function documentWorkbook(document: Document): Promise<Uint8Array> {
  const { lang, title, time } = document;
  const grids = document.sections.flatMap((section) => section.blocks.flatMap(gridsOf));
  const [contents = '', ...names] = sheetNames([
    messages(lang).workbook.contents,
    ...grids.map((grid) => grid.title),
  ]);
  const sheets = grids.map((grid, i) => gridSheet(grid, { name: names[i]!, contents, lang }));
  const all = [firstSheet(contents, document, sheets), ...sheets];
  return repack(await writeSheets(all, { lang, creator: 'oppna-jamforelser', title }), time);
}

const gridsOf = (block: Block): Grid[] => {
  if (block.kind === 'grid') return [block.grid];
  return block.kind === 'aside' ? block.blocks.flatMap(gridsOf) : [];
};

function firstSheet(
  name: string,
  { title, lead, made, synthetic, lang, footer }: Document,
  sheets: readonly Sheet[],
): Sheet {
  const { workbook } = messages(lang);
  return {
    name,
    holds: title,
    synthetic: synthetic !== null,
    rows: [
      stampRow(synthetic !== null, lang),
      { cells: [styled(title, styles.title)], height: 24 },
      wideRow(lead, 2, ACROSS),
      ...(synthetic ? [wideRow(`${synthetic.title}. ${synthetic.text}`, 2, ACROSS)] : []),
      wideRow(made, 2, ACROSS),
      { cells: [] },
      { cells: [workbook.sheet, workbook.holds, workbook.rows].map((head) => styled(head, styles.head)) },
      ...sheets.map((sheet) => ({
        cells: [
          { value: sheet.name, style: styles.link, link: sheet.name },
          styled(sheet.holds, styles.wrap),
          styled(sheet.count, styles.count),
        ],
      })),
      { cells: [] },
      wideRow(footer, 2, ACROSS),
    ],
    count: sheets.length,
    widths: WIDTHS,
    frozen: { rows: 0, columns: 0 },
    filter: null,
  };
}
