import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseSpec, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { estimate, type Estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import type { Results } from '../../analysis/results.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { skrUse, skrUsefulness } from '../../data/codebook/skr-2019.js';
import { tiles } from '../../data/codebook/tile-positions.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { buildFigure, type FigureSpec } from '../../reports/figures/build.js';
import { contrast, inkOn, luminance, sequenceColour } from '../../reports/figures/colours.js';
import type { FigureDefinition } from '../../reports/figures/definition.js';
import { figuresOf } from '../../reports/figures/definitions.js';
import { figureNumbers } from '../../reports/figures/numbers.js';
import { palette, shapes } from '../../reports/figures/palette.js';
import { renderSvg } from '../../reports/figures/render.js';
import { parseSvg, type SvgNode } from '../../reports/figures/svg-tree.js';
import { estimateTextWidth } from '../../reports/figures/text-metrics.js';
import type { Lang } from '../../reports/locales/language.js';
import { fixtureResults } from './fixture.js';

const results: Results = {
  ...fixtureResults(),
  estimates: replicate(buildPanel(readDataFolder(demoFolder())), defaultSpecification),
};
const definitions = figuresOf(results);
const languages = ['sv', 'en'] as const;

interface Drawing {
  readonly definition: FigureDefinition;
  readonly lang: Lang;
  readonly spec: FigureSpec;
  readonly svg: string;
}
const drawings: Drawing[] = [];
const drawn = (id: string, lang: Lang = 'sv') => drawings.find((d) => d.definition.id === id && d.lang === lang)!; // prettier-ignore
const kindIs = (...kinds: FigureDefinition['kind'][]) => drawings.filter((d) => kinds.includes(d.definition.kind)); // prettier-ignore

beforeAll(async () => {
  for (const lang of languages)
    for (const definition of definitions) {
      const spec = buildFigure(definition, results, { lang });
      drawings.push({ definition, lang, spec, svg: await renderSvg(spec) });
    }
}, 120_000);

/** Every element with text, with the attributes that it has or inherits. */
function texts(svg: string): { text: string; x: number; y: number; attributes: Map<string, string> }[] {
  const found: { text: string; x: number; y: number; attributes: Map<string, string> }[] = [];
  const walk = (node: SvgNode, above: Map<string, string>, x: number, y: number) => {
    const own = new Map([...above, ...node.attributes]);
    const moved = /translate\(([^,]+),([^)]+)\)/.exec(node.attributes.get('transform') ?? '');
    const [left, top] = [x + Number(moved?.[1] ?? 0), y + Number(moved?.[2] ?? 0)];
    if (node.name === 'text') {
      const lines = node.children.map((c) => (typeof c === 'string' ? c : c.children.filter((t) => typeof t === 'string').join('')));
      const at = { x: left + Number(node.attributes.get('x') ?? 0), y: top + Number(node.attributes.get('y') ?? 0) }; // prettier-ignore
      for (const text of lines) found.push({ text, ...at, attributes: own });
    } else
      for (const child of node.children) if (typeof child === 'object') walk(child, own, left, top);
  };
  walk(parseSvg(svg), new Map(), 0, 0);
  return found;
} // prettier-ignore

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Every mark of a kind as it is drawn: what its layer says of all, and its own row. */
function marksOf(id: string, type: string): Record<string, unknown>[] {
  const layers = drawn(id).spec['layer'] as {
    mark: { type: string };
    data: { values: Record<string, unknown>[] };
  }[];
  return layers
    .filter((l) => l.mark.type === type)
    .flatMap(({ mark, data }) => data.values.map((row) => ({ ...mark, ...row })));
}

