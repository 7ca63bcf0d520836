import type { Grade } from '../../analysis/quality/grade.js';
import type { Quality } from '../../analysis/quality/records.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { gradeText } from '../tables/quality-words.js';
import type { Fact } from './document.js';

/** The number of indicators by grade. */
export function gradeFacts({ indicators }: Quality, grades: readonly Grade[], lang: Lang): Fact[] {
  const note = messages(lang).quality.facts.of(formatNumber(indicators.length, lang));
  return grades.map((grade) => ({
    value: formatNumber(indicators.filter((i) => i.grade === grade).length, lang),
    label: gradeText(grade, lang),
    note,
  }));
}
