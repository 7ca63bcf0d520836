import { codebook } from '../codebook/codebook.js';
import { quoteFound } from '../problems.js';
import type { OwnLabels } from '../records.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import { isFirst, readText, warnNoRows } from './label-cells.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import type { CsvTable } from './table.js';
import { clean, detach } from './text.js';

/**
 * The labels of `areas.csv` (area,label_sv,label_en). `areas` are those that some indicator or measure has; null where
 * they could not be read, and nothing is then checked against them.
 *
 * Reports `empty-area`, `duplicate-row` and what `readText` finds (errors), `known-area`, `unknown-area`,
 * `unknown-column` and `no-rows` (warnings).
 */
export function readAreas(
  table: CsvTable,
  areas: ReadonlySet<string> | null,
  report: FileReport,
): OwnLabels['areas'] {
  const columns = matchColumns(table, ['area', 'label_sv', 'label_en'], report);
  if (!columns) return [];
  warnUnknownColumns(columns, report);
  warnNoRows(table.numbers.length, 'areas', report);
  const { cells } = columns;
  const rows = new Map<string, number>();
  return table.numbers.flatMap((row, i) => {
    const area = clean(cells.area[i]!);
    const label = readText(
      { sv: cells.label_sv[i]!, en: cells.label_en[i]! },
      { sv: 'label_sv', en: 'label_en' },
      row,
      report,
    );
    if (area === '') {
      const [found, expected] = ['an empty cell', 'an area of indicators.csv'];
      report.error('empty-area', { row, column: 'area', found, expected, cure: 'write the area' });
      return [];
    }
    if (!isFirst(area, row, 'area', rows, report) || label === null) return [];
    if (isOfCodebook(area, row, report)) return [];
    if (areas && !areas.has(area)) warnUnknown(area, row, areas, report);
    return [{ area: detach(area), label }];
  });
}

function isOfCodebook(area: string, row: number, report: FileReport): boolean {
  const known = codebook().areas.find((a) => a.id === area);
  if (known)
    report.warning('known-area', {
      row,
      column: 'area',
      found: quoteFound(area),
      expected: 'an area that the codebook does not know',
      cure: `it is ignored: the codebook calls it ${known.label.sv}; take the row away`,
    });
  return known !== undefined;
}

function warnUnknown(area: string, row: number, areas: ReadonlySet<string>, report: FileReport): void {
  const close = nearest(area, areas);
  report.warning('unknown-area', {
    row,
    column: 'area',
    found: quoteFound(area),
    expected: `an area that some indicator has${areas.size > 0 ? `: ${[...areas].slice(0, 8).join(', ')}` : ''}`,
    cure: close ? `write ${close}` : 'the label is shown nowhere: correct the area, or take the row away',
  });
}
