import { beforeAll, describe, expect, test } from 'vitest';
import {
  assumptions,
  buildPanel,
  defaultSpecification as spec,
  defineModel,
  readDataFolder,
  readResults,
  type Results,
  results,
  runModel,
} from '../../analysis/index.js';
import { formats } from '../../reports/formats.js';
import { renderOutputs } from '../../reports/outputs.js';
import { buildTables } from '../../reports/tables/build.js';
import type { OutputFile } from '../../reports/write.js';
import { schoolFolder } from '../command/oj.js';

const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)> =1+1 \\input{x} #strong[x] 🦊';

const model = defineModel({
  id: 'hostile',
  title: { sv: `${hostile} sv`, en: `${hostile} en` },
  columns: { a: { sv: `${hostile} A`, en: `${hostile} a` } },
  defaults: { how: hostile },
  *run({ outcomes, cells }) {
    for (const outcome of outcomes) {
      yield cells.regression({ outcome, column: 'a', term: hostile.slice(0, 90), row: (r) => (r.index === 0 ? hostile : { x: r.lag(1) }) });
      yield cells.regression({ outcome, column: hostile, row: () => { throw new Error(hostile + 'x'.repeat(10_000)); } });
      yield cells.refuse({ outcome, column: 'c', reason: hostile, extra: { said: hostile } });
    }
    throw new Error(hostile);
  },
}); // prettier-ignore

describe('the outputs of a model with hostile texts', () => {
  let run: Results;
  let files: readonly OutputFile[];
  beforeAll(async () => {
    const panel = buildPanel(readDataFolder(schoolFolder()));
    const own = runModel(model, panel, spec);
    const by = { version: '0.1.0', node: 'v20', command: `oj run ${hostile}`, time: '2021-06-17T12:00:00Z' };
    run = results(panel, spec, own.estimates, by, null, [own.record]);
    files = await renderOutputs({ results: run, comparison: null, assumptions, lang: 'sv', formats });
  });
  const text = (path: string) => String(files.find((f) => f.path === path)?.content);

  test('are made in every format', () => {
    const endings = new Set(files.map(({ path }) => path.split('.').at(-1)));
    expect([...endings].sort()).toEqual([
      'csv',
      'docx',
      'html',
      'json',
      'md',
      'pdf',
      'png',
      'svg',
      'tex',
      'xlsx',
    ]);
  });

  test('hold nothing of it as markup', () => {
    for (const path of files.map((f) => f.path).filter((p) => /\.(html|svg|md)$/.test(p))) {
      const markup = path.endsWith('.md') ? text(path).replace(/```[^]*?```|`[^`\n]*`/g, '') : text(path);
      expect(markup, path).not.toMatch(/(?<!\\)<(script>alert|img src=x)/);
    }
    expect(text('report.html')).toContain('&lt;script&gt;alert(1)');
    expect(text('report.tex')).not.toContain('\\input{x}');
    expect(text('estimates.csv')).not.toMatch(/(^|,)=1\+1/m);
  });

  test('never show NaN, and say that the model failed', () => {
    expect(text('report.md')).not.toMatch(/NaN|Infinity|undefined/);
    expect(text('report.md')).toContain('den egna modellen stannade vid ett fel');
    const { title, notes } = buildTables(run, null, 'en').at(-1)!;
    expect(title.toLowerCase()).toContain('script');
    expect(notes.join(' ')).toContain('Errors in the model: ');
    expect(notes.join(' ').length).toBeLessThan(8000);
  });

  test('are read again as they were written', () => {
    expect(readResults(text('results.json'), 'results.json')).toEqual({ ...run, quality: null });
  });

  test('name the columns of a model by its labels, and others by their keys', () => {
    const [table] = buildTables(run, null, 'en');
    const heads = table!.headerRows.at(-1)!.map((head) => head.text);
    expect(heads.slice(1)).toEqual([`${hostile} a`, hostile, 'c']);
  });
});