describe('all figures of a replication', () => {
  test('are 48, in the order of the report: the nation, then area by area', () => {
    const ids = definitions.map((d) => d.id);
    expect(new Set(ids).size).toBe(48);
    expect(ids.slice(0, 6)).toEqual(['rapport-1', 'rapport-2', 'rapport-tabell-3', 'rapport-tabell-4', 'rapport-3', 'rapport-4']); // prettier-ignore
    expect(ids.slice(6, 20)).toEqual([
      'bilaga-1', 'bilaga-2', 'bilaga-3', 'bilaga-4',
      ...[2, 3, 4, 5, 6, 7].map((n) => `koefficienter-tabell-0${n}`),
      'prickar-lan-aldreomsorg', 'prickar-kommungrupp-aldreomsorg', 'karta-lan-aldreomsorg', 'karta-kommungrupp-aldreomsorg',
    ]); // prettier-ignore
    const areas = definitions.map((d) => d.area);
    expect([...new Set(areas)]).toEqual([null, 'aldreomsorg', 'ekonomiskt-bistand', 'barn-och-unga']);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('compile without a warning from Vega-Lite or Vega', async () => {
    const warnings: string[] = [];
    const warn = (...args: readonly unknown[]) => void warnings.push(args.join(' '));
    const logger = { level: () => logger, error: warn, warn, info: () => logger, debug: () => logger };
    for (const { spec } of drawings.filter((d) => d.lang === 'sv')) {
      const compiled = compile(spec as unknown as TopLevelSpec, { logger: logger as never }).spec;
      const view = new View(parseSpec(compiled), { renderer: 'none', logger: logger as never });
      await view.runAsync();
      view.finalize();
    }
    expect(warnings).toEqual([]);
  });

  test('have a title and a description in the language, and no number that is none', () => {
    for (const { definition, lang, spec, svg } of drawings) {
      expect(svg).toContain(`<title id="${definition.id}-title">`);
      expect(svg).toContain(`<desc id="${definition.id}-desc">`);
      expect(spec.usermeta.title).toBe(definition.title[lang]);
      expect(spec.description.startsWith(definition.title[lang])).toBe(true);
      expect(spec.description.length, definition.id).toBeGreaterThan(80);
      expect(svg, definition.id).not.toMatch(/NaN|undefined|Infinity|null|\[object/);
    }
    for (const d of definitions) expect(drawn(d.id, 'en').svg).not.toBe(drawn(d.id, 'sv').svg);
  });

  test('keep all text within the picture, and none of it smaller than 8.5 pixels', () => {
    for (const { definition, spec, svg } of drawings)
      for (const { text, x, attributes } of texts(svg)) {
        const size = parseFloat(attributes.get('font-size')!);
        const width = estimateTextWidth(unescaped(text), size, attributes.get('font-weight') === 'bold');
        const anchor = attributes.get('text-anchor') ?? 'start';
        const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
        const says = `${definition.id}: ${text}`;
        expect(size, says).toBeGreaterThanOrEqual(8.5);
        expect(left, says).toBeGreaterThanOrEqual(0);
        expect(left + width, says).toBeLessThanOrEqual(spec.usermeta.width);
      }
  });

  test('are stamped where they show simulated data, and not where they show published facts', () => {
    for (const { definition, lang, spec, svg } of drawings) {
      const published = definition.kind === 'use' || definition.kind === 'usefulness';
      const said = texts(svg).map((t) => t.text);
      expect(said.includes(lang === 'sv' ? 'SYNTETISKA DATA' : 'SYNTHETIC DATA'), definition.id).toBe(!published); // prettier-ignore
      expect(spec.usermeta.synthetic).toBe(!published);
      if (published) expect(said.at(-1)).toMatch(/SKR.*2019.*RiR 2021:17/);
    }
  });

  test('are small: at most 60 kB for estimates, 100 kB for dots and maps', () => {
    for (const { definition, svg } of drawings)
      expect(svg.length, definition.id).toBeLessThan(['dots', 'map'].includes(definition.kind) ? 1e5 : 6e4);
  });

  test('have their numbers as a table, maps in the table of the dots', () => {
    for (const lang of languages)
      for (const d of definitions) {
        const grid = figureNumbers(d, results, lang);
        if (d.kind === 'map') expect(grid).toBeNull();
        else {
          expect(grid!.rows.length, d.id).toBeGreaterThan(0);
          for (const row of grid!.rows) expect(row).toHaveLength(grid!.head.length);
          expect(grid!.columns).toHaveLength(grid!.head.length);
          expect(JSON.stringify(grid)).not.toMatch(/NaN|undefined|Infinity/);
        }
      }
  });
});

const values = (spec: FigureSpec, mark: string) =>
  (spec['layer'] as { mark: { type: string }; data: { values: Record<string, unknown>[] } }[])
    .filter((l) => l.mark.type === mark)
    .flatMap((l) => l.data.values);

describe('dots', () => {
  const byId = new Map(results.estimates.map((e) => [e.id, e]));

  test('draw every mean with its interval and n, and the nation’s', () => {
    for (const { definition, spec } of kindIs('dots')) {
      if (definition.kind !== 'dots') continue;
      const own = results.estimates.filter(
        (e) => e.model === 'means' && e.area === definition.area && e.grouping === definition.grouping,
      );
      const points = values(spec, 'point').filter((v) => 'group' in v);
      expect(points.map((v) => v['mean']).toSorted()).toEqual(
        own.flatMap((e) => (e.estimate === null ? [] : [e.estimate])).toSorted(),
      );
    }
    expect(drawn('prickar-lan-aldreomsorg').spec.description).toContain(
      `(n ${byId.get('means/ao-intern-samordning/riket')!.n})`,
    );
  });

  test('stand in the order of the counties’ codes', () => {
    const said = texts(drawn('prickar-lan-aldreomsorg').svg).map((t) => t.text);
    const names = said.filter((t) => / län$/.test(t)).slice(0, 21);
    expect(names[0]).toBe('Stockholms län');
    expect(names.at(-1)).toBe('Norrbottens län');
    expect(new Set(names).size).toBe(21);
  });
});

describe('maps', () => {
  test('have 21 counties at 21 places, and nine groups in a square', () => {
    expect(tiles('lan').map((t) => t.code).toSorted()[0]).toBe('01');
    for (const [kind, count] of [['lan', 21], ['kommungrupp', 9]] as const) {
      const list = tiles(kind);
      expect(list).toHaveLength(count);
      expect(new Set(list.map((t) => `${t.column},${t.row}`)).size).toBe(count);
      expect(new Set(list.map((t) => t.short)).size).toBe(count);
    }
  }); // prettier-ignore

  test('have text of at least 4.5 to 1 on every colour of their scale', () => {
    for (let i = 0; i <= 1000; i++) {
      const fill = sequenceColour(i / 1000);
      expect(contrast(fill, inkOn(fill)), fill).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('grow darker all the way, so that grey tells the same', () => {
    const light = Array.from({ length: 101 }, (_, i) => luminance(sequenceColour(i / 100)));
    for (let i = 1; i < light.length; i++) expect(light[i]!).toBeLessThan(light[i - 1]!);
  });

  test('write a dash in a broken outline where no unit answered', () => {
    const id = 'means/eb-isu-kon/lan/Gotlands län';
    expect(results.estimates.find((e) => e.id === id)!.estimate).toBeNull();
    const { svg } = drawn('karta-lan-ekonomiskt-bistand');
    expect(texts(svg).filter((t) => t.text === '–')).toHaveLength(1);
    expect(svg.match(/stroke-dasharray="3,2"/g)!.length).toBeGreaterThan(0);
  });

  test('of other groups are not drawn, nor dots of very many groups', () => {
    const mean = (row: string): Estimate =>
      estimate({ id: row, model: 'means', area: 'skola', indicator: 'q', row, group: 'lan', grouping: 'lan', column: 'sista:lan', estimate: 5, n: 3, extra: { unit: 'antal' } }); // prettier-ignore
    const ids = (rows: readonly string[]) => figuresOf({ estimates: rows.map(mean) }).map((f) => f.id);
    expect(ids(['Skåne län', 'Utlandet'])).toEqual(['prickar-lan-skola']);
    expect(ids(['Skåne län', 'Kalmar län'])).toEqual(['prickar-lan-skola', 'karta-lan-skola']);
    expect(ids(['Skåne län', '12'])).toEqual(['prickar-lan-skola']);
    expect(ids(Array.from({ length: 60 }, (_, i) => `g${i}`))).toEqual([]);
    expect(ids(['Skåne län'])).toEqual([]);
  });
});

describe('coefficients', () => {
  const points = (id: string) => values(drawn(id).spec, 'point').filter((v) => 'row' in v);

  test('draw each estimate of their table once, but for single years', () => {
    for (const definition of definitions) {
      if (definition.kind !== 'coefficients') continue;
      const own = results.estimates.filter(
        (e) => e.table === definition.table && e.estimate !== null && !/^\d{4}$/.test(e.column!),
      );
      expect(points(definition.id).map((v) => v['estimate']).toSorted(), definition.id).toEqual(own.map((e) => e.estimate).toSorted()); // prettier-ignore
    }
  });

  test('fill the marks that are significant at five percent, and those alone', () => {
    const points = marksOf('koefficienter-tabell-08', 'point').filter((m) => m['p'] !== undefined);
    expect(points.length).toBeGreaterThan(10);
    for (const { p, fill, stroke } of points)
      expect(fill === stroke, `p ${p as number}`).toBe((p as number) < levels.strong);
  });

  test('give each lag a shape and a colour of its own', () => {
    const looks = new Set(
      marksOf('koefficienter-tabell-03', 'point').map(
        ({ shape, stroke }) => `${shape as string} ${stroke as string}`,
      ),
    );
    expect([...looks].toSorted()).toEqual([`circle ${palette.variants[0]}`, `square ${palette.variants[1]}`]);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  test('draw an improvement in percentage points where the level is in points', () => {
    const said = texts(drawn('koefficienter-tabell-10').svg).map((t) => t.text);
    expect(said.filter((t) => t === 'Alkohol/droger')).toHaveLength(2);
    expect(said.filter((t) => t === 'procentenheter')).toHaveLength(4);
    expect(said.filter((t) => t === 'poäng (0–2)')).toHaveLength(2);
  });
});

describe('types of indicators, use and usefulness', () => {
  test('show the counts of the estimates, and tell the published ones beside them', () => {
    const said = texts(drawn('rapport-1').svg).map((t) => t.text);
    expect(said).toEqual(expect.arrayContaining(['25', '20', '24', 'struktur (25)', 'process (24)']));
    expect(said.join('|')).toMatch(/201 \(60.%\).*107 \(32.%\).*1 \(0,3.%\).*24 \(7.%\)/);
    expect(texts(drawn('rapport-2').svg).map((t) => t.text).join('|')).toContain('45 (66'); // prettier-ignore
  });

  test('write every published percent of tables 3 and 4', () => {
    const numbers = (id: string) =>
      texts(drawn(id).svg).map((t) => t.text).filter((t) => /^\d+$/.test(t)).map(Number).toSorted((a, b) => a - b); // prettier-ignore
    const all = (rows: readonly { shares: Readonly<Record<string, number>> }[]) =>
      rows.flatMap((r) => Object.values(r.shares)).toSorted((a, b) => a - b);
    expect(numbers('rapport-tabell-3')).toEqual(all(skrUse()));
    expect(numbers('rapport-tabell-4')).toEqual(all(skrUsefulness()));
  });

  test('are told of a panel’s own indicators where it has classified them', () => {
    const count = (row: string) =>
      estimate({ id: row, model: 'indicators', row, group: 'egna', column: '2020', estimate: 3, n: 6, extra: { unit: 'antal' } }); // prettier-ignore
    expect(figuresOf({ estimates: [count('oklassad')] })).toEqual([]);
    expect(figuresOf({ estimates: [count('resultat'), count('oklassad')] }).map((f) => f.id)).toEqual(['indikatortyper']); // prettier-ignore
  });
});

describe('colours', () => {
  /** Linear light as eyes without red, green or blue cones see it (Machado, Oliveira and Fernandes 2009, severity 1). */
  const blind = {
    protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  }; // prettier-ignore
  const linear = (hex: string) =>
    [1, 3, 5].map((i) => {
      const s = parseInt(hex.slice(i, i + 2), 16) / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
  const lab = (rgb: readonly number[]) => {
    const [r, g, b] = rgb.map((v) => Math.min(1, Math.max(0, v))) as [number, number, number];
    const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
    const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
  };
  const distance = (a: string, b: string, matrix: readonly (readonly number[])[]) => {
    const seen = (hex: string) => {
      const light = linear(hex);
      return lab(matrix.map((row) => row.reduce((sum, m, i) => sum + m * light[i]!, 0)));
    };
    const [p, q] = [seen(a), seen(b)];
    return Math.hypot(...p.map((v, i) => v - q[i]!));
  };
  const sets = {
    lags: palette.variants.slice(0, 3),
    kinds: Object.values(palette.kinds).slice(0, 3),
    usefulness: Object.values(palette.usefulness).map((u) => u.fill),
    means: [palette.mean, palette.theilSen],
  };

  test.each(Object.entries(blind))('that mean something stay apart for %s eyes', (_, matrix) => {
    for (const [name, list] of Object.entries(sets))
      list.forEach((a, i) => {
        for (const b of list.slice(i + 1)) expect(distance(a, b, matrix), `${name}: ${a} ${b}`).toBeGreaterThan(15); // prettier-ignore
      });
  });

  test('carry their numbers at 4.5 to 1', () => {
    for (const { fill, ink } of Object.values(palette.usefulness)) expect(contrast(fill, ink), fill).toBeGreaterThan(4.5); // prettier-ignore
    for (const fill of Object.values(palette.kinds)) expect(contrast(fill, palette.paper), fill).toBeGreaterThan(4.5); // prettier-ignore
    for (const ink of [palette.ink, palette.muted]) expect(contrast(ink, palette.paper)).toBeGreaterThan(4.5);
  });
});
