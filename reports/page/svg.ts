/**
 * A picture for a page: as it is, but that its parts have no roles of their own. The drawing library calls every mark
 * a graphics symbol without a name; the picture as a whole has its title and description, which is what is heard.
 */
export const plainSvg = (svg: string): string =>
  svg.replace(/<(?!svg\b)[a-z]+ [^>]*>/gi, (tag) =>
    tag.replace(/ (?:role="graphics-[a-z]+"|aria-roledescription="[^"]*"|aria-label="[^"]*")/g, ''),
  );
