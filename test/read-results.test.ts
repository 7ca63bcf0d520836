import { beforeAll, describe, expect, test } from 'vitest';
import { quality } from '../analysis/quality/quality.js';
import { readResults } from '../analysis/read-results.js';
import type { Results } from '../analysis/results.js';
import { defaultSpecification } from '../analysis/specification.js';
import { buildPanel } from '../analysis/panel/panel.js';
import { demoFolder } from '../data/location.js';
import { UsageError } from '../data/problems.js';
import { readDataFolder } from '../data/readers/canonical.js';
import { resultsJson } from '../reports/json.js';
import { fixtureInference, fixtureResults } from './reports/fixture.js';

let results: Results;
let text = '';
beforeAll(() => {
  const disagreements = {
    rows: 2,
    settled: 1,
    byTable: [{ table: 'answers.csv', rows: 1 }],
    bySource: [{ kept: null, other: 'b.csv', rows: 1 }],
    byIndicator: [
      {
        id: 'eb-audit',
        cells: 1,
        largest: null,
        examples: [
          { unit: '0114', year: 2018, kept: 'Ja', keptSource: null, other: 'Nej', otherSource: 'b.csv', difference: null },
        ],
      },
    ],
  }; // prettier-ignore
  const panel = buildPanel(readDataFolder(demoFolder()));
  results = { ...fixtureInference(), quality: quality(panel, defaultSpecification, disagreements) };
  text = resultsJson(results);
});

