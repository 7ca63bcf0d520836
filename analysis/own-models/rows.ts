import type { Grouping, UnitRecord } from '../../data/records.js';
import { UsageError } from '../../data/problems.js';
import { dropReasons, forEachUnitYear, KEEP, userDrops, whyMissing } from '../models/sample.js';
import { asCompared } from '../models/users.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { isRecord, shown } from './check.js';
import { ownColumns, type OwnColumns } from './columns.js';

/**
 * One unit in one year, as the function `row` of a regression sees it. A value that is not there is NaN, and the row is
 * then left out with the reason why, whatever the function makes of it: what is asked for first decides the reason.
 */
export interface UnitYear {
  readonly unit: UnitRecord;
  /** The unit's position in `panel.units`. */
  readonly index: number;
  /** Calendar year. */
  readonly year: number;
  /** The outcome's value; higher is better. */
  readonly y: number;
  /** The outcome's value, or another's, so many years before; below 0: after. */
  lag(years: number, of?: Outcome): number;
  /** Another outcome's value the same year. */
  value(of: Outcome): number;
  /** 1 for a user of the area's öppna jämförelser, 0 for a non-user; others are left out. */
  user(): number;
  /** The unit's group, in one of the panel's groupings; '' where it has none, and the row is left out. */
  group(grouping: Grouping): string;
  /** A numeric column of units.csv. */
  covariate(name: string): number;
}

/** A row of a regression. Without `y` it is the outcome's value. */
export interface Row {
  readonly x: number;
  readonly y?: number;
  readonly controls?: Readonly<Record<string, number>>;
}

export interface RowsInput {
  readonly panel: Panel;
  readonly spec: Specification;
  readonly outcome: Outcome;
  /** First and last calendar year of the rows; those of the outcome where left out. */
  readonly years?: { readonly first: number; readonly last: number } | undefined;
  /** The row of a unit and year, or the reason why it is left out. */
  readonly row: (r: UnitYear) => Row | string;
}

/** The rows of units x years as columns, what was left out counted by reason. Throws what `row` throws. */
export function collectRows({ panel, spec, outcome, years = outcome.years, row }: RowsInput): OwnColumns {
  const rows: { unit: number; year: number; y: number; x: number; controls: Row['controls'] }[] = [];
  const dropped = new Map<string, number>();
  const cursor = new Cursor(panel, spec, outcome);
  forEachUnitYear(panel, years.first, years.last, (unit, t) => {
    cursor.move(unit, t);
    const given: unknown = row(cursor);
    if (typeof given !== 'string' && !isRecord(given))
      throw new UsageError(
        `row: found ${shown(given)}; expected { x }, { x, y, controls } or a text, the reason why it is left out`,
      );
    const y = typeof given === 'string' ? NaN : ((given as unknown as Row).y ?? cursor.y);
    const reason = cursor.missing ?? (typeof given === 'string' ? given : null);
    if (reason !== null) dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
    else {
      const { x, controls } = given as unknown as Row;
      rows.push({ unit, year: panel.years[t]!, y, x, controls });
    }
  });
  const names = Object.keys(rows[0]?.controls ?? {});
  for (const { controls = {} } of rows)
    if (Object.keys(controls).length !== names.length)
      throw new UsageError(
        `row: found the controls ${shown(Object.keys(controls).join(', '))} in one row and ${shown(names.join(', '))} in another; expected the same in each`,
      );
  return ownColumns(panel, {
    y: rows.map((r) => r.y),
    x: rows.map((r) => r.x),
    controls: Object.fromEntries(names.map((name) => [name, rows.map((r) => r.controls![name]!)])),
    units: rows.map((r) => r.unit),
    years: rows.map((r) => r.year),
    dropped: Object.fromEntries(dropped),
  });
}

/** One object for all rows: there may be a hundred thousand of them. */
class Cursor implements UnitYear {
  readonly #panel: Panel;
  readonly #spec: Specification;
  readonly #outcome: Outcome;
  #users: Int8Array | null = null;
  #unit = 0;
  #t = 0;
  /** Why a value that was asked for is not there. */
  missing: string | null = null;

  constructor(panel: Panel, spec: Specification, outcome: Outcome) {
    this.#panel = panel;
    this.#spec = spec;
    this.#outcome = outcome;
  }

  move(unit: number, t: number): void {
    this.#unit = unit;
    this.#t = t;
    this.missing = null;
  }

  get unit(): UnitRecord {
    return this.#panel.units[this.#unit]!;
  }
  get index(): number {
    return this.#unit;
  }
  get year(): number {
    return this.#panel.years[this.#t]!;
  }
  get y(): number {
    return this.value(this.#outcome);
  }

  #lack(reason: string): typeof NaN {
    this.missing ??= reason;
    return NaN;
  }

  value(of: Outcome): number {
    const at = this.#unit * this.#panel.years.length + this.#t;
    const reason = whyMissing(of, at);
    return reason === KEEP ? of.values[at]! : this.#lack(dropReasons[reason]!);
  }

  lag(years: number, of: Outcome = this.#outcome): number {
    if (!Number.isInteger(years))
      throw new UsageError(`lag: found ${shown(years)}; expected a whole number of years`);
    const t = this.#t - years;
    const year = this.year - years;
    const inside = t >= 0 && t < this.#panel.years.length && year >= of.years.first && year <= of.years.last;
    const at = this.#unit * this.#panel.years.length + t;
    return inside && whyMissing(of, at) === KEEP ? of.values[at]! : this.#lack('lag-missing');
  }

  user(): number {
    const { area } = this.#outcome;
    this.#users ??= userDrops(asCompared(this.#panel, area, this.#spec), area);
    const drop = this.#users[this.#unit]!;
    if (drop === KEEP) return 1;
    const reason = dropReasons[drop]!;
    return reason === 'user-status-non-user' ? 0 : this.#lack(reason);
  }

  group(grouping: Grouping): string {
    const found = this.#panel.groupings.get(grouping);
    if (!found)
      throw new UsageError(
        `group: found ${shown(grouping)}; expected one of ${[...this.#panel.groupings.keys()].join(', ')}`,
      );
    const code = found.codes[this.#unit]!;
    if (code >= 0) return found.levels[code]!;
    this.#lack('no-group');
    return '';
  }

  covariate(name: string): number {
    const { covariates } = this.unit;
    if (!Object.hasOwn(covariates, name))
      throw new UsageError(
        `covariate: found ${shown(name)}; expected a column of units.csv: ${Object.keys(covariates).join(', ') || 'it has none beyond the groupings'}`,
      );
    return covariates[name] ?? this.#lack('missing');
  }
}
