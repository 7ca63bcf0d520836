import type { ImportedXmlComponent } from 'docx';
import type { Lang } from '../locales/language.js';
import { element, valued } from './element.js';

const INK = '1B1F24';
const MUTED = '565F69';
const UP = '0B4F94';
const DOWN = 'A63A06';
export const colours = {
  stamp: 'FFD33D',
  differs: 'FDF3DC',
  opposite: 'FBE3DA',
  frame: '7C6A3F',
  rule: 'C9CED4',
  ink: INK,
  down: DOWN,
  tones: { good: 'CFE9CF', partly: 'FFF0B3', poor: 'F8CFC6', absent: 'EEEFF1' },
};

const FONT = 'Calibri';
const MONO = 'Consolas';

interface Look {
  readonly based?: string;
  readonly next?: string;
  /** In half points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly mono?: boolean;
  /** Space before and after, and line height, in twentieths of a point. */
  readonly before?: number;
  readonly after?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
  readonly keepNext?: boolean;
  readonly shade?: string;
  /** Colour of a line to the left. */
  readonly line?: string;
  /** Level in the outline, 0 for chapters. */
  readonly outline?: number;
  readonly bullet?: boolean;
  readonly raised?: boolean;
}

/** Paragraphs: id, the name that Word shows, look. Built-in names are Word's own, which it translates. */
const paragraphs: readonly (readonly [id: string, name: string, look: Look])[] = [
  ['Kicker', 'Kicker', { size: 18, colour: MUTED, after: 0 }],
  ['Title', 'Title', { next: 'Normal', size: 52, bold: true, before: 60, after: 160 }],
  ['Subtitle', 'Subtitle', { next: 'Normal', size: 26, after: 160 }],
  ['Made', 'Made', { size: 18, colour: MUTED }],
  ['Heading1', 'heading 1', { next: 'Normal', size: 34, bold: true, before: 480, after: 140, keepNext: true, outline: 0 }],
  ['Heading2', 'heading 2', { next: 'Normal', size: 26, bold: true, before: 300, after: 100, keepNext: true, outline: 1 }],
  ['Heading3', 'heading 3', { next: 'Normal', size: 22, bold: true, before: 220, after: 80, keepNext: true, outline: 2 }],
  ['TOCHeading', 'TOC Heading', { next: 'Normal', size: 26, bold: true, before: 320, after: 100, keepNext: true }],
  ['TOC1', 'toc 1', { next: 'Normal', size: 20, bold: true, before: 80, after: 20 }],
  ['TOC2', 'toc 2', { next: 'Normal', size: 18, after: 10, indent: 280 }],
  ['Caption', 'caption', { next: 'Normal', size: 21, bold: true, before: 300, after: 80, keepNext: true, outline: 1 }],
  ['CaptionMinor', 'Caption minor', { size: 18, bold: true, before: 200, after: 60, keepNext: true }],
  ['Figure', 'Figure', { after: 120 }],
  ['Notes', 'Notes', { size: 17, colour: MUTED, before: 20, after: 20 }],
  ['Aside', 'Aside', { size: 18, colour: MUTED, after: 80, indent: 200, line: colours.rule }],
  ['AsideTitle', 'Aside title', { based: 'Aside', bold: true, keepNext: true, before: 160 }],
  ['Caution', 'Caution', { indent: 200, line: INK }],
  ['Notice', 'Notice', { indent: 120, line: INK, shade: colours.stamp, after: 0 }],
  ['NoticeTitle', 'Notice title', { based: 'Notice', bold: true, size: 24, keepNext: true }],
  ['BlankLabel', 'Blank label', { size: 18, colour: MUTED, keepNext: true, before: 120, after: 60 }],
  ['Stamp', 'Stamp', { size: 18, bold: true, align: 'center', shade: colours.stamp, after: 0 }],
  ['Header', 'header', { size: 18, after: 0 }],
  ['Footer', 'footer', { size: 17, colour: MUTED, align: 'right', after: 0 }],
  ['ListBullet', 'List Bullet', { bullet: true, after: 60 }],
  ['Fact', 'Fact', { before: 60, after: 60, indent: 200, line: colours.rule }],
  ['FootnoteText', 'footnote text', { size: 17, after: 0 }],
  ['EndnoteText', 'endnote text', { size: 17, after: 0 }],
  ['Code', 'Code', { mono: true, size: 16, after: 0 }],
  ['CodeTitle', 'Code title', { size: 20, bold: true, before: 200, after: 80, keepNext: true }],
  ['CellText', 'Cell text', { size: 17, before: 20, after: 20 }],
  ['CellNumber', 'Cell number', { based: 'CellText', align: 'right' }],
  ['CellCode', 'Cell code', { based: 'CellText', mono: true, size: 14 }],
  ['CellNested', 'Cell nested', { based: 'CellText', indent: 160 }],
  ['CellGroup', 'Cell group', { based: 'CellText', bold: true, keepNext: true, before: 80 }],
  ['CellHead', 'Cell head', { based: 'CellText', bold: true, keepNext: true }],
  ['CellHeadCentre', 'Cell head centred', { based: 'CellHead', align: 'center', size: 15 }],
  ['CellHeadNumber', 'Cell head number', { based: 'CellHead', align: 'right' }],
  ['Mark', 'Mark', { based: 'CellText', align: 'center' }],
]; // prettier-ignore

