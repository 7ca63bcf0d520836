import { analysis } from './analysis.js';
import { cells } from './cells.js';
import { explain } from './explain.js';
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

/** Swedish messages, the original of the catalogue. */
export const sv = {
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
