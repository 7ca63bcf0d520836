import { quoteFound } from '../problems.js';
import type { CareUnitKind, UnitRecord } from '../records.js';
import { FirstRows } from './first-rows.js';
import type { FileReport } from './report.js';
import { clean, detach } from './text.js';
import { FIRST_YEAR, LAST_YEAR } from './year.js';

/** An id with its place in the register. */
export interface Entry {
  readonly id: string;
  readonly index: number;
}

interface CareUnitEntry extends Entry {
  unit: number;
  unitRow: number;
  kind: CareUnitKind | null;
  kindRow: number;
  kindReported: boolean;
}

const YEARS = LAST_YEAR - FIRST_YEAR + 1;

/** What is known of the units of care so far, to find rows that contradict an earlier one. */
export class CareUnitRegister {
  readonly #careUnits = new Map<string, CareUnitEntry>();
  readonly #measures = new Map<string, Entry>();
  readonly #firstRows = new FirstRows();
  readonly #units: readonly UnitRecord[];
  readonly #report: FileReport;

  constructor(units: readonly UnitRecord[], report: FileReport) {
    this.#units = units;
    this.#report = report;
  }

  /** The unit of care with this id, or null for an empty cell (`empty-code`). */
  careUnit(cell: string, row: number): CareUnitEntry | null {
    const known = this.#careUnits.get(cell);
    if (known) return known;
    const id = clean(cell);
    if (id === '') return this.#reportEmpty('care_unit', row);
    const entry = this.#careUnits.get(id) ?? {
      id: detach(id),
      index: this.#careUnits.size,
      unit: -1,
      unitRow: 0,
      kind: null,
      kindRow: 0,
      kindReported: false,
    };
    this.#careUnits.set(entry.id, entry);
    if (cell !== id) this.#careUnits.set(cell, entry);
    return entry;
  }

  /** The measure with this id, or null for an empty cell (`empty-code`). */
  measure(cell: string, row: number): Entry | null {
    const known = this.#measures.get(cell);
    if (known) return known;
    const id = clean(cell);
    if (id === '') return this.#reportEmpty('measure', row);
    const entry = this.#measures.get(id) ?? { id: detach(id), index: this.#measures.size };
    this.#measures.set(entry.id, entry);
    if (cell !== id) this.#measures.set(cell, entry);
    return entry;
  }

  /**
   * `two-municipalities`: a unit of care lies in one municipality. It may go from a district to the municipality that
   * the district belongs to (Malmö did in 2018).
   */
  checkMunicipality(careUnit: CareUnitEntry, unit: number, row: number): void {
    if (careUnit.unit < 0) {
      careUnit.unit = unit;
      careUnit.unitRow = row;
      return;
    }
    if (unit === careUnit.unit) return;
    const [first, now] = [this.#units[careUnit.unit]!, this.#units[unit]!];
    if (first.municipality === now.municipality) return;
    this.#report.error('two-municipalities', {
      row,
      column: 'unit',
      found: `${quoteFound(careUnit.id)} in ${now.id}, and in ${first.id} in row ${careUnit.unitRow}`,
      expected: 'a unit of care in one municipality',
      cure: 'correct the unit, or give the two units of care ids of their own',
    });
  }

  /** `kind-changes`, a warning, once for each unit of care. */
  checkKind(careUnit: CareUnitEntry, kind: CareUnitKind, row: number): void {
    if (careUnit.kind === null) {
      careUnit.kind = kind;
      careUnit.kindRow = row;
      return;
    }
    if (kind === careUnit.kind || careUnit.kindReported) return;
    careUnit.kindReported = true;
    this.#report.warning('kind-changes', {
      row,
      column: 'kind',
      found: `${quoteFound(careUnit.id)} as ${kind}, and as ${careUnit.kind} in row ${careUnit.kindRow}`,
      expected: 'the same kind in all rows of a unit of care',
      cure: 'both are kept as written: correct the kind if the unit did not change',
    });
  }

  /** Whether no earlier row has this unit of care, year and measure; else `duplicate-care-unit-row`. */
  isFirst(careUnit: Entry, year: number, measure: Entry, row: number): boolean {
    const first = this.#firstRows.check(measure.index * YEARS + (year - FIRST_YEAR), careUnit.index, row);
    if (first === 0) return true;
    const what = quoteFound(`${careUnit.id}, ${year}, ${measure.id}`);
    this.#report.error('duplicate-care-unit-row', {
      row,
      column: null,
      found: `${what}, which row ${first} has already`,
      expected: 'one row for each unit of care, year and measure',
      cure: `take row ${row} or row ${first} away`,
    });
    return false;
  }

  #reportEmpty(column: string, row: number): null {
    const cure = `write the ${column}`;
    this.#report.error('empty-code', { row, column, found: 'an empty cell', expected: 'a code', cure });
    return null;
  }
}
