import { describe, expect, test } from 'vitest';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { expectedUserDifferences } from '../../data/demo/expectations.js';
import { demoSeed } from '../../data/demo/calibration.js';
import { readRegisters } from '../../data/codebook/registers.js';
import { buildWorld } from '../../data/demo/world.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';

/** The estimators against the true effects that the demo data were simulated with. */
describe('on the demo data', () => {
  const world = buildWorld(demoSeed, readRegisters());
  const estimates = replicate(buildPanel(readDataFolder(demoFolder())), defaultSpecification);

  const users = estimates.filter((e) => e.model === 'users' && e.status === 'ok');
  const cells = users.map((e) => {
    const row = world.rows.find((r) => r.outcome.id === e.indicator)!;
    const truth = expectedUserDifferences(world, row)[e.column!]!;
    return { e, truth, z: (e.estimate! - truth) / e.se! };
  });

  test('the intervals of the user tables hold the true difference in about 95 of 100 cells', () => {
    const held = cells.filter(({ e, truth }) => e.ciLow! <= truth && truth <= e.ciHigh!).length;
    expect(cells).toHaveLength(133);
    // Cells of a row share their units: 133 cells are worth some 19 independent ones, sd about 5 of 100.
    expect(held / cells.length).toBeGreaterThan(0.85);
  });

  test('the estimates of the user tables lie about the true differences with the spread that they state', () => {
    const mean = cells.reduce((s, c) => s + c.z, 0) / cells.length;
    const square = cells.reduce((s, c) => s + c.z ** 2, 0) / cells.length;
    expect(Math.abs(mean)).toBeLessThan(0.5);
    expect(square).toBeGreaterThan(0.5);
    expect(square).toBeLessThan(1.6);
  });

  test('where groups truly differ their marks are found, and the ICC with them', () => {
    const anova = estimates.filter((e) => e.column === 'period:lan');
    const effect = (id: string) => {
      const { lan } = world.rows.find((r) => r.outcome.id === id)!.effects.groups;
      return Math.max(...lan.map(Math.abs));
    };
    const real = anova.filter((e) => effect(e.indicator!) > 0);
    expect(real.length).toBeGreaterThan(20);
    expect(real.filter((e) => e.mark !== '').length / real.length).toBeGreaterThan(0.9);
  });

  test('the peer tables show marks although no unit learns from another: the lesson that the report tells', () => {
    const level = estimates.filter(
      (e) => e.model === 'peers' && e.outcome === 'level' && e.sample === 'all' && e.grouping === 'lan',
    );
    expect(level.filter((e) => e.mark!.startsWith('+')).length).toBeGreaterThan(level.length / 4);
  });
});
