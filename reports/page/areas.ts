import { figureTitle } from '../figures/words.js';
import { areaLabel } from '../locales/labels.js';
import { slug } from '../tables/build.js';
import type { Table } from '../tables/table.js';
import type { PageContext, PageFigure } from './context.js';
import { figureHtml } from './figure.js';
import { html, type Html } from './html.js';
import { tableHtml } from './table.js';

/** A part of the page: figures first, then tables, as in the appendix. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly figures: readonly PageFigure[];
  readonly tables: readonly Table[];
}

/** The country as a whole, then area by area in the order of the tables and figures. */
export function parts({ tables, figures, text, lang }: PageContext): Part[] {
  const areas = [...new Set([...tables.map((t) => t.area), ...figures.map((f) => f.definition.area)])];
  const ids = new Set<string>();
  return [null, ...areas.filter((a) => a !== null)].flatMap((area) => {
    const own = {
      figures: figures.filter((f) => f.definition.area === area),
      tables: tables.filter((t) => t.area === area),
    };
    if (own.figures.length + own.tables.length === 0) return [];
    const { nation, other } = text.page.sections;
    const title = area === null ? (own.figures.length > 0 ? nation : other) : areaLabel(area, lang);
    let id = area === null ? 'nation' : `area-${slug(area)}`;
    while (ids.has(id)) id += '-2';
    ids.add(id);
    return [{ id, title, ...own }];
  });
}

export function partHtml(part: Part, { results, lang }: PageContext): Html {
  return html`<section aria-labelledby="${part.id}">
    <h2 id="${part.id}">${part.title}</h2>
    ${part.figures.map((f) => figureHtml(f, results.estimates, lang))}
    ${part.tables.map((t) => tableHtml(t, lang))}
  </section> `;
}

/** The entries of a part in the table of contents: short enough to scan. */
export function partEntries(part: Part, { lang }: PageContext): Html {
  const entry = (id: string, title: string) => html`<li><a href="#${id}">${title}</a></li>`;
  const short = (title: string) =>
    title.replace(
      new RegExp(`(^|\\. )${escaped(part.title)}: (.)`),
      (_, before: string, next: string) => before + next.toUpperCase(),
    );
  return html`<ul>
    ${part.figures.map((f) => entry(f.definition.id, short(figureTitle(f.definition, lang))))}${part.tables.map((t) => entry(t.id, short(t.title)))}
  </ul>`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
