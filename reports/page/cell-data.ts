import type { Category } from '../../analysis/results.js';
import type { Lang } from '../locales/language.js';

/**
 * What the page's script knows of the cells: written by `cells.ts`, read by `client/`. Once for all languages:
 * numbers as in the estimates, words of data in each language. Nothing but types and pure functions, so that both
 * sides share them.
 */
export interface CellsData {
  readonly synthetic: boolean;
  /** Confidence level of the intervals, 0.95. */
  readonly level: number;
  /** The options that `oj explain` needs to compute on the same data by the same specification, quoted for a shell. */
  readonly options: string;
  readonly areas: readonly { readonly id: string; readonly label: Words }[];
  readonly choices: readonly ChoiceData[];
  readonly tables: readonly TableData[];
}

/** A text of data in the languages that the page has. */
export type Words = Partial<Readonly<Record<Lang, string>>>;

/** An open choice with the value in use. */
export interface ChoiceData {
  /** Path of the field in the specification, `peers.comparison`. */
  readonly path: string;
  readonly value: string;
  readonly what: Words;
}

export interface TableData {
  /** The id of its element, `table-08`. */
  readonly id: string;
  readonly model: string;
  readonly area: string | null;
  readonly title: Words;
  readonly columns: readonly { readonly key: string; readonly head: Words }[];
  /** The rows that hold cells, in the order of the page. */
  readonly rows: readonly RowData[];
}

export interface RowData {
  readonly label: Words;
  readonly group: Words | null;
  /** Unit of the outcome, a key of the catalogue's `unitsOfDifference`. */
  readonly unit: string | null;
  /** Table and row as `oj explain` takes them, quoted for a shell; null where the appendix has no such cell. */
  readonly explain: string | null;
  readonly cells: readonly PackedCell[];
}

/** A cell as the panel shows it: fields of the estimate and of its comparison by their own names. */
export interface CellData {
  /** The computed mark; null where not estimable. */
  readonly mark: string | null;
  /** Why not estimable, a key of the catalogue's reasons. */
  readonly reason: string | null;
  readonly published: readonly string[] | null;
  readonly category: Category | null;
  /** Why not comparable. */
  readonly categoryReason: string | null;
  readonly estimate: number | null;
  readonly se: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly df2: number | null;
  readonly p: number | null;
  readonly familySize: number | null;
  readonly pHolm: number | null;
  readonly pBenjaminiHochberg: number | null;
  readonly pRomanoWolf: number | null;
  readonly bootstrapP: number | null;
  readonly n: number | null;
  readonly units: number | null;
  readonly clusters: number | null;
  readonly users: number | null;
  readonly nonUsers: number | null;
  readonly minimumDetectable: number | null;
  readonly verdict: string | null;
  /** Rows that did not enter the model, by reason. */
  readonly dropped: Readonly<Record<string, number>> | null;
}

/** A cell's fields in the order of `cellFields`, those that are null at its end left out. */
export type PackedCell = readonly unknown[];

/** The order of a packed cell. */
export const cellFields = [
  'mark', 'category', 'published', 'estimate', 'p', 'se', 'ciLow', 'ciHigh', 'statistic', 'df', 'n', 'units', 'clusters', 'dropped',
  'familySize', 'pHolm', 'pBenjaminiHochberg', 'minimumDetectable', 'df2', 'users', 'nonUsers', 'pRomanoWolf', 'bootstrapP', 'verdict',
  'reason', 'categoryReason',
] as const satisfies readonly (keyof CellData)[]; // prettier-ignore

export function packCell(cell: CellData): PackedCell {
  const values = cellFields.map((field) => cell[field]);
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return values;
}

export const unpackCell = (packed: PackedCell): CellData =>
  Object.fromEntries(cellFields.map((field, i) => [field, packed[i] ?? null])) as unknown as CellData;

/** p adjusted for the family-wise error, as in `inference/extra.ts`: Romano and Wolf's where there is one, else Holm's. */
export const adjustedP = ({ pRomanoWolf, pHolm }: CellData): number | null => pRomanoWolf ?? pHolm;

/** The choices of the specification that a column of a model's tables depends on. */
export function choicesOf(
  { choices }: Pick<CellsData, 'choices'>,
  model: string,
  column: string,
): readonly ChoiceData[] {
  return choices.filter(({ path }) => {
    const [part, field] = path.split('.');
    if (part !== model) return false;
    // Of the user tables one column pools the years; year effects and its covariance are its alone.
    if (model !== 'users' || field === 'other') return true;
    return (column === 'totalt') !== (field === 'yearlyCovariance');
  });
}
