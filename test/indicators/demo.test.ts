import { describe, expect, test } from 'vitest';
import { criteria, indicatorCards } from '../../analysis/indicators/index.js';
import { trends } from '../../analysis/models/trends.js';
import { varianceComponents } from '../../analysis/models/variance.js';
import { outcomeById } from '../../analysis/panel/outcomes.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { publishedTables } from '../../data/codebook/published.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { expectClose, notFinite } from '../stats/tolerance.js';

const panel = buildPanel(readDataFolder(demoFolder()));
const run = replicate(panel, spec);
const cards = indicatorCards(panel, spec, run);
const card = (id: string) => cards.find((c) => c.id === id)!;

describe('the cards of the demo data', () => {
  test('are one per indicator, in order, plain JSON and without NaN', () => {
    expect(cards.map((c) => c.id)).toEqual(panel.indicators.map((i) => i.id));
    expect(notFinite(cards)).toEqual([]);
    expect(JSON.parse(JSON.stringify(cards))).toEqual(cards);
  });

  test('are the same every time', () => {
    const again = indicatorCards(buildPanel(readDataFolder(demoFolder())), spec, replicate(panel, spec));
    expect(JSON.stringify(again)).toBe(JSON.stringify(cards));
  });

  test('have every criterion once, its verdict within its limits, and reasons for the advice', () => {
    for (const c of cards) {
      expect(c.profile.map((p) => p.key)).toEqual(criteria);
      expect(c.advice.reasons.length).toBeGreaterThan(0);
      for (const p of c.profile)
        if (p.verdict === 'not-judged') expect(p.value, `${c.id} ${p.key}`).toBeNull();
    }
  });

  test('hold no value outside its scale', () => {
    const share = (v: number | null) => v === null || (v >= 0 && v <= 1);
    for (const c of cards) {
      for (const y of c.years) {
        expect(share(y.met) && share(y.responseRate)).toBe(true);
        if (y.value !== null) expect(y.ciLow! <= y.value && y.value <= y.ciHigh!).toBe(true);
        if (y.value !== null) expect(share(y.value / 100)).toBe(true);
      }
      expect(share(c.lasting.reliability) && share(c.lasting.by.lan.icc)).toBe(true);
      if (c.detectable.power !== null) expect(share(c.detectable.power)).toBe(true);
    }
  });

  test('have the trend and the yearly means of `oj trends`', () => {
    for (const id of ['eb-extern-primarvard', 'ao-brukare-ht-halsa']) {
      const found = trends(panel, [{ outcome: outcomeById(panel, spec, id), figures: [] }], spec);
      const slope = found.find((e) => e.column === 'trend')!;
      expect(card(id).trend).toMatchObject({
        perYear: slope.estimate,
        p: slope.p,
        ciLow: slope.ciLow,
        n: slope.n,
      });
      for (const y of card(id).years)
        expectClose(y.value, found.find((e) => e.column === `${y.year}`)!.estimate!, `${id} ${y.year}`);
    }
  });

  test('have nearly the reliability of `oj variance`, where years are random and not fixed', () => {
    const ids = ['eb-extern-primarvard', 'ao-brukare-ht-halsa', 'bou-psykosocial', 'ao-sb-lakemedel'];
    for (const id of ids) {
      const found = varianceComponents(panel, [outcomeById(panel, spec, id)], spec, ['lan']);
      const reliability = found.find((e) => e.term === 'reliability')!;
      const { lasting } = card(id);
      expect(Math.abs(lasting.reliability! - reliability.estimate!)).toBeLessThan(0.003);
      expect(lasting.n).toBe(reliability.n);
      const [unit, lan, , residual] = found.map((e) => e.estimate!);
      expect(Math.abs(lasting.by.lan.icc! - lan! / (unit! + lan! + residual!))).toBeLessThan(0.003);
    }
  });

  test('count `Delvis` not as Ja, as the official shares do', () => {
    const { codes } = panel.answers.get('eb-isu-anvant')!;
    const T = panel.years.length;
    const last = panel.units.flatMap((_, u) =>
      Number.isNaN(codes[u * T + T - 1]!) ? [] : [codes[u * T + T - 1]!],
    );
    expect(last).toContain(0.5);
    expectClose(
      card('eb-isu-anvant').latest!.value,
      (100 * last.filter((v) => v === 1).length) / last.length,
      'Ja',
    );
  });

  test('see that a question was asked in one year only', () => {
    for (const id of ['ao-audit-dudit-2016', 'eb-audit-dudit-2016', 'bou-isu-kon-2016'])
      expect(card(id)).toMatchObject({
        asked: { years: [2016], ongoing: false },
        lasting: { reliability: null, testRetest: null },
        trend: { perYear: null },
        detectable: { change: null, reason: 'no-pairs' },
        advice: { key: 'cannot-judge', because: 'discontinued' },
      });
    expect(card('ao-ht-anhoriga').asked).toEqual({ years: [2016, 2017, 2018, 2019], ongoing: true });
  });

  test('say that users’ own answers are results, and close to practice', () => {
    expect(card('ao-brukare-ht-halsa').measures).toMatchObject({ kind: 'resultat', practice: 'close' });
  });
});

describe('what the appendix found', () => {
  test('is the published rows that an indicator enters, with this run’s marks', () => {
    const { rows } = card('eb-radgivning').appendix;
    expect(rows.map((r) => r.table)).toEqual([8, 9, 10, 11, 12]);
    const users = publishedTables().find((t) => t.table === 8)!;
    const published = users.rows.find((r) => r.label === rows[0]!.row)!;
    expect(rows[0]!.cells.map((c) => c.column)).toEqual(users.columns);
    expect(rows[0]!.cells.map((c) => c.published)).toEqual(published.cells!.map((m) => [m]));
    for (const cell of rows[0]!.cells)
      expect(cell.computed).toBe(run.find((e) => e.id === `8/eb-radgivning/${cell.column}`)!.mark);
  });
  test('names the other indicators of a row', () => {
    const [row] = card('eb-intern-lss').appendix.rows;
    expect(row!.with).toEqual(['eb-intern-barn-och-unga', 'eb-intern-missbruk', 'eb-intern-socialpsykiatri']);
  });
  test('has no computed marks without a run', () => {
    const [bare] = indicatorCards(panel, spec);
    expect(bare!.appendix.computed).toEqual({ cells: 0, marked: 0, byChance: 0 });
    expect(bare!.appendix.published).toEqual(cards[0]!.appendix.published);
    expect({ ...bare, appendix: null }).toEqual({ ...cards[0], appendix: null });
  });
});
