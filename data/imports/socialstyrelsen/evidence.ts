import { codebook } from '../../codebook/codebook.js';
import { UsageError } from '../../problems.js';
import type { Workbook } from '../sheet.js';
import { normalise } from './words.js';

/** One thing that says which year or area a workbook is of. */
export interface Evidence {
  readonly what: 'year' | 'area';
  readonly value: string;
  /** The file's name, a sheet's name, or a cell. */
  readonly place: string;
  readonly text: string;
}

export interface Settled {
  readonly year: number;
  readonly area: string;
  readonly evidence: readonly Evidence[];
}

const areaPatterns: readonly (readonly [RegExp, string])[] = [
  [/ekonomiskt? bist[aå]nd/, 'ekonomiskt-bistand'],
  [/[aä]ldreomsorg|v[aå]rd och omsorg om [aä]ldre|hemtj[aä]nst|s[aä]rskilt boende|[aä]ldres/, 'aldreomsorg'],
  [/barn och unga?\b|barn och ungdomsv[aå]rd/, 'barn-och-unga'],
];

/** Rows of a sheet in which a title may stand. */
const TITLE_ROWS = 12;

/**
 * Year and area of a workbook: what the call or the mapping says, else what the file's name, the titles above the tables and the lines of
 * "Öppna jämförelser 2017 ..." say. Lines of running text name other years and areas too and are no evidence.
 * @throws UsageError where nothing says it or the evidence disagrees, with all of it.
 */
export function settle(
  workbook: Workbook,
  given: { year?: number | undefined; area?: string | undefined },
): Settled {
  const evidence = evidenceOf(workbook);
  const decide = (what: 'year' | 'area', option: string | undefined): string => {
    const own = evidence.filter((e) => e.what === what);
    if (option !== undefined) return option;
    const values = [...new Set(own.map((e) => e.value))];
    if (values.length === 1) return values[0]!;
    const found = own.map((e) => `${e.value} (${e.place})`).join(', ') || 'nothing that says it';
    throw new UsageError(
      `${workbook.name}: found for the ${what}: ${found}; expected one ${what}; say it with --${what} (or "${what}" in the mapping)`,
    );
  };
  const year = Number(decide('year', given.year === undefined ? undefined : String(given.year)));
  const area = decide('area', given.area);
  if (!codebook().areas.some((a) => a.id === area))
    throw new UsageError(
      `${workbook.name}: found the area "${area}"; expected ${codebook()
        .areas.map((a) => a.id)
        .join(', ')}`,
    );
  return { year, area, evidence };
}

function evidenceOf(workbook: Workbook): Evidence[] {
  const found = new Map<string, Evidence>();
  const add = (text: string, place: string, every = true) => {
    const plain = normalise(text.replace(/[_-]/g, ' '));
    const years = [...new Set(plain.match(/(?<!\d)20(?:0[7-9]|[1-3]\d)(?!\d)/g) ?? [])];
    const areas = areaPatterns.filter(([pattern]) => pattern.test(plain)).map(([, area]) => area);
    const list = (what: Evidence['what'], values: readonly string[]) =>
      values.forEach((value) =>
        found.set(`${what} ${value} ${place}`, { what, value, place, text: text.slice(0, 120) }),
      );
    if (every || years.length === 1) list('year', years);
    if (every || areas.length === 1) list('area', areas);
  };
  add(workbook.name.replace(/\.\w+$/, ''), workbook.name);
  for (const sheet of workbook.sheets) {
    add(sheet.name, `sheet ${sheet.name}`, false);
    for (let row = 0; row < Math.min(sheet.rows, TITLE_ROWS); row++)
      for (let column = 0; column < Math.min(sheet.columns, 4); column++) {
        const { text } = sheet.at(row, column);
        if (isTitle(text)) add(text, sheet.place(row, column), false);
      }
  }
  return [...found.values()];
}

const isTitle = (text: string): boolean => text.length <= 150 && /öppna jämförelser|enkätdata/i.test(text);
