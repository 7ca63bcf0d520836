import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { estimate, type Estimate } from '../../analysis/estimate.js';
import { codebook } from '../../data/codebook/codebook.js';
import { buildFigure } from '../../reports/figures/build.js';
import { figuresOf } from '../../reports/figures/definitions.js';
import { figureNumbers } from '../../reports/figures/numbers.js';
import { FONT } from '../../reports/figures/palette.js';
import { fontPath } from '../../data/fonts.js';
import { drawingOptions, figureFonts, renderPng } from '../../reports/figures/png.js';
import { renderSvg } from '../../reports/figures/render.js';
import { clipText, fitLines } from '../../reports/figures/text-fit.js';
import { estimateTextWidth } from '../../reports/figures/text-metrics.js';
import { messages } from '../../reports/locales/language.js';
import { fixtureResults } from './fixture.js';

/** The pixels of a PNG of 8-bit RGBA, read by the format's own rules (ISO 15948). */
function pixelsOf(png: Uint8Array) {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([bytes[24], bytes[25], bytes[28]]).toEqual([8, 6, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.subarray(at + 4, at + 8).toString() === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(data));
  const line = width * 4;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)]!;
    for (let i = 0; i < line; i++) {
      const a = i >= 4 ? out[y * line + i - 4]! : 0;
      const b = y > 0 ? out[(y - 1) * line + i]! : 0;
      const c = i >= 4 && y > 0 ? out[(y - 1) * line + i - 4]! : 0;
      const p = a + b - c;
      const paeth = Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c) ? a : Math.abs(p - b) <= Math.abs(p - c) ? b : c; // prettier-ignore
      const add = [0, a, b, (a + b) >> 1, paeth][filter]!;
      out[y * line + i] = (raw[y * (line + 1) + 1 + i]! + add) & 255;
    }
  }
  return { width, height, dark: (x: number, y: number) => out[y * line + x * 4]! < 128 };
}

const results = fixtureResults();
const svgOf = async (id: string) => {
  const definition = figuresOf(results).find((f) => f.id === id)!;
  return renderSvg(buildFigure(definition, results, { lang: 'sv' }));
};

describe('a figure as PNG', () => {
  test('is twice the size of the SVG, with its title in letters', async () => {
    const svg = await svgOf('bilaga-3');
    const { width, height, dark } = pixelsOf(await renderPng(svg));
    const [, w = '', h = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!;
    expect([width, height]).toEqual([2 * Number(w), 2 * Number(h)]);
    let letters = 0;
    // Where the title stands there is nothing but its text.
    for (let y = 30; y < 64; y++) for (let x = 10; x < 700; x++) if (dark(x, y)) letters++;
    expect(letters).toBeGreaterThan(1500);
  });

  test('is the same bytes every time, whatever is drawn beside it', async () => {
    const [a, b] = await Promise.all(['koefficienter-tabell-08', 'rapport-tabell-4'].map(svgOf));
    const first = await Promise.all([renderPng(a!), renderPng(b!), renderPng(a!)]);
    expect(Buffer.from(first[2]).equals(Buffer.from(first[0]))).toBe(true);
    expect(Buffer.from(await renderPng(b!)).equals(Buffer.from(first[1]))).toBe(true);
  });

  test('is not drawn where a font file is missing, and the message names it', () => {
    const missing = (id: string) => {
      if (id.includes('Bold')) throw new Error('MODULE_NOT_FOUND');
      return id;
    };
    expect(() => fontPath('700Bold', missing)).toThrow(/SourceSans3_700Bold\.ttf is missing/);
    expect(figureFonts()).toHaveLength(2);
  });

  test('would have no text without the font: the machine’s own are not looked for', () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20" font-family="${FONT}">Text</text></svg>`;
    expect(new Resvg(svg, drawingOptions([])).innerBBox()).toBeUndefined();
    expect(new Resvg(svg, drawingOptions(figureFonts())).innerBBox()!.width).toBeGreaterThan(15);
  });
});

