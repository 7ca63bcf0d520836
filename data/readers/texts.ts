import { codebook } from '../codebook/codebook.js';
import { quoteFound } from '../problems.js';
import {
  type CareUnitRecord,
  type OwnGrouping,
  type OwnLabels,
  type OwnTextKind,
  ownTextKinds,
} from '../records.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import type { Indicators } from './indicators.js';
import { isFirst, readText, warnNoRows } from './label-cells.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import type { CsvTable } from './table.js';
import { clean, detach, wordOf } from './text.js';
import type { Units } from './units.js';

/** What a folder has that texts can be of: ids by kind, null where they could not be read. */
export type Labelled = Readonly<Record<OwnTextKind, ReadonlySet<string> | null>>;

/** The ids of what was read. */
export function labelledOf(
  units: Units | null,
  indicators: Indicators | null,
  careUnits: readonly CareUnitRecord[] | null,
  groupings: readonly OwnGrouping[],
): Labelled {
  const groups = units?.records.flatMap(({ ownGroups = {} }) =>
    groupings.flatMap(({ grouping }) => {
      const group = ownGroups[grouping] ?? null;
      return group === null ? [] : [`${grouping}:${group}`];
    }),
  );
  return {
    indicator: indicators && new Set(indicators.records.map(({ id }) => id)),
    measure: careUnits && new Set(careUnits.map(({ measure }) => measure)),
    covariate: units && new Set(units.covariates),
    group: groups ? new Set(groups) : null,
  };
}

/**
 * The labels of `texts.csv` (kind,id,sv,en).
 *
 * Reports `unknown-text-kind`, `empty-code`, `duplicate-row` and what `readText` finds (errors), `known-label` where
 * the codebook's own label holds, `unknown-id`, `unknown-column` and `no-rows` (warnings).
 */
export function readTexts(table: CsvTable, labelled: Labelled, report: FileReport): OwnLabels['texts'] {
  const columns = matchColumns(table, ['kind', 'id', 'sv', 'en'], report);
  if (!columns) return [];
  warnUnknownColumns(columns, report);
  warnNoRows(table.numbers.length, 'texts', report);
  const { cells } = columns;
  const rows = new Map<string, number>();
  return table.numbers.flatMap((row, i) => {
    const kind = readKind(cells.kind[i]!, row, report);
    const id = clean(cells.id[i]!);
    const label = readText({ sv: cells.sv[i]!, en: cells.en[i]! }, { sv: 'sv', en: 'en' }, row, report);
    if (id === '') {
      const [found, expected] = ['an empty cell', 'the id of what the text is of'];
      report.error('empty-code', { row, column: 'id', found, expected, cure: 'write the id' });
    }
    if (kind === null || id === '') return [];
    if (!isFirst(`${kind} ${id}`, row, 'id', rows, report) || label === null) return [];
    if (isOfCodebook(kind, id, row, report)) return [];
    const ids = labelled[kind];
    if (ids && !ids.has(id)) warnUnknown(kind, id, ids, row, report);
    return [{ kind, id: detach(id), label }];
  });
}

function readKind(cell: string, row: number, report: FileReport): OwnTextKind | null {
  const kind = ownTextKinds.find((k) => k === wordOf(cell));
  if (kind) return kind;
  const close = nearest(clean(cell), ownTextKinds);
  report.error('unknown-text-kind', {
    row,
    column: 'kind',
    found: clean(cell) === '' ? 'an empty cell' : quoteFound(cell),
    expected: ownTextKinds.join(', '),
    cure: close ? `write ${close}` : 'write what the text is of',
  });
  return null;
}

/** The appendix's words are the same in every report: a text of the data's own does not change them. */
function isOfCodebook(kind: OwnTextKind, id: string, row: number, report: FileReport): boolean {
  const { items, measures } = codebook();
  const list = kind === 'indicator' ? items : kind === 'measure' ? measures : [];
  const known = list.find((entry) => entry.id === id);
  if (known)
    report.warning('known-label', {
      row,
      column: 'id',
      found: quoteFound(id),
      expected: `an id of kind ${kind} that the codebook does not know`,
      cure: `it is ignored: the codebook calls it ${quoteFound(known.label.sv)}; take the row away`,
    });
  return known !== undefined;
}

const where: Readonly<Record<OwnTextKind, string>> = {
  indicator: 'an indicator of indicators.csv',
  measure: 'a measure of care-units.csv',
  covariate: 'a covariate of units.csv',
  group: 'grouping:group, a grouping of groupings.csv and one of its groups in units.csv',
};

function warnUnknown(
  kind: OwnTextKind,
  id: string,
  ids: ReadonlySet<string>,
  row: number,
  report: FileReport,
): void {
  const close = nearest(id, ids);
  report.warning('unknown-id', {
    row,
    column: 'id',
    found: quoteFound(id),
    expected: where[kind],
    cure: close ? `write ${close}` : 'the text is shown nowhere: correct the id, or take the row away',
  });
}
