import { UsageError } from '../../data/problems.js';
import { shown } from './check.js';
import type { ModelOptions, OptionValue, OwnModel } from './model.js';

type Described = Pick<OwnModel, 'id' | 'defaults'>;

/**
 * A model's options: its defaults with those that are set, each of its default's type.
 * @throws UsageError naming the option that the model does not have, or whose value is of another type
 */
export function optionsOf({ id, defaults }: Described, set: ModelOptions): ModelOptions {
  for (const [name, value] of Object.entries(set)) {
    if (!Object.hasOwn(defaults, name))
      throw new UsageError(
        `model ${id}: found an option ${shown(name)}; expected ${Object.keys(defaults).join(', ') || 'none: the model has no options'}`,
      );
    if (typeof value !== typeof defaults[name] || (typeof value === 'number' && !Number.isFinite(value)))
      throw new UsageError(
        `model ${id}, option ${name}: found ${shown(value)}; expected ${wanted(defaults[name]!)}`,
      );
  }
  return { ...defaults, ...set };
}

/**
 * What `--set` says, `lag=2` or `lagged-level.lag=2`, for each of the models.
 * @throws UsageError for a text of another form, a name that no model has, a value of another type than the default
 */
export function readSettings(settings: readonly string[], models: readonly Described[]): ModelOptions[] {
  const read = models.map((): Record<string, OptionValue> => ({}));
  for (const setting of settings) {
    const [, only, name, text] = /^(?:([a-z][a-z0-9-]*)\.)?(\w+)=(.*)$/s.exec(setting) ?? [];
    if (name === undefined || text === undefined)
      throw new UsageError(`--set: found ${shown(setting)}; expected name=value, lag=2`);
    const found = models.flatMap((model, i) =>
      (only === undefined || only === model.id) && Object.hasOwn(model.defaults, name) ? [i] : [],
    );
    if (found.length === 0)
      throw new UsageError(`--set: no model has the option ${shown(setting)}; there are: ${list(models)}`);
    for (const i of found) read[i]![name] = valueOf(name, text, models[i]!.defaults[name]!);
  }
  return read;
}

const list = (models: readonly Described[]): string =>
  models
    .map(({ id, defaults }) => {
      const names = Object.entries(defaults).map(([name, value]) => `${name}=${value}`);
      return `${id} (${names.join(', ') || 'none'})`;
    })
    .join('; ');

function valueOf(name: string, text: string, standard: OptionValue): OptionValue {
  if (typeof standard === 'string') return text;
  if (typeof standard === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  const number = text.trim() === '' ? NaN : Number(text.replace(',', '.'));
  if (typeof standard === 'number' && Number.isFinite(number)) return number;
  throw new UsageError(`--set ${name}: found ${shown(text)}; expected ${wanted(standard)}`);
}

const wanted = (standard: OptionValue): string =>
  typeof standard === 'number'
    ? `a number, such as ${standard}`
    : typeof standard === 'boolean'
      ? 'true or false'
      : 'a text';
