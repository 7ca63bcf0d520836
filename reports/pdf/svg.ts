import { FAMILY } from '../../data/fonts.js';
import { showable } from './text.js';

/**
 * A picture for the PDF: its texts in the PDF's own font, whatever families it names, and only signs that the font
 * has. Texts of an SVG hold no `<`, so that what stands between `<` and `>` is a tag.
 */
export function pictureOf(svg: string): string {
  return svg.replace(/<[^>]*>|[^<]+/g, (part) =>
    part.startsWith('<')
      ? part.replace(/(\sfont-family=)("[^"]*"|'[^']*')/g, `$1"${FAMILY}"`)
      : shownText(part),
  );
}

/** Text between tags: what is written as a numbered character reference, too, must have a glyph. */
function shownText(text: string): string {
  if (/^\s*$/.test(text)) return text;
  const [before, after] = [/^\s*/.exec(text)![0], /\s*$/.exec(text)![0]];
  const plain = text.replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (reference, hex?: string, decimal?: string) => {
    const point = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    // The signs of markup stay references, or they would become markup.
    return point < 0x80 || point > 0x10ffff ? reference : String.fromCodePoint(point);
  });
  return before + showable(plain.trim()) + after;
}
