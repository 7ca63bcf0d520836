import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The family of every text that is drawn or set here: no font of the machine is ever used. */
export const FAMILY = 'Source Sans 3';

export const fontStyles = ['400Regular', '600SemiBold', '700Bold'] as const;
export type FontStyle = (typeof fontStyles)[number];

/**
 * The path of a font file of Source Sans 3 (SIL Open Font License 1.1), as it lies in its npm package.
 * @throws Error naming the file that is missing.
 */
export function fontPath(
  style: FontStyle,
  resolve: (id: string) => string = createRequire(import.meta.url).resolve,
): string {
  const file = `${style}/SourceSans3_${style}.ttf`;
  try {
    return resolve(`@expo-google-fonts/source-sans-3/${file}`);
  } catch {
    throw new Error(`the font file ${file} is missing: install the package's dependencies again`);
  }
}

let loaded: readonly Buffer[] | null = null;

/** The bytes of every style, read once. */
export function fontFiles(): readonly Buffer[] {
  loaded ??= fontStyles.map((style) => readFileSync(fontPath(style)));
  return loaded;
}
