// Advance widths in thousandths of an em, for the signs that figures use most: those of Helvetica (Adobe Core 14 AFM), or
// of Source Sans 3 where that is wider.
const WIDTHS: Readonly<Record<string, number>> = {
  narrow: 265, // i j l ' | . , : ;
  thin: 300, // ( ) [ ] space and hyphen
  hook: 350, // f t r
  plain: 556, // most lower case, digits
  wide: 680, // most upper case
  widest: 840, // m w M W %
};

/**
 * The width in pixels of a text set in Helvetica, Arial or Source Sans 3. Vega without a canvas takes 0.8 em for every sign, which
 * leaves figures too wide; this is close, a little generous, and the same on every machine.
 */
export function estimateTextWidth(text: string, fontSize: number, bold = false): number {
  let thousandths = 0;
  for (const sign of text) thousandths += WIDTHS[widthClass(sign)]!;
  return (thousandths / 1000) * fontSize * (bold ? 1.07 : 1);
}

function widthClass(sign: string): string {
  if ("ijlI'|.,:;!".includes(sign)) return 'narrow';
  if ('ftr'.includes(sign)) return 'hook';
  if ('()[] -/–\u202f\u00a0'.includes(sign)) return sign === '–' ? 'plain' : 'thin';
  if ('mwMW%—@'.includes(sign)) return 'widest';
  return /\p{Lu}/u.test(sign) ? 'wide' : 'plain';
}

/** Text broken at spaces into lines no wider than `width` pixels; a single longer word keeps its line. */
export function wrapText(text: string, width: number, fontSize: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || estimateTextWidth(longer, fontSize, bold) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
