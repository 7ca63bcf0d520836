import { beforeAll, describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import type { Estimate } from '../../analysis/estimate.js';
import { codebook } from '../../data/codebook/codebook.js';
import { buildFigure } from '../../reports/figures/build.js';
import type { FigureDefinition, TrendsFigure } from '../../reports/figures/definition.js';
import { figuresOf } from '../../reports/figures/definitions.js';
import { renderSvg } from '../../reports/figures/render.js';
import { spread } from '../../reports/figures/together.js';
import { estimateTextWidth, wrapText } from '../../reports/figures/text-metrics.js';
import { valueDomain } from '../../reports/figures/axes.js';
import { fixtureResults } from './fixture.js';

const results = fixtureResults();
const { estimates } = results;
const definitions = figuresOf(results).filter((d): d is TrendsFigure => d.kind === 'trends');
const synthetic = { lang: 'sv', synthetic: true } as const;
const figure = (id: string): FigureDefinition => definitions.find((d) => d.id === id)!;
const svgs = new Map<string, string>();

beforeAll(async () => {
  for (const d of definitions) svgs.set(d.id, await renderSvg(buildFigure(d, results, synthetic)));
});

/** Results that hold these estimates alone. */
const only = (own: readonly Estimate[]) => ({ ...results, estimates: own });

const textOf = (svg: string) =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, t]) => t!.replace(/<[^>]*>/g, ' '));

