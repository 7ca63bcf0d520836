import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';
import { fixtureChoices, FIXTURE_SEED } from './fixture-choices.js';
import { makeWorld, questions } from './generate-world.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

describe('workbooks that LibreOffice saved (fixtures/README.md)', () => {
  test.each(Object.entries(fixtureChoices))(
    '%s: every answer, by its colour or word, and every published share',
    (name, choice) => {
      const world = makeWorld(FIXTURE_SEED, choice.districts !== 'none');
      const { imported, report } = readSocialstyrelsen(readFileSync(join(folder, name)), name, { time: '' });
      const expected = world.units.flatMap((u) =>
        questions.flatMap((q, i) =>
          q.id === null ? [] : [`${u.unit} ${q.id} ${world.truth.get(u.unit)![i]!}`],
        ),
      );
      expect(imported.answers.map((a) => `${a.unit} ${a.indicator} ${a.answer || a.reason}`).sort()).toEqual(
        expected.sort(),
      );
      expect(imported.problems).toEqual([]);
      expect(report.checks).toHaveLength(8);
      for (const check of report.checks) expect(check.agreed).toBe(check.compared);
    },
  );
});
