import type { Text } from '../data/codebook/codebook.js';
import { defaultSpecification, type Specification } from './specification.js';

/** A choice that the appendix leaves open: the field of the specification, our default, and what else it could be. */
export interface Assumption {
  /** Path of the field in the specification, `peers.comparison`. */
  readonly path: string;
  readonly default: unknown;
  readonly rivals: readonly unknown[];
  readonly what: Text;
  /** Why the default is the default. */
  readonly why: Text;
}

const list: readonly Omit<Assumption, 'default'>[] = [
  {
    path: 'outcomes.itemGroups',
    rivals: ['count', 'any', 'all'],
    what: {
      sv: 'Hur en grupp av Ja/Nej-frågor (intern samordning, extern samverkan) blir ett tal',
      en: 'How a group of yes/no items (internal coordination, external collaboration) becomes one number',
    },
    why: {
      sv: 'Andelen Ja bland besvarade frågor använder alla svar och tål enstaka bortfall.',
      en: 'The share of yes among the items answered uses every answer and tolerates single gaps.',
    },
  },
  {
    path: 'outcomes.alcoholDrugs',
    rivals: ['any', 'both'],
    what: {
      sv: 'Alkohol/droger: 0, 1 eller 2, eller minst en, eller båda',
      en: 'Alcohol/drugs: 0, 1 or 2, or at least one, or both',
    },
    why: {
      sv: 'Bilagans kommentar 2 beskriver 0, 1 och 2.',
      en: 'Comment 2 of the appendix describes 0, 1 and 2.',
    },
  },
  {
    path: 'outcomes.partial',
    rivals: ['half', 'yes-or-partial'],
    what: {
      sv: 'Vad Delvis räknas som utanför ISU',
      en: 'What "partly" counts as outside systematic follow-up',
    },
    why: { sv: 'Socialstyrelsen redovisar andelen Ja.', en: 'Socialstyrelsen publishes the share of yes.' },
  },
  {
    path: 'outcomes.isu',
    rivals: ['yes-only'],
    what: {
      sv: 'Om Delvis (beslut fattat) räknas i individbaserad systematisk uppföljning',
      en: 'Whether "partly" (decision taken) counts in systematic follow-up',
    },
    why: { sv: 'Kommentar 5, 6 och 8 räknar det.', en: 'Comments 5, 6 and 8 count it.' },
  },
  {
    path: 'users.yearEffects',
    rivals: [false],
    what: {
      sv: 'Användartabellernas kolumn Totalt: med eller utan årseffekter',
      en: 'The total column of the user tables: with or without year effects',
    },
    why: { sv: 'Utan dem blandas nationella trender in.', en: 'Without them national trends are mixed in.' },
  },
  {
    path: 'users.pooledCovariance',
    rivals: ['HC1', 'iid'],
    what: { sv: 'Medelfel när alla år ingår', en: 'Standard errors when all years are in' },
    why: {
      sv: 'En kommuns svar olika år är inte oberoende.',
      en: "A municipality's answers in different years are not independent.",
    },
  },
  {
    path: 'users.yearlyCovariance',
    rivals: ['iid', 'HC0', 'HC2', 'HC3'],
    what: { sv: 'Medelfel för ett enskilt år', en: 'Standard errors for a single year' },
    why: {
      sv: 'Binära utfall har olika varians i grupperna.',
      en: 'Binary outcomes have different variances in the two groups.',
    },
  },
  {
    path: 'users.other',
    rivals: ['users', 'non-users'],
    what: {
      sv: 'Vad en enhet räknas som när den har besvarat SKR:s enkät men varken använt resultaten för kvalitetsutveckling eller helt låtit bli',
      en: "What a unit counts as that answered SKR's survey, but neither used the results for quality development nor not at all",
    },
    why: {
      sv: 'Bilagan jämför dem som har använt resultaten för kvalitetsutveckling med dem som inte har använt dem alls.',
      en: 'The appendix compares those that used the results for quality development with those that did not use them at all.',
    },
  },
  {
    path: 'peers.comparison',
    rivals: ['>='],
    what: { sv: 'Över eller lika med 75:e percentilen', en: 'Above, or at or above, the 75th percentile' },
    why: {
      sv: 'Bilagan skriver ”över”; regeln avgör många fall, eftersom percentilen ofta är ett värde i data.',
      en: 'The appendix says "above"; the rule decides many cases, since the percentile is often a value in the data.',
    },
  },
  {
    path: 'peers.percentileOver',
    rivals: ['units-period', 'groups-year'],
    what: { sv: 'Vad 75:e percentilen tas över', en: 'What the 75th percentile is taken over' },
    why: { sv: 'Enheternas kamratmedelvärden samma år.', en: "The units' peer means of that year." },
  },
  {
    path: 'peers.quantileType',
    rivals: [2, 6],
    what: {
      sv: 'Kvantilens definition (Hyndman och Fan 1996)',
      en: 'The definition of the quantile (Hyndman and Fan 1996)',
    },
    why: {
      sv: 'Typ 7 är R:s; typ 2 är Statas summarize, typ 6 SPSS.',
      en: "Type 7 is R's; type 2 is that of Stata's summarize, type 6 of SPSS.",
    },
  },
  {
    path: 'peers.ownUnit',
    rivals: ['included'],
    what: {
      sv: 'Om den egna kommunen ingår i gruppens medelvärde',
      en: "Whether the municipality itself is in its group's mean",
    },
    why: { sv: 'Bilagan talar om övriga kommuner.', en: 'The appendix speaks of the other municipalities.' },
  },
  {
    path: 'peers.yearEffects',
    rivals: [false],
    what: {
      sv: 'Kamrattabellerna: med eller utan årseffekter',
      en: 'The peer tables: with or without year effects',
    },
    why: {
      sv: 'Utan dem kan en nationell trend likna en kamrateffekt.',
      en: 'Without them a national trend can look like a peer effect.',
    },
  },
  {
    path: 'peers.unitEffects',
    rivals: [true],
    what: { sv: 'Med eller utan kommuneffekter', en: 'With or without unit effects' },
    why: {
      sv: 'Bilagan nämner inga; utan dem är nivåkolumnerna positiva så snart grupperna skiljer sig.',
      en: 'The appendix mentions none; without them level columns are positive as soon as groups differ.',
    },
  },
  {
    path: 'peers.ownLaggedLevel',
    rivals: [true],
    what: {
      sv: 'Det egna tidigare resultatet som kontroll',
      en: "The unit's own earlier result as a control",
    },
    why: { sv: 'Bilagan nämner ingen kontroll.', en: 'The appendix mentions no control.' },
  },
  {
    path: 'peers.covariance',
    rivals: ['iid', 'HC1', 'cluster:group', 'cluster:unit+group'],
    what: { sv: 'Medelfel i kamrattabellerna', en: 'Standard errors in the peer tables' },
    why: {
      sv: 'En kommuns år är beroende; regressorn varierar nästan bara mellan grupper, vilket klustring på grupp tar hänsyn till.',
      en: "A unit's years are dependent; the regressor varies almost only between groups, which clustering by group takes into account.",
    },
  },
  {
    path: 'staffing.comparison',
    rivals: ['>='],
    what: {
      sv: 'Bemanning: över eller lika med 75:e percentilen',
      en: 'Staffing: above, or at or above, the 75th percentile',
    },
    why: { sv: 'Bilagan skriver ”över”.', en: 'The appendix says "above".' },
  },
  {
    path: 'staffing.yearEffects',
    rivals: [false],
    what: { sv: 'Bemanning: med eller utan årseffekter', en: 'Staffing: with or without year effects' },
    why: { sv: 'Utan dem blandas nationella trender in.', en: 'Without them national trends are mixed in.' },
  },
  {
    path: 'staffing.covariance',
    rivals: ['HC1', 'iid'],
    what: { sv: 'Medelfel i bemanningstabellerna', en: 'Standard errors in the staffing tables' },
    why: {
      sv: 'En kommuns förändringar olika år är beroende.',
      en: "A municipality's changes in different years are dependent.",
    },
  },
];

/** Every open choice with its default and rivals, in the order of the specification. */
export const assumptions: readonly Assumption[] = list.map((a) => ({
  ...a,
  default: valueAt(defaultSpecification, a.path),
}));

/** The value of a dotted path. */
export function valueAt(spec: Specification, path: string): unknown {
  return path.split('.').reduce((value: unknown, key) => (value as Record<string, unknown>)[key], spec);
}

/**
 * The specification with one field changed.
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, readDataFolder, replicate, withValue } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const rival = withValue(defaultSpecification, 'peers.comparison', '>=');
 * const [ours, theirs] = [defaultSpecification, rival].map((spec) => replicate(panel, spec, [3]));
 * console.log(ours?.filter((cell, i) => cell.mark !== theirs?.[i]?.mark).length, 'marks are other marks');
 * ```
 */
export function withValue(spec: Specification, path: string, value: unknown): Specification {
  const [head, ...rest] = path.split('.') as [keyof Specification, ...string[]];
  if (rest.length === 0) return { ...spec, [head]: value };
  return { ...spec, [head]: { ...(spec[head] as object), [rest.join('.')]: value } };
}
