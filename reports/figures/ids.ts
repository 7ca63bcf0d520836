import { slug } from '../tables/build.js';

/** `prefix-name` as a file name and anchor, numbered where another name has come to the same. */
export function uniqueId(prefix: string, name: string, taken: Set<string>): string {
  const plain = `${prefix}-${slug(name)}`;
  let id = plain;
  for (let i = 2; taken.has(id); i++) id = `${plain}-${i}`;
  taken.add(id);
  return id;
}

/** A list in parts of at most `size`. */
export const parts = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
