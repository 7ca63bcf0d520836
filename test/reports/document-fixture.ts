import type { Comparison, Results } from '../../analysis/results.js';
import type {
  Block,
  Document,
  DocumentFigure,
  LegendEntry,
  Section,
} from '../../reports/document/document.js';
import { drawFigures } from '../../reports/figures/draw.js';
import { formatTime } from '../../reports/locales/format.js';
import { areaLabel } from '../../reports/locales/labels.js';
import { messages, type Lang } from '../../reports/locales/language.js';
import { buildTables } from '../../reports/tables/build.js';
import { agreementGrid, compositionGrids } from '../../reports/tables/grids.js';
import { NOT_ESTIMABLE, type Cell, type Grid, type Table } from '../../reports/tables/table.js';
import { fixtureAssumptions, fixtureComparison, fixtureResults } from './fixture.js';

/** A document of every kind of block: the fixture's tables, grids and figures in the order of the appendix. */
export async function fixtureDocument(
  lang: Lang,
  results: Results = fixtureResults(),
  comparison: Comparison | null = fixtureComparison(results),
): Promise<Document> {
  const tables = buildTables(results, comparison, lang);
  const figures = await drawnFigures(results, lang);
  const { manifest } = results;
  const { page, figures: words } = messages(lang);
  const areas = [...new Set([...figures, ...tables].map((t) => t.area))].map((area, i): Section => ({
    id: `area-${i}`,
    title: areaLabel(area, lang) || page.sections.other,
    blocks: [
      ...tables.filter((t) => t.area === area).map((table): Block => ({ kind: 'marks', table })),
      ...figures.filter((f) => f.area === area).map(({ figure }): Block => ({ kind: 'figure', figure })),
    ],
  }));
  const synthetic = { stamp: words.syntheticStamp, title: page.syntheticTitle, text: page.syntheticText };
  return {
    lang,
    id: 'report',
    kicker: `${page.kicker} · ${manifest.data.title}`,
    title: page.title,
    lead: page.lead,
    made: page.made(formatTime(manifest.time, lang), manifest.version),
    time: manifest.time,
    synthetic: manifest.synthetic ? synthetic : null,
    contentsTitle: page.contents,
    sections: [...opening(results, comparison, lang), ...areas, ...closing(results, lang)],
    footer: `${page.footer} ${page.source}`,
  };
}

function opening(results: Results, comparison: Comparison | null, lang: Lang): Section[] {
  const { page } = messages(lang);
  const facts = ['1 103', '281', '44 %', '−0,12'].map((value, i) => ({
    value,
    label: [page.facts.estimated, page.facts.marked, page.facts.same, page.facts.kappa][i]!,
    note: i === 3 ? page.facts.kappaNote : page.facts.sameNote('40 %'),
  }));
  const summary: Block[] = [
    { kind: 'facts', facts },
    { kind: 'paragraph', text: page.summaryCells('1103', '1080', '23') },
    { kind: 'paragraph', text: page.caution, tone: 'caution' },
  ];
  const reading: Block[] = [
    { kind: 'list', items: Object.values(page.reading) },
    { kind: 'legend', entries: legend(lang) },
    { kind: 'notice', title: page.sections.lesson, text: page.lessonWhy },
  ];
  const agreement = comparison && agreementGrid(comparison, results.manifest.synthetic, lang);
  return [
    { id: 'summary', title: page.sections.summary, blocks: summary },
    { id: 'reading', title: page.sections.reading, blocks: reading },
    ...(agreement
      ? [
          {
            id: 'agreement',
            title: page.sections.agreement,
            blocks: [{ kind: 'grid', grid: agreement } as const],
          },
        ]
      : []),
  ];
}

/** One example of every way to differ, as the page's legend has them. */
export function legend(lang: Lang): LegendEntry[] {
  const { legend: words } = messages(lang).page;
  const examples = [
    ['same', '++', '++', 'same'],
    ['other-level', '+', '++', 'other-level'],
    ['only-computed', '++', '', 'only-computed'],
    ['only-published', '', '++', 'only-published'],
    ['opposite', '--', '+', 'opposite'],
    ['not-comparable', '+', '-/--', 'not-comparable'],
    ['notEstimable', NOT_ESTIMABLE, '', 'not-comparable'],
  ] as const;
  return examples.map(([key, mark, published, category]) => ({
    text: words[key],
    cell: {
      column: '',
      mark,
      survives: null,
      published,
      category,
      id: null,
      n: null,
      reason: null,
      description: '',
    },
  }));
}

function closing(results: Results, lang: Lang): Section[] {
  const { page } = messages(lang);
  const { manifest, specification } = results;
  const heads = page.assumptionHeads;
  const assumptions: Grid = {
    id: 'assumptions',
    title: page.sections.assumptions,
    head: [heads.choice, heads.used, heads.rivals, heads.why],
    columns: ['text', 'code', 'code', 'prose'],
    rows: fixtureAssumptions.map((a) => [
      `${a.what[lang]}\n${a.path}`,
      String(a.default),
      a.rivals.join(', '),
      a.why[lang],
    ]),
    notes: [],
    synthetic: false,
  };
  const files: Grid = {
    id: 'files',
    title: page.files,
    head: [page.file, page.rows, page.checksum],
    columns: ['text', 'number', 'code'],
    rows: manifest.inputs.map((f) => [f.file, String(f.rows), f.sha256]),
    notes: [page.warnings('3')],
    synthetic: false,
  };
  return [
    {
      id: 'composition',
      title: page.sections.composition,
      blocks: [
        { kind: 'paragraph', text: page.compositionIntro },
        ...compositionGrids(results, lang).map((grid): Block => ({ kind: 'grid', grid })),
      ],
    },
    { id: 'assumptions', title: page.sections.assumptions, blocks: [{ kind: 'grid', grid: assumptions }] },
    {
      id: 'manifest',
      title: page.sections.manifest,
      blocks: [
        { kind: 'heading', level: 4, text: page.notes },
        { kind: 'heading', level: 3, text: page.files },
        { kind: 'grid', grid: files },
        { kind: 'terms', terms: [[page.manifest.command, manifest.command], [page.manifest.seed, String(manifest.seed)], [page.checksum, 'ab'.repeat(32)]] },
        { kind: 'code', title: page.specification, text: JSON.stringify(specification, null, 2) },
        { kind: 'aside', title: page.notes, blocks: [{ kind: 'paragraph', text: page.lessonIntro }, { kind: 'grid', grid: { ...files, id: 'files-again' } }] },
      ],
    },
  ]; // prettier-ignore
}

