import { type Problem, quoteFound } from '../problems.js';
import type { Suggestion } from './place-suggestions.js';
import type { UnitMatch } from './places.js';
import type { SheetCell } from './sheet.js';
import type { SkrTable } from './skr-columns.js';

type Rest = Pick<Problem, 'found' | 'expected' | 'cure'>;

const MAPPING = 'settle it in a mapping file (--write-mapping FILE writes a draft, --mapping FILE reads it)';

/** The problems of one sheet. None tells what a unit has answered, unless `reveal`. */
export class SkrProblems {
  readonly problems: Problem[] = [];
  readonly #file: string;
  readonly #reveal: boolean;

  constructor(file: string, sheet: string, reveal: boolean) {
    this.#file = sheet === '' ? file : `${file}, sheet ${sheet}`;
    this.#reveal = reveal;
  }

  noTable(headings: readonly string[], others: boolean): void {
    const found =
      headings.length === 0
        ? 'no headings'
        : `the headings ${headings.slice(0, 12).map(quoteFound).join(', ')}`;
    const expected =
      'a column for the unit (Kommunkod, Kommun, Stadsdel) and the flags of an area (Äldreomsorg: Kvalitetsutveckling)';
    this.#add(others ? 'warning' : 'error', 'no-table', null, null, { found, expected, cure: MAPPING });
  }

  columns({ columns, doubled }: SkrTable): void {
    for (const { label, meaning } of columns)
      if (meaning === null) {
        const isDouble = doubled.includes(label);
        const found = isDouble
          ? `${quoteFound(label)}, which says the same as another column`
          : quoteFound(label);
        const cure = `the column is left out; where it is needed, ${MAPPING}`;
        const expected = 'a heading that tells a unit, an area, or one use of one area';
        this.#add('warning', isDouble ? 'same-column' : 'unknown-column', null, label, {
          found,
          expected,
          cure,
        });
      }
  }

  noUnit(row: number): void {
    const cure = 'write the unit, or take the row away';
    this.#add('error', 'no-unit', row, null, {
      found: 'answers without a unit',
      expected: 'a code or a name',
      cure,
    });
  }

  unknownPlace(row: number, text: string, match: UnitMatch | null, suggestions: readonly Suggestion[]): void {
    const names = suggestions.map((s) => `${s.unit} ${s.name}`).join(', ');
    const found = quoteFound(text) + (match?.note ? ` (${match.note})` : '');
    const cure = `${MAPPING}${names ? `; perhaps ${names}` : ''}; the row is not used`;
    const expected = 'a municipality or city district that can be told for certain';
    this.#add('error', match ? 'doubtful-unit' : 'unknown-unit', row, null, { found, expected, cure });
  }

  notOfYear(row: number, { name, note }: UnitMatch): void {
    const expected = 'a unit of the survey';
    this.#add('error', 'unit-not-of-the-year', row, null, {
      found: `${name} (${note ?? ''})`,
      expected,
      cure: 'name the municipality, or take the row away; the row is not used',
    });
  }

  splitCity(row: number, { name, note }: UnitMatch): void {
    this.#add('warning', 'city-with-districts', row, null, {
      found: `${name} (${note ?? ''})`,
      expected: 'its districts',
      cure: 'the row is used for the city as a whole; no district takes over its flags',
    });
  }

  unknownArea(row: number, area: string): void {
    const expected = 'an area of the appendix, or another of SKR’s';
    this.#add('error', 'unknown-area', row, null, {
      found: quoteFound(area),
      expected,
      cure: `${MAPPING}; the row is not used`,
    });
  }

  unreadable(row: number, column: string, cell: SheetCell): void {
    const shown = quoteFound(cell.error ?? cell.text);
    const found = this.#reveal ? shown : 'something that is no flag (--reveal shows it)';
    const expected = '1/0, Ja/Nej, X, or nothing';
    this.#add('error', 'not-a-flag', row, column, {
      found,
      expected,
      cure: 'correct the cell; the area is not used for the row',
    });
  }

  bothFlags(row: number): void {
    const cure =
      'look up the answer: a unit cannot have used the results and not used them at all; the row’s area is not used';
    this.#add('error', 'both-flags', row, null, { found: 'both flags set', expected: 'at most one', cure });
  }

  conflict(key: string, places: readonly string[]): void {
    const found = `${key}, with different answers (${places.join('; ')})`;
    const cure = 'take all but one away; none is used';
    this.#add('error', 'rows-disagree', null, null, {
      found,
      expected: 'one row for each unit and area',
      cure,
    });
  }

  repeated(key: string, places: readonly string[]): void {
    const found = `${key}, several times with the same answer (${places.join('; ')})`;
    this.#add('warning', 'repeated-row', null, null, {
      found,
      expected: 'one row for each unit and area',
      cure: 'the first is used',
    });
  }

  #add(
    severity: Problem['severity'],
    code: string,
    row: number | null,
    column: string | null,
    rest: Rest,
  ): void {
    this.problems.push({
      severity,
      code,
      file: this.#file,
      row: row === null ? null : row + 1,
      column,
      ...rest,
    });
  }
}
