/**
 * The pictures that the library has drawn in this process. They escape whatever stands in the data, so that they may
 * become part of a page; a picture made by another is shown as an image, in which nothing runs.
 */
const pictures = new Set<string>();

export function noteDrawn(svg: string): string {
  pictures.add(svg);
  return svg;
}

export const isDrawn = (svg: string): boolean => pictures.has(svg);
