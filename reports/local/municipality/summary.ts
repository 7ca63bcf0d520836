import type { UnitStatus } from '../../../analysis/local/status.js';
import { heading, listed, paragraph } from '../../document/blocks.js';
import type { Block, Fact, Section } from '../../document/document.js';
import { formatNumber } from '../../locales/format.js';
import { answerText, indicatorName, listText, namesOf, yearsText } from './cells.js';
import type { MunicipalityContext } from './context.js';

/** The first page: where the unit stands, what to look at first, what to do with the report. */
export function summarySection(context: MunicipalityContext): Section {
  const { text, report, lang } = context;
  const { summary } = text;
  const asked = report.results.now.length;
  const year = `${report.year}`;
  const several = report.across.filter((q) => q.several);
  return {
    id: 'summary',
    title: text.sections.summary,
    blocks: [
      ...statusNotices(context),
      paragraph(asked === 0 ? summary.nothingAsked(year) : summary.of(formatNumber(asked, lang), year)),
      ...(asked === 0 ? [] : [{ kind: 'facts' as const, facts: facts(context) }]),
      ...listed(3, summary.top, top(context)),
      ...(several.length === 0
        ? []
        : [
            paragraph(
              summary.several(
                formatNumber(several.length, lang),
                several.map((q) => q.name[lang]).join('; '),
              ),
            ),
          ]),
      heading(3, summary.howTitle),
      { kind: 'list', items: summary.how },
      { kind: 'paragraph', text: summary.caution, tone: 'caution' },
    ],
  };
}

function facts({ report, text, lang }: MunicipalityContext): Fact[] {
  const words = text.summary.facts;
  const count = (colour: string | null) => report.results.now.filter((r) => r.own.colour === colour).length;
  const fact = (colour: string | null, label: string, note: string): Fact => ({
    value: formatNumber(count(colour), lang),
    label,
    note,
  });
  return [
    fact('green', words.green, words.greenNote),
    fact('yellow', words.yellow, words.yellowNote),
    fact('red', words.red, words.redNote),
    fact(null, words.none, words.noneNote),
  ];
}

function top({ report, facts: of, text, lang }: MunicipalityContext): string[] {
  return report.improvements.ranked.slice(0, 3).map(({ indicator, standing, group, ahead }) => {
    const number = (n: number) => formatNumber(n, lang);
    const facts = of(indicator);
    const better = number(Math.round((ahead! / 100) * group.n));
    return text.summary.topItem(
      indicatorName(facts, lang),
      answerText(facts, standing, lang),
      better,
      number(group.n),
    );
  });
}

/** Why a report may be empty or of an earlier year. */
function statusNotices({ report, text, lang }: MunicipalityContext): Block[] {
  const { status: words } = text;
  const { unit, year, status, later, places } = report;
  const notice = (title: string, sentences: readonly string[]): Block[] => [
    heading(3, title),
    { kind: 'paragraph', text: sentences.filter((s) => s !== '').join(' '), tone: 'caution' },
  ];
  const names = (units: readonly number[]) => listText(namesOf(places, units), lang);
  const answered = ({ everAnswered, answeredYears }: UnitStatus) =>
    everAnswered ? words.answered(yearsText(answeredYears)) : words.neverAnswered;
  const successor = status.successor === null ? '' : words.successor(names([status.successor]));
  const ended = status.status === 'ceased' ? status : later?.status === 'ceased' ? later : null;
  const blocks: Block[] = [];
  if (ended)
    blocks.push(
      ...notice(words.ceasedTitle, [
        words.ceased(unit.name, `${ended.years.at(-1)!}`, `${year}`),
        successor,
        status.status === 'ceased' ? answered(status) : '',
      ]),
    );
  else if (status.status === 'silent')
    blocks.push(
      ...notice(words.silentTitle(`${year}`), [words.silent(unit.name, `${year}`), answered(status)]),
    );
  else if (status.status !== 'answering')
    blocks.push(
      ...notice(words.absentTitle(`${year}`), [words.absent(unit.name, `${year}`), answered(status)]),
    );
  if (status.predecessors.length > 0) blocks.push(paragraph(words.predecessors(names(status.predecessors))));
  return blocks;
}
