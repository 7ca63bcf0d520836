import type { Comparison, Results } from '../../analysis/results.js';
import { reportDocument } from '../../reports/document/report.js';
import { drawFigures } from '../../reports/figures/draw.js';
import {
  interactivePage,
  type InteractiveInput,
  type LanguageInput,
} from '../../reports/page/interactive.js';
import { buildTables } from '../../reports/tables/build.js';
import { fixtureAssumptions, fixtureComparison, fixtureInference } from './fixture.js';

/** What the interactive page of results is made of, in both languages; `most` so many of its figures. */
export async function pageInput(
  results: Results,
  comparison: Comparison | null,
  most = Infinity,
): Promise<InteractiveInput> {
  const assumptions = fixtureAssumptions;
  const version = async (lang: 'sv' | 'en'): Promise<LanguageInput> => {
    const figures = (await drawFigures(results, { lang })).slice(0, most);
    const tables = buildTables(results, comparison, lang);
    return { document: reportDocument({ results, comparison, assumptions, tables, figures, lang }), tables };
  };
  return { results, comparison, assumptions, versions: [await version('sv'), await version('en')] };
}

/** The fixture's results with all inference, their comparison, and the interactive page of them. */
export async function fixturePage(figures?: number) {
  const results = fixtureInference();
  const comparison = fixtureComparison(results);
  const input = await pageInput(results, comparison, figures);
  return { results, comparison, input, page: interactivePage(input) };
}
