import { createHash } from 'node:crypto';
import { slug } from '../tables/build.js';

/** Ids that are safe as they are: in an address, and on file systems that do not tell upper case from lower. */
const SAFE = /^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/;

/**
 * The document id of an indicator's card, which is its file's name without the ending: `indikator-eb-radgivning`. An
 * indicator id of other characters is made safe, and told from others that look the same by the start of its SHA-256.
 */
export function cardId(indicator: string): string {
  if (SAFE.test(indicator)) return `indikator-${indicator}`;
  const digest = createHash('sha256').update(indicator).digest('hex').slice(0, 8);
  return `indikator-${slug(indicator)}-${digest}`;
}

/** The address of the card's page in the same folder. */
export const cardPage = (indicator: string): string => `${cardId(indicator)}.html`;
