import { expect, test } from 'vitest';
import {
  analyseEvent,
  assumptions,
  buildPanel,
  compare,
  defaultSpecification as spec,
  type EventDates,
  readDataFolder,
  results,
  usualWindow,
} from '../../analysis/index.js';
import { messages } from '../../reports/locales/language.js';
import { reportDocument } from '../../reports/document/report.js';
import { buildTables } from '../../reports/tables/build.js';
import { eventGrids } from '../../reports/tables/event-grid.js';
import { schoolFolder } from '../command/oj.js';

const panel = buildPanel(
  readDataFolder(
    schoolFolder({
      'areas.csv': 'area,label_sv,label_en\nskola,Grundskola,Compulsory school\n',
      'texts.csv': 'kind,id,sv,en\nindicator,skol-franvaro,Frånvaro i skolan,Absence from school\n',
    }),
  ),
);
const dates: EventDates = new Map(panel.units.map((_, u) => [u, [2019, 2020, null, null][u % 4]!]));
const estimates = analyseEvent(panel, spec, dates, { area: 'skola' }, usualWindow);
const by = { version: '0.1.0', node: 'v20', command: 'oj event', time: '2021-06-17T12:00:00Z' };
const run = results(panel, spec, estimates, by);
const documentIn = (lang: 'sv' | 'en') => {
  const comparison = compare(estimates);
  const tables = buildTables(run, comparison, lang);
  return reportDocument({ results: run, comparison, assumptions, tables, figures: [], lang });
};

test('a report of an event study counts its cells, and is not called the appendix', () => {
  for (const lang of ['sv', 'en'] as const) {
    const { title, lead, sections } = documentIn(lang);
    expect({ title, lead }).toEqual(messages(lang).tables.event.document);
    const facts = sections[0]!.blocks[0]!;
    const cells = estimates.filter((e) => e.mark !== null).length;
    expect(cells).toBeGreaterThan(5);
    expect(facts.kind === 'facts' && facts.facts[0]!.value).toBe(String(cells));
  }
});

test('a report of what was never compared says nothing of published marks', () => {
  for (const lang of ['sv', 'en'] as const) {
    const text = JSON.stringify(documentIn(lang).sections.find((s) => s.id === 'reading'));
    const { marks, frames, behind } = messages(lang).page.reading;
    expect(text).not.toContain(marks);
    expect(text).not.toContain(frames);
    expect(text).toContain(behind);
  }
});

test('the tables of an event study have the words of the data, and say which cells are counted as tests', () => {
  const [grid] = eventGrids(run, 'en');
  expect(grid!.title).toMatch(/^Compulsory school: /);
  expect(grid!.rows.map(([name]) => name)).toContain('Absence from school');
  const [table] = buildTables(run, null, 'en');
  const counted = table!.notes.filter((note) => note.startsWith('Many tests'));
  expect(counted).toEqual([expect.stringContaining('of the cells in the column ATT')]);
});
