/** Letters after z in the Swedish alphabet; other letters with marks stand with their plain ones. */
const LAST: Readonly<Record<string, string>> = { å: '{', ä: '|', ö: '}' };

/**
 * Compares two names in the order of the Swedish alphabet, whatever the case; equal names by their code points. Own code
 * rather than Intl, whose tables differ between machines.
 */
export function swedishOrder(a: string, b: string): number {
  const [x, y] = [keyOf(a), keyOf(b)];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}

const keyOf = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäö]/g, (letter) => LAST[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
