import type { Text } from '../data/codebook/codebook.js';
import type { About, InputFile, OwnLabels } from '../data/records.js';
import type { Estimate, Mark } from './estimate.js';
import type { Quality } from './quality/records.js';
import type { Specification } from './specification.js';

/** A user's own model that was run: what a reader of its tables must know. */
export interface ModelRecord {
  /** Without the `own:` that its estimates have before it. */
  readonly id: string;
  readonly title: Text;
  /** Labels of its columns, by key; a column without one is shown by its key. */
  readonly columns: Readonly<Record<string, Text>>;
  readonly options: Readonly<Record<string, string | number | boolean>>;
  /** The model's file first, then what it imports by path, from its folder; none for a model that no file was read for. */
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}

/** What was run on what: enough to run it again and get the same bytes. */
export interface Manifest {
  readonly package: 'oppna-jamforelser';
  readonly version: string;
  readonly node: string;
  /** The command as typed, `oj replicate --tables 2,8`. */
  readonly command: string;
  /** ISO 8601, from SOURCE_DATE_EPOCH where set. */
  readonly time: string;
  readonly seed: number;
  /** True: the data are simulated, and every output says so. */
  readonly synthetic: boolean;
  readonly data: About;
  /** The words of the data's own that reports show; left out where the data have none. */
  readonly labels?: OwnLabels;
  readonly inputs: readonly InputFile[];
  readonly warnings: { readonly count: number; readonly byCode: Readonly<Record<string, number>> };
  readonly units: number;
  readonly years: readonly number[];
  /** The user's own models; left out where none was run. */
  readonly models?: readonly ModelRecord[];
}

/** `results.json`, and what `--json` prints. */
export interface Results {
  readonly manifest: Manifest;
  readonly specification: Specification;
  readonly estimates: readonly Estimate[];
  /** The quality of the data, as `oj check` reports it; null where the run did not ask for it. */
  readonly quality: Quality | null;
}

/** How a computed mark stands beside the published one (specification, section 8). */
export type Category =
  'same' | 'other-level' | 'only-computed' | 'only-published' | 'opposite' | 'not-comparable';

/** One computed mark beside the published one. */
export interface CellComparison {
  readonly table: number;
  readonly row: string;
  readonly group: string | null;
  readonly column: string;
  /** The estimate's id. */
  readonly id: string;
  readonly computed: Mark | null;
  /** The readings that the published text allows: one, several, or none where the cell's place was lost. */
  readonly published: readonly Mark[];
  readonly category: Category;
  /** Why it is not comparable, a key of the message catalogue; else null. */
  readonly reason: 'not-estimable' | 'several-readings' | 'place-lost' | null;
}

/** Agreement over a set of comparable cells, beside what chance alone would give. */
export interface Agreement {
  /** `all`, or a kind of table: `anova`, `users`, `peers`, `staffing`; or a table's number as text. */
  readonly scope: string;
  readonly cells: number;
  readonly counts: Readonly<Record<Category, number>>;
  /** Share of the comparable cells with the same mark. */
  readonly observed: number | null;
  /** The same share expected if the two sets of marks were independent with these margins. */
  readonly expected: number | null;
  /** Cohen's kappa; null where the margins leave no room for chance (expected = 1) or no cell is comparable. */
  readonly kappa: number | null;
}

/** Every comparable cell, and the agreement in all, by kind of table and by table. */
export interface Comparison {
  readonly cells: readonly CellComparison[];
  readonly agreement: readonly Agreement[];
}
