import type { LocalFacts } from '../../../analysis/local/facts.js';
import type { GroupResult } from '../../../analysis/local/groups.js';
import type { Break } from '../../../analysis/local/history.js';
import type { Standing } from '../../../analysis/local/standing.js';
import { formatNumber } from '../../locales/format.js';
import { messages, term, type Lang, type Messages } from '../../locales/language.js';
import type { Grid } from '../../tables/table.js';
import { indicatorCell, plain, tonedGrid } from '../municipality/cells.js';
import type { ComparedArea } from './latest.js';

type Words = Messages['sideBySide'];

/** One letter or number per year, as `N N J J J`: indicators down, units across, the nation last. */
export function yearsGrid(id: string, { name, list, compared, synthetic, lang }: ComparedArea): Grid {
  const { sideBySide: text, municipality } = messages(lang);
  const { units, years } = compared;
  return tonedGrid({
    id,
    title: text.yearsOf(name),
    head: [text.indicator, ...units.map((u) => u.place.name), municipality.group.of.riket],
    columns: ['text', ...units.map(() => 'text' as const), 'text'],
    rows: list.map(({ facts, standings, nations, breaks }) => {
      const joined = (marks: readonly string[]) => plain(joinYears(marks, years, breaks, facts.words));
      return [
        indicatorCell(facts, lang),
        ...standings.map((own) => joined(own.map((s) => unitMark(facts, s, text, lang)))),
        joined(nations.map((n) => nationMark(facts, n, text, lang))),
      ];
    }),
    notes: [text.yearsNote(years.join(', ')), text.legend, text.breaks],
    synthetic,
  });
}

/** With a sign where two years that were asked are partly or not comparable. */
function joinYears(
  marks: readonly string[],
  years: readonly number[],
  breaks: readonly Break[],
  words: boolean,
): string {
  return marks
    .map((mark, i) => {
      if (i === 0) return mark;
      const broken = breaks.find((b) => b.to === years[i]);
      if (broken) return broken.comparable === false ? ` ‖ ${mark}` : ` ¦ ${mark}`;
      return `${words ? ' ' : ' · '}${mark}`;
    })
    .join('');
}

function unitMark({ words, type }: LocalFacts, { answer, value, status }: Standing, text: Words, lang: Lang) {
  if (answer !== null || (words && value === null)) return term(text.letters, answer ?? status);
  if (value !== null) return numberMark(value, type, lang);
  return term(text.letters, status);
}

function nationMark(
  { words, type }: LocalFacts,
  { status, value }: GroupResult,
  text: Words,
  lang: Lang,
): string {
  if (value !== null) return words ? formatNumber(value, lang) : numberMark(value, type, lang);
  return status === 'not-asked' || status === 'no-members'
    ? text.letters['not-asked']
    : text.suppressedLetter;
}

/** Whole percent, as many as there is room for. */
const numberMark = (value: number, type: LocalFacts['type'], lang: Lang): string =>
  formatNumber(value, lang, type === 'share' ? 0 : 1);
