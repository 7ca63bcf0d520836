import type { Grouping } from '../../data/records.js';
import type { Estimate } from '../estimate.js';
import type { Head } from '../models/cell.js';
import { free } from '../read-results/schema.js';
import { type Check, isRecord } from './check.js';
import { modelName, type OwnModel } from './model.js';
import type { CellPlace } from './regression.js';

const kinds: readonly unknown[] = ['level', 'improvement', 'change', 'mean', 'minimum'];
const samples: readonly unknown[] = ['all', 'users', 'users+non-users'];

const among =
  (values: readonly unknown[]): Check =>
  (value) =>
    value === undefined || values.includes(value) ? null : `one of ${values.join(', ')}`;

const MOST_LETTERS = 100;

export const isShortText = (v: unknown): boolean =>
  typeof v === 'string' && v.trim() !== '' && v.length <= MOST_LETTERS;

/** What every cell says of its place and kind; `groupings` are those of the panel. */
export const placeChecks = (groupings: readonly Grouping[]) =>
  ({
    outcome: (v: unknown) =>
      isShortText(v) ||
      (isRecord(v) &&
        ['id', 'area', 'row'].every((key) => typeof v[key] === 'string') &&
        isRecord(v['years']))
        ? null
        : 'an outcome, or the id of one',
    column: (v: unknown) =>
      isShortText(v) ? null : `a column's key, a text of 1 to ${MOST_LETTERS} characters`,
    kind: among(kinds),
    sample: among(samples),
    grouping: among(groupings),
    lag: (v: unknown) => (v === undefined || Number.isInteger(v) ? null : 'a whole number of years'),
    unit: (v: unknown) =>
      v === undefined || isShortText(v) ? null : 'a unit of measurement, such as procent',
    extra: (v: unknown) =>
      v === undefined || (isRecord(v) && isPlain(v))
        ? null
        : 'plain data: texts, finite numbers, lists, objects',
  }) satisfies Record<string, Check>;

/** Whether JSON keeps a value as it is. */
function isPlain(value: unknown): boolean {
  try {
    const text = JSON.stringify(value);
    return text.length <= 100_000 && free(value) === null && free(JSON.parse(text)) === null;
  } catch {
    return false;
  }
}

/** The id and place of a cell, before anything is estimated; an outcome known by its id alone has no area. */
export function headOf(model: Pick<OwnModel, 'id'>, place: CellPlace): Head {
  const { outcome, column, kind = 'level', sample = 'all', grouping = null, lag, unit, extra = {} } = place;
  const name = modelName(model);
  const known = typeof outcome === 'string' ? null : outcome;
  const id = known?.id ?? (outcome as string);
  const table = known ? `${name}:${known.area}` : name;
  return {
    id: `${table}/${id}/${column}`,
    model: name,
    area: known?.area ?? null,
    indicator: id,
    row: known?.row ?? id,
    group: known?.group ?? null,
    table,
    column,
    outcome: kind,
    sample,
    grouping,
    // The record has room for the appendix's own lags; another stands in `extra`.
    lag: isLag(lag) ? lag : null,
    extra: {
      ...(lag === undefined || isLag(lag) ? {} : { lag }),
      ...(known ? { unit: unit ?? known.unit } : {}),
      // Apart from the house's own, which other parts of the program know by name.
      ...(Object.keys(extra).length > 0 ? { own: JSON.parse(JSON.stringify(extra)) as unknown } : {}),
    },
  };
}

const isLag = (lag: number | undefined): lag is NonNullable<Estimate['lag']> => lag === 1 || lag === 2;
