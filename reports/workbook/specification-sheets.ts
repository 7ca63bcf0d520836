import type { Specification } from '../../analysis/specification.js';
import { messages, type Lang } from '../locales/language.js';
import type { OpenChoice } from '../document/context.js';
import { ROWS_ABOVE, rowsAbove } from './frame.js';
import { styled, type CellValue, type Sheet, type StyledCell } from './sheet.js';
import { styles } from './styles.js';

interface Place {
  readonly name: string;
  readonly contents: string;
  readonly synthetic: boolean;
  readonly lang: Lang;
}

/** The choices that the appendix leaves open: what this run used, the default, the rivals, and why. */
export function assumptionsSheet(
  assumptions: readonly OpenChoice[],
  specification: Specification,
  place: Place,
): Sheet {
  const { page, workbook } = messages(place.lang);
  const heads = workbook.assumptionHeads;
  const fields = new Map(leaves(specification));
  const rows = assumptions.map((a) => {
    const used = fields.get(a.path) ?? a.default;
    const changed = JSON.stringify(used) !== JSON.stringify(a.default);
    return [
      styled(a.path, styles.code),
      styled(a.what[place.lang], styles.wrap),
      valueCell(used),
      valueCell(a.default),
      styled(changed ? workbook.changed.yes : workbook.changed.no, changed ? styles.flag : styles.text),
      styled(a.rivals.map(text).join(', '), styles.wrap),
      styled(a.why[place.lang], styles.wrap),
    ];
  });
  const order = [heads.path, heads.choice, heads.used, heads.default, heads.changed, heads.rivals, heads.why];
  return table(page.sections.assumptions, order, rows, [30, 48, 16, 16, 10, 36, 60], place);
}

/** Every field of the specification by its path: what `--spec` can set. */
export function specificationSheet(specification: Specification, place: Place): Sheet {
  const { specificationHolds: holds, specificationHeads: heads } = messages(place.lang).workbook;
  const rows = leaves(specification).map(([path, value]) => [styled(path, styles.code), valueCell(value)]);
  return table(holds, [heads.path, heads.value], rows, [44, 40], place);
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly StyledCell[])[],
  widths: readonly number[],
  { name, contents, synthetic, lang }: Place,
): Sheet {
  const head = ROWS_ABOVE + 1;
  return {
    name,
    holds: title,
    synthetic,
    rows: [
      ...rowsAbove(title, synthetic, contents, lang),
      { cells: heads.map((text) => styled(text, styles.head)) },
      ...rows.map((cells) => ({ cells })),
    ],
    count: rows.length,
    widths,
    frozen: { rows: head, columns: 1 },
    filter: { head, last: head + rows.length, columns: heads.length },
  };
}

/** The fields of an object with their dotted paths; lists and null are values. */
function leaves(value: object, above = ''): [path: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? leaves(inner as object, `${above}${key}.`)
      : [[above + key, inner]],
  );
}

/** A value as the specification's JSON has it: numbers and true stay what they are, text without its quotes. */
function valueCell(value: unknown): StyledCell {
  const plain: CellValue =
    typeof value === 'number' || typeof value === 'boolean' ? value : value === null ? 'null' : text(value);
  return styled(plain, styles.code);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
