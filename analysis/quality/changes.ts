import { appendixYears, codebook, type Item } from '../../data/codebook/codebook.js';
import type { DefinitionChange } from './records.js';

/**
 * Questions that Socialstyrelsen's guide of 2017 (ekonomiskt bistånd, comparability between years) lists as only partly
 * comparable with 2016, and that the appendix does not remark on.
 */
const guide2017: readonly string[] = ['eb-arbetsmarknad-18-24', 'eb-arbetsmarknad-24-plus'];

const partly = {
  sv: 'Svarsalternativ eller definition justerades 2017; jämförbarheten med 2016 är delvis påverkad enligt Socialstyrelsens guide 2017.',
  en: 'Answers or definition were adjusted in 2017; comparability with 2016 is partly affected by Socialstyrelsen’s guide of 2017.',
};

/** The changes of definition on record for an indicator, by year; none for one that the codebook does not know. */
export function definitionChanges(id: string): DefinitionChange[] {
  const item = codebook().items.find((i) => i.id === id);
  if (!item) return [];
  return [
    ...item.changes,
    ...(item.consistent ? [] : [otherQuestion(item)]),
    ...(guide2017.includes(id) ? [{ year: 2017, what: partly }] : []),
  ].sort((a, b) => a.year - b.year);
}

/** A question that was asked in some years only, another one standing for it in the others. */
function otherQuestion({ survey, from, to, comment }: Item): DefinitionChange {
  const year = from > appendixYears[survey].first ? from : to + 1;
  return {
    year,
    what: {
      sv: `Före och från ${year} ställdes olika frågor (bilagans tabell 1, kommentar ${comment}).`,
      en: `Different questions were asked before and from ${year} (the appendix’s table 1, comment ${comment}).`,
    },
  };
}
