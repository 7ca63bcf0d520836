import { raw, type Html } from './html.js';

/** A page's markup without its folded pictures, and these by the number that each image has in `data-picture`. */
export interface Unpictured {
  readonly body: Html;
  /** What follows `data:image/svg+xml,` in the address of each. */
  readonly pictures: readonly string[];
}

/**
 * Takes the addresses out of the folded pictures, which are a third of a page: they are packed, and set when the
 * reader unfolds one (`client/pictures.ts`). Without a script such a picture is the text that describes it. In our
 * own markup only: no text of data holds an attribute, since its quotes are escaped.
 */
export function unpictured(body: Html): Unpictured {
  const pictures: string[] = [];
  const markup = body.markup.replace(
    /(<img\s[^>]*?\ssrc="data:image\/svg\+xml,)([^"]+)"/g,
    (_, start: string, picture: string) => `${start}" data-picture="${pictures.push(picture) - 1}"`,
  );
  return { body: raw(markup), pictures };
}
