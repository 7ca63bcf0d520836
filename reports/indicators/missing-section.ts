import type { IndicatorCard, Missing } from '../../analysis/indicators/index.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { yearsText } from '../tables/quality-words.js';
import type { Grid } from '../tables/table.js';
import { count } from './words.js';

/** Who did not answer, and which numbers Socialstyrelsen's rule of 20 percent hides. */
export function missingSection({ missing }: IndicatorCard, synthetic: boolean, lang: Lang): Section {
  const { sections, missing: text } = messages(lang).indicatorCards;
  const head = { id: 'missing', title: sections.missing };
  if (missing === null) return { ...head, blocks: [paragraph(text.none)] };
  const { lowestResponse: lowest, nationSuppressedYears: years } = missing;
  return {
    ...head,
    blocks: [
      grid(missingGrid(missing, synthetic, lang)),
      {
        kind: 'list',
        items: [
          countiesText(missing, lang),
          text.lowest(formatPercent(lowest.share, lang), `${lowest.year}`),
          ...(years.length > 0 ? [text.years(yearsText(years))] : []),
        ],
      },
    ],
  };
}

function countiesText({ counties, suppressedCounties: hidden }: Missing, lang: Lang): string {
  const text = messages(lang).indicatorCards.missing;
  if (counties === 0) return text.countiesUnknown;
  if (hidden.length === 0) return text.countiesNone(count(counties, lang));
  return text.counties(count(hidden.length, lang), count(counties, lang), hidden.join(', '));
}

function missingGrid(missing: Missing, synthetic: boolean, lang: Lang): Grid {
  const { missing: text } = messages(lang).indicatorCards;
  const share = (value: number) => formatPercent(value, lang, 1);
  const together = missing.nationSuppressed ? text.notPublished : text.published;
  return {
    id: 'missing-grid',
    title: text.title(`${missing.year}`),
    head: text.heads,
    columns: ['text', 'number', 'text'],
    rows: [
      [text.nonResponse, share(missing.nonResponse), text.nonResponseMeans],
      [text.notApplicable, share(missing.notApplicable), text.notApplicableMeans],
      [text.together, share(missing.suppressing), together],
      [text.cannotAnswer, share(missing.cannotAnswer), text.cannotAnswerMeans],
      [text.suppressed, share(missing.suppressed), text.suppressedMeans],
    ],
    tones: Array.from({ length: 5 }, (_, row) => [
      null,
      null,
      row !== 2 ? null : missing.nationSuppressed ? ('poor' as const) : ('good' as const),
    ]),
    notes: [text.note(count(missing.asked, lang), `${missing.year}`)],
    synthetic,
  };
}
