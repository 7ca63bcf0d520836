// Control, format and direction characters: they move the cursor or reorder the line, and have no width.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const COMBINING = /\p{M}/gu;
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu; // prettier-ignore

/** Text that is safe to print on a terminal: composed letters, no control or direction characters. */
export const printable = (text: string): string => text.normalize('NFC').replace(INVISIBLE, '');

/** Columns that a text takes on a terminal: `å` is one however it is encoded, a wide sign two. */
export function textWidth(text: string): number {
  const clean = printable(text).replace(COMBINING, '');
  return [...clean].length + (clean.match(WIDE)?.length ?? 0);
}

export type Align = 'left' | 'center' | 'right';

/** Text padded with spaces to a width; longer text is left as it is. */
export function pad(text: string, width: number, align: Align): string {
  const missing = Math.max(0, width - textWidth(text));
  const before = align === 'left' ? 0 : align === 'right' ? missing : Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Text broken at spaces into lines of at most `width` columns; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of printable(text).split(' ')) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
    while (textWidth(line) > width) {
      const head = take(line, width);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function take(text: string, width: number): string {
  let head = '';
  for (const sign of text) {
    if (head !== '' && textWidth(head + sign) > width) break;
    head += sign;
  }
  return head;
}
