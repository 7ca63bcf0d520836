import type { DocumentFigure } from '../document/document.js';
import { messages, type Lang } from '../locales/language.js';
import { gridBody } from './grid.js';
import { plainSvg } from './svg.js';
import { html, raw, type Html } from './html.js';
import { foldHtml, type Waiting } from './later.js';

/**
 * A picture as it waits in a fold: as an image, which costs the page nothing until it is seen. It keeps its own
 * colours, turned round in the dark.
 */
const image = ({ svg, description, width, height }: DocumentFigure): Html =>
  html`<img
    class="figure folded"
    src="data:image/svg+xml,${encoded(svg)}"
    alt="${description}"
    width="${width}"
    height="${height}"
    loading="lazy"
  />`;

/** As little encoded as an address in an attribute needs. */
const encoded = (svg: string): string =>
  svg.replace(
    /[%#<>"&\r\n\t]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

/** A figure inline (in a fold an image), and beneath it the numbers it draws, for those who cannot see it or want them. */
export function figureHtml(figure: DocumentFigure, lang: Lang, waiting: Waiting, folded = false): Html {
  const { id, title, svg, numbers } = figure;
  const { page } = messages(lang);
  return html`<figure class="block" id="${id}">
    <div class="scroll paper" role="region" tabindex="0" aria-label="${page.scrollFigure(title)}">
      ${folded ? image(figure) : raw(plainSvg(svg))}
    </div>
    <figcaption>
      <h3 class="heard">${title}</h3>
      ${
        numbers &&
        foldHtml(
          html`${page.figureData}<span class="heard">: ${title}</span>`,
          html`<div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(title)}">
            <table class="grid numbers">
              ${gridBody(numbers)}
            </table>
          </div>`,
          waiting,
        )
      }
    </figcaption>
  </figure> `;
}
