import type { Text } from '../../data/codebook/codebook.js';
import { models, type OwnModelName } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import type { CellMaker, MadeCell } from './cells.js';
import { checked, faultOf, isRecord, shown } from './check.js';
import type { OwnRecord } from './own-record.js';

/** What an option can be. */
export type OptionValue = string | number | boolean;
/** Options by name. */
export type ModelOptions = Readonly<Record<string, OptionValue>>;

/** Options as a model reads them: `{ lag: 1 }` is a number, whatever number it is. */
export type OptionsOf<O extends ModelOptions> = {
  readonly [K in keyof O]: O[K] extends number ? number : O[K] extends boolean ? boolean : string;
};

/** What a model is run on. */
export interface ModelContext<O extends ModelOptions = ModelOptions> {
  readonly panel: Panel;
  readonly spec: Specification;
  /** The outcomes asked for; all of the panel where none are. */
  readonly outcomes: readonly Outcome[];
  readonly options: OptionsOf<O>;
  /** Makes cells: `cells.regression(...)`, `cells.estimate(...)`, `cells.refuse(...)`. */
  readonly cells: CellMaker;
}

/** A model as its author writes it. */
export interface ModelDefinition<O extends ModelOptions> {
  /** Small letters, digits and hyphens, `lagged-level`: tables are named `own:lagged-level:<area>`. */
  readonly id: string;
  /** What the tables are called; one text serves both languages. */
  readonly title: Text | string;
  /** What the columns are called, by key. A column without a label is shown by its key. */
  readonly columns?: Readonly<Record<string, Text | string>>;
  /** The options and their values unless `--set name=value` gives others. */
  readonly defaults?: O;
  /** Yields the cells of the tables, each estimated when it is asked for. */
  run(context: ModelContext<O>): Iterable<MadeCell | OwnRecord>;
}

const MODEL = Symbol.for('oppna-jamforelser.own-model');

/** A model that has been checked: what `runModel` and `oj run` take. */
export interface OwnModel<O extends ModelOptions = ModelOptions> {
  readonly [MODEL]: true;
  readonly id: string;
  readonly title: Text;
  readonly columns: Readonly<Record<string, Text>>;
  readonly defaults: O;
  /** Yields the cells, as its author wrote it. */
  run(context: ModelContext<O>): Iterable<MadeCell | OwnRecord>;
}

/**
 * A model of one's own, whose cells go the way of the appendix's: tables, figures, inference, `oj explain`, every format.
 * @throws UsageError saying which field is wrong, what was found and what was expected
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, defineModel, demoFolder, readDataFolder, runModel } from 'oppna-jamforelser';
 *
 * const lagged = defineModel({
 *   id: 'lagged-level',
 *   title: { sv: 'Nivån ett år tidigare', en: 'The level one year before' },
 *   defaults: { lag: 1 },
 *   *run({ outcomes, options, cells }) {
 *     for (const outcome of outcomes)
 *       yield cells.regression({ outcome, column: 'lag', row: (r) => ({ x: r.lag(options.lag) }) });
 *   },
 * });
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const { estimates } = runModel(lagged, panel, defaultSpecification, { area: 'ekonomiskt-bistand' });
 * console.log(estimates.map((e) => `${e.row}: ${e.mark}`));
 * ```
 */
export function defineModel<O extends ModelOptions = Readonly<Record<never, never>>>(
  definition: ModelDefinition<O>,
): OwnModel<O> {
  checked(definition, fields, 'defineModel');
  const { id, title, columns = {}, defaults = {} as O } = definition;
  return {
    [MODEL]: true,
    id,
    title: both(title),
    columns: Object.fromEntries(Object.entries(columns).map(([key, label]) => [key, both(label)])),
    defaults: { ...defaults },
    // A definition may be written as a class: its own `this` is kept.
    run: (context) => definition.run(context),
  };
}

export const isModel = (value: unknown): value is OwnModel =>
  typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[MODEL] === true;

/** The name that the estimates of a model carry. */
export const modelName = ({ id }: Pick<OwnModel, 'id'>): OwnModelName => `own:${id}`;

const both = (text: Text | string): Text => (typeof text === 'string' ? { sv: text, en: text } : text);

const MOST_LETTERS = 200;

const isText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MOST_LETTERS;

const isBoth = (value: unknown): boolean =>
  isText(value) ||
  (isRecord(value) && isText(value['sv']) && isText(value['en']) && Object.keys(value).length === 2);

const BOTH = `a text of at most ${MOST_LETTERS} characters, or { sv, en } with one in each language`;

const isOption = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

const fields = {
  id: (value: unknown) => {
    if (typeof value !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(value))
      return 'small letters, digits and hyphens, at most 40, beginning with a letter, such as lagged-level';
    return (models as readonly string[]).includes(value)
      ? `a name that is not one of the house's own models (${models.join(', ')})`
      : null;
  },
  title: (value: unknown) => (isBoth(value) ? null : BOTH),
  columns: (value: unknown) => {
    if (value === undefined) return null;
    if (!isRecord(value)) return 'labels by column key, { lag1: { sv, en } }';
    const wrong = Object.keys(value).find((key) => !isBoth(value[key]));
    return wrong === undefined ? null : faultOf(wrong, value[wrong], BOTH);
  },
  defaults: (value: unknown) => {
    if (value === undefined) return null;
    if (!isRecord(value)) return 'options by name, { lag: 1 }';
    const unnamed = Object.keys(value).find((key) => !/^[A-Za-z]\w{0,39}$/.test(key));
    if (unnamed !== undefined)
      return `names of letters, digits and _, at most 40; this is none: ${shown(unnamed)}`;
    const wrong = Object.keys(value).find((key) => !isOption(value[key]));
    return wrong === undefined
      ? null
      : faultOf(wrong, value[wrong], 'a text, a finite number, true or false');
  },
  run: (value: unknown) =>
    typeof value === 'function'
      ? null
      : 'a generator of cells, *run({ panel, spec, outcomes, options, cells }) { yield ... }',
};
