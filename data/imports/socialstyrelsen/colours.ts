import type { Sheet } from '../sheet.js';
import { normalise } from './words.js';

/** What a background says: an answer, a reason why there is none, or nothing. */
export type ColourMeaning = 'Ja' | 'Delvis' | 'Nej' | 'bortfall' | 'ej-aktuellt';

/**
 * The meaning of a colour by its hue in degrees, where no legend tells: green (70 to 170) the desired result, yellow (40 to 70) partly,
 * red (340 to 20) not. Null for other hues and for greys (saturation below 0.12 of HSV): orange, for instance, may be meant as yellow or as red.
 */
export function meaningOfHue(rgb: string): 'Ja' | 'Delvis' | 'Nej' | null {
  const [r, g, b] = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const range = max - Math.min(r, g, b);
  if (max === 0 || range / max < 0.12) return null;
  const sector = max === r ? (g - b) / range : max === g ? (b - r) / range + 2 : (r - g) / range + 4;
  const hue = (sector * 60 + 360) % 360;
  if (hue >= 70 && hue <= 170) return 'Ja';
  if (hue >= 40 && hue < 70) return 'Delvis';
  return hue >= 340 || hue < 20 ? 'Nej' : null;
}

const legendWords: readonly (readonly [RegExp, ColourMeaning])[] = [
  [/^(?:(?:grön|grönt|grön färg) )?(?:ja|önskvärt resultat|målvärdet uppnått)$/, 'Ja'],
  [/^(?:(?:gul|gult|gul färg) )?(?:delvis|delvis önskvärt resultat)$/, 'Delvis'],
  [/^(?:(?:röd|rött|röd färg) )?(?:nej|(?:ett )?utvecklingsområde|ej önskvärt resultat)$/, 'Nej'],
  [/^(?:(?:grå|grått|vit|vitt) )?(?:bortfall|uppgift saknas|ej svarat)$/, 'bortfall'],
  [/^(?:(?:grå|grått|vit|vitt|blå|blått) )?ej aktuellt$/, 'ej-aktuellt'],
];

/** A colour's meaning as a sheet's legend says it, with the place where it stands. */
export interface LegendEntry {
  readonly rgb: string;
  readonly meaning: ColourMeaning;
  readonly place: string;
}

/**
 * The legend of a sheet: cells outside the table with a colour of their own and a legend's words, or a coloured empty cell with the words to its
 * right. `inTable` tells which rows are the table's.
 */
export function readLegend(sheet: Sheet, inTable: (row: number) => boolean): LegendEntry[] {
  const found: LegendEntry[] = [];
  for (let row = 0; row < Math.min(sheet.rows, 2000); row++) {
    if (inTable(row)) continue;
    for (let column = 0; column < Math.min(sheet.columns, 60); column++) {
      const cell = sheet.at(row, column);
      const meaning = cell.text === '' ? null : legendMeaning(cell.text);
      if (!meaning) continue;
      const left = sheet.at(row, column - 1);
      const rgb = cell.fill ?? (left.text === '' ? left.fill : null);
      if (rgb !== null && rgb !== 'FFFFFF') found.push({ rgb, meaning, place: sheet.place(row, column) });
    }
  }
  return found;
}

/** Whether a row is a legend and no header: two of its words or more. */
export function isLegendRow(sheet: Sheet, row: number): boolean {
  const meanings = new Set<ColourMeaning>();
  for (let column = 0; column < Math.min(sheet.columns, 60); column++) {
    const meaning = legendMeaning(sheet.at(row, column).text);
    if (meaning) meanings.add(meaning);
  }
  return meanings.size >= 2;
}

function legendMeaning(text: string): ColourMeaning | null {
  if (text.length > 60) return null;
  const words = normalise(text);
  return legendWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
