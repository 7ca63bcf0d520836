import { Footer, Header, type ISectionOptions, type ISectionPropertiesOptions, PageNumber, PageOrientation, Paragraph, SectionType, TextRun, type FileChild } from 'docx'; // prettier-ignore
import type { Document } from '../document/document.js';
import { messages } from '../locales/language.js';
import { runs } from './element.js';

/** A4 in twentieths of a point, and the margin of its four sides. */
const SHORT = 11_906;
const LONG = 16_838;
const MARGIN = 1_134;

/** The width of the text in twentieths of a point. */
export const textWidth = (landscape: boolean): number => (landscape ? LONG : SHORT) - 2 * MARGIN;

/** What stands on pages that are turned the same way. */
export interface Pages {
  readonly landscape: boolean;
  readonly children: readonly FileChild[];
}

const FOOTER_TITLE = 90;

/** Pages as a section: A4, the synthetic stamp at the head of each, title and page number at its foot. */
export function section({ landscape, children }: Pages, document: Document): ISectionOptions {
  const words = messages(document.lang).word;
  const title =
    document.title.length > FOOTER_TITLE ? `${document.title.slice(0, FOOTER_TITLE)}…` : document.title;
  const page = new TextRun({
    children: [` · ${words.page} `, PageNumber.CURRENT, ` ${words.of} `, PageNumber.TOTAL_PAGES],
  });
  const stamp = document.synthetic;
  return {
    properties: properties(landscape),
    ...(stamp
      ? { headers: { default: new Header({ children: [new Paragraph({ style: 'Stamp', children: runs(stamp.stamp) })] }) } }
      : {}),
    footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer', children: [...runs(title), page] })] }) },
    children,
  }; // prettier-ignore
}

const properties = (landscape: boolean): ISectionPropertiesOptions => ({
  type: SectionType.NEXT_PAGE,
  page: {
    // The library swaps the two itself where the page is turned.
    size: {
      width: SHORT,
      height: LONG,
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, header: 500, footer: 500 },
  },
});
