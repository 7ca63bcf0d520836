/** The longest name of a sheet, in UTF-16 units. */
const LONGEST = 31;

/**
 * Names of sheets that Excel takes, one for each wish and in its order: at most 31 characters, none of []:*?/\,
 * no control character, no quotes, ! or = (which mean something in formulas), never blank nor Excel's own "History",
 * and different even where only upper and lower case differ.
 */
export function sheetNames(wishes: readonly string[]): string[] {
  const taken = new Set(['history']);
  return wishes.map((wish) => {
    const plain = clean(wish);
    let name = shorten(plain, LONGEST);
    for (let i = 2; taken.has(name.toLowerCase()); i++) {
      const ending = ` (${i})`;
      name = shorten(plain, LONGEST - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/gu, ' ')
    .replace(/[[\]:*?/\\'!"=]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim() || '-';

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  // Whole characters only: half a surrogate pair is no text.
  let short = '';
  for (const c of text) {
    if (short.length + c.length > length - 1) break;
    short += c;
  }
  return `${short.trim()}…`;
}
