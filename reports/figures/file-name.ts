/**
 * A figure's name as a file, without its ending: `bilaga-1` as `bilaga-01`, so that a folder lists figures in their
 * order. An id holds only lower-case letters, digits and hyphens; anything else becomes a hyphen.
 */
export const figureFileName = (id: string): string =>
  id.replace(/^(bilaga|rapport)-(\d)$/, '$1-0$2').replace(/[^A-Za-z0-9-]+/g, '-');
