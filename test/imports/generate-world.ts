import { officialUnits } from '../../data/imports/official-units.js';

/** What a unit answered to a question: an answer, or the reason why there is none. */
export type Truth = 'Ja' | 'Delvis' | 'Nej' | 'ej-aktuellt' | 'kan-inte-svara' | 'bortfall';

export interface Question {
  /** The codebook's id; null for a column that the codebook has not. */
  readonly id: string | null;
  readonly quality: string;
  readonly area: string;
  readonly short: string;
  readonly steps: 2 | 3;
}

const question = (
  id: string | null,
  quality: string,
  area: string,
  short: string,
  steps: 2 | 3 = 2,
): Question => ({
  id,
  quality,
  area,
  short,
  steps,
});

const WHOLE = 'Helhetssyn och samordning';
const INTERNAL = 'Intern samordning i enskilda ärenden';
const EXTERNAL = 'Extern samverkan i enskilda ärenden';
const KNOWING = 'Kunskapsbaserad verksamhet';
const METHODS = 'Standardiserade bedömningsmetoder';
const FOLLOW = 'Systematisk uppföljning';
const routine = 'Aktuell rutin för samordning mellan';
const agreement = 'Aktuell överenskommelse om samverkan mellan';

/** Columns as the guide of 2017 names them, and between them some that the codebook has not. */
export const questions: readonly Question[] = [
  question(null, 'Tillgänglighet', 'Väntetid', 'Väntetid för nybesök'),
  question('eb-radgivning', 'Tillgänglighet', 'Insatser', 'Erbjuder enklare hushållsekonomisk rådgivning'),
  question(
    'eb-arbetsmarknad-24-plus',
    'Tillgänglighet',
    'Insatser',
    'Erbjuder minst en kommunal arbetsmarknadsinsats till alla personer över 24 år',
    3,
  ),
  question('eb-intern-missbruk', WHOLE, INTERNAL, `${routine} Missbruk och Ekonomiskt bistånd`),
  question('eb-intern-lss', WHOLE, INTERNAL, `${routine} LSS (barn och vuxen) och Ekonomiskt bistånd`),
  question(null, WHOLE, INTERNAL, `${routine} Kommunala arbetsmarknadsinsatser och Ekonomiskt bistånd`),
  question('eb-extern-primarvard', WHOLE, EXTERNAL, `${agreement} Primärvården och Ekonomiskt bistånd`),
  question('eb-audit', KNOWING, METHODS, 'Använder AUDIT för att upptäcka riskfylld alkoholkonsumtion'),
  question(null, KNOWING, METHODS, 'Använder minst en bedömningsmetod'),
  question(
    'eb-isu-anvant',
    KNOWING,
    FOLLOW,
    'Använt resultat från systematisk uppföljning till verksamhetsutveckling – Ekonomiskt bistånd',
    3,
  ),
  question(
    'eb-isu-kon-genomfort',
    KNOWING,
    FOLLOW,
    'Genomfört systematisk uppföljning med ett könsperspektiv',
  ),
  question(null, KNOWING, FOLLOW, 'Använt resultat uppdelat på kön till verksamhetsutveckling'),
];

export interface Unit {
  readonly unit: string;
  readonly municipality: string;
  /** The municipality's name, and the district's own or empty. */
  readonly city: string;
  readonly district: string;
  readonly lan: string;
  readonly group: string;
  readonly size: string;
}

export interface World {
  readonly units: readonly Unit[];
  /** By unit, in the order of `questions`. */
  readonly truth: ReadonlyMap<string, readonly Truth[]>;
}

const COUNTIES = ['Blekinge län', 'Kronobergs län', 'Gotlands län', 'Uppsala län'];

/** A world of four small counties, with some of Stockholm's districts where asked; the same for the same seed. */
export function makeWorld(seed: number, districts: boolean): World {
  const units = officialUnits()
    .filter(
      (u) =>
        COUNTIES.includes(u.columns['lan']!) ||
        (districts && /^0180-(?:bromma|farsta|kista|sodermalm|skarholmen)/.test(u.unit)),
    )
    .map((u): Unit => {
      const [, district = '', city = u.name] = /^(.*) \((.*)\)$/.exec(u.name) ?? [];
      const { lan = '', kommungrupp: group = '', invanare: size = '' } = u.columns;
      return { unit: u.unit, municipality: u.municipality, city, district, lan, group, size };
    });
  let state = seed >>> 0 || 1;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const answer = (steps: 2 | 3): Truth => {
    const p = draw();
    if (p < 0.06) return 'ej-aktuellt';
    if (p < 0.09) return 'kan-inte-svara';
    if (p < 0.55) return 'Ja';
    return steps === 3 && p < 0.75 ? 'Delvis' : 'Nej';
  };
  const truth = new Map(
    units.map((u, i): [string, Truth[]] => [
      u.unit,
      // The first unit says Ja to all, so that every question of three steps has its highest; one in eight does not answer.
      questions.map((q) => (i === 0 ? 'Ja' : i % 8 === 5 ? 'bortfall' : answer(q.steps))),
    ]),
  );
  return { units, truth };
}

/** The official share of Ja in percent over some units, or null where it is not published: written out by hand, apart from the importer. */
export function officialShare(world: World, column: number, of: (u: Unit) => boolean): number | null {
  const all = world.units.filter(of).map((u) => world.truth.get(u.unit)![column]!);
  const count = (...kinds: Truth[]) => all.filter((a) => kinds.includes(a)).length;
  if ((count('bortfall') + count('ej-aktuellt')) * 5 > all.length) return null;
  const denominator = count('Ja', 'Delvis', 'Nej');
  return denominator === 0 ? null : (count('Ja') * 100) / denominator;
}
