import type { Better } from '../../data/records.js';
import { quantile } from '../stats/index.js';
import type { Standing } from './standing.js';

export type Colour = 'green' | 'yellow' | 'red';

/** The unit's own answer, or its place among all units of the year. */
export type Basis = 'answer' | 'quartile';

/** Fewer units than this have no quarter that would say anything: each would be two units at most. Ours. */
export const MINIMUM_FOR_QUARTILES = 8;

/** What gave the colours of a year, and how many units have each. */
export interface YearColours {
  readonly year: number;
  /** Units with an answer. */
  readonly n: number;
  readonly basis: Basis | null;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  /** The quartiles; null for words. */
  readonly limits: QuartileLimits | null;
  /** Why there is no colour. `no-spread`: all units have the same value. */
  readonly why: 'no-answers' | 'background' | 'few-units' | 'no-spread' | null;
}

/** First and third quartile (R's type 7) on the indicator's own scale, and how many units have exactly that value. */
export interface QuartileLimits {
  readonly lower: number;
  readonly upper: number;
  readonly atLower: number;
  readonly atUpper: number;
}

export interface Coloured {
  readonly standings: readonly Standing[];
  readonly colours: YearColours;
}

/** Ja green, Delvis yellow, Nej red; where `better` is `lower`, Nej green and Ja red. */
export function colourByAnswer(standings: readonly Standing[], better: Better): Coloured {
  const [best, worst] = better === 'lower' ? ['Nej', 'Ja'] : ['Ja', 'Nej'];
  const coloured = standings.map((s): Standing => {
    if (s.answer === null) return s;
    const colour = s.answer === best ? 'green' : s.answer === worst ? 'red' : 'yellow';
    return { ...s, colour, basis: 'answer' };
  });
  return { standings: coloured, colours: counted(coloured, 'answer', null, null) };
}

/**
 * Green for the best quarter of the units with a value that year, red for the worst, yellow between: at the limit itself
 * counts as beyond it, so that ties make a quarter larger (the counts tell). Where so many have one value that both limits
 * are that value, it is green if no unit has a better one, red if none has a worse one, and yellow else. Without colour:
 * fewer than 8 units, or no spread.
 */
export function colourByQuartile(standings: readonly Standing[], better: Better): Coloured {
  const values = standings.flatMap((s) => (s.value === null ? [] : [s.value])).sort((a, b) => a - b);
  const n = values.length;
  if (n < MINIMUM_FOR_QUARTILES) return { standings, colours: counted(standings, null, null, 'few-units') };
  const lower = quantile(values, 0.25, 7);
  const upper = quantile(values, 0.75, 7);
  const equal = (x: number) => values.filter((v) => v === x).length;
  const limits = { lower, upper, atLower: equal(lower), atUpper: equal(upper) };
  if (values[0] === values[n - 1])
    return { standings, colours: counted(standings, null, limits, 'no-spread') };
  const [least, most] = [values[0]!, values[n - 1]!];
  /** 1 high, -1 low, 0 between. */
  const place = (v: number): number => {
    if (lower === upper && v === lower) return v === most ? 1 : v === least ? -1 : 0;
    return v >= upper ? 1 : v <= lower ? -1 : 0;
  };
  const good = better === 'lower' ? -1 : 1;
  const coloured = standings.map((s): Standing => {
    if (s.value === null) return s;
    const at = place(s.value) * good;
    return { ...s, colour: at > 0 ? 'green' : at < 0 ? 'red' : 'yellow', basis: 'quartile' };
  });
  return { standings: coloured, colours: counted(coloured, 'quartile', limits, null) };
}

function counted(
  standings: readonly Standing[],
  basis: Basis | null,
  limits: QuartileLimits | null,
  why: YearColours['why'],
): YearColours {
  const count = (colour: Colour) => standings.filter((s) => s.colour === colour).length;
  const n = standings.filter((s) => s.status === 'answered').length;
  const none = n === 0;
  return {
    year: standings[0]?.year ?? 0,
    n,
    basis: none ? null : basis,
    green: count('green'),
    yellow: count('yellow'),
    red: count('red'),
    limits,
    why: none ? 'no-answers' : why,
  };
}
