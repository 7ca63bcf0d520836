import type { Zip } from './zip.js';
import { attribute, plain } from './xml-tag.js';

/**
 * What the reader of workbooks leaves out of an .xlsx: fills given by a number of the palette, and which sheets have
 * conditional formatting. Both are read from the XML text by simple patterns; entities are never expanded.
 */
export interface XlsxParts {
  /** By position among the fills of `xl/styles.xml`: RRGGBB where the palette gives it. */
  readonly paletteFills: ReadonlyMap<number, string>;
  readonly conditional: readonly string[];
}

/** Excel's standard palette: numbers 0-7 repeat 8-15. */
const PALETTE = (
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF' +
  '800000008000000080808000800080008080C0C0C0808080' +
  '9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF' +
  '000080FF00FFFFFF0000FFFF8000808000000080800000FF' +
  '00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC99' +
  '3366FF33CCCC99CC00FFCC00FF9900FF66006666999696' +
  '96003366339966003300333300993300993366333399333333'
).match(/.{6}/g)!;

export function xlsxParts(zip: Zip): XlsxParts {
  return { paletteFills: paletteFills(zip.text('xl/styles.xml') ?? ''), conditional: conditional(zip) };
}

function paletteFills(styles: string): Map<number, string> {
  const own = [
    ...(/<indexedColors>([\s\S]*?)<\/indexedColors>/.exec(styles)?.[1]?.matchAll(/rgb="\w{2}(\w{6})"/g) ??
      []),
  ];
  const palette = own.length > 0 ? own.map((m) => m[1]!).slice(8) : PALETTE;
  const fills = /<fills\b[\s\S]*?<\/fills>/.exec(styles)?.[0].match(/<fill>[\s\S]*?<\/fill>|<fill\/>/g) ?? [];
  const found = new Map<number, string>();
  fills.forEach((fill, i) => {
    const number = /<fgColor[^>]*\bindexed="(\d+)"/.exec(fill)?.[1];
    if (number === undefined || !/patternType="solid"/.test(fill)) return;
    const colour = palette[Number(number) < 8 ? Number(number) : Number(number) - 8];
    if (colour !== undefined) found.set(i, colour.toUpperCase());
  });
  return found;
}

/** The names of the sheets with conditional formatting. */
function conditional(zip: Zip): string[] {
  const relations = new Map(
    [...(zip.text('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...(zip.text('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = relations.get(attribute(tag, 'r:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return /<conditionalFormatting\b/.test(zip.text(path) ?? '') ? [plain(attribute(tag, 'name'))] : [];
  });
}
