import { quoteFound, UsageError } from '../data/problems.js';
import type { Grouping } from '../data/records.js';
import { codebook } from '../data/codebook/codebook.js';
import { adjustFamilies } from './adjust.js';
import type { Estimate } from './estimate.js';
import { anova } from './models/anova.js';
import { composition } from './models/composition.js';
import { peers } from './models/peers.js';
import { staffing } from './models/staffing.js';
import { trends } from './models/trends.js';
import { users } from './models/users.js';
import { varianceComponents } from './models/variance.js';
import { allOutcomes, type Outcome, outcomeById } from './panel/outcomes.js';
import type { Panel } from './panel/panel.js';
import { surveyAreas } from './replicate.js';
import type { Specification } from './specification.js';

export type AnalysisName = 'trends' | 'users' | 'anova' | 'peers' | 'staffing' | 'composition' | 'variance';

/** What to analyse; all that the panel has where nothing is named. */
export interface Selection {
  readonly indicator?: readonly string[] | undefined;
  readonly area?: string | undefined;
  readonly by?: readonly string[] | undefined;
}

/**
 * One analysis of the appendix over any panel's indicators. Throws a UsageError for what the panel does not have.
 *
 * @example
 * ```ts
 * import { analyse, buildPanel, defaultSpecification, demoFolder, readDataFolder } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const cells = analyse(panel, defaultSpecification, 'users', { area: 'ekonomiskt-bistand' });
 * for (const { row, column, estimate, p, mark } of cells) if (column === 'totalt') console.log(row, estimate, p, mark);
 * ```
 */
export function analyse(
  panel: Panel,
  spec: Specification,
  name: AnalysisName,
  selection: Selection,
): Estimate[] {
  return adjustFamilies(estimates(panel, spec, name, selection), spec);
}

function estimates(panel: Panel, spec: Specification, name: AnalysisName, selection: Selection): Estimate[] {
  const by = selection.by && [...new Set(selection.by.map((name) => grouping(panel, name)))];
  switch (name) {
    case 'trends':
      return trends(
        panel,
        selectedOutcomes(panel, spec, selection).map((outcome) => ({
          outcome,
          figures: figuresOf(outcome.id),
        })),
        spec,
      );
    case 'users':
      return users(panel, selectedOutcomes(panel, spec, selection), spec);
    case 'anova':
      return anova(panel, selectedOutcomes(panel, spec, selection), spec, by);
    case 'peers':
      return peers(panel, selectedOutcomes(panel, spec, selection), spec, by);
    case 'staffing':
      return staffingOf(panel, spec, selection);
    case 'composition':
      return composition(panel, areas(panel, selection.area), spec, by);
    case 'variance':
      return varianceComponents(panel, selectedOutcomes(panel, spec, selection), spec, by);
  }
}

const figuresOf = (id: string) =>
  codebook()
    .figures.filter((f) => f.series.includes(id))
    .map((f) => f.id);

function grouping(panel: Panel, name: string): Grouping {
  const have = [...panel.groupings.keys()];
  if (!have.includes(name))
    throw new UsageError(
      `--by: found ${quoteFound(name)}; expected ${have.join(', ')}, with commas between; groupings.csv of the data names further ones`,
    );
  return name;
}

/** The outcomes that a selection names; all of the panel's where it names none. Throws a UsageError where there are none. */
export function selectedOutcomes(
  panel: Panel,
  spec: Specification,
  { indicator, area }: Pick<Selection, 'indicator' | 'area'>,
): Outcome[] {
  const chosen = indicator ? indicator.map((id) => outcomeById(panel, spec, id)) : allOutcomes(panel, spec);
  const inArea = area === undefined ? chosen : chosen.filter((o) => o.area === area);
  if (inArea.length > 0) return inArea;
  if (chosen.length === 0)
    throw new UsageError('the data have no answers to analyse (answers.csv and indicators.csv)');
  throw new UsageError(
    `--area: no indicator of "${area}"; the data have: ${[...new Set(chosen.map((o) => o.area))].join(', ')}`,
  );
}

function areas(panel: Panel, area: string | undefined): string[] {
  const have = surveyAreas(panel);
  if (have.length === 0)
    throw new UsageError('the data have no survey.csv, so nobody is known to be a user or a non-user');
  if (area === undefined) return have;
  if (!have.includes(area))
    throw new UsageError(`--area: survey.csv has no "${area}"; it has: ${have.join(', ')}`);
  return [area];
}

function staffingOf(panel: Panel, spec: Specification, { indicator, area }: Selection): Estimate[] {
  if (panel.careUnits.size === 0)
    throw new UsageError('the data have no care-units.csv, which the staffing tables are made of');
  const chosen = area === undefined ? spec : { ...spec, staffing: { ...spec.staffing, area } };
  const estimates = staffing(panel, chosen);
  const have = [...new Set(estimates.map((e) => e.indicator))];
  const wrong = indicator?.find((id) => !have.includes(id));
  if (wrong !== undefined)
    throw new UsageError(`--indicator: no staffing measure "${wrong}"; the data have: ${have.join(', ')}`);
  return indicator ? estimates.filter((e) => indicator.includes(e.indicator!)) : estimates;
}
