import type { Item } from '../../codebook/codebook.js';
import { FileReport } from '../../readers/report.js';
import { explainItemYear } from '../../readers/year.js';
import type { MissingReason } from '../../records.js';
import type { Problem } from '../../problems.js';
import type { ImportedAnswer, ImportedIndicator } from '../imported.js';
import type { Cell } from './collect.js';
import { publishedKpis, type Wanted } from './kpis.js';
import { ATTRIBUTION } from './pages.js';
import type { Gender, KpiRecord } from './parse.js';
import { type Coding, codingOf, codingText, statedCoding } from './scale.js';

/** A KPI's values as rows of a canonical folder; null indicator where its numbers cannot be told. */
export interface Told {
  readonly indicator: ImportedIndicator | null;
  readonly answers: readonly ImportedAnswer[];
  readonly problems: readonly Problem[];
  /** Cells in years in which the codebook's question was not asked. */
  readonly notAsked: number;
}

const genderWords: Readonly<Record<Gender, string>> = { T: '', K: ' (kvinnor)', M: ' (män)' };

/**
 * Turns the values of a KPI into answers: of the codebook's question where it is one and both sexes are asked for, else of an
 * indicator of its own, `kolada-<id>` (`-k`, `-m` for one sex). A value that the coding does not take is kept as `okand` with a warning.
 *
 * Warnings: `kolada-coding` (refused: the numbers' meaning is not told, or is not the codebook's), `kolada-coding-from-list`,
 * `kolada-not-in-coding`, `kolada-not-asked`, `kolada-type` (a number of which the title tells no type, or another than it has).
 */
export function tellAnswers(
  wanted: Wanted,
  kpi: KpiRecord,
  cells: readonly Cell[],
  gender: Gender,
  area: string,
): Told {
  const report = new FileReport(kpi.id);
  const item = gender === 'T' ? wanted.item : null;
  const coding = item ? itemCoding(item, kpi, report) : ownCoding(kpi, cells, report);
  const none = { indicator: null, answers: [], problems: report.problems, notAsked: 0 };
  if (coding === null) return none;
  const id = item?.id ?? `kolada-${kpi.id}${gender === 'T' ? '' : `-${gender.toLowerCase()}`}`;
  const asked = item ? cells.filter((c) => explainItemYear(item, c.year)?.severity !== 'error') : cells;
  if (item && asked.length < cells.length) warnNotAsked(item, cells, report);
  const answers = asked.map((cell): ImportedAnswer => {
    const { answer, reason } = answerOf(cell, coding, report);
    const { place: unit, year, source } = cell;
    return { unit, year, indicator: id, answer, reason, source, place: placeOf(kpi.id, cell, gender) };
  });
  const own = {
    indicator: id,
    area: wanted.area ?? area,
    label: kpi.title + genderWords[gender],
    type: typeOf(coding),
    better: 'higher',
  };
  const indicator = item
    ? { ...own, area: item.area, label: item.label.sv, type: item.type, better: item.better }
    : own;
  const extra = { kolada: kpi.id, kolada_match: wanted.match ?? '', source: ATTRIBUTION };
  return {
    indicator: { ...indicator, extra },
    answers,
    problems: report.problems,
    notAsked: cells.length - asked.length,
  };
}

/** `U31457 0180 2019 T`. */
export const placeOf = (kpi: string, { place, year }: Cell, gender: Gender) =>
  `${kpi} ${place} ${year} ${gender}`;

const typeOf = (coding: Coding): string =>
  coding.kind === 'number' ? coding.type : coding.words.size === 2 ? 'binary' : 'ordinal';

/** The coding of a question of the codebook, which must be of its scale; null, having reported why, where it is not. */
function itemCoding(item: Item, kpi: KpiRecord, report: FileReport): Coding | null {
  if (!item.scale) return { kind: 'number', type: item.type, told: true };
  const stated = statedCoding(kpi.title) ?? statedCoding(kpi.description);
  const list = publishedKpis().get(kpi.id);
  const words = stated ?? statedCoding(list?.title ?? '');
  const expected = item.scale.length === 2 ? 'Ja=1, Nej=0' : 'Ja=2, Delvis=1, Nej=0';
  if (words && [...words.values()].sort().join() === [...item.scale].sort().join()) {
    if (!stated)
      report.warning('kolada-coding-from-list', {
        row: null,
        column: null,
        found: `the title "${kpi.title}", which states no coding`,
        expected,
        cure: `that of the published list of ${list!.lastList} is used, ${codingText(words)}: check it on kolada.se`,
      });
    return { kind: 'words', words };
  }
  report.warning('kolada-coding', {
    row: null,
    column: null,
    found: words
      ? `the coding ${codingText(words)}`
      : `the title "${kpi.title}", from which no coding can be told`,
    expected: `${expected}, for ${item.id}`,
    cure: 'its values are not used: see on kolada.se what they mean, and bring them by oj import csv',
  });
  return null;
}

/** The coding of a KPI of one's own; a share or a count whose values are none is an ordinal number, as it stands. */
function ownCoding(kpi: KpiRecord, cells: readonly Cell[], report: FileReport): Coding | null {
  const coding = codingOf(kpi);
  const warn = (code: string, found: string, expected: string, cure: string) =>
    report.warning(code, { row: null, column: 'type', found, expected, cure });
  if (coding === null) {
    const cure = 'its values are not used: see on kolada.se what they mean, and bring them by oj import csv';
    warn(
      'kolada-coding',
      `"${kpi.title}"`,
      'a coding such as (Ja=1, Nej=0) or (Ja=2, Delvis=1, Nej=0)',
      cure,
    );
    return null;
  }
  if (coding.kind === 'words') return coding;
  const cure = 'its numbers are kept as they stand, type ordinal: set the type in indicators.csv';
  if (!coding.told) {
    warn('kolada-type', `"${kpi.title}"`, 'a title that tells the type, with (%) or antal', cure);
    return coding;
  }
  const outside = cells.find((c) => c.value !== null && !takes(coding, c.value));
  if (!outside) return coding;
  const expected = `values of a ${coding.type}, as "${kpi.title}" tells`;
  warn('kolada-type', `${outside.value} in ${outside.place} ${outside.year}`, expected, cure);
  return { ...coding, type: 'ordinal' };
}

function takes(coding: Coding, value: number): boolean {
  if (coding.kind === 'words') return coding.words.has(value);
  if (coding.type === 'share') return value >= 0 && value <= 100;
  return coding.type === 'ordinal' || value >= 0;
}

function answerOf(
  { place, year, value, reason }: Cell,
  coding: Coding,
  report: FileReport,
): { answer: string; reason: MissingReason | '' } {
  if (value === null) return { answer: '', reason };
  if (takes(coding, value))
    return { answer: coding.kind === 'words' ? coding.words.get(value)! : String(value), reason: '' };
  report.warning('kolada-not-in-coding', {
    row: null,
    column: 'value',
    found: `${value} (${place} ${year})`,
    expected: coding.kind === 'words' ? codingText(coding.words) : 'a share in percent, 0 to 100',
    cure: 'it is kept as missing, okand: see what kolada.se shows',
  });
  return { answer: '', reason: 'okand' };
}

function warnNotAsked(item: Item, cells: readonly Cell[], report: FileReport): void {
  for (const year of [...new Set(cells.map((c) => c.year))].sort()) {
    const wrong = explainItemYear(item, year);
    if (wrong?.severity !== 'error') continue;
    const { expected } = wrong;
    const cure = 'the values of that year are left out';
    report.warning('kolada-not-asked', { row: null, column: 'period', found: `${year}`, expected, cure });
  }
}
