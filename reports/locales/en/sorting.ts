import type { sorting as original } from '../sv/sorting.js';

export const sorting: typeof original = {
  controls: (title) => `Search and choose rows: ${title}`,
  search: 'Search',
  every: 'All',
  reset: 'Show all, in the original order',
  count: '{shown} of {all} rows shown.',
  none: 'No row fits the choices.',
  ascending: 'Sorted by {column}, ascending.',
  descending: 'Sorted by {column}, descending.',
  hint: 'Press a heading to sort. Rows without a value stand last.',
};
