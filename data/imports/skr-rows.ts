import type { ImportedFlag } from './imported.js';
import { matchParts } from './place-parts.js';
import type { Suggestion } from './place-suggestions.js';
import { type Confidence, MARKS_LOST, type PlaceMatch, type UnitMatch } from './places.js';
import { placeIndex } from './place-index.js';
import type { Sheet } from './sheet.js';
import type { SkrTable } from './skr-columns.js';
import { type Area, areaOf, type Use } from './skr-headings.js';
import type { SkrMapping } from './skr-mapping.js';
import type { SkrProblems } from './skr-problems.js';
import { type RawRow, rawRows } from './skr-raw-rows.js';
import { answerOf, isAnswer } from './skr-values.js';

export type Sureness = Exclude<Confidence, 'doubtful'> | 'mapping';

export interface RowsRead {
  readonly flags: readonly ImportedFlag[];
  /** Rows below the header with anything in them. */
  readonly rows: number;
  /** Rows whose unit is known, by how surely. */
  readonly matched: Readonly<Record<Sureness, number>>;
  /** Rows and cells not used, by reason. */
  readonly left: Readonly<Record<string, number>>;
  readonly unsettled: {
    readonly units: ReadonlyMap<string, readonly Suggestion[]>;
    readonly areas: ReadonlySet<string>;
  };
}

export interface RowContext {
  readonly id: string;
  readonly mapping: SkrMapping;
  readonly year: number;
  readonly report: SkrProblems;
}

/** Reads the rows below the header of a table into flags; what it cannot use is reported and counted. */
export function readRows(sheet: Sheet, table: SkrTable, context: RowContext): RowsRead {
  const rows = rawRows(sheet, table, context.report);
  const crosses = rows.some((r) => r.cells.some((c) => c.cell === 'cross'));
  const matches = matchAll(rows, context);
  const counts = new Counts();
  const units = new Map<string, readonly Suggestion[]>();
  const areas = new Set<string>();
  const flags = rows.flatMap((raw): ImportedFlag[] => {
    const unit = unitOf(raw, matches.get(raw)!, context, counts, units);
    if (unit === null) return [];
    return [...byArea(raw, table, context, areas, counts)].flatMap(([area, cells]) => {
      const flag = flagsOf(raw, cells, crosses, context, counts);
      const place = { source: context.id, place: placeOf(sheet, raw.row) };
      return flag ? [{ ...place, unit, area, ...flag }] : [];
    });
  });
  const { matched, left } = counts;
  return { flags, rows: rows.length, matched, left, unsettled: { units, areas } };
}

class Counts {
  readonly matched: Record<Sureness, number> = { code: 0, exact: 0, normalised: 0, alias: 0, mapping: 0 };
  readonly left: Record<string, number> = {};
  leave(reason: string, n = 1): void {
    if (n > 0) this.left[reason] = (this.left[reason] ?? 0) + n;
  }
}

/** Every row's place; once more where some have lost the marks on their letters, since any other may have too. */
function matchAll(rows: readonly RawRow[], { year }: RowContext): Map<RawRow, PlaceMatch> {
  const match = (marksLost: boolean) =>
    new Map(rows.map((raw) => [raw, matchParts(raw.parts, { year, marksLost })]));
  const first = match(false);
  const isLost = [...first.values()].some((m) => m.kind === 'unit' && m.note?.includes(MARKS_LOST));
  return isLost ? match(true) : first;
}

