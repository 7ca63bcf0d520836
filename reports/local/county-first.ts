import type { CountyTheme } from '../../analysis/local/county-themes.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { grid, heading, paragraph } from '../document/blocks.js';
import type { Block, Fact, Section } from '../document/document.js';
import { type CountyContext, dressed, groupName, nameIn, yearsText } from './county-context.js';
import { ownGrid } from './county-own.js';

/** Themes that a steering group has time for, and the largest questions and callers of each. */
const MOST_THEMES = 5;
const MOST_LARGEST = 2;
const MOST_OWN = 5;

/** The first page: who answered, where to begin, whom to call, and how far to trust it. */
export function firstSection(context: CountyContext): Section {
  const { report, text } = context;
  const { status, county, year } = report;
  const title = text.sections.first;
  if (status === 'empty')
    return {
      id: 'first',
      title,
      blocks: [paragraph(text.noUnits(county, `${year}`)), ...goneBlocks(context)],
    };
  return {
    id: 'first',
    title,
    blocks: [
      { kind: 'facts', facts: facts(context) },
      ...answering(context),
      ...goneBlocks(context),
      ...(status === 'single-unit' ? single(context) : start(context)),
      ...trust(context),
      { kind: 'blank', label: status === 'single-unit' ? text.chooseSingle : text.choose, lines: 4 },
    ],
  };
}

function facts({ report, text, lang }: CountyContext): Fact[] {
  const { units, cities, indicators, year } = report;
  const number = (n: number) => formatNumber(n, lang);
  const municipalities = new Set(units.map((u) => u.municipality)).size;
  const districts = units.filter((u) => u.district).length;
  const areas = [...new Set(indicators.map((i) => areaLabel(i.area, lang)))];
  const byDistricts = cities.map((c) => c.name).join(', ');
  return [
    {
      value: number(municipalities),
      label: municipalities === 1 ? text.facts.municipality : text.facts.municipalities,
      note: byDistricts === '' ? text.facts.inYear(`${year}`) : text.facts.withDistricts(byDistricts),
    },
    ...(districts > 0
      ? [{ value: number(districts), label: text.facts.districts, note: text.facts.districtsNote }]
      : []),
    {
      value: number(units.filter((u) => u.answered).length),
      label: text.facts.answered,
      note: text.facts.answeredNote(number(units.length)),
    },
    {
      value: number(indicators.length),
      label: text.facts.questions,
      note: text.facts.questionsNote(areas.join(', ') || '—'),
    },
  ];
}

function answering({ report, text }: CountyContext): Block[] {
  const { units, year } = report;
  const silent = units.filter((u) => !u.answered);
  if (silent.length === 0) return units.length === 1 ? [] : [paragraph(text.allAnswered)];
  if (silent.length === units.length) return [paragraph(text.nobodyAnswered(`${year}`))];
  return [paragraph(text.silent(silent.map((u) => u.name).join(', '), `${year}`))];
}

function goneBlocks({ report, text }: CountyContext): Block[] {
  return report.gone.map(({ names, years, status, successor }) => {
    const said = text.gone[status](names.join(', '), yearsText(years));
    return paragraph(successor === null ? said : `${said} ${text.gone.successor(successor)}`);
  });
}

function start(context: CountyContext): Block[] {
  const { report, text } = context;
  const title = heading(3, text.start);
  if (report.themes.length === 0) return [title, paragraph(text.noThemes)];
  const rows = report.themes.slice(0, MOST_THEMES).map((theme) => themeRow(theme, context));
  return [
    title,
    paragraph(text.startIntro),
    grid(
      dressed(context, {
        id: 'start',
        title: text.startTitle,
        head: text.startHeads,
        columns: ['text', 'number', 'prose', 'text'],
        rows,
        notes: text.startNotes(`${report.limits.called}`, `${report.limits.lasting}`),
      }),
    ),
  ];
}

function themeRow(theme: CountyTheme, context: CountyContext): string[] {
  const { text, lang, indicators } = context;
  const { areas, common, of, answers, toImprove, call } = theme;
  const number = (n: number) => formatNumber(n, lang);
  const labels = areas.map((a) => areaLabel(a, lang));
  const title = theme.indicatorArea?.[lang] ?? labels.join(', ');
  const within = (id: string) => nameIn(indicators.get(id)!, areas, lang);
  return [
    theme.indicatorArea === null ? title : `${title}\n${labels.join(', ')}`,
    `${formatPercent(toImprove / answers, lang)}\n${text.ofAnswers(number(toImprove), number(answers))}\n${text.ofQuestions(number(common.length), number(of))}`,
    call.length === 0 ? text.noCall : callText(call, within, context),
    largest(common, context).map(({ id, bad, n }) => `${within(id)}: ${text.ofAnswers(number(bad), number(n))}`).join('\n'), // prettier-ignore
  ];
}

/** Whom to call, at a glance; beneath it since when and on what. */
function callText(
  call: CountyTheme['call'],
  within: (id: string) => string,
  { text, names }: CountyContext,
): string {
  const name = (unit: number) => names.get(unit)!;
  return [
    call.map((c) => name(c.unit)).join(', '),
    ...call.map((c) => text.called(name(c.unit), `${c.became.year}`, within(c.indicator))),
  ].join('\n');
}

/** The common indicators with the largest share red or yellow. */
function largest(ids: readonly string[], { indicators }: CountyContext) {
  return ids
    .map((id) => {
      const { cells, words } = indicators.get(id)!;
      const n = cells.filter((c) => c.colour !== null).length;
      const bad = cells.filter((c) => c.colour === 'red' || (words && c.colour === 'yellow')).length;
      return { id, n, bad };
    })
    .sort((a, b) => b.bad / b.n - a.bad / a.n)
    .slice(0, MOST_LARGEST);
}

function single(context: CountyContext): Block[] {
  const { report, text } = context;
  const [unit] = report.units;
  const group = report.groups[0];
  const own = report.own.slice(0, MOST_OWN);
  return [
    paragraph(
      group ? text.single(unit!.name, groupName(group.level, context)) : text.singleNoGroup(unit!.name),
    ),
    ...(own.length === 0
      ? [paragraph(text.noOwn)]
      : [
          heading(3, text.start),
          paragraph(text.startOwnIntro),
          grid(ownGrid('start', text.startOwnTitle, own, context)),
        ]),
  ];
}

/** How far single answers and changes are to be trusted. */
function trust({ report, text, lang }: CountyContext): Block[] {
  const { noise, changes, status } = report;
  const number = (n: number) => formatNumber(n, lang);
  const found = changes.sinceLast.length + changes.sinceFirst.length;
  const share = (n: number) => formatPercent(n / noise!.base, lang);
  return [
    ...(noise === null
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: text.caution(
              number(noise.flipped),
              number(noise.base),
              share(noise.flipped),
              share(noise.expected),
            ),
            tone: 'caution' as const,
          },
        ]),
    ...(status === 'single-unit'
      ? [paragraph(text.changedSingle)]
      : changes.tests === 0
        ? []
        : [
            paragraph(
              found === 0
                ? text.changedNone(number(changes.tests))
                : text.changed(
                    number(changes.sinceLast.length),
                    number(changes.sinceFirst.length),
                    number(changes.tests),
                  ),
            ),
          ]),
  ];
}
