import { beforeAll, describe, expect, test } from 'vitest';
import * as local from '../../analysis/local/index.js';
import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import { yearQuality } from '../../analysis/quality/years.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { notNumbers } from './small-panel.js';

let panel: Panel;
let view: local.LocalView;
let last: number;
beforeAll(() => {
  panel = buildPanel(readDataFolder(demoFolder()));
  view = local.localView(panel);
  last = panel.years.length - 1;
});

describe('the demo data', () => {
  test('give every answer one colour and every colour an answer', () => {
    for (const { standings } of view.indicators)
      standings.years.forEach((year, t) => {
        expect(year.green + year.yellow + year.red).toBe(year.basis === null ? 0 : year.n);
        const answered = panel.units.filter(
          (_, u) => local.standingAt(standings, u, t).status === 'answered',
        );
        expect(answered).toHaveLength(year.n);
      });
  });

  test('put about a quarter in green and in red by quartiles, more only by ties', () => {
    for (const { standings } of view.indicators)
      for (const { basis, n, green, red, limits } of standings.years.filter((y) => y.basis === 'quartile')) {
        expect(basis).toBe('quartile');
        expect(green).toBeGreaterThanOrEqual(Math.floor(n / 4));
        expect(red).toBeGreaterThanOrEqual(Math.floor(n / 4));
        expect(green).toBeLessThanOrEqual(Math.ceil(n / 4) + limits!.atUpper);
        expect(red).toBeLessThanOrEqual(Math.ceil(n / 4) + limits!.atLower);
      }
  });

  test('give the nation and the counties the numbers and suppressions of the quality report', () => {
    const counties = panel.groupings.get('lan')!.levels;
    for (const { series } of view.indicators)
      for (const t of series.asked) {
        const quality = yearQuality(panel, series, t);
        const nation = local.groupResult(panel, series, t, local.unitsOf(panel, 'riket'));
        expect(nation).toMatchObject({
          asked: quality.asked,
          n: quality.answered,
          suppressed: quality.nationSuppressed,
        });
        if (nation.status === 'shown')
          expect(nation.value).toBeCloseTo(series.yesNo ? 100 * quality.shareYes! : quality.mean!, 9);
        const suppressed = counties.filter(
          (level) =>
            local.groupResult(panel, series, t, local.unitsOf(panel, { by: 'lan', level })).suppressed,
        );
        expect(suppressed).toEqual(quality.suppressedCounties);
      }
  });

  test('make records without NaN, infinities or holes for every unit and county, the same twice', () => {
    const all = () => ({
      units: panel.units.map((_, u) => {
        const group = local.comparisonGroup(panel, u, local.usualComparison(panel, u));
        return [
          group,
          local.areasToImprove(view, u, last, group.members),
          local.acrossAreas(view, u, last),
          local.unitStatus(panel, u, last),
        ];
      }),
      counties: panel.groupings.get('lan')!.levels.map((level) => {
        const members = local.unitsOf(panel, { by: 'lan', level });
        return [
          local.commonAreas(view, members, last),
          local.improvers(view, members, last),
          view.indicators.map((i) => local.groupChanges(panel, i, members, last)),
        ];
      }),
    });
    const records = all();
    expect(notNumbers(records).slice(0, 5)).toEqual([]);
    expect(JSON.stringify(all())).toBe(JSON.stringify(records));
  });

  test('know Malmö’s districts as ended, Malmö as their successor, and Gotland as a county of one', () => {
    const norr = local.findUnit(panel, 'Malmö Norr').unit;
    const malmo = local.findUnit(panel, 'Malmö').unit;
    expect(local.unitStatus(panel, norr, last)).toMatchObject({
      status: 'ceased',
      years: [2016, 2017],
      successor: malmo,
    });
    expect(local.unitStatus(panel, malmo, last).predecessors).toHaveLength(5);
    expect(local.areasToImprove(view, norr, last, []).judged).toBe(0);
    const gotland = local.findCounty(panel, 'Gotland');
    expect(local.commonAreas(view, gotland.members, last).status).toBe('single-unit');
    expect(local.comparisonGroup(panel, gotland.members[0]!, { by: 'lan' })).toMatchObject({
      instead: 'kommungrupp',
    });
    const { series } = view.indicators[0]!;
    expect(local.groupResult(panel, series, last, gotland.members)).toMatchObject({
      single: true,
      members: 1,
    });
  });

  test('have improvers that are green now and were not before', () => {
    const found = local.improvers(view, local.unitsOf(panel, 'riket'), last);
    expect(found.length).toBeGreaterThan(100);
    for (const { before, became, now } of found) {
      expect(['red', 'yellow']).toContain(before.colour);
      expect([became.colour, now.colour]).toEqual(['green', 'green']);
      expect(before.year).toBeLessThan(became.year);
    }
  });

  test('have no year but their own', () => {
    expect(local.yearPosition(panel, 2016)).toBe(0);
    expect(() => local.yearPosition(panel, 2030)).toThrow(
      'the data have no year 2030; expected one of 2016-2020',
    );
  });
});
