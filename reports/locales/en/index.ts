import { analysis } from './analysis.js';
import { explain } from './explain.js';
import type { sv } from '../sv/index.js';
import { figures } from './figures.js';
import { conclusions } from './conclusions.js';
import { inference } from './inference.js';
import { page } from './page.js';
import { quality } from './quality.js';
import { tables } from './tables.js';
import { terms } from './terms.js';
import { trace } from './trace.js';

/** English messages: same keys as the Swedish ones, checked by the type. */
export const en: typeof sv = {
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
