import { formatNumber, formatPercent } from '../locales/format.js';
import { comparableCells } from '../tables/grids.js';
import { isAdjustedTable, NOT_ESTIMABLE, type Cell } from '../tables/table.js';
import { cellCounts } from './counts.js';
import type { PageContext } from './context.js';
import { html, type Html } from './html.js';
import { cellHtml } from './table.js';

/** The run in plain words: four numbers to remember, then what they mean and what they do not. */
export function summary({ results, comparison, text, lang }: PageContext): Html {
  const { page } = text;
  const counts = cellCounts(results.estimates);
  const number = (n: number) => formatNumber(n, lang);
  const all = comparison?.agreement.find((a) => a.scope === 'all') ?? null;
  const compared = all !== null && comparableCells(all) > 0 ? all : null;
  const share = counts.estimated === 0 ? null : (counts.strong + counts.weak) / counts.estimated;
  const kappa = formatNumber(compared?.kappa, lang, 2);
  return html`<section aria-labelledby="summary">
    <h2 id="summary">${page.sections.summary}</h2>
    <dl class="facts">
      ${fact(number(counts.estimated), page.facts.estimated, page.facts.ofCells(number(counts.total)))}
      ${fact(number(counts.strong + counts.weak), page.facts.marked, page.facts.markedNote(formatPercent(share, lang)))}
      ${compared && fact(formatPercent(compared.observed, lang), page.facts.same, page.facts.sameNote(formatPercent(compared.expected, lang)))}
      ${compared && fact(kappa, page.facts.kappa, page.facts.kappaNote)}
    </dl>
    <p>
      ${page.summaryCells(number(counts.total), number(counts.estimated), number(counts.failed))}
      ${page.summaryMarks(number(counts.strong), number(counts.weak))}
    </p>
    ${compared && html`<p>${page.summaryAgreement(number(compared.counts.same), number(comparableCells(compared)), formatPercent(compared.observed, lang), formatPercent(compared.expected, lang), kappa)}${results.manifest.synthetic ? ` ${page.summarySynthetic}` : ''}</p>`}
    <p class="caution">${page.caution}</p>
  </section> `;
}

const fact = (value: string, label: string, note: string): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd><strong>${value}</strong><span>${note}</span></dd>
  </div>`;

/** How to read a cell, with one example of every kind. */
export function reading({ text, comparison, tables }: PageContext): Html {
  const { page } = text;
  const adjusted = tables.some(isAdjustedTable);
  const [rows, marks, frames, pointer] = page.reading;
  const examples: [keyof typeof page.legend, string, string, Cell['category']][] = [
    ['same', '++', '++', 'same'],
    ['other-level', '+', '++', 'other-level'],
    ['only-computed', '++', '', 'only-computed'],
    ['only-published', '', '++', 'only-published'],
    ['opposite', '--', '+', 'opposite'],
    ['not-comparable', '+', '-/--', 'not-comparable'],
    ['notEstimable', NOT_ESTIMABLE, '', 'not-comparable'],
  ];
  const legend = examples.map(([key, mark, published, category]) => {
    const cell: Cell = {
      column: '',
      mark,
      survives: null,
      published,
      category,
      id: null,
      n: null,
      reason: null,
      description: '',
    };
    return html`<tr>
      ${cellHtml(cell)}
      <th scope="row">${page.legend[key]}</th>
    </tr>`;
  });
  return html`<section aria-labelledby="reading">
    <h2 id="reading">${page.sections.reading}</h2>
    <p>${rows} ${comparison ? marks : null}${adjusted ? ` ${page.readingAdjusted}` : null}</p>
    ${
      comparison &&
      html`<p>${frames}</p>
        <table class="marks legend">
          <tbody>
            ${legend}
          </tbody>
        </table>`
    }
    <p>${pointer}</p>
  </section> `;
}
