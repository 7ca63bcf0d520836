import { flipQuality } from '../quality/flips.js';
import type { LocalView } from './view.js';

/** How often answers change and change back, in the whole nation. */
export interface AnswerNoise {
  /** Pairs of unit and yes/no question with three answered years or more, and those of them that changed and changed back. */
  readonly base: number;
  readonly flipped: number;
  /** How many would, if each year's answers were dealt to the units at random. */
  readonly expected: number;
}

/** Over all questions in words; null where none has three years of answers. */
export function answerNoise({ panel, indicators }: LocalView): AnswerNoise | null {
  const found = indicators
    .filter(({ series }) => series.yesNo)
    .flatMap(({ series }) => flipQuality(series.values, panel.years.length) ?? []);
  if (found.length === 0) return null;
  const sum = (of: (f: (typeof found)[number]) => number) => found.reduce((s, f) => s + of(f), 0);
  return {
    base: sum((f) => f.base),
    flipped: sum((f) => f.units),
    expected: sum((f) => f.expectedShare * f.base),
  };
}
