import { analysis } from './analysis.js';
import { cells } from './cells.js';
import { explain } from './explain.js';
import type { sv } from '../sv/index.js';
import { figures } from './figures.js';
import { conclusions } from './conclusions.js';
import { indicatorCards } from './indicator-cards.js';
import { indicatorOverview } from './indicator-overview.js';
import { county } from './county.js';
import { indicators } from './indicators.js';
import { inference } from './inference.js';
import { municipality } from './municipality.js';
import { notebook } from './notebook.js';
import { outputs } from './outputs.js';
import { ownModels } from './own-models.js';
import { packaging } from './packaging.js';
import { page } from './page.js';
import { quality } from './quality.js';
import { sorting } from './sorting.js';
import { sideBySide } from './side-by-side.js';
import { tables } from './tables.js';
import { terms } from './terms.js';
import { trace } from './trace.js';
import { word } from './word.js';
import { workbook } from './workbook.js';

/** English messages: same keys as the Swedish ones, checked by the type. */
export const en: typeof sv = {
  ...terms,
  tables,
  figures,
  page,
  explain,
  cells,
  analysis,
  indicators,
  indicatorCards,
  indicatorOverview,
  inference,
  conclusions,
  trace,
  quality,
  sorting,
  word,
  workbook,
  outputs,
  notebook,
  packaging,
  ownModels,
  county,
  municipality,
  sideBySide,
};
