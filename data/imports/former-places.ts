/** Names that are not official today, or not of a unit of the surveys, and what they stand for. */
export interface FormerPlace {
  readonly name: string;
  /** One unit: an alias. Several: it must be said which is meant. */
  readonly units: readonly string[];
  readonly note: string;
}

export const formerPlaces: readonly FormerPlace[] = [
  { name: 'Malung', units: ['2023'], note: 'Malung-Sälen since 2008' },
  { name: 'Gothenburg', units: ['1480'], note: 'Göteborg in English' },
  {
    name: 'Hägersten-Älvsjö',
    units: ['0180-hagersten-liljeholmen', '0180-alvsjo'],
    note: 'merged in July 2020 from the two districts that answered the surveys',
  },
];

/** Abbreviations of cities as they stand in lists, alone or before a district. */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ['sthlm', 'stockholm'],
  ['gbg', 'göteborg'],
]);

/** Codes that SCB has replaced within the years of the surveys' predecessors. */
export const formerCodes: Readonly<Record<string, { readonly unit: string; readonly note: string }>> = {
  '1917': { unit: '0331', note: 'Heby had code 1917 until 2006' },
};

/** Names of districts that any city may have: they need the city beside them. */
export const commonDistrictNames: readonly string[] = [
  'Centrum',
  'Innerstaden',
  'Norr',
  'Söder',
  'Väster',
  'Öster',
];