/** The message with which a text is refused; a failure where it is read. */
function refusal(bad: string): string {
  try {
    readResults(bad, 'out/results.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { message } = error as Error;
    expect(message).toMatch(/^out\/results\.json/);
    expect(message).not.toContain('\n');
    return message;
  }
  throw new Error('was read');
}

/** The text with one of its JSON values changed. */
function changed(change: (content: Record<string, unknown>) => void): string {
  const content = JSON.parse(text) as Record<string, unknown>;
  change(content);
  return JSON.stringify(content);
}

describe('reading results back', () => {
  test('gives what was written, and writing it again the same bytes', () => {
    const read = readResults(text, 'results.json');
    expect(read.estimates).toHaveLength(results.estimates.length);
    expect(read.quality!.indicators).toHaveLength(65);
    expect(resultsJson(read)).toBe(text);
  });

  test('without quality is null, and the bytes are the same too', () => {
    const plain = resultsJson(fixtureResults());
    expect(plain).not.toContain('"quality"');
    expect(readResults(plain, 'r').quality).toBeNull();
    expect(resultsJson(readResults(plain, 'r'))).toBe(plain);
  });

  test('reads a byte order mark away', () => {
    expect(resultsJson(readResults(`\uFEFF${text}`, 'r'))).toBe(text);
  });

  test('says at which byte and in which estimate a file is cut off', () => {
    const start = text.indexOf('{"id":', text.indexOf('"estimates"'));
    const lines = text.slice(start).split('\n');
    const at = start + lines.slice(0, 16).join('\n').length + 120;
    const message = refusal(text.slice(0, at));
    expect(message).toContain(`cut off at byte ${Buffer.byteLength(text.slice(0, at))}, in estimate 17`);
    expect(message).toContain((JSON.parse(lines[16]!.replace(/,$/, '')) as { id: string }).id);
    expect(message).toContain('oj replicate');
  });

  test('refuses a file cut off anywhere, and says so', () => {
    for (let i = 1; i < 60; i++) {
      const part = text.slice(0, Math.floor((text.length * i) / 60));
      expect(refusal(part)).toMatch(/cut off at byte \d+/);
    }
    expect(refusal(text.slice(0, -3))).toMatch(/cut off/);
  });

  test.each([
    ['', /empty file/],
    ['  \n', /empty file/],
    ['unit,year\n0114,2018\n', /which is not JSON/],
    ['[]', /found a list; expected results\.json/],
    ['{}', /an object without fields/],
    ['{"a":1,"<script>":2}', /an object with "a", "<script>"/],
    ['{"$schema":"https://vega.github.io/schema/vega-lite/v6.json"}', /the specification of a figure/],
  ])('refuses %j', (bad, message) => {
    expect(refusal(bad)).toMatch(message);
  });

  test('tells quality.json from results.json', () => {
    const { manifest, specification, quality: q } = results;
    const file = JSON.stringify({ problems: [], manifest, specification, quality: q });
    expect(refusal(file)).toContain('quality.json of oj check, without estimates');
  });

  test('names the version that wrote it, and how to get it', () => {
    for (const version of ['0.2.0', '1.1.0']) {
      const message = refusal(changed((c) => Object.assign(c.manifest as object, { version })));
      expect(message).toContain(`written by version ${version}`);
      expect(message).toContain(`npm install oppna-jamforelser@${version}`);
      expect(message).toContain('oj replicate');
    }
    expect(
      readResults(
        changed((c) => Object.assign(c.manifest as object, { version: '0.1.7' })),
        'r',
      ),
    ).toBeDefined();
    const hostile = refusal(
      changed((c) => Object.assign(c.manifest as object, { version: '1.0.0; rm -rf /' })),
    );
    expect(hostile).not.toContain('npm install');
  });

  const cell = (change: object) => changed((c) => Object.assign((c.estimates as object[])[16]!, change));
  test.each([
    [{ p: 'abc' }, /estimate 17 \(".*"\): field p: found "abc"; expected null or a number from 0 to 1/],
    [{ p: 'NaN' }, /field p: found "NaN"/],
    [{ p: 1.5 }, /field p: found 1\.5/],
    [{ estimate: '0,5' }, /field estimate: found "0,5"/],
    [{ n: -1 }, /field n: found -1/],
    [{ n: 2.5 }, /field n: found 2\.5/],
    [{ model: 'magic' }, /field model: found "magic"; expected one of "trends"/],
    [{ mark: '+++' }, /field mark/],
    [{ dropped: { bortfall: 'many' } }, /field dropped\.bortfall: found "many"/],
    [{ status: null }, /field status: found null/],
    [{ extra: [] }, /field extra: found \[\]; expected an object/],
    [{ extra: { ci: ['NaN'] } }, /extra: field ci\.0: found "NaN"/],
    [{ id: '' }, /field id: found ""/],
    [{ '<script>\n': 1 }, /field "<script>\\x0a": found 1; expected no field of this name/],
    [{ row: 5 }, /field row: found 5; expected null or a text/],
  ])('names estimate and field of %j', (change, message) => {
    expect(refusal(cell(change))).toMatch(message);
  });

  test('names a field that is missing', () => {
    expect(refusal(changed((c) => delete (c.estimates as { se?: number }[])[16]!.se))).toMatch(
      /estimate 17 \(".*"\): field se is missing/,
    );
    expect(refusal(changed((c) => delete (c.manifest as { seed?: number }).seed))).toMatch(
      /manifest: field seed is missing/,
    );
  });

  test('takes no number that is infinite, where 1e999 stands for one', () => {
    expect(refusal(text.replace(/"estimate":[\d.-]+/, '"estimate":1e999'))).toMatch(/found Infinity/);
  });

  test('names both estimates of one id', () => {
    const twice = changed((c) => (c.estimates as unknown[]).push((c.estimates as unknown[])[3]));
    expect(refusal(twice)).toMatch(/the same id as estimate 4; expected each once/);
  });

  test('holds the specification to be whole, and each field to its values', () => {
    type Spec = { peers: Record<string, unknown> };
    const spec = (change: (s: Spec) => void) => changed((c) => change(c.specification as Spec));
    expect(refusal(spec((s) => delete s.peers.percentile))).toMatch(
      /specification: field peers\.percentile is missing/,
    );
    expect(refusal(spec((s) => (s.peers.comparison = '<')))).toMatch(/field peers\.comparison: found "<"/);
    expect(refusal(spec((s) => (s.peers.extra = 1)))).toMatch(/peers\.extra is not part/);
  });

  test('holds manifest and quality to their form', () => {
    expect(refusal(changed((c) => Object.assign(c.manifest as object, { inputs: [{ file: 'a' }] })))).toMatch(
      /manifest: field inputs\.0\.sha256 is missing/,
    );
    expect(refusal(changed((c) => Object.assign(c.manifest as object, { time: 'yesterday' })))).toMatch(
      /field time/,
    );
    type Q = { indicators: { years: { asked: unknown }[]; findings: object[] }[] };
    expect(refusal(changed((c) => ((c.quality as Q).indicators[2]!.years[1]!.asked = 'x')))).toMatch(
      /quality: field indicators\.2\.years\.1\.asked: found "x"/,
    );
    expect(refusal(changed((c) => (c.quality as Q).indicators[2]!.findings.push({ key: 'odd' })))).toMatch(
      /findings\.\d+\.key: found "odd"/,
    );
  });

  test('shows hostile text short and on one line', () => {
    const message = refusal(cell({ model: `${'x'.repeat(10_000)}\n\u001b[31m` }));
    expect(message.length).toBeLessThan(600);
    expect(message).not.toContain('\u001b');
  });

  test('goes no way into objects of the program', () => {
    const polluted = text.replace('{"manifest":{', '{"manifest":{"__proto__":{"polluted":1},');
    expect(refusal(polluted)).toContain('__proto__');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