async function drawnFigures(results: Results, lang: Lang) {
  const drawn = await drawFigures(results, { lang });
  return drawn.map((figure) => ({ area: figure.area, figure: { ...figure, numbers: null } }));
}

/** Texts that a renderer could take for its own markup, or that no font or engine can show. */
export const hostileTexts = [
  '#panic("typst") *bold* _it_ $x^2$ @ref <label> [a](b) `raw` //comment /* c */ = h',
  '\\input{/etc/passwd} \\write18{ls} {\\bf x} $\\sqrt{2}$ & # ^ _ ~ % \\\\ \\end{document}',
  '"><script>alert(1)</script>&amp;\'`<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.com","x")',
  'emoji 😀👩‍👩‍👧 日本語 עברית العربية ‮reversed‬ e\u0301 Ä\u0308',
  'control \u0000\u0007\u001b[31m\u0085\u2028\u2029 tab\tnewline\nend',
  'å'.repeat(10_000),
  'ord '.repeat(2_500),
  '\ud800 lone surrogate \ufffe\uffff',
  '',
];

/** A document where every text is hostile, of every kind of block. */
export function hostileDocument(lang: Lang, texts: readonly string[] = hostileTexts): Document {
  const all = texts.join(' | ');
  const cell = (published: string): Cell => ({
    column: all, mark: '++', survives: true, published, category: 'opposite', id: all, n: NaN, reason: all, description: all,
  }); // prettier-ignore
  const table = (columns: number): Table => ({
    id: `t${columns}`,
    table: all,
    title: all,
    area: null,
    headerRows: [
      [{ text: '', colspan: 1 }, { text: texts[0]!, colspan: columns }],
      [{ text: '', colspan: 1 }, ...Array.from({ length: columns }, (_, c) => ({ text: texts[c % texts.length]!, colspan: 1 }))],
    ],
    columns: Array.from({ length: columns }, (_, c) => `c${c}`),
    rows: [
      { kind: 'group', text: all },
      ...texts.map((label) => ({ kind: 'row' as const, label, group: all, cells: Array.from({ length: columns }, () => cell(texts[0]!)) })),
      { kind: 'row', label: '', group: null, cells: Array.from({ length: columns }, () => cell('+')) },
    ],
    notes: texts,
    synthetic: true,
  }); // prettier-ignore
  const grid: Grid = {
    id: 'g',
    title: all,
    head: ['', ...texts.slice(0, 5)],
    columns: ['text', 'number', 'code', 'prose', 'text', 'text'],
    rows: texts.map((text) => [text, text, text, text, '', '']),
    notes: texts,
    synthetic: true,
  };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 40" width="400" height="40"><text x="2" y="20" font-family="Arial">${texts.slice(3, 5).join(' ').replace(/[<>&]/g, '')} &#128512; &lt;</text></svg>`;
  const figure: DocumentFigure = {
    id: 'bilaga-1',
    title: all,
    description: all,
    width: 400,
    height: 40,
    svg,
    png: null,
    numbers: grid,
  };
  const blocks: Block[] = [
    { kind: 'heading', level: 4, text: all },
    ...texts.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'list', items: texts },
    { kind: 'list', items: [] },
    { kind: 'facts', facts: texts.map((text) => ({ value: text, label: text, note: text })) },
    { kind: 'terms', terms: texts.map((text) => [text, text]) },
    { kind: 'legend', entries: texts.map((text) => ({ cell: cell(text), text })) },
    { kind: 'marks', table: table(3) },
    { kind: 'marks', table: table(20) },
    { kind: 'marks', table: table(45) },
    { kind: 'grid', grid },
    { kind: 'grid', grid: { ...grid, head: [], rows: [] } },
    { kind: 'figure', figure },
    { kind: 'code', title: all, text: texts.join('\n') },
    { kind: 'aside', title: all, blocks: [{ kind: 'grid', grid }, { kind: 'heading', level: 3, text: all }, { kind: 'figure', figure }] },
    { kind: 'notice', title: all, text: all },
  ]; // prettier-ignore
  // A heading is where texts go astray: it is written to the contents and the bookmarks, too.
  const headed = [...texts, ...texts.map((text) => text.slice(0, 80)), '−²ηκ→×…“”·°€½ ^^ ~~ -- ``'].map(
    (title, i): Section => ({ id: `y${i}`, title, blocks: [{ kind: 'heading', level: 3, text: title }] }),
  );
  return {
    lang, id: 'report', kicker: all, title: all, lead: all, made: all, time: '2021-06-17T12:00:00Z',
    synthetic: { stamp: 'SYNTETISKA DATA', title: all, text: all },
    contentsTitle: all, sections: [{ id: 'x', title: all, blocks }, ...headed], footer: all,
  }; // prettier-ignore
}
