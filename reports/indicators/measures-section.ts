import type { IndicatorCard } from '../../analysis/indicators/index.js';
import { codebook, type KoladaId } from '../../data/codebook/codebook.js';
import { paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { gradeText, yearsText } from '../tables/quality-words.js';

/** What an indicator measures, of whom it is asked and when, and where it stands in Kolada. */
export function measuresSection(card: IndicatorCard, lang: Lang): Section {
  const { indicatorCards: text, indicators } = messages(lang);
  const { measures, asked, changes } = card;
  const { terms } = text;
  const status = asked.ongoing ? text.ongoing : text.ended;
  return {
    id: 'measures',
    title: text.sections.measures,
    blocks: [
      {
        kind: 'terms',
        terms: [
          [terms.id, card.id],
          [terms.area, areaLabel(card.area, lang)],
          [terms.survey, text.surveys[card.survey ?? 'unknown']],
          [terms.kind, `${indicators.kinds[measures.kind]} (${indicators.kindSources[measures.source]})`],
          [terms.practice, indicators.practice[measures.practice]],
          [terms.answer, card.yesNo ? text.answers.yesNo : text.answers[card.type]],
          [terms.better, text.better[card.better]],
          [terms.asked, asked.years.length === 0 ? text.neverAsked : `${yearsText(asked.years)}; ${status}`],
          [terms.changes, changes.map((c) => `${c.year}: ${c.what[lang]}`).join(' ') || text.noChanges],
          [terms.kolada, koladaText(card.id, lang)],
          [terms.grade, gradeText(card.grade, lang)],
        ],
      },
      { kind: 'aside', title: text.practiceRuleTitle, blocks: [paragraph(indicators.practiceRule)] },
    ],
  };
}

/** The indicator's ids in Kolada, each with how surely it is the same question. */
function koladaText(id: string, lang: Lang): string {
  const text = messages(lang).indicatorCards;
  const ids = codebook().items.find((item) => item.id === id)?.kolada ?? [];
  const said = (k: KoladaId) => `${k.id} (${text.kolada[k.match]})`;
  return ids.map(said).join(', ') || text.noKolada;
}
