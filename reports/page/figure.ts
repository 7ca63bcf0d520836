import type { Estimate } from '../../analysis/estimate.js';
import { figureSeries, type FigureSeries } from '../figures/series.js';
import { figureTitle, name, trendText } from '../figures/words.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { PageFigure } from './context.js';
import { html, raw, type Html } from './html.js';

/** A figure inline, and beneath it the numbers it draws, for those who cannot see it or want them. */
export function figureHtml(
  { definition, svg }: PageFigure,
  estimates: readonly Estimate[],
  lang: Lang,
): Html {
  const { page } = messages(lang);
  const title = figureTitle(definition, lang);
  const series = figureSeries(definition.series, estimates, lang);
  const rows = series.flatMap((s) => seriesRows(s, lang));
  return html`<figure class="block" id="${definition.id}">
    <div class="scroll paper" role="region" tabindex="0" aria-label="${page.scrollFigure(title)}">
      ${raw(svg)}
    </div>
    <figcaption>
      <h3 class="heard">${title}</h3>
      <details>
        <summary>${page.figureData}<span class="heard">: ${title}</span></summary>
        <div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(title)}">
          <table class="grid numbers">
            <thead>
              <tr>
                <th scope="col" class="stub">${page.series}</th>
                <th scope="col">${page.year}</th>
                <th scope="col">${page.mean}</th>
                <th scope="col">${page.interval}</th>
                <th scope="col">${page.n}</th>
              </tr>
            </thead>
            ${rows}
          </table>
        </div>
      </details>
    </figcaption>
  </figure> `;
}

function seriesRows(s: FigureSeries, lang: Lang): Html[] {
  const digits = s.unit === 'procent' ? 1 : 3;
  const value = (x: number | null) => formatNumber(x, lang, digits);
  const label = html`<th scope="rowgroup" rowspan="${Math.max(1, s.points.length)}">
    ${name(s)}<small>${trendText(s, lang)}</small>
  </th>`;
  if (s.points.length === 0)
    return [
      html`<tbody>
        <tr>
          ${label}
          <td colspan="4">${messages(lang).figures.noData}</td>
        </tr>
      </tbody>`,
    ];
  const rows = s.points.map((p, i) => {
    const interval = p.low === null || p.high === null ? '' : `${value(p.low)} – ${value(p.high)}`;
    return html`<tr>
      ${i === 0 ? label : null}
      <td>${p.year}</td>
      <td>${value(p.mean)}</td>
      <td>${interval}</td>
      <td>${formatNumber(p.n, lang)}</td>
    </tr>`;
  });
  return [
    html`<tbody>
      ${rows}
    </tbody>`,
  ];
}
