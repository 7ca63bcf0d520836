import type { trace as original } from '../sv/trace.js';

export const trace: typeof original = {
  value: 'Answer',
  missing: 'missing',
  own: "Stands so in the folder's own answers.csv; no import wrote it.",
  place: 'Place in the source',
  source: 'Source',
  sourceLost: (id) => `The source ${id} is not in sources.json.`,
  read: 'Read',
  conflict: 'Another source says otherwise, and is not used',
  synthetic: 'SYNTHETIC DATA: says nothing about real municipalities.',
};