function unitOf(
  raw: RawRow,
  match: PlaceMatch,
  { mapping, year, report }: RowContext,
  counts: Counts,
  open: Map<string, readonly Suggestion[]>,
): string | null {
  const mapped = mapping.units.get(raw.text);
  const leave = (reason: string) => {
    counts.leave(reason);
    return null;
  };
  if (mapped === 'ignore') return leave('rows that the mapping ignores');
  if (mapped) {
    counts.matched.mapping++;
    return mapped;
  }
  const isEmpty = raw.cells.every((c) => !isAnswer(c.cell));
  if (raw.text === '') {
    if (!isEmpty) report.noUnit(raw.row);
    return leave(isEmpty ? 'rows without a unit and an answer' : 'rows without a unit');
  }
  if (match.kind === 'none' || (match.kind === 'unit' && match.confidence === 'doubtful')) {
    const suggestions = match.suggestions ?? [];
    open.set(raw.text, suggestions);
    report.unknownPlace(raw.row, raw.text, match.kind === 'unit' ? match : null, suggestions);
    return leave(match.kind === 'none' ? 'rows of unknown units' : 'rows of doubtful units');
  }
  if (match.kind !== 'unit') return leave('rows of counties, regions and the nation');
  if (!isOfYear(match, year)) {
    report.notOfYear(raw.row, match);
    return leave(`rows of units that are none in ${year}`);
  }
  if (match.confidence !== 'doubtful') counts.matched[match.confidence]++;
  if (match.note?.startsWith('answered by its districts')) report.splitCity(raw.row, match);
  return match.unit;
}

const isOfYear = ({ unit }: UnitMatch, year: number): boolean => {
  const { from, to } = placeIndex().units.get(unit)!;
  return from <= year && year <= to;
};

/** The row's cells by area of the appendix; other uses stay in, since they tell that the row was answered. */
function byArea(
  raw: RawRow,
  { hasAreaColumn }: SkrTable,
  { mapping, report }: RowContext,
  open: Set<string>,
  counts: Counts,
): Map<Area, RawRow['cells']> {
  const own = hasAreaColumn ? (mapping.areas.get(raw.area) ?? areaOf(raw.area)) : null;
  if (hasAreaColumn && own === null) {
    open.add(raw.area);
    report.unknownArea(raw.row, raw.area);
    counts.leave('rows of unknown areas');
    return new Map();
  }
  const areas = hasAreaColumn ? raw.cells.map(() => own!) : raw.cells.map((c) => c.flag.area!);
  counts.leave(
    'answers on other uses',
    raw.cells.filter((c) => c.flag.use === 'other-use' && isAnswer(c.cell)).length,
  );
  counts.leave(
    'answers on other areas',
    raw.cells.filter((c, i) => areas[i] === 'other-area' && c.flag.use !== 'other-use' && isAnswer(c.cell))
      .length,
  );
  const used = [...new Set(areas)].filter((area) => area !== 'other-area');
  return new Map(used.map((area) => [area, raw.cells.filter((_, i) => areas[i] === area)]));
}

function flagsOf(
  raw: RawRow,
  cells: RawRow['cells'],
  crosses: boolean,
  { report }: RowContext,
  counts: Counts,
): Pick<ImportedFlag, 'qualityDevelopment' | 'notUsed'> | null {
  if (cells.some((c) => c.cell === 'unreadable' && c.flag.use !== 'other-use')) {
    counts.leave('areas of rows with an unreadable flag');
    return null;
  }
  const isAnswered = raw.cells.some((c) => isAnswer(c.cell));
  const answer = (use: Use) =>
    answerOf(cells.find((c) => c.flag.use === use)?.cell ?? 'unknown', { crosses, isAnswered });
  const [qualityDevelopment, notUsed] = [answer('quality_development'), answer('not_used')];
  if (qualityDevelopment === '1' && notUsed === '1') {
    report.bothFlags(raw.row);
    counts.leave('areas of rows with both flags');
    return null;
  }
  if (qualityDevelopment === '' && notUsed === '') {
    counts.leave('areas of rows without an answer');
    return null;
  }
  return { qualityDevelopment, notUsed };
}

const placeOf = (sheet: Sheet, row: number): string =>
  sheet.name === '' ? `rad ${row + 1}` : `${sheet.name}, rad ${row + 1}`;