describe('the appendix’s and the report’s figures', () => {
  test('are all sixteen drawn', () => {
    const ids = codebook().figures.map((f) => f.id);
    expect(definitions.map((d) => d.id).toSorted()).toEqual(ids.toSorted());
  });

  test('draw every series of their definition, with its means at their values', () => {
    for (const d of definitions) {
      const spec = JSON.stringify(buildFigure(d, results, synthetic));
      for (const id of d.series)
        for (const e of estimates.filter(
          (x) => x.model === 'trends' && x.indicator === id && x.column !== 'trend',
        ))
          expect(spec).toContain(`"year":${e.column},"mean":${e.estimate},`);
    }
  });

  test('have a title and a description that tell what is seen', () => {
    const svg = svgs.get('bilaga-8')!;
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* role="img"[^>]* aria-labelledby="bilaga-8-title bilaga-8-desc"/,
    );
    expect(svg).toContain(
      '<title id="bilaga-8-title">Figur 8. Ekonomiskt bistånd: individbaserad systematisk uppföljning</title>',
    );
    expect(svg).toMatch(
      /<desc id="bilaga-8-desc">[^<]*2 serier[^<]*ISU kön: \d+,\d \(2016\) till \d+,\d \(2020\) procent, trend [+−]\d/,
    );
  });

  test('are stamped inside the picture where data are synthetic, and not otherwise', async () => {
    for (const svg of svgs.values()) expect(textOf(svg)).toContain('SYNTETISKA DATA');
    const real = await renderSvg(
      buildFigure(figure('bilaga-3'), results, { lang: 'sv', synthetic: false, source: 'Enkäten 2020' }),
    );
    expect(real.toLowerCase()).not.toContain('syntet');
    expect(real).toContain('Källa: Enkäten 2020');
  });

  test('write numbers of the language, and n under every year', () => {
    const swedish = textOf(svgs.get('bilaga-3')!).join('|');
    expect(swedish).toContain('1,0');
    expect(swedish).toMatch(/[+−]0,\d{3} poäng per år \(p [=<] 0,\d+\)/);
    const n = estimates.find((e) => e.id === 'trends/ao-alkohol-droger/2018')!.n;
    expect(swedish.split('|')).toEqual(expect.arrayContaining(['2018', `n ${n}`]));
  });

  test('tell series with the same name apart', () => {
    const spec = JSON.stringify(buildFigure(figure('rapport-4'), results, synthetic));
    for (const area of codebook().areas) expect(spec).toContain(`"${area.label.sv}"`);
    expect(textOf(svgs.get('bilaga-2')!).join('|')).toContain('Extern samverkan på särskilda boenden');
  });

  test('never rely on colour alone: lines drawn together differ in dash and shape', () => {
    const { layer } = buildFigure(figure('rapport-3'), results, synthetic) as unknown as {
      layer: { mark: { type: string }; data: { values: Record<string, unknown>[] } }[];
    };
    const values = (type: string) => layer.filter((l) => l.mark.type === type).flatMap((l) => l.data.values);
    const of = (type: string, key: string) => new Set(values(type).map((row) => JSON.stringify(row[key])));
    expect(of('line', 'path').size).toBe(4);
    expect(of('line', 'strokeDash').size).toBe(4);
    expect(of('point', 'shape').size).toBe(4);
    expect(of('point', 'color').size).toBe(4);
  });

  test('are self-contained, and their ids are their own', () => {
    const ids = [...svgs.values()].flatMap((svg) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const svg of svgs.values()) {
      expect(svg).not.toMatch(/NaN|undefined|Infinity|<script|<image|<style| style="| on\w+=/);
      expect(svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toContain('http');
    }
  });

  test('are the same bytes every time', async () => {
    for (const id of ['bilaga-11', 'rapport-3'])
      expect(await renderSvg(buildFigure(figure(id), results, synthetic))).toBe(svgs.get(id));
  });

  test('drawn at the same time do not disturb one another', async () => {
    const both = await Promise.all(
      ['bilaga-2', 'bilaga-7'].map((id) => renderSvg(buildFigure(figure(id), results, synthetic))),
    );
    expect(both).toEqual([svgs.get('bilaga-2'), svgs.get('bilaga-7')]);
  });

  test('can be drawn in English', async () => {
    const svg = await renderSvg(buildFigure(figure('bilaga-3'), results, { lang: 'en', synthetic: true }));
    expect(textOf(svg).join('|')).toMatch(/points per year \(p [=<] 0\.\d+\).*SYNTHETIC DATA/s);
    expect(textOf(svg).join('|')).toContain('1.0');
  });
});

describe('figures of other panels', () => {
  const label = { sv: '<b>"x"</b> & y', en: 'x' };
  const extra = { unit: 'antal', label, figures: [] };
  const point = (year: number, value: number | null, ci = 1) =>
    estimate({ id: `t/${year}`, model: 'trends', area: 'skola', indicator: 'q', column: String(year), estimate: value, n: 1, extra, ...(value === null || ci === 0 ? {} : { ciLow: value - ci, ciHigh: value + ci }) }); // prettier-ignore

  test('get one figure per area, labels escaped', async () => {
    const own = [point(2019, 130), point(2021, 210, 0)];
    const [definition, ...more] = figuresOf(only(own));
    expect(more).toEqual([]);
    expect(definition).toMatchObject({ id: 'panel-skola', series: ['q'], number: 0 });
    const svg = await renderSvg(buildFigure(definition!, only(own), synthetic));
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toContain('<b>');
  });

  test('without any value say so instead of drawing', async () => {
    const own = [point(2019, null), estimate({ id: 't', model: 'trends', area: 'skola', indicator: 'q', column: 'trend', status: 'not-estimable', reason: 'no-observations', extra })]; // prettier-ignore
    const svg = await renderSvg(buildFigure(figuresOf(only(own))[0]!, only(own), synthetic));
    expect(textOf(svg)).toContain('inga data');
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  test('one year, and very many years, are drawn without overlap', async () => {
    const one = [point(2019, 5)];
    expect(await renderSvg(buildFigure(figuresOf(only(one))[0]!, only(one), synthetic))).not.toMatch(
      /NaN|Infinity/,
    );
    const many = Array.from({ length: 40 }, (_, i) => point(1981 + i, i));
    const svg = await renderSvg(buildFigure(figuresOf(only(many))[0]!, only(many), synthetic));
    const years = textOf(svg).filter((t) => /^ ?(19|20)\d\d/.test(t.trim()));
    expect(years.length).toBeGreaterThan(5);
    expect(years.length).toBeLessThan(15);
  });
});

describe('geometry', () => {
  test('labels at the lines’ ends never overlap and stay inside', () => {
    const labels = [60, 62, 61, 300, 290].map((wanted) => ({ wanted, height: 40 }));
    const tops = spread(labels, 340).toSorted((a, b) => a - b);
    tops.forEach((top, i) => expect(top + 40).toBeLessThanOrEqual(i + 1 < tops.length ? tops[i + 1]! : 340));
  });

  test('value axes of other units reach round numbers above all values', () => {
    const series = (high: number) =>
      [{ unit: 'antal', points: [{ year: 1, mean: 1, low: null, high, n: 1 }] }] as never;
    expect(valueDomain('antal', series(212))).toMatchObject({ low: 0, high: 300 });
    expect(valueDomain('antal', series(0.37)).high).toBeCloseTo(0.4);
    expect(valueDomain('procent', [])).toMatchObject({ low: 0, high: 100 });
  });

  test('text is broken at spaces within its width', () => {
    const lines = wrapText('Läkemedelsgenomgångar med sjuksköterska i hemtjänsten', 170, 12, true);
    expect(lines.join(' ')).toBe('Läkemedelsgenomgångar med sjuksköterska i hemtjänsten');
    for (const line of lines) expect(estimateTextWidth(line, 12, true)).toBeLessThanOrEqual(170);
  });
});
