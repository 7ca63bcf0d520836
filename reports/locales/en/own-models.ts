import type { ownModels as original } from '../sv/own-models.js';

export const ownModels: typeof original = {
  title: 'Models of one’s own',
  lead: 'Estimates of models that the user has written, with the tables, tests and documents of the appendix.',
  model: 'The model',
  note: (file, options) =>
    `A model of the user’s own, not of the appendix: ${file === '' ? 'without a file' : file}${options === '' ? '' : `, with ${options}`}.`,
  errors: (list) => `Errors in the model: ${list}.`,
  more: (n) => `and ${n} more`,
  manifest: 'Own model',
  sum: (sum) => `sha256 ${sum}`,
  what: (title) => `The user’s own model: ${title}.`,
  term: (name) => `The estimate is the coefficient of ${name}.`,
  ownEstimator: 'The estimate comes from the model’s own computation.',
};
