import type { About, InputFile } from '../../data/records.js';
import { messages } from '../locales/language.js';

/** Where the values of an exported table come from. */
export interface Origin {
  /** Of this package. */
  readonly version: string;
  readonly synthetic: boolean;
  readonly about: About;
  readonly inputs: readonly InputFile[];
}

/**
 * The metadata of an exported file, `[key, value]`, all text: the package's version, whether the data are synthetic (with the
 * notice in both languages where they are), and the source as JSON `{ title, sources, inputs: [{ file, sha256, rows }] }`.
 */
export function metadata({ version, synthetic, about, inputs }: Origin): [string, string][] {
  const source = {
    title: about.title ?? null,
    sources: about.sources ?? [],
    inputs: inputs.map(({ file, sha256, rows }) => ({ file, sha256, rows })),
  };
  const notices: [string, string][] = (['sv', 'en'] as const).map((lang) => [
    `oppna-jamforelser.notice.${lang}`,
    messages(lang).tables.notes.synthetic,
  ]);
  return [
    ['oppna-jamforelser.version', version],
    ['oppna-jamforelser.synthetic', String(synthetic)],
    ['oppna-jamforelser.source', JSON.stringify(source)],
    ...(synthetic ? notices : []),
  ];
}
