import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingReasons, type DataFolder } from '../../data/records.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { withFolder, type Files } from './small-folder.js';

/** How a program writes CSV. */
interface Dialect {
  delimiter: ',' | ';' | '\t';
  decimal: '.' | ',';
  eol: '\n' | '\r\n' | '\r';
  mark: boolean;
  quoteAll: boolean;
  shoutedHeader: boolean;
  /** White space around every cell, and letters as base and accent (as macOS writes file names). */
  untidy: boolean;
  emptyLines: number;
}

const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    marks: fc.constantFrom(
      [',', '.'] as const,
      [';', ','] as const,
      [';', '.'] as const,
      ['\t', '.'] as const,
    ),
    eol: fc.constantFrom('\n', '\r\n', '\r'),
    mark: fc.boolean(),
    quoteAll: fc.boolean(),
    shoutedHeader: fc.boolean(),
    untidy: fc.boolean(),
    emptyLines: fc.nat(2),
  })
  .map(({ marks: [delimiter, decimal], ...rest }) => ({ delimiter, decimal, ...rest }));

type Cell = string | number | null;

function write(rows: readonly (readonly Cell[])[], dialect: Dialect): string {
  const { delimiter, decimal, eol, mark, quoteAll } = dialect;
  const lines = rows.map((row, r) =>
    row
      .map((cell) => {
        let text = typeof cell === 'number' ? String(cell).replace('.', decimal) : (cell ?? '');
        if (r === 0 && dialect.shoutedHeader) text = ` ${text.toUpperCase()} `;
        if (dialect.untidy) text = ` ${text.normalize('NFD')}\u00a0`;
        const quoted = quoteAll || text.includes('"') || text.includes('\n') || text.includes(delimiter);
        return quoted ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(delimiter),
  );
  return (mark ? '\ufeff' : '') + lines.join(eol) + eol.repeat(dialect.emptyLines);
}

/** Text as a cell can carry it through any dialect: in normal form C, without white space around it. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('å', 'Ö', '"', ',', ';', '\n', '\t', 'x', ' '), maxLength: 8 }),
  )
  .map((s) =>
    s
      .replace(/[\0\r\ufeff]/g, '')
      .normalize('NFC')
      .trim(),
  )
  .filter((s) => s !== '');

const number = fc.double({ min: 0, max: 100, noNaN: true }).map((x) => x + 0);
const group = fc.option(text, { nil: null });
const codes = fc.uniqueArray(
  fc.oneof(
    fc.integer({ min: 100, max: 2999 }).map((n) => String(n).padStart(4, '0')),
    fc.constantFrom('0180-bromma', '0180-älvsjö', '1480-öster', 'NO-0301'),
  ),
  { minLength: 1, maxLength: 5 },
);

const kinds = ['binary', 'ordinal', 'share', 'count'] as const;
type Answer = { written: Cell; code: number } | { written: Cell; reason: string; cell: Cell };

/** An answer that an indicator of the type takes, as written and as it must be read. */
const answerOf = (type: (typeof kinds)[number]): fc.Arbitrary<Answer> => {
  const words = fc.constantFrom<Answer>(
    { written: 'Ja', code: 1 },
    { written: 'NEJ', code: 0 },
    { written: 1, code: 1 },
    { written: 0, code: 0 },
  );
  const value = type === 'binary' ? words : number.map((code): Answer => ({ written: code, code }));
  const missing = fc.constantFrom(...missingReasons).map((reason): Answer => {
    return { written: null, reason, cell: reason };
  });
  const said = fc.constantFrom<Answer>(
    { written: 'Ej aktuellt', reason: 'ej-aktuellt', cell: null },
    { written: 'kan inte svara', reason: 'kan-inte-svara', cell: 'kan-inte-svara' },
  );
  return fc.oneof({ weight: 3, arbitrary: value }, missing, said);
};

interface DrawnAnswer {
  indicator: number;
  unit: number;
  year: number;
  answer: Answer;
}

const panels = fc
  .record({ ids: codes, types: fc.array(fc.constantFrom(...kinds), { maxLength: 4 }) })
  .chain(({ ids, types }) =>
    fc.record({
      ids: fc.constant(ids),
      types: fc.constant(types),
      names: fc.array(fc.tuple(text, group, group, group, group), { minLength: 5, maxLength: 5 }),
      covariate: fc.array(fc.option(number, { nil: null }), { minLength: 5, maxLength: 5 }),
      answers: types.length
        ? fc.uniqueArray(
            fc.nat(types.length - 1).chain((indicator) =>
              fc.record({
                indicator: fc.constant(indicator),
                unit: fc.nat(ids.length - 1),
                year: fc.integer({ min: 1990, max: 2100 }),
                answer: answerOf(types[indicator]!),
              }),
            ),
            { selector: (a) => `${a.unit} ${a.year} ${a.indicator}`, maxLength: 12 },
          )
        : fc.constant<DrawnAnswer[]>([]),
      survey: fc.array(fc.option(fc.boolean(), { nil: null }), { maxLength: ids.length }),
      care: fc.array(fc.option(number, { nil: null }), { maxLength: 5 }),
    }),
  );

type Drawn = typeof panels extends fc.Arbitrary<infer T> ? T : never;

function filesOf(p: Drawn, dialect: Dialect): Files {
  const flag = (value: boolean | null): Cell => (value === null ? null : value ? 1 : 0);
  const units = p.ids.map((id, i) => [id, p.names[i]![0], id, ...p.names[i]!.slice(1), p.covariate[i]!]);
  const rows = {
    'units.csv': [
      ['unit', 'name', 'municipality', 'lan', 'kommungrupp', 'socioek', 'invanare', 'ANDEL'],
      ...units,
    ],
    'indicators.csv': [
      ['indicator', 'area', 'label', 'type', 'better', 'KÄLLA'],
      ...p.types.map((type, i) => [`egen-${i}`, 'skola', `Fråga ${i}`, type, 'lower', 'påhittad']),
    ],
    'answers.csv': [
      ['unit', 'year', 'indicator', 'answer', 'reason'],
      ...p.answers.map(({ unit, year, indicator, answer }) => [
        p.ids[unit]!,
        year,
        `egen-${indicator}`,
        answer.written,
        'reason' in answer ? answer.cell : null,
      ]),
    ],
    'survey.csv': [
      ['unit', 'area', 'quality_development', 'not_used'],
      ...p.survey.map((value, i) => [p.ids[i]!, 'skola', flag(value), flag(value === null ? null : !value)]),
    ],
    'care-units.csv': [
      ['care_unit', 'unit', 'year', 'kind', 'measure', 'value'],
      ...p.care.map((value, i) => ['sb-1', p.ids[0]!, 2016 + i, 'demens', 'personal', value]),
    ],
  };
  return Object.fromEntries(Object.entries(rows).map(([file, r]) => [file, write(r, dialect)]));
}

function expectRead(data: DataFolder, p: Drawn): void {
  expect(data.units.map((u) => [u.id, u.name, u.municipality, ...Object.values(u.groups)])).toEqual(
    p.ids.map((id, i) => [id, p.names[i]![0], id, ...p.names[i]!.slice(1)]),
  );
  expect(data.units.map((u) => u.covariates.ANDEL)).toEqual(p.ids.map((_, i) => p.covariate[i]));
  expect(data.indicators.map((i) => [i.id, i.label, i.type, i.better, i.extra.KÄLLA])).toEqual(
    p.types.map((type, i) => [`egen-${i}`, `Fråga ${i}`, type, 'lower', 'påhittad']),
  );
  const { answers } = data;
  expect(answers.length).toBe(p.answers.length);
  p.answers.forEach(({ unit, year, indicator, answer }, i) => {
    expect([answers.unit[i], answers.year[i], answers.indicator[i]]).toEqual([unit, year, indicator]);
    if ('code' in answer) expect([answers.code[i], answers.reason[i]]).toEqual([answer.code, 255]);
    else expect([answers.code[i], missingReasons[answers.reason[i]!]]).toEqual([NaN, answer.reason]);
  });
  expect(data.survey).toEqual(
    p.survey.map((value, unit) => {
      return { unit, area: 'skola', qualityDevelopment: value, notUsed: value === null ? null : !value };
    }),
  );
  expect(data.careUnits.map((c) => [c.careUnit, c.unit, c.year, c.kind, c.measure, c.value])).toEqual(
    p.care.map((value, i) => ['sb-1', 0, 2016 + i, 'demens', 'personal', value]),
  );
}

describe('any valid folder', () => {
  test('reads to the same records, whatever the dialect it is written in', () => {
    fc.assert(
      fc.property(panels, dialects, (panel, dialect) => {
        withFolder(filesOf(panel, dialect), (folder) => expectRead(readDataFolder(folder), panel));
      }),
      { numRuns: 300 },
    );
  });
});
