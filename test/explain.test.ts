import { describe, expect, test } from 'vitest';
import { explain } from '../analysis/explain.js';
import { buildPanel } from '../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../analysis/specification.js';
import { demoFolder } from '../data/location.js';
import { readDataFolder } from '../data/readers/canonical.js';
import type { AnswerTable, DataFolder } from '../data/records.js';

/** The folder with every answer of 2020 given a second time, in 2021. */
function withAnotherYear(data: DataFolder): DataFolder {
  const { answers } = data;
  const last = Array.from(answers.year.keys()).filter((i) => answers.year[i] === 2020);
  const longer: AnswerTable = {
    length: answers.length + last.length,
    unit: Int32Array.from([...answers.unit, ...last.map((i) => answers.unit[i]!)]),
    year: Int32Array.from([...answers.year, ...last.map(() => 2021)]),
    indicator: Int32Array.from([...answers.indicator, ...last.map((i) => answers.indicator[i]!)]),
    code: Float64Array.from([...answers.code, ...last.map((i) => answers.code[i]!)]),
    reason: Uint8Array.from([...answers.reason, ...last.map((i) => answers.reason[i]!)]),
  };
  return { ...data, answers: longer };
}

describe('explain', () => {
  const data = readDataFolder(demoFolder());

  test.each([
    ['totalt', 8],
    ['period:lan', 9],
  ])(
    'shows the means of the years that the cell %s uses, whatever later years the data have',
    (column, table) => {
      const asPublished = explain(buildPanel(data), spec, table, 'Extern samverkan', column);
      const later = explain(buildPanel(withAnotherYear(data)), spec, table, 'Extern samverkan', column);
      expect(later.estimate.estimate).toBe(asPublished.estimate.estimate);
      expect(later.means).toEqual(asPublished.means);
      expect(later.means.reduce((n, m) => n + m.n, 0)).toBe(later.estimate.n);
    },
  );

  test.each(['Extern samverkan', 'external  Collaboration'])('finds a row in either language: %s', (row) => {
    expect(explain(buildPanel(data), spec, 9, row, 'period:lan').estimate.id).toBe(
      '9/eb-extern-samverkan/period:lan',
    );
  });
});
