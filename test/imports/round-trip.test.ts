import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';
import { generateWorkbook, type LayoutChoice } from './generate-workbook.js';
import { makeWorld, questions } from './generate-world.js';

const TIME = '2021-06-18T07:06:40.000Z';

const plain: LayoutChoice = {
  writer: 'exceljs',
  depth: 3,
  blocks: 'merged',
  keys: 'both',
  sorting: true,
  districts: 'same',
  answers: 'words',
  missing: '',
  aggregates: 'sheet',
  percent: 'whole',
  said: 'title',
  above: 0,
};

/** Colours need a writer that has them; a CSV file has one table, whose merged blocks are blank cells, and says year and area in its name. */
function possible(choice: LayoutChoice): LayoutChoice {
  const isColour = !['words', 'numbers'].includes(choice.answers);
  const fixed: LayoutChoice =
    choice.writer === 'csv'
      ? {
          ...choice,
          said: 'name',
          districts: choice.districts === 'own' ? 'same' : choice.districts,
          blocks: 'repeated',
        }
      : choice;
  return isColour && choice.writer !== 'exceljs' ? { ...fixed, answers: 'words' } : fixed;
}

async function roundTrip(seed: number, wanted: LayoutChoice): Promise<void> {
  const choice = possible(wanted);
  const world = makeWorld(seed, choice.districts !== 'none');
  const { bytes, name } = await generateWorkbook(world, choice);
  const { imported, report } = readSocialstyrelsen(bytes, name, { time: TIME });
  expect([report.year, report.area]).toEqual([2017, 'ekonomiskt-bistand']);
  const expected = world.units.flatMap((u) =>
    questions.flatMap((q, i) => {
      const truth = world.truth.get(u.unit)![i]!;
      return q.id === null ? [] : [`${u.unit} 2017 ${q.id} ${truth}`];
    }),
  );
  const read = imported.answers.map((a) => `${a.unit} ${a.year} ${a.indicator} ${a.answer || a.reason}`);
  expect(read.sort()).toEqual(expected.sort());
  expect(imported.problems).toEqual([]);
  const isChecked =
    choice.aggregates !== 'none' && !(choice.writer === 'csv' && choice.aggregates === 'sheet');
  const ids = questions.filter((q) => q.id !== null).length;
  expect(report.checks).toHaveLength(isChecked ? ids : 0);
  for (const check of report.checks) expect(check.agreed, check.indicator).toBe(check.compared);
}

describe('what a workbook says is what the importer reads', () => {
  test('in every single choice of layout', async () => {
    const variants: Partial<LayoutChoice>[] = [
      ...(['exceljs', 'xlsx', 'xls', 'ods', 'csv'] as const).map((writer) => ({ writer })),
      ...([1, 2, 3, 4] as const).map((depth) => ({ depth })),
      ...(['repeated', 'first'] as const).map((blocks) => ({ blocks })),
      ...(['code', 'number', 'name'] as const).map((keys) => ({ keys })),
      { sorting: false },
      ...(['none', 'own'] as const).map((districts) => ({ districts })),
      ...(['numbers', 'colours', 'theme', 'palette'] as const).map((answers) => ({ answers })),
      ...(['-', '.', 'Uppgift saknas', 'Bortfall'] as const).map((missing) => ({ missing })),
      ...(['none', 'below'] as const).map((aggregates) => ({ aggregates })),
      ...(['decimals', 'fraction', 'sign'] as const).map((percent) => ({ percent })),
      { said: 'name' },
      { above: 2 },
    ];
    for (const variant of variants)
      await roundTrip(7, { ...plain, ...variant }).catch((error: unknown) => {
        throw new Error(`${JSON.stringify(variant)}: ${(error as Error).message}`);
      });
  });

  test('in any combination of them', async () => {
    const choices: fc.Arbitrary<LayoutChoice> = fc.record({
      writer: fc.constantFrom('exceljs', 'xlsx', 'xls', 'ods', 'csv'),
      depth: fc.constantFrom(1, 2, 3, 4),
      blocks: fc.constantFrom('merged', 'repeated', 'first'),
      keys: fc.constantFrom('code', 'number', 'name', 'both'),
      sorting: fc.boolean(),
      districts: fc.constantFrom('none', 'same', 'own'),
      answers: fc.constantFrom('words', 'numbers', 'colours', 'theme', 'palette'),
      missing: fc.constantFrom('', '-', '.', 'Uppgift saknas', 'Bortfall'),
      aggregates: fc.constantFrom('none', 'sheet', 'below'),
      percent: fc.constantFrom('whole', 'decimals', 'fraction', 'sign'),
      said: fc.constantFrom('name', 'title'),
      above: fc.constantFrom(0, 2),
    });
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), choices, roundTrip), { numRuns: 25 });
  });
});
