/** Messages of tables that a reader sorts and filters on the page; `{…}` is filled in there. */
export const sorting = {
  controls: (title: string) => `Sök och välj rader: ${title}`,
  search: 'Sök',
  every: 'Alla',
  reset: 'Visa alla, i ursprunglig ordning',
  count: '{shown} av {all} rader visas.',
  none: 'Ingen rad stämmer med valen.',
  ascending: 'Sorterad efter {column}, stigande.',
  descending: 'Sorterad efter {column}, fallande.',
  hint: 'Klicka på en rubrik för att sortera. Rader utan värde står sist.',
};