const characters: readonly (readonly [id: string, name: string, look: Look])[] = [
  ['MarkUp', 'Mark up', { bold: true, size: 20, colour: UP }],
  ['MarkDown', 'Mark down', { bold: true, size: 20, colour: DOWN }],
  ['MarkStar', 'Mark star', { bold: true, size: 20, colour: INK }],
  ['MarkNone', 'Mark none', { size: 20, colour: MUTED }],
  ['MarkPublished', 'Mark published', { size: 15, colour: MUTED }],
  ['CellSmall', 'Cell small', { size: 14, colour: MUTED }],
  ['FactValue', 'Fact value', { bold: true, size: 36 }],
  ['FactLabel', 'Fact label', { bold: true }],
  ['FactNote', 'Fact note', { colour: MUTED, size: 18 }],
  ['Hyperlink', 'Hyperlink', { colour: UP }],
  ['FootnoteReference', 'footnote reference', { raised: true }],
  ['EndnoteReference', 'endnote reference', { raised: true }],
];

/** The whole style sheet: how everything looks is changed here, and in Word by changing a style. */
export const styleSheet = (lang: Lang): ImportedXmlComponent[] => [
  element(
    'w:docDefaults',
    {},
    element('w:rPrDefault', {}, element('w:rPr', {}, ...font(FONT), ...sizes(21), language(lang))),
    element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 120, 'w:line': 264, 'w:lineRule': 'auto' }))), // prettier-ignore
  ),
  element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, valued('w:name', 'Normal'), element('w:qFormat')), // prettier-ignore
  element('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' }, valued('w:name', 'Default Paragraph Font')), // prettier-ignore
  ...paragraphs.map(paragraphStyle),
  ...characters.map(characterStyle),
  tableNormal(),
  tableStyle('Marks', 'Marks table', 40),
  tableStyle('Grid', 'Grid table', 80),
];

const language = (lang: Lang) => {
  const tag = lang === 'sv' ? 'sv-SE' : 'en-GB';
  return element('w:lang', { 'w:val': tag, 'w:eastAsia': tag, 'w:bidi': 'ar-SA' });
};

