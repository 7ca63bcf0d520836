import { UsageError } from '../../data/problems.js';
import type { Estimate } from '../estimate.js';
import {
  type DataColumn,
  type DataTable,
  estimatesTable,
  panelTable,
  type Row,
  rowsTable,
} from '../frames/index.js';
import type { Panel } from '../panel/panel.js';
import { defaultSpecification, type Specification } from '../specification.js';
import { describeLosses, float32Losses } from './float32.js';
import { type Danfo, type DanfoFrame, renamed } from './frame.js';
import { loadDanfo } from './load.js';

/** How values that 32 bits cannot hold are dealt with, and what a panel is scored under. */
export interface ToDanfoOptions {
  /** What to do about numbers that 32 bits cannot hold: `warn` (default), `refuse`, or `allow` without a word. */
  readonly float32?: 'warn' | 'refuse' | 'allow';
  /** Takes the warning; Node's process warnings by default. */
  readonly warn?: (message: string) => void;
  /** What a panel's answers are scored by. */
  readonly specification?: Specification;
  /** Whether estimates are made from synthetic data: the manifest's `synthetic`. Not asked of a panel, which knows. */
  readonly synthetic?: boolean;
}

/**
 * Rows, estimates, a panel (in long form, as `panelTable`) or such a table as a DataFrame of danfojs-node, which is loaded unless given. danfo is
 * for looking at data: no number of this package passes through it. What it does wrong, and what is done about it:
 *
 * - It takes a blank for 0 in a group's mean. Missing numbers and truths become NaN, of which danfo makes NaN: that
 *   group's mean is NaN until `dropNa()` has taken the rows away. Missing text is null. `count()` of a group counts
 *   NaN too: count after `dropNa()`.
 * - It takes `0114` for the number 114. Every column has its type from here, and codes are text; a code that is a number is refused. After
 *   `groupby` danfo guesses anew: the values are still text, the type it shows is `int32`.
 * - Frames compute in 32 bits (series and groups in 64): see `float32`.
 * - A column named as a member of danfo's DataFrame (`column`, `sample`, `values`) gets `_` after its name.
 *
 * What cannot be guarded from here: `readCSV` reads 0114 as 114 and a blank as null, which a group's mean counts as 0 (read
 * with `readFrame` or `readDataFolder`); grouping by two columns joins their texts with `-`, so that (`a-b`, `c`) and (`a`, `b-c`) become one group; a
 * group of '' and one of null are one; a group of a single row has the standard deviation 0.
 *
 * @param data rows by column, estimates, a panel, or what `panelTable` and `estimatesTable` give; at least one row
 * @param danfo danfojs-node, where it is already loaded
 * @throws UsageError where danfojs-node is missing, there are no rows, a column mixes types, a code is a number, or
 * (`float32: 'refuse'`) 32 bits do not hold a number.
 *
 * @example
 * ```ts
 * import * as danfo from 'danfojs-node';
 * import { fromDanfo, toDanfo } from 'oppna-jamforelser/danfo';
 * const rows = [{ unit: '0114', lan: 'A', answer: 40 }, { unit: '0115', lan: 'A', answer: null }];
 * const frame = await toDanfo(rows, danfo); // or toDanfo(rows), which loads it
 * frame.dropNa().groupby(['lan']).col(['answer']).mean().print(); // 40; without dropNa() NaN, never 20
 * console.log(fromDanfo(frame)); // the same rows
 * ```
 */
export async function toDanfo<F extends DanfoFrame = DanfoFrame>(
  data: readonly Row[] | readonly Estimate[] | DataTable | Panel,
  danfo?: Danfo<F>,
  options: ToDanfoOptions = {},
): Promise<F> {
  const table = tableOf(data, options);
  if (table.length === 0 || table.columns.length === 0)
    throw new UsageError(
      'toDanfo: found no rows; expected at least one, for danfo has no empty frame that works',
    );
  guardPrecision(table, options);
  const { DataFrame } = danfo ?? ((await loadDanfo()) as Danfo<F>);
  const columns = columnNames(table, DataFrame);
  const values = table.columns.map(cells);
  const rows = Array.from({ length: table.length }, (_, i) => values.map((column) => column[i]));
  return new DataFrame(rows, { columns, dtypes: table.columns.map(dtype) });
}

function tableOf(
  data: readonly Row[] | readonly Estimate[] | DataTable | Panel,
  options: ToDanfoOptions,
): DataTable {
  if (typeof data !== 'object' || data === null || !(Array.isArray(data) || isTable(data) || isPanel(data)))
    throw new UsageError(
      'toDanfo: found none of what it takes; expected rows by column, estimates, a panel, or a table of panelTable or estimatesTable',
    );
  if (isTable(data)) return data;
  if (isPanel(data)) return panelTable(data, options.specification ?? defaultSpecification);
  if (!isEstimates(data)) return rowsTable('rows', data);
  const table = estimatesTable(data, options.synthetic ?? false);
  // A frame must not say "not synthetic" where nobody has said so.
  return options.synthetic === undefined ? { ...table, columns: table.columns.slice(1) } : table;
}

const isTable = (data: object): data is DataTable =>
  !Array.isArray(data) && 'columns' in data && 'length' in data;

const isPanel = (data: object): data is Panel =>
  !Array.isArray(data) && 'indicators' in data && 'units' in data;

/** By what no plain row has: `extra` and `dropped` are objects. */
const isEstimates = (data: readonly Row[] | readonly Estimate[]): data is readonly Estimate[] =>
  data.length > 0 &&
  data.every((row: Row | Estimate) => typeof row === 'object' && row !== null && 'status' in row && typeof row.extra === 'object' && row.extra !== null && typeof row.dropped === 'object'); // prettier-ignore

function guardPrecision(table: DataTable, { float32 = 'warn', warn }: ToDanfoOptions): void {
  if (float32 === 'allow') return;
  const losses = float32Losses(table);
  if (losses.length === 0) return;
  const message = `toDanfo: ${describeLosses(losses)}`;
  if (float32 === 'refuse') throw new UsageError(`${message}; expected numbers that 32 bits hold`);
  (warn ?? ((text: string) => process.emitWarning(text)))(message);
}

/** The names of the columns in a frame of this danfo. */
function columnNames({ columns }: DataTable, DataFrame: Danfo['DataFrame']): string[] {
  const empty = new DataFrame([[0]], { columns: ['x y z'], dtypes: ['int32'] });
  return columns.map(({ name }) => renamed(name, empty));
}

/** Missing is null in text, where danfo knows it, and NaN in numbers and truths, where it would count null as 0. */
const cells = ({ type, values }: DataColumn): readonly unknown[] =>
  type === 'text' ? values : Array.from<unknown, unknown>(values, (value) => value ?? NaN);

/** Whole numbers with a gap are `float32`: a tensor of `int32` would hold 0 for NaN. */
function dtype({ type, values }: DataColumn): string {
  if (type === 'text') return 'string';
  if (type === 'boolean') return 'boolean';
  return type === 'int32' && values.every((value) => value !== null) ? 'int32' : 'float32';
}
