import type { IndicatorType } from '../../records.js';

type Word = 'Ja' | 'Delvis' | 'Nej';

/** What the numbers of a KPI mean. */
export type Coding =
  | { readonly kind: 'words'; readonly words: ReadonlyMap<number, Word> }
  | { readonly kind: 'number'; readonly type: IndicatorType; readonly told: boolean };

interface Label {
  readonly label: string;
  readonly code: number;
}

/**
 * The coding that a text states, `(Ja=1, Nej=0)` or `(Ja, alla=2, Ja, men inte alla=1, Nej=0)`; null where it states none,
 * one that cannot be read as Ja, Nej and a step between, or two that differ.
 *
 * Two codes must be named Ja and Nej. Of three, the highest must begin with Ja, the lowest be Nej, and the one between is
 * Delvis: so Kolada codes "Nej, men fattat beslut" and "Ja, men inte alla".
 */
export function statedCoding(text: string): ReadonlyMap<number, Word> | null {
  const groups = [...text.matchAll(/\(([^()]*=[^()]*)\)/g)].map((m) => m[1]!);
  const bare = [...text.matchAll(/(?:^|[\s(:])(Ja\s*=\s*\d\s*,\s*(?:[^=(),]*=\s*\d\s*,\s*)?Nej\s*=\s*\d)/gi)];
  const stated = [...groups, ...bare.map((m) => m[1]!)].flatMap((g) => {
    const labels = labelsOf(g);
    return labels ? [wordsOf(labels)] : [];
  });
  const first = stated[0] ?? null;
  return stated.every((s) => s !== null && first !== null && same(s, first)) ? first : null;
}

/** `Ja=1, Nej=0` as labels with codes; null where the whole text is not of that form. */
function labelsOf(text: string): Label[] | null {
  const parts = [...text.matchAll(/\s*([^=]+?)\s*=\s*(\d+)\s*(?:[,;]|$)/g)];
  if (parts.map((p) => p[0]).join('') !== text) return null;
  return parts.map((p) => ({ label: p[1]!.toLowerCase(), code: Number(p[2]) }));
}

function wordsOf(labels: readonly Label[]): ReadonlyMap<number, Word> | null {
  const [low, ...rest] = [...labels].sort((a, b) => a.code - b.code);
  const codes = new Set(labels.map((l) => l.code));
  if (!low || codes.size !== labels.length) return null;
  const high = rest.at(-1);
  if (labels.length === 2) {
    const names = labels.map(({ label }) => label);
    if (!names.includes('ja') || !names.includes('nej')) return null;
    return new Map(labels.map(({ label, code }) => [code, label === 'ja' ? 'Ja' : 'Nej']));
  }
  if (labels.length !== 3 || low.label !== 'nej' || !/^ja(?![\p{L}])/u.test(high!.label)) return null;
  return new Map<number, Word>([
    [low.code, 'Nej'],
    [rest[0]!.code, 'Delvis'],
    [high!.code, 'Ja'],
  ]);
}

const same = (a: ReadonlyMap<number, Word>, b: ReadonlyMap<number, Word>) =>
  a.size === b.size && [...a].every(([code, word]) => b.get(code) === word);

/**
 * What the numbers of a KPI outside the codebook mean: the coding of its title, else of its description; else a number, of the
 * type that its title tells: `(%)` a share, a count where it ends in `antal`, `kr` and the like. Where nothing is told it
 * is an ordinal number, as it stands. Null where the texts do state codes, but none that can be read: then nothing is guessed.
 */
export function codingOf({ title, description }: { title: string; description: string }): Coding | null {
  for (const text of [title, description]) {
    const words = statedCoding(text);
    if (words) return { kind: 'words', words };
    if (/(?:^|[^\p{L}])(?:ja|nej|delvis)[^()=]{0,40}=\s*\d/iu.test(text)) return null;
  }
  if (/\(%\)/.test(title)) return { kind: 'number', type: 'share', told: true };
  if (
    /(?:\bantal\b|\bdagar\b|\bkr\b|\bkronor\b|\bkr\/|\bår\b|\bpoäng\b)[^,]*$/iu.test(title) ||
    /\bantal\b/i.test(title)
  )
    return { kind: 'number', type: 'count', told: true };
  return { kind: 'number', type: 'ordinal', told: false };
}

/** `Ja=1, Nej=0`, for messages. */
export const codingText = (words: ReadonlyMap<number, Word>): string =>
  [...words]
    .sort(([a], [b]) => b - a)
    .map(([code, word]) => `${word}=${code}`)
    .join(', ');