const font = (name: string) => [element('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name })];
const sizes = (size: number) => [valued('w:sz', size), valued('w:szCs', size)];

/** The order of the parts is that of the schema (ECMA-376 part 1, 17.7.4.17): Word refuses another. */
function paragraphStyle([id, name, look]: (typeof paragraphs)[number]): ImportedXmlComponent {
  const spacing = {
    ...(look.before === undefined ? {} : { 'w:before': look.before }),
    ...(look.after === undefined ? {} : { 'w:after': look.after }),
  };
  const parts = [
    ...(look.keepNext ? [element('w:keepNext')] : []),
    // The library's own list of bullets is always the first.
    ...(look.bullet ? [element('w:numPr', {}, valued('w:ilvl', 0), valued('w:numId', 1))] : []),
    ...(look.line ? [element('w:pBdr', {}, border('w:left', 'single', look.line, 18, 6))] : []),
    ...(look.shade ? [shade(look.shade)] : []),
    ...(Object.keys(spacing).length > 0 ? [element('w:spacing', spacing)] : []),
    ...(look.indent ? [element('w:ind', { 'w:left': look.indent })] : []),
    ...(look.bullet ? [element('w:ind', { 'w:left': 360, 'w:hanging': 240 })] : []),
    ...(look.align ? [valued('w:jc', look.align)] : []),
    ...(look.outline === undefined ? [] : [valued('w:outlineLvl', look.outline)]),
  ];
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id, ...(builtIn(name) ? {} : { 'w:customStyle': 1 }) },
    valued('w:name', name),
    valued('w:basedOn', look.based ?? 'Normal'),
    ...(look.next ? [valued('w:next', look.next)] : []),
    element('w:qFormat'),
    element('w:pPr', {}, ...parts),
    runLook(look),
  );
}

const builtIn = (name: string): boolean =>
  /^(heading \d|toc \d|TOC Heading|Title|Subtitle|caption|header|footer|List Bullet|Hyperlink|(foot|end)note (text|reference))$/.test(
    name,
  );

const characterStyle = ([id, name, look]: (typeof characters)[number]): ImportedXmlComponent =>
  element(
    'w:style',
    { 'w:type': 'character', 'w:styleId': id, ...(builtIn(name) ? {} : { 'w:customStyle': 1 }) },
    valued('w:name', name),
    valued('w:basedOn', 'DefaultParagraphFont'),
    element('w:qFormat'),
    runLook(look),
  );

const runLook = (look: Look): ImportedXmlComponent =>
  element(
    'w:rPr',
    {},
    ...(look.mono ? font(MONO) : []),
    ...(look.bold ? [element('w:b'), element('w:bCs')] : []),
    ...(look.mono ? [element('w:noProof')] : []),
    ...(look.colour ? [valued('w:color', look.colour)] : []),
    ...(look.size ? sizes(look.size) : []),
    ...(look.raised ? [valued('w:vertAlign', 'superscript')] : []),
  );

const shade = (fill: string) => element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill });

const border = (name: string, form: string, colour: string, size: number, space = 0) =>
  element(name, { 'w:val': form, 'w:sz': size, 'w:space': space, 'w:color': colour });

const width = (name: string, size: number) => element(name, { 'w:w': size, 'w:type': 'dxa' });

/** Tables have lines above, below and between the rows, none between columns; the first row stands out. */
function tableStyle(id: string, name: string, side: number): ImportedXmlComponent {
  return element(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    valued('w:name', name),
    valued('w:basedOn', 'TableNormal'),
    element('w:qFormat'),
    element(
      'w:tblPr',
      {},
      element(
        'w:tblBorders',
        {},
        border('w:top', 'single', INK, 8),
        border('w:bottom', 'single', INK, 8),
        border('w:insideH', 'single', colours.rule, 4),
      ),
      element('w:tblCellMar', {}, width('w:top', 10), width('w:left', side), width('w:bottom', 10), width('w:right', side)),
    ),
    element('w:tblStylePr', { 'w:type': 'firstRow' }, element('w:rPr', {}, element('w:b'), element('w:bCs'))),
  ); // prettier-ignore
}

const tableNormal = (): ImportedXmlComponent =>
  element(
    'w:style',
    { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
    valued('w:name', 'Normal Table'),
    valued('w:uiPriority', 99),
    element('w:semiHidden'),
    element('w:unhideWhenUsed'),
    element('w:tblPr', {}, width('w:tblInd', 0)),
  );
