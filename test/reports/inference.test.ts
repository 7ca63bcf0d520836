import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import { levels } from '../../analysis/marks.js';
import type { Results } from '../../analysis/results.js';
import { conclusionsOf } from '../../reports/conclusions/conclusions.js';
import { conclusionsMarkdown } from '../../reports/conclusions/markdown.js';
import { median } from '../../reports/inference/summary.js';
import { messages, type Lang } from '../../reports/locales/language.js';
import { resultsJson } from '../../reports/json.js';
import { renderOutputs } from '../../reports/outputs.js';
import { reportDocument } from '../../reports/document/report.js';
import { renderPage } from '../../reports/page/page.js';
import { buildTables } from '../../reports/tables/build.js';
import { tableCsv } from '../../reports/tables/csv.js';
import { markdownTable } from '../../reports/markdown/table.js';
import { cellRows } from '../../reports/tables/table.js';
import { terminalTable } from '../../reports/tables/terminal.js';
import { textWidth } from '../../reports/tables/text-width.js';
import { fixtureComparison, fixtureInference, fixtureResults } from './fixture.js';

const plain = fixtureResults();
const results = fixtureInference(plain);
const comparison = fixtureComparison(results);
const tables = buildTables(results, comparison, 'en');
const byId = new Map(results.estimates.map((e) => [e.id, e]));
const cells = tables.flatMap((t) => cellRows(t).flatMap((row) => row.cells));
const notesOf = (table: number, lang: Lang = 'en') =>
  buildTables(results, comparison, lang).find((t) => t.id === `table-${String(table).padStart(2, '0')}`)!.notes.join('\n'); // prettier-ignore
const page = (of: Results, lang: Lang) =>
  renderPage(reportDocument({ results: of, comparison: null, assumptions: [], tables: buildTables(of, null, lang), figures: [], lang })); // prettier-ignore

/** Everything that a reader can meet of the inference, as text. */
function allText(lang: Lang): string {
  const without = (e: (typeof results.estimates)[number]) => {
    const extra = { ...e.extra, equivalence: null };
    return { ...e, extra: { ...extra, bootstrap: { ...(e.extra['bootstrap'] as object), warning: null } } };
  };
  const calm = { ...results, estimates: results.estimates.map(without) };
  const built = buildTables(results, comparison, lang);
  const sections = [conclusionsOf(results, lang), conclusionsOf(calm, lang)].flatMap((c) =>
    c!.conclusions.flatMap((s) => [s.title, s.says, ...s.rests, ...s.found, ...s.means]),
  );
  const head = conclusionsOf(results, lang)!;
  return [
    head.title, head.synthetic!.title, head.synthetic!.text, ...head.intro, ...sections, conclusionsMarkdown(results, lang)!.replaceAll('\\', ''),
    ...built.flatMap((t) => [...t.notes, tableCsv(t, lang), ...cellRows(t).flatMap((r) => r.cells.map((c) => c.description))]),
  ].join('\n'); // prettier-ignore
}