describe('the widths that figures reckon with', () => {
  const measured = (text: string, size: number, bold: boolean) => {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="200"><text x="9" y="140" font-family="${FONT}" font-size="${size}"${bold ? ' font-weight="bold"' : ''}>${escaped}</text></svg>`;
    return new Resvg(svg, drawingOptions(figureFonts())).innerBBox()?.width ?? 0;
  };

  test('are at least those of the shipped font for every label and message', () => {
    const { items, outcomes, figures } = codebook();
    const texts = [...items, ...outcomes].flatMap((i) => [i.label.sv, i.label.en]);
    const said = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(said) : []; // prettier-ignore
    texts.push(...figures.flatMap((f) => [f.title.sv, f.title.en]), ...said(messages('sv').figures), ...said(messages('en').figures)); // prettier-ignore
    texts.push('−0,123', '+12,34 (0,50 till 24,18)', '0123456789', '100\u202f%');
    for (const text of new Set(texts))
      for (const bold of [false, true])
        // The box is in whole pixels, outwards: at this size that is nothing.
        expect(measured(text, 120, bold), text).toBeLessThanOrEqual(estimateTextWidth(text, 120, bold) + 2);
  });

  test('cut a label that has no room, and one of 10,000 signs, with an ellipsis', () => {
    expect(clipText('Kort', 100, 10)).toBe('Kort');
    const cut = clipText('Läkemedelsgenomgångar', 60, 10);
    expect(cut).toMatch(/^Läk.*…$/);
    expect(estimateTextWidth(cut, 10)).toBeLessThanOrEqual(60);
    for (const text of ['x'.repeat(10_000), 'ord '.repeat(2_500)]) {
      const lines = fitLines(text, 120, 11, 3);
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(lines.at(-1)).toMatch(/…$/);
      for (const line of lines) expect(estimateTextWidth(line, 11)).toBeLessThanOrEqual(120);
    }
    expect(clipText('a\u0000b\u202ec\ud800\nd', 100, 10)).toBe('a b c d');
  });
});

const HOSTILE = [
  '"><script>alert(1)</script>',
  '<image href="http://x/"/> url(#a) id="y"',
  '=HYPERLINK("http://x","y")',
  '\u202eomvänt\u2069 \u0000\u0007 \ud800 😀👩‍👩‍👧',
  "datum.value + '\\'); evil(`${1}`)",
  'x'.repeat(10_000),
  'ord '.repeat(2_500),
  '',
  ' \n\t ',
  '__proto__',
];

describe('hostile names of areas, indicators and groups', () => {
  const own = HOSTILE.flatMap((name, i): Estimate[] => {
    const label = { sv: name, en: name };
    const base = { area: name, indicator: `q${i}`, row: name, group: i % 2 ? name : null, n: 3 };
    const extra = { unit: i % 3 ? 'procent' : name, label, year: 2020 };
    return [
      estimate({ ...base, id: `t${i}`, model: 'trends', column: '2020', estimate: 5, ciLow: 1, ciHigh: 9, extra: { ...extra, figures: [] } }),
      estimate({ ...base, id: `n${i}`, model: 'means', column: 'sista', estimate: 5, extra }),
      ...HOSTILE.map((group, g) =>
        estimate({ ...base, id: `m${i}/${g}`, model: 'means', column: 'sista:lan', row: group, group: 'lan', grouping: 'lan', estimate: g, ciLow: g - 90, ciHigh: g + 90, extra }),
      ),
      ...['totalt', name, `niva:${name}:t-1`].map((column, c) =>
        estimate({ ...base, id: `u${i}/${c}`, model: 'users', table: `users:${name}`, column, estimate: 1e9 * c, ciLow: -1e308, ciHigh: 1e308, p: 0.01, mark: '++', extra: { unit: name } }),
      ),
      estimate({ ...base, id: `i${i}`, model: 'indicators', row: i ? name : 'struktur', group: 'egna', column: '2020', estimate: 2, extra: { unit: 'antal' } }),
    ];
  }); // prettier-ignore
  const odd = { ...results, estimates: own };

  test('become text alone: well-formed, without script, link or image, in every kind of figure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'oj-figures-'));
    const definitions = figuresOf(odd);
    const seen = new Set<string>();
    expect(new Set(definitions.map((d) => d.kind))).toEqual(new Set(['trends', 'indicator-types', 'coefficients', 'dots'])); // prettier-ignore
    expect(new Set(definitions.map((d) => d.id)).size).toBe(definitions.length);
    try {
      for (const definition of definitions) {
        expect(definition.id).toMatch(/^[a-z0-9-]{1,120}$/);
        const svg = await renderSvg(buildFigure(definition, odd, { lang: 'sv', source: HOSTILE[5]! }));
        expect(svg).not.toMatch(/<script|<image|<style|<a[ >]|NaN|undefined|Infinity/);
        expect(new Set([...svg.matchAll(/<([a-z]+)/gi)].map(([, name]) => name))).toEqual(
          new Set([...svg.matchAll(/<(svg|title|desc|rect|g|path|line|circle|text|tspan)\b/g)].map(([, name]) => name)), // prettier-ignore
        );
        expect(figureNumbers(definition, odd, 'sv')).not.toBeUndefined();
        expect(Number(/ height="(\d+)"/.exec(svg)![1])).toBeLessThan(20_000);
        // One picture of each kind, and the first area's: that of the script.
        if (!seen.has(definition.kind)) expect(pixelsOf(await renderPng(svg)).width).toBe(1560);
        seen.add(definition.kind);
        writeFileSync(join(folder, 'figure.svg'), svg);
        // Another program's strict reader of XML: no output, exit code 0.
        expect(wellFormed(join(folder, 'figure.svg'))).toBe('');
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);

  test('leave the document valid text: no sign that XML forbids', async () => {
    for (const definition of figuresOf(odd).slice(0, 4)) {
      const svg = await renderSvg(buildFigure(definition, odd, { lang: 'en' }));
      // eslint-disable-next-line no-control-regex
      expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/);
      expect(svg).not.toMatch(/\p{Cs}/u);
    }
  });
});

/** What xmllint or Python says against a file; '' where it is well-formed, or neither is on the machine. */
function wellFormed(file: string): string {
  try {
    execFileSync('python3', ['-c', 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])', file], { stdio: 'pipe' }); // prettier-ignore
    return '';
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: Buffer };
    return code === 'ENOENT' ? '' : (stderr?.toString() ?? 'failed');
  }
}

test('the shipped fonts are read from the package that is declared', () => {
  const require = createRequire(import.meta.url);
  const { dependencies } = JSON.parse(readFileSync(require.resolve('../../package.json'), 'utf8')) as { dependencies: Record<string, string> }; // prettier-ignore
  expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(['@expo-google-fonts/source-sans-3', '@resvg/resvg-js'])); // prettier-ignore
});
