import type { Specification } from '../../analysis/specification.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';

/** The rule that turns peers' results into a binary variable, as this run used it. Printed beside its tables. */
export function peersRule({ peers }: Specification, lang: Lang): string {
  const { notes } = messages(lang).tables;
  return notes.peersRule(
    notes.peersRuleText(
      peers.ownUnit === 'excluded' ? notes.ownExcluded : notes.ownIncluded,
      peers.comparison === '>' ? notes.above : notes.atLeast,
      percentile(peers.percentile, lang),
      notes.over[peers.percentileOver],
      peers.quantileType,
    ),
  );
}

/** The rule that turns the spread between care units into a binary variable, as this run used it. */
export function staffingRule({ staffing }: Specification, lang: Lang): string {
  const { notes } = messages(lang).tables;
  return notes.staffingRule(
    staffing.comparison === '>' ? notes.above : notes.atLeast,
    percentile(staffing.percentile, lang),
    staffing.quantileType,
    staffing.minimumCareUnits,
  );
}

const percentile = (value: number, lang: Lang) => formatNumber(value, lang, Number.isInteger(value) ? 0 : 1);