/** Every text of a catalogue as a pattern: what a message says around its values. */
function patterns(value: unknown): RegExp[] {
  if (typeof value === 'string') return [new RegExp(escaped(value))];
  if (typeof value === 'function') {
    const text = (value as (...values: string[]) => string)(...Array<string>(value.length).fill('\u0001'));
    return [new RegExp(text.split('\u0001').map(escaped).join('[^\\n]*'))];
  }
  return Object.values(value as object).flatMap(patterns);
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('texts of the inference', () => {
  test.each(['sv', 'en'] as const)('are all shown somewhere, without a gap in any (%s)', (lang) => {
    const text = allText(lang);
    const { inference, conclusions } = messages(lang);
    expect(patterns([inference, conclusions]).filter((p) => !p.test(text))).toEqual([]);
    expect(text).not.toMatch(/undefined|NaN|\[object|Infinity/);
    expect(page(results, lang)).not.toMatch(/undefined|NaN|\[object|Infinity/);
  });

  test('are in Swedish in the Swedish report', () => {
    expect(allText('sv')).not.toMatch(/ (the|marks|cells|draws|of) /);
  });
});

describe('marks before and after adjustment', () => {
  test('stay as they are, and hold where Romano and Wolf’s p, else Holm’s, is below the level', () => {
    expect(cells.some((c) => c.survives)).toBe(true);
    for (const c of cells) {
      const { mark, extra, status } = byId.get(c.id!)!;
      const p = (extra['pRomanoWolf'] ?? extra['pHolm']) as number;
      expect(c.survives).toBe(status === 'ok' ? mark !== '' && p < levels.weak : null);
      if (status === 'ok') expect(c.mark).toBe(mark);
    }
    expect(resultsJson(results)).not.toContain('°');
  });

  test('are a sign in terminal, Markdown and page, and words for those who listen', () => {
    const held = cellRows(tables[1]!).flatMap((r) => r.cells).filter((c) => c.survives); // prettier-ignore
    const count = (text: string) => text.split('\n').filter((l) => !l.startsWith('°') && !l.startsWith('- ')).join('\n').match(/°/g)?.length; // prettier-ignore
    expect(count(terminalTable(tables[1]!, { lang: 'en', width: 200, colour: false }))).toBe(held.length);
    expect(count(markdownTable(tables[1]!, 'en'))).toBe(held.length);
    for (const c of held) expect(c.description).toContain('the mark holds after adjustment for 80 tests');
    const all = cells.filter((c) => c.survives).length;
    expect(page(results, 'en').match(/>(\+|−|\*){1,2}°<\/b/g)).toHaveLength(all);
    expect(notesOf(3)).toContain('° follows');
  });

  test.each([60, 80, 120, 200])('keep columns under their heads in %i columns', (width) => {
    for (const table of tables) {
      const lines = terminalTable(table, { lang: 'sv', width, colour: false }).split('\n');
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
    const lines = terminalTable(tables[6]!, { lang: 'en', width: 200, colour: false }).split('\n');
    const rule = (line: string) => line.startsWith('─');
    const rows = lines.slice(lines.findIndex(rule), lines.findLastIndex(rule));
    const published = rows.flatMap((l) => [...l.matchAll(/ \([−+ ]+\)/g)].map((m) => m.index));
    // One place per column, whether the mark before it has a sign or not.
    expect(new Set(published).size).toBeLessThanOrEqual(tables[6]!.columns.length);
  });

  test('are columns of their own in CSV', () => {
    const table = tables[1]!;
    const [head, ...rows] = Papa.parse<string[]>(tableCsv(table, 'en'), { skipEmptyLines: true }).data;
    expect(head!.filter((h) => h.endsWith('(after adjustment)'))).toHaveLength(table.columns.length);
    cellRows(table).forEach((row, i) => {
      expect(rows[i]!.slice(2)).toEqual(
        row.cells.flatMap((c) => [c.mark, c.survives === false ? '' : c.mark, c.published, String(c.n)]),
      );
    });
  });
});

describe('notes of a table after inference', () => {
  test('say what chance alone gives, with draws and seed', () => {
    expect(notesOf(3)).toContain(
      `would mark 7.0 of 80 cells on average, and 2–11 in 95 percent of the draws (units resampled 999 times, seed ${results.specification.seed}). The table has 21, p = 0.0040.`,
    );
  });

  test('count survivors and verdicts as the cells have them', () => {
    const own = results.estimates.filter((e) => e.table === 6 && e.model === 'staffing');
    const held = cellRows(tables.find((t) => t.id === 'table-06')!).flatMap((r) => r.cells).filter((c) => c.survives).length; // prettier-ignore
    const marked = own.filter((e) => e.mark !== null && e.mark !== '').length;
    expect(notesOf(6)).toContain(`${held} of ${marked} marks hold at the 10 percent level`);
    for (const [key, words] of Object.entries(messages('en').inference.verdict)) {
      const count = own.filter((e) => e.extra['verdict'] === key).length;
      if (count > 0) expect(notesOf(6)).toContain(`${words} (${count})`);
    }
  });

  test('hold the joint tests of users, what noise gives staffing, and placebos of peers, each in its tables alone', () => {
    expect(notesOf(8)).toContain('17 of 18 marks favour the users');
    expect(notesOf(6)).toContain('Noise alone');
    expect(notesOf(3)).toContain('Units dealt into groups');
    expect(notesOf(2)).not.toMatch(/Noise alone|Units dealt|favour the users/);
  });

  test('are as before without inference', () => {
    for (const table of buildTables(plain, null, 'en')) {
      expect(table.notes.join(' ')).not.toMatch(/°|seed|Chance alone/);
      expect(cellRows(table).every((r) => r.cells.every((c) => c.survives === null))).toBe(true);
    }
  });

  test('show a verdict or reason that no catalogue knows as it is', () => {
    const odd = results.estimates.map((e) => (e.table === 6 ? { ...e, extra: { ...e.extra, verdict: 'never-heard-of' } } : e)); // prettier-ignore
    const text = buildTables({ ...results, estimates: odd }, null, 'sv').flatMap((t) => t.notes).join(' '); // prettier-ignore
    expect(text).toContain('never-heard-of (');
  });
});

describe('how far the conclusions carry', () => {
  test('is told for the six conclusions of the appendix, each with its evidence', () => {
    const { conclusions } = conclusionsOf(results, 'en')!;
    expect(conclusions.map((c) => c.id)).toEqual(['trends', 'users', 'groups', 'level', 'improvement', 'staffing']); // prettier-ignore
    for (const c of conclusions)
      expect(Math.min(c.rests.length, c.found.length, c.means.length)).toBeGreaterThan(1);
  });

  test('counts 28 of the 29 published user marks in favour of the users', () => {
    const users = conclusionsOf(results, 'en')!.conclusions.find((c) => c.id === 'users')!;
    expect(users.rests.join(' ')).toContain('Published marks: 29 in the 133 cells whose place can be read, of which 28 plus.'); // prettier-ignore
  });

  test('says first that synthetic data claim nothing, and nothing synthetic of real data', () => {
    const [title, , warning] = conclusionsMarkdown(results, 'sv')!.split('\n');
    expect(title).toBe('# Hur långt slutsatserna bär');
    expect(warning).toContain('Inget här säger något om verkliga kommuner.');
    const real = fixtureInference(fixtureResults({ synthetic: false }));
    expect(conclusionsMarkdown(real, 'sv')!.toLowerCase()).not.toMatch(/synteti|simuler/);
    expect(conclusionsMarkdown(real, 'en')!.toLowerCase()).not.toMatch(/syntheti|simulat/);
  });

  test('ends with the command that makes it again, and holds no date, path or version', () => {
    const text = conclusionsMarkdown(results, 'en')!;
    expect(text).toContain('oj replicate --inference full --lang en --out ');
    expect(text).not.toMatch(/\/tmp|\/home|2021-06|12:00|v20\.19|0\.1\.0/);
    const later = { ...results, manifest: { ...results.manifest, time: '2030-01-01T00:00:00Z', command: 'x' } }; // prettier-ignore
    expect(conclusionsMarkdown(later, 'en')).toBe(text);
  });

  test('is a section of the page and a file, only where inference was made', async () => {
    const outputs = async (of: Results) => {
      const estimates = of.estimates.filter((e) => e.model !== 'trends');
      const files = await renderOutputs({ results: { ...of, estimates }, comparison: null, assumptions: [], lang: 'en', formats: ['html', 'md'] }); // prettier-ignore
      return new Map(files.map((f) => [f.path, f.content]));
    };
    const [after, before] = [await outputs(results), await outputs(plain)];
    expect(after.get('conclusions.md')).toMatch(/\n$/);
    expect(after.get('report.html')).toContain('<h2 id="conclusions">');
    expect(before.has('conclusions.md')).toBe(false);
    expect(before.get('report.html')).not.toMatch(/id="conclusions"|href="#conclusions"/);
  });

  test('leaves out the conclusions that the run has no cells for', () => {
    const some = results.estimates.filter((e) => e.table === 8);
    expect(conclusionsOf({ ...results, estimates: some }, 'sv')!.conclusions.map((c) => c.id)).toEqual(['users']); // prettier-ignore
    expect(conclusionsOf({ ...results, estimates: [] }, 'sv')).toBeNull();
  });

  test('keeps the page’s rules: closed elements, unique ids, a target for every anchor', () => {
    const text = page(results, 'sv');
    for (const name of ['section', 'ul', 'li', 'h3', 'h4', 'p', 'div', 'strong'])
      expect([name, text.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length]).toEqual([name, text.match(new RegExp(`</${name}\\s*>`, 'g'))?.length]); // prettier-ignore
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(id);
    expect(text).not.toMatch(/<script| style="| on\w+="/i);
    expect(Buffer.byteLength(text)).toBeLessThan(2e6);
  });

  test('escapes every text from data', () => {
    const evil = '<script>alert(1)</script>|`**x**`';
    const odd = (e: (typeof results.estimates)[number]) => ({
      ...e,
      extra: { ...e.extra, verdict: evil, unit: evil, bootstrap: { reason: evil } },
      ...(e.model === 'peers' ? { grouping: evil as 'lan' } : {}),
    });
    const own = { ...results, estimates: results.estimates.map(odd) };
    const text = conclusionsMarkdown(own, 'en')!;
    expect(text).not.toMatch(/(?<!\\)<script/);
    expect(text).toContain('\\<script\\>');
    expect(page(own, 'en')).not.toMatch(/<script/i);
    expect(page(own, 'en')).toContain('&lt;script&gt;');
  });

  test('holds with fields missing or of another kind than expected', () => {
    const odd = (e: (typeof results.estimates)[number]) => ({
      ...e,
      extra: { pRomanoWolf: null, placebo: null, bootstrap: 'no', verdict: 3, icc: NaN, equivalence: [] },
    });
    const bare = estimate({ id: 'joint/8/x', model: 'joint', table: 8, term: 'resampled-marks' });
    const own = { ...results, estimates: [...results.estimates.map(odd), bare] };
    const text = conclusionsMarkdown(own, 'en')!;
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('median', () => {
  test('is the middle value, the mean of two, and null of none', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
  });
});
