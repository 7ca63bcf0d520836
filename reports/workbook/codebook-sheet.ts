import {
  codebook,
  type Composite,
  type Item,
  type KoladaId,
  type OutcomeDefinition,
  type Rule,
  type StaffingMeasure,
} from '../../data/codebook/codebook.js';
import { areaLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { ROWS_ABOVE, rowsAbove } from './frame.js';
import { styled, type CellValue, type Sheet, type StyledCell } from './sheet.js';
import { styles } from './styles.js';

type Column = keyof ReturnType<typeof messages>['workbook']['codebookHeads'];
type Entry = Partial<Record<Column, CellValue>>;

const columns = [
  'kind', 'id', 'area', 'survey', 'row', 'group', 'sv', 'en', 'type', 'scale', 'better', 'unit', 'from', 'to', 'consistent',
  'comment', 'changes', 'made', 'kolada',
] as const satisfies readonly Column[]; // prettier-ignore

const WIDTHS: Partial<Record<Column, number>> = { id: 34, area: 24, row: 28, group: 24, sv: 44, en: 44, scale: 18, unit: 18, changes: 36, made: 40, kolada: 30 }; // prettier-ignore
const WIDTH = 12;

/** The codebook of the appendix: what the indicators of the tables are, one row each. */
export function codebookSheet(name: string, contents: string, synthetic: boolean, lang: Lang): Sheet {
  const text = messages(lang).workbook;
  const { items, outcomes, composites, measures } = codebook();
  const entries = [
    ...items.map((item) => itemEntry(item, lang)),
    ...outcomes.map((outcome) => outcomeEntry(outcome, lang)),
    ...composites.map((composite) => compositeEntry(composite, lang)),
    ...measures.map((measure) => measureEntry(measure, lang)),
  ];
  const head = ROWS_ABOVE + 1;
  return {
    name,
    holds: text.codebookHolds,
    synthetic,
    rows: [
      ...rowsAbove(text.codebookHolds, synthetic, contents, lang),
      { cells: columns.map((column) => styled(text.codebookHeads[column], styles.head)), height: 32 },
      ...entries.map((entry) => ({ cells: columns.map((column) => cellOf(entry[column] ?? null, column)) })),
    ],
    count: entries.length,
    widths: columns.map((column) => WIDTHS[column] ?? WIDTH),
    frozen: { rows: head, columns: 2 },
    filter: { head, last: head + entries.length, columns: columns.length },
  };
}

const cellOf = (value: CellValue, column: Column): StyledCell =>
  styled(value, (WIDTHS[column] ?? WIDTH) > WIDTH ? styles.wrap : styles.text);

const common = (
  kind: 'item' | 'outcome' | 'composite' | 'measure',
  { id, area, label }: { id: string; area: string; label: { sv: string; en: string } },
  lang: Lang,
): Entry => ({
  kind: messages(lang).workbook.kinds[kind],
  id,
  area: areaLabel(area, lang),
  sv: label.sv,
  en: label.en,
});

const itemEntry = (item: Item, lang: Lang): Entry => ({
  ...common('item', item, lang),
  survey: item.survey,
  type: item.type,
  scale: item.scale?.join(', ') ?? null,
  better: item.better,
  from: item.from,
  to: item.to,
  consistent: item.consistent,
  comment: item.comment,
  changes: item.changes.map(({ year, what }) => `${year}: ${what[lang]}`).join('\n'),
  kolada: koladaText(item.kolada),
});

const outcomeEntry = (outcome: OutcomeDefinition, lang: Lang): Entry => ({
  ...common('outcome', outcome, lang),
  survey: outcome.survey,
  row: outcome.row,
  group: outcome.group,
  unit: term(messages(lang).units, outcome.unit),
  made: madeOf(outcome.rule),
});

const compositeEntry = (composite: Composite, lang: Lang): Entry => ({
  ...common('composite', composite, lang),
  made: `mean: ${composite.items.join(', ')}`,
});

const measureEntry = (measure: StaffingMeasure, lang: Lang): Entry => ({
  ...common('measure', measure, lang),
  survey: measure.survey,
  row: measure.row,
  unit: term(messages(lang).units, measure.unit),
  from: measure.from,
  to: measure.to,
  kolada: koladaText(measure.kolada),
});

/** The rule by its name in the codebook, and the items that it takes. */
function madeOf(rule: Rule): string {
  if (rule.kind === 'item') return rule.item;
  const joint = 'joint' in rule && rule.joint !== null ? [rule.joint] : [];
  return `${rule.kind}: ${[...joint, ...rule.items].join(', ')}`;
}

const koladaText = (ids: readonly KoladaId[]): string => ids.map(({ id, match }) => `${id} (${match})`).join(', '); // prettier-ignore
