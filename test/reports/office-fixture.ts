import { deflateSync } from 'node:zlib';
import { assumptions } from '../../analysis/assumptions.js';
import { estimate, type Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import type { Block, Document, DocumentFigure } from '../../reports/document/document.js';
import { messages, type Lang } from '../../reports/locales/language.js';
import { buildTables } from '../../reports/tables/build.js';
import { agreementGrid, compositionGrids } from '../../reports/tables/grids.js';
import type { Cell, Grid } from '../../reports/tables/table.js';
import type { WorkbookInput } from '../../reports/workbook/workbook.js';
import { fixtureComparison, fixtureInference, fixtureResults } from './fixture.js';

/** Texts that someone may have put in a label, a file name or a command. */
export const hostile = {
  formula: '=HYPERLINK("http://evil.example","klicka")',
  plus: "+1+cmd|' /C calc'!A0",
  minus: '-2+3',
  at: '@SUM(1+1)',
  markup: '</w:t></w:r><script>alert("x")</script> & <b>\'fet\'</b>',
  placeholder: 'ett {default-bullet-numbering-0} två {PAGE} ]]> \\u0041',
  escaped: '_x0041_ och _x000D_ som de står',
  emoji: 'Hälsa 👩‍⚕️ 🇸🇪 – 𝄞',
  rightToLeft: 'abc \u202Edefg\u202C שלום \u200F!',
  control: 'a\u0000b\u0007c\u001Bd\u000Be\u0085f\uFFFE\uD800g',
  long: 'långt '.repeat(1_700),
  unbroken: 'x'.repeat(10_000),
} as const;

export const hostileTexts: readonly string[] = Object.values(hostile);

/** Estimates of a table of another panel, whose area, rows and groups are hostile. */
function hostileEstimates(): Estimate[] {
  return hostileTexts.flatMap((text, i) =>
    ['totalt', '2016', text.slice(0, 60)].map((column, c) =>
      estimate({
        id: `users:${text.slice(0, 80)}/${i}/${c}`,
        model: 'users',
        area: hostile.markup,
        indicator: text,
        row: text,
        group: i % 3 === 0 ? hostile.formula : null,
        table: `users:${hostile.markup}`,
        column,
        estimate: i - 3 + c / 7,
        ciLow: i - 4,
        ciHigh: i + 4,
        p: 0.04,
        mark: '--',
        n: 100 + i,
        dropped: { [text.slice(0, 30)]: 3 },
        extra: { note: text, huge: i === 0 ? 'y'.repeat(40_000) : null },
      }),
    ),
  );
}

/** Results with all of the appendix and a hostile table more. */
export function officeResults(options: { synthetic?: boolean; inference?: boolean } = {}): Results {
  const results = fixtureResults({ synthetic: options.synthetic ?? true });
  const whole = options.inference ? fixtureInference(results) : results;
  return {
    ...whole,
    manifest: {
      ...whole.manifest,
      command: hostile.formula,
      inputs: [
        ...whole.manifest.inputs,
        { file: hostile.plus, sha256: 'cd'.repeat(32), rows: 12, delimiter: ';' },
      ],
    },
    estimates: [...whole.estimates, ...hostileEstimates()],
  };
}

export function officeInput(lang: Lang, results: Results = officeResults()): WorkbookInput {
  const comparison = fixtureComparison(fixtureResults());
  const { synthetic } = results.manifest;
  const tables = buildTables(results, comparison, lang);
  const grids = [
    agreementGrid(comparison, synthetic, lang),
    ...compositionGrids(results, lang),
    hostileGrid(synthetic),
  ];
  return { results, comparison, tables, grids, assumptions, lang };
}

export const hostileGrid = (synthetic: boolean): Grid => ({
  id: 'hostile',
  title: `${hostile.formula} [ett]:två*tre?/fyra\\ 'fem'`,
  head: ['Text', 'Tal', 'Kod', 'Prosa'],
  columns: ['text', 'number', 'code', 'prose'],
  rows: hostileTexts.map((text, i) => [text, `${i},5`, 'ab'.repeat(32), `${text.slice(0, 200)}\nrad två`]),
  notes: [hostile.formula, hostile.control],
  synthetic,
});

/** A PNG of one colour, so that a test can tell one picture from another. */
export function png(width: number, height: number, shade: number): Uint8Array {
  const raw = Buffer.alloc((width + 1) * height, shade);
  for (let y = 0; y < height; y++) raw[y * (width + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(raw)), chunk('IEND', Buffer.alloc(0))]); // prettier-ignore
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export const officeFigure = (i: number, title = `Figur ${i}. Ett påhittat förlopp`): DocumentFigure => ({
  id: `figure-${i}`,
  title,
  description: `Alternativ text ${i}: ${hostile.markup}`,
  width: 780,
  height: 400 + i,
  svg: '<svg/>',
  png: png(1560, 2 * (400 + i), 40 * i),
  numbers: {
    id: `numbers-${i}`,
    title: `Talen bakom figur ${i}`,
    head: ['Serie', 'År', 'Medel', 'Intervall', 'n'],
    rows: [2016, 2017, 2018].map((year) => ['Ett utfall', `${year}`, '43,2', '40,1 – 46,3', '290']),
    notes: [],
    synthetic: true,
  },
});

const legendCell = (category: Cell['category'], mark: string, published: string | null): Cell => ({
  column: 'c', mark, survives: null, published, category, id: null, n: null, reason: null, description: '',
}); // prettier-ignore

/** A document with every kind of block, the tables of the appendix, and hostile texts wherever a text may stand. */
export function officeDocument(lang: Lang, options: { synthetic?: boolean } = {}): Document {
  const synthetic = options.synthetic ?? true;
  const input = officeInput(lang, officeResults({ synthetic }));
  const { page, figures } = messages(lang);
  const { legend } = page;
  const specification = JSON.stringify(input.results.specification, null, 2);
  const grids: Block[] = input.grids.map((grid) => ({ kind: 'grid', grid }));
  return {
    lang,
    id: 'report',
    kicker: page.kicker,
    title: page.title,
    lead: page.lead,
    made: page.made('17 juni 2021', '0.1.0'),
    time: input.results.manifest.time,
    synthetic: synthetic ? { stamp: figures.syntheticStamp, title: page.syntheticTitle, text: page.syntheticText } : null, // prettier-ignore
    contentsTitle: page.contents,
    footer: page.source,
    sections: [
      {
        id: 'summary',
        title: page.sections.summary,
        blocks: [
          { kind: 'facts', facts: [{ value: '1 234', label: page.facts.estimated, note: page.facts.ofCells('1 300') }, { value: '43 %', label: page.facts.same, note: hostile.markup }] }, // prettier-ignore
          { kind: 'paragraph', text: page.summarySynthetic },
          { kind: 'paragraph', text: page.caution, tone: 'caution' },
          { kind: 'notice', title: 'Obs!', text: hostile.formula },
        ],
      },
      {
        id: 'reading',
        title: page.sections.reading,
        blocks: [
          { kind: 'list', items: [...Object.values(page.reading), hostile.emoji, hostile.control] },
          {
            kind: 'legend',
            entries: [
              { cell: legendCell('same', '++', '++'), text: legend.same },
              { cell: legendCell('other-level', '++', '+'), text: legend['other-level'] },
              { cell: legendCell('only-computed', '+', ''), text: legend['only-computed'] },
              { cell: legendCell('only-published', '', '-'), text: legend['only-published'] },
              { cell: legendCell('opposite', '++', '--'), text: legend.opposite },
            ],
          },
        ],
      },
      {
        id: 'tables',
        title: 'Tabeller och figurer',
        blocks: [
          { kind: 'heading', level: 3, text: 'Riket' },
          { kind: 'figure', figure: officeFigure(1) },
          { kind: 'figure', figure: officeFigure(2, hostile.markup) },
          { kind: 'figure', figure: { ...officeFigure(3), png: null, numbers: null } },
          { kind: 'heading', level: 4, text: hostile.placeholder },
          ...input.tables.map((table): Block => ({ kind: 'marks', table })),
        ],
      },
      { id: 'grids', title: hostile.rightToLeft, blocks: grids },
      {
        id: 'run',
        title: page.sections.manifest,
        blocks: [
          { kind: 'terms', terms: [[page.manifest.command, hostile.formula], [hostile.markup, hostile.unbroken]] },
          { kind: 'code', title: page.specification, text: specification },
          {
            kind: 'aside',
            title: 'Bakgrund',
            blocks: [
              { kind: 'paragraph', text: hostile.escaped },
              { kind: 'list', items: ['ett', 'två'] },
              { kind: 'grid', grid: { ...hostileGrid(synthetic), title: 'Ett rutnät i bakgrunden' } },
            ],
          },
        ],
      },
    ],
  };
} // prettier-ignore
