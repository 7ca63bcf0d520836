import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { columnHead } from '../locales/columns.js';
import { ABSENT, formatEstimate, formatNumber, formatP } from '../locales/format.js';
import { areaLabel, groupLabel, rowLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { slug } from './build.js';
import { shownMark } from './cell.js';
import { NOT_ESTIMABLE, type Grid } from './table.js';

/** The numbers of an event study, one grid per area: estimate, standard error and mark, the test of the leads, and sizes. */
export const eventGrids = (results: Results, lang: Lang): Grid[] =>
  withLabels(results.manifest.labels, () => eventsIn(results, lang));

function eventsIn(results: Results, lang: Lang): Grid[] {
  const { event, notes } = messages(lang).tables;
  const { synthetic } = results.manifest;
  const estimates = results.estimates.filter((e) => e.model === 'event-study');
  return [...new Set(estimates.map((e) => e.area))].map((area) => {
    const here = estimates.filter((e) => e.area === area);
    const columns = [...new Set(here.map((e) => e.column!))];
    const subject = areaLabel(area, lang);
    return {
      id: `event-${slug(area ?? '')}`,
      title: subject === '' ? event.numbers : `${subject}: ${event.numbers}`,
      head: [
        '',
        ...columns.map((column) => columnHead(column, { first: 0, last: 0, other: null }, lang).leaf),
        event.leads,
        event.treated,
        event.controls,
        'n',
      ],
      rows: [...new Set(here.map((e) => e.indicator))].map((id) =>
        row(
          here.filter((e) => e.indicator === id),
          columns,
          lang,
        ),
      ),
      notes: [event.leadsTest, ...(synthetic ? [notes.synthetic] : [])],
      synthetic,
    };
  });
}

function row(cells: readonly Estimate[], columns: readonly string[], lang: Lang): string[] {
  const overall = cells.find((e) => e.column === 'att')!;
  const name = rowLabel(overall, lang);
  const test = overall.extra['leadsTest'] as { readonly p?: number } | undefined;
  const count = (key: string): string => {
    const units = overall.extra[key];
    return typeof units === 'number' ? formatNumber(units, lang) : ABSENT;
  };
  return [
    overall.group === null ? name : `${groupLabel(overall.group, lang)}: ${name}`,
    ...columns.map((column) =>
      number(
        cells.find((e) => e.column === column),
        lang,
      ),
    ),
    test?.p === undefined ? ABSENT : formatP(test.p, lang).replace(/^p = /, '').replace(/^p </, '<'),
    count('treatedUnits'),
    count('controlUnits'),
    formatNumber(overall.n, lang),
  ];
}

/** `+4,21 (1,30) ++`. */
function number(e: Estimate | undefined, lang: Lang): string {
  if (!e || e.mark === null) return NOT_ESTIMABLE;
  const size = `${formatEstimate(e.estimate, lang, { signed: true })} (${formatEstimate(e.se, lang)})`;
  return e.mark === '' ? size : `${size} ${shownMark(e.mark)}`;
}
