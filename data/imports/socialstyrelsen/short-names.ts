/**
 * How the workbooks head an indicator, beside its label in the codebook: the short names of Socialstyrelsen's guide of 2017 (financial
 * assistance) and their like in the other areas. `not`: words that a header of another indicator has and this one's has not.
 */
export interface ShortName {
  readonly names: readonly string[];
  readonly not?: readonly string[];
}

const used = 'Använt resultat från systematisk uppföljning till verksamhetsutveckling';
const usedLonger = 'Använt resultat från systematisk uppföljning för att utveckla verksamheten';
const gender = 'Genomfört systematisk uppföljning med ett könsperspektiv';
const GENDER_WORDS = ['kön', 'könsperspektiv', 'könsuppdelad', 'könsuppdelat'];
const audit = 'Använder AUDIT för att upptäcka riskfylld alkoholkonsumtion';
const dudit = 'Använder DUDIT för att upptäcka drogrelaterade problem';
const scheme = 'Erbjuder minst en kommunal arbetsmarknadsinsats till alla personer';
const internal = (other: string) => `Aktuell rutin för samordning mellan ${other}`;
const external = (other: string) => `Aktuell överenskommelse om samverkan mellan ${other}`;

const setting = (text: string, where: string): ShortName => ({ names: [`${text} ${where}`] });
const usedIn = (where: string): ShortName => ({
  names: [`${used} ${where}`, `${usedLonger} ${where}`],
  not: GENDER_WORDS,
});

export const shortNames: Readonly<Record<string, ShortName>> = {
  'ao-audit': { names: [audit] },
  'ao-dudit': { names: [dudit] },
  'eb-audit': { names: [audit] },
  'eb-dudit': { names: [dudit] },
  'ao-isu-ordinart': usedIn('ordinärt boende'),
  'ao-isu-sarskilt': usedIn('särskilt boende'),
  'bou-isu-oppenvard': usedIn('öppenvård'),
  'bou-isu-dygnsvard': usedIn('dygnsvård'),
  'eb-isu-anvant': { names: [used, usedLonger], not: GENDER_WORDS },
  'eb-isu-kon-genomfort': { names: [gender], not: ['använt'] },
  'ao-isu-kon-2016': { names: [gender], not: ['använt'] },
  'bou-isu-kon-2016': { names: [gender], not: ['använt'] },
  'ao-isu-kon-ordinart': { ...setting(gender, 'ordinärt boende'), not: ['använt'] },
  'ao-isu-kon-sarskilt': { ...setting(gender, 'särskilt boende'), not: ['använt'] },
  'bou-isu-kon-oppenvard': { ...setting(gender, 'öppenvård'), not: ['använt'] },
  'bou-isu-kon-dygnsvard': { ...setting(gender, 'dygnsvård'), not: ['använt'] },
  'eb-utredningsmall': {
    names: [
      'Använder strukturerad utredningsmall i alla utredningar',
      'Strukturerad utredningsmall som inkluderar barns situation används i alla utredningar',
    ],
  },
  'eb-arbetsmarknad-18-24': { names: [`${scheme} 18-24 år, inom en månad`] },
  'eb-arbetsmarknad-24-plus': { names: [`${scheme} över 24 år`] },
  'eb-radgivning': { names: ['Erbjuder enklare hushållsekonomisk rådgivning'] },
  'eb-intern-lss': { names: [internal('LSS (barn och vuxen)')] },
};

/** What stands before the label in the two families of which the workbooks have many columns. */
export const familyNames = (id: string, label: string): readonly string[] =>
  /-intern-/.test(id) ? [internal(label)] : /-extern-/.test(id) ? [external(label)] : [];
