import type { Category, Results } from '../../analysis/results.js';
import { formatTime } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { stampRow, wideRow } from './frame.js';
import { styled, type Sheet, type SheetRow } from './sheet.js';
import { markStyle, styles } from './styles.js';

const WIDTHS = [34, 100, 10] as const;
const ACROSS = WIDTHS[0] + WIDTHS[1];

/** The first sheet: what the file is, that the data are synthetic, how to read it, and every sheet with a link. */
export function contentsSheet(name: string, results: Results, sheets: readonly Sheet[], lang: Lang): Sheet {
  const { page, workbook } = messages(lang);
  const { manifest } = results;
  const rows: SheetRow[] = [
    stampRow(manifest.synthetic, lang),
    { cells: [styled(page.title, styles.title)], height: 24 },
    wideRow(workbook.what, 2, ACROSS),
    ...(manifest.synthetic ? [wideRow(`${page.syntheticTitle}. ${page.syntheticText}`, 2, ACROSS)] : []),
    { cells: [styled(page.made(formatTime(manifest.time, lang), manifest.version), styles.text)] },
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
    ...reading(results, sheets, lang),
  ];
  return {
    name,
    holds: page.title,
    synthetic: manifest.synthetic,
    rows,
    count: sheets.length,
    widths: WIDTHS,
    frozen: { rows: 0, columns: 0 },
    filter: null,
  };
}

function reading({ estimates }: Results, sheets: readonly Sheet[], lang: Lang): SheetRow[] {
  const { page, tables, workbook } = messages(lang);
  const marks: readonly (readonly [string, Exclude<Category, 'not-comparable'>])[] = [
    ['++', 'same'],
    ['++', 'other-level'],
    ['+', 'only-computed'],
    ['', 'only-published'],
    ['++', 'opposite'],
  ];
  const example = sheets.find((sheet) => sheet.name === 'estimates');
  return [
    { cells: [styled(workbook.reading, styles.heading)] },
    wideRow(workbook.readingMarks, 2, ACROSS),
    wideRow(`${tables.notes.signs} ${tables.notes.stars}`, 2, ACROSS),
    wideRow(workbook.readingColours, 2, ACROSS),
    ...marks.map(([mark, category]) => ({
      cells: [styled(mark || null, markStyle(mark, category)), styled(page.legend[category], styles.text)],
    })),
    ...(example && estimates.length > 0
      ? [
          wideRow(workbook.readingEstimates, 2, ACROSS),
          { cells: [styled(workbook.python, styles.text), styled('pandas.read_excel("report.xlsx", sheet_name="estimates")', styles.code)] }, // prettier-ignore
          { cells: [styled(workbook.r, styles.text), styled('readxl::read_excel("report.xlsx", sheet = "estimates")', styles.code)] }, // prettier-ignore
        ]
      : []),
  ];
}
