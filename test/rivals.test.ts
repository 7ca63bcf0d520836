import { describe, expect, test } from 'vitest';
import { assumptions, withValue } from '../analysis/assumptions.js';
import { buildPanel } from '../analysis/panel/panel.js';
import { replicate } from '../analysis/replicate.js';
import { walkRivals } from '../analysis/rivals.js';
import { defaultSpecification as spec } from '../analysis/specification.js';
import { demoFolder } from '../data/location.js';
import { readDataFolder } from '../data/readers/canonical.js';

describe('walkRivals', () => {
  const panel = buildPanel(readDataFolder(demoFolder()));
  const runs = walkRivals(panel, spec, [8, 10]);

  test('goes through every rival of every open choice, after the specification as it is', () => {
    expect(runs).toHaveLength(1 + assumptions.reduce((n, a) => n + a.rivals.length, 0));
    expect(runs[0]).toMatchObject({ assumption: null, changed: 0, cells: 135 });
  });

  test('counts the marks that a choice changes', () => {
    const marks = (s: typeof spec) => replicate(panel, s, [8, 10]).map((e) => e.mark);
    const [now, rival] = [marks(spec), marks(withValue(spec, 'peers.comparison', '>='))];
    const run = runs.find((r) => r.assumption?.path === 'peers.comparison')!;
    expect(run.changed).toBe(now.filter((m, i) => m !== rival[i]).length);
    expect(run.changed).toBeGreaterThan(0);
  });

  test('leaves a table alone that a choice does not concern', () => {
    expect(runs.filter((r) => r.assumption?.path.startsWith('staffing')).every((r) => r.changed === 0)).toBe(
      true,
    );
  });
});
