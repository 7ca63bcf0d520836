import { describe, expect, test } from 'vitest';
import { means } from '../../analysis/models/group-means.js';
import { indicatorCounts } from '../../analysis/models/indicator-counts.js';
import { allOutcomes } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { IndicatorRecord } from '../../data/records.js';
import { type AnswerRow, dataFolder } from '../fixtures/data-folder.js';
import { expectClose, notFinite, reference } from '../stats/tolerance.js';

interface Group {
  readonly id: string;
  readonly n: number;
  readonly mean?: number;
  readonly se?: number;
  readonly low?: number;
  readonly high?: number;
}

describe('means of groups, against R', () => {
  const { groups, versions } = reference<{ groups: readonly Group[]; versions: { R: string } }>('means.json');
  const demo = replicate(buildPanel(readDataFolder(demoFolder())), spec);
  const byId = new Map(demo.map((e) => [e.id, e]));

  test(`agree in n, mean, standard error and interval (R ${versions.R})`, () => {
    expect(groups).toHaveLength(3 * 31);
    for (const group of groups) {
      const e = byId.get(group.id)!;
      expect(e.n, group.id).toBe(group.n);
      if (group.mean !== undefined) expectClose(e.estimate, group.mean, group.id, 1e-12);
      if (group.se !== undefined) {
        // A group of values that are all alike: R's own sums leave 1e-14 where nothing is.
        expect(Math.abs(e.se! - group.se), group.id).toBeLessThan(1e-11 * (1 + group.se));
        expectClose(e.ciLow, group.low!, group.id, 1e-10);
        expectClose(e.ciHigh, group.high!, group.id, 1e-10);
      } else expect([e.se, e.ciLow, e.ciHigh], group.id).toEqual([null, null, null]);
    }
  });

  test('stand in no table, have no mark and no p', () => {
    const all = demo.filter((e) => e.model === 'means');
    expect(all).toHaveLength(35 * 31);
    for (const e of all)
      expect([e.table, e.mark, e.p, typeof e.n], e.id).toEqual([null, null, null, 'number']);
    expect(notFinite(all)).toEqual([]);
  });

  test('of a grouping weighted by n give the nation’s', () => {
    for (const nation of demo.filter((e) => e.column === 'sista' && e.model === 'means')) {
      const counties = demo.filter(
        (e) => e.model === 'means' && e.indicator === nation.indicator && e.grouping === 'lan',
      );
      const sum = counties.reduce((s, e) => s + (e.estimate ?? 0) * e.n!, 0);
      expect(sum / nation.n!).toBeCloseTo(nation.estimate!, 9);
    }
  });
});

const small = (indicators: readonly (Pick<IndicatorRecord, 'id' | 'area'> & Partial<IndicatorRecord>)[], answers: readonly AnswerRow[]) =>
  buildPanel(
    dataFolder({
      units: [
        { id: 'a', groups: { lan: 'X' } },
        { id: 'b', groups: { lan: 'X' } },
        { id: 'c', groups: { lan: 'Y' } },
        { id: 'd', groups: { lan: 'Z' } },
        { id: 'e' },
      ],
      indicators,
      answers,
    }),
  ); // prettier-ignore

describe('means of small groups', () => {
  const panel = small(
    [{ id: 'q', area: 'skola', type: 'count', better: 'lower' }],
    [['a', 2020, 'q', 2], ['b', 2020, 'q', 4], ['c', 2020, 'q', 7], ['d', 2020, 'q', 'bortfall'], ['e', 2020, 'q', 11], ['a', 2019, 'q', 90]], // prettier-ignore
  );
  const [nation, x, y, z, ...rest] = means(panel, allOutcomes(panel, spec), spec, ['lan']);

  test('are on the indicator’s own scale, of the last year alone', () => {
    expect(x).toMatchObject({ row: 'X', group: 'lan', column: 'sista:lan', grouping: 'lan', estimate: 3, n: 2, df: 1 }); // prettier-ignore
    expect(x!.extra).toMatchObject({ unit: 'antal', year: 2020 });
    expect(rest).toEqual([]);
  });

  test('keep the mean and n of one unit without an interval', () => {
    expect(y).toMatchObject({ estimate: 7, n: 1, se: null, ciLow: null, ciHigh: null, status: 'ok' });
  });

  test('say what is missing where nobody answered', () => {
    expect(z).toMatchObject({ status: 'not-estimable', reason: 'no-observations', n: 0, dropped: { bortfall: 1 } }); // prettier-ignore
  });

  test('count a unit without a group at the nation', () => {
    expect(nation).toMatchObject({ estimate: 6, n: 4, grouping: null, column: 'sista' });
  });
});

describe('numbers of indicators', () => {
  test('by survey, year and kind are those that were asked', () => {
    const panel = small(
      [
        { id: 'eb-audit', area: 'ekonomiskt-bistand' },
        { id: 'eb-intern-lss', area: 'ekonomiskt-bistand' },
        { id: 'egen', area: 'skola', kind: 'resultat' },
        { id: 'annan', area: 'skola' },
      ],
      [['a', 2019, 'eb-audit', 1], ['a', 2020, 'eb-audit', 'bortfall'], ['b', 2020, 'eb-intern-lss', 0], ['a', 2019, 'egen', 1], ['a', 2019, 'annan', 'ej-samlad']], // prettier-ignore
    );
    const counts = indicatorCounts(panel, spec).map((e) => [e.group, e.column, e.row, e.estimate, e.n]);
    expect(counts).toEqual([
      ['kommun', '2019', 'struktur', 0, 1],
      ['kommun', '2019', 'process', 1, 1],
      ['kommun', '2020', 'struktur', 1, 2],
      ['kommun', '2020', 'process', 1, 2],
      ['egna', '2019', 'resultat', 1, 1],
      ['egna', '2019', 'oklassad', 0, 1],
    ]);
  });

  test('of the demo data are the questions of the codebook in each year', () => {
    const counts = indicatorCounts(buildPanel(readDataFolder(demoFolder())), spec);
    const of = (survey: string, year: number) =>
      counts.filter((e) => e.group === survey && e.column === String(year)).map((e) => [e.row, e.estimate]);
    expect(of('kommun', 2016)).toEqual([['struktur', 25], ['process', 20]]); // prettier-ignore
    expect(of('enhet', 2019)).toEqual([['struktur', 6]]);
    expect(of('enhet', 2020)).toEqual([]);
    expect(of('brukare', 2019)).toEqual([['resultat', 6]]);
  });
});
