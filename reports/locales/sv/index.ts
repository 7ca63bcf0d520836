import { analysis } from './analysis.js';
import { explain } from './explain.js';
import { figures } from './figures.js';
import { conclusions } from './conclusions.js';
import { inference } from './inference.js';
import { page } from './page.js';
import { quality } from './quality.js';
import { tables } from './tables.js';
import { terms } from './terms.js';
import { trace } from './trace.js';

/** Swedish messages, the original of the catalogue. */
export const sv = {
  ...terms,
  tables,
  figures,
  page,
  explain,
  analysis,
  inference,
  conclusions,
  trace,
  quality,
};
