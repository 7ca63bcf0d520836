import type { Mark } from './estimate.js';

/** The only place that knows the significance levels of the marks (specification, section 5). */
export const levels = { strong: 0.05, weak: 0.1 } as const;

/** `++`/`--` below 5 percent, `+`/`-` below 10, by the sign of the coefficient. `p` is unrounded. */
export function signMark(p: number, coefficient: number): Mark {
  if (p < levels.strong) return coefficient > 0 ? '++' : '--';
  if (p < levels.weak) return coefficient > 0 ? '+' : '-';
  return '';
}

/** `**` below 5 percent, `*` below 10: an F test has no sign. */
export function anovaMark(p: number): Mark {
  return p < levels.strong ? '**' : p < levels.weak ? '*' : '';
}
