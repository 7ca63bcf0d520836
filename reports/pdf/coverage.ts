/**
 * The code points that a TrueType font has a glyph for, by its `cmap` table (OpenType specification 1.9, formats 4
 * and 12, the two that fonts for the whole of Unicode use). Glyph 0 is the sign for a missing glyph.
 * @throws Error where the file is no such font.
 */
export function codePoints(font: Buffer): Set<number> {
  const covered = new Set<number>();
  for (const start of subtables(font)) {
    const format = font.readUInt16BE(start);
    if (format === 4) readSegments(font, start, covered);
    else if (format === 12) readGroups(font, start, covered);
  }
  if (covered.size === 0) throw new Error('no character map that can be read in the font');
  return covered;
}

/** The code points that all fonts have. */
export function commonCodePoints(fonts: readonly Buffer[]): Set<number> {
  const [first = new Set<number>(), ...others] = fonts.map(codePoints);
  return new Set([...first].filter((point) => others.every((other) => other.has(point))));
}

/** The places of the Unicode subtables (platform 0, or 3 with encoding 1 or 10). */
function subtables(font: Buffer): number[] {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i++) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    return Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, k) => cmap + 4 + 8 * k).flatMap((at) => {
      const [platform, encoding] = [font.readUInt16BE(at), font.readUInt16BE(at + 2)];
      const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
      return unicode ? [cmap + font.readUInt32BE(at + 4)] : [];
    });
  }
  return [];
}

/** Format 4: segments of the first plane, each with a shift or with places in an array of glyphs. */
function readSegments(font: Buffer, start: number, covered: Set<number>): void {
  const bytes = font.readUInt16BE(start + 6);
  const [ends, starts] = [start + 14, start + 16 + bytes];
  const [deltas, offsets] = [starts + bytes, starts + 2 * bytes];
  for (let s = 0; s < bytes; s += 2) {
    const [first, last] = [font.readUInt16BE(starts + s), font.readUInt16BE(ends + s)];
    const [delta, offset] = [font.readUInt16BE(deltas + s), font.readUInt16BE(offsets + s)];
    for (let point = first; point <= last && point < 0xffff; point++) {
      const listed = offset === 0 ? point : font.readUInt16BE(offsets + s + offset + 2 * (point - first));
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) covered.add(point);
    }
  }
}

/** Format 12: groups of code points in sequence. */
function readGroups(font: Buffer, start: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(start + 12);
  for (let g = 0; g < groups; g++) {
    const at = start + 16 + 12 * g;
    const [first, last, glyph] = [
      font.readUInt32BE(at),
      font.readUInt32BE(at + 4),
      font.readUInt32BE(at + 8),
    ];
    for (let point = first; point <= last; point++) if (glyph + point - first !== 0) covered.add(point);
  }
}
