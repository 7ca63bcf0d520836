/**
 * The library: read a data folder, build a panel, run the appendix's analyses or your own, compare with the
 * published marks. Pure functions on immutable records; only `readDataFolder` and `readFrame` touch files.
 *
 * @example
 * import { readDataFolder, demoFolder, buildPanel, defaultSpecification, replicate, compare } from 'oppna-jamforelser';
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = replicate(panel, defaultSpecification);
 * console.log(compare(estimates).agreement[0].kappa);
 */
export { readDataFolder, checkDataFolder } from '../data/readers/canonical.js';
export { type DatesFile, readEventDates } from '../data/readers/event-dates.js';
export { readFrame, type Frame } from '../data/readers/frame.js';
export { demoFolder } from '../data/location.js';
export { formatProblems, InputError, type Problem, UsageError } from '../data/problems.js';
export * from '../data/records.js';
export { codebook, type Codebook, type Item, type OutcomeDefinition } from '../data/codebook/codebook.js';
export { publishedTables, type PublishedTable } from '../data/codebook/published.js';
export { analyse, type AnalysisName, type Selection } from './analyse.js';
export { type Assumption, assumptions, valueAt, withValue } from './assumptions.js';
export { compare, readings } from './compare.js';
export { estimate, type Estimate, type Mark } from './estimate.js';
export { analyseEvent } from './event.js';
export { explain, type Explanation } from './explain.js';
export { fit, type FitOptions } from './fit/fit.js';
export { parseFormula, type Formula } from './fit/formula.js';
export { clusterColumns } from './fit/vcov.js';
export * from './frames/index.js';
export { inThisThread, inWorkers, type Runner, type RunOptions } from './inference/pool.js';
export { asksForInference, infer, type InferOptions } from './inference/run.js';
export { manifest, results, type Run } from './manifest.js';
export { anovaMark, levels, signMark } from './marks.js';
export { anova } from './models/anova.js';
export { composition } from './models/composition.js';
export { type EventDates, eventStudy, usualWindow } from './models/event-study.js';
export { type EventWindow } from './models/event-times.js';
export { peers } from './models/peers.js';
export { staffing } from './models/staffing.js';
export { trends } from './models/trends.js';
export { users } from './models/users.js';
export { varianceComponents } from './models/variance.js';
export { allOutcomes, type Outcome, outcomeById } from './panel/outcomes.js';
export { buildPanel, type Panel, userStatuses } from './panel/panel.js';
export { readResults } from './read-results.js';
export { readSpecification } from './read-specification.js';
export { cellSpecification, replicate } from './replicate.js';
export { type RivalRun, walkRivals } from './rivals.js';
export type { Agreement, CellComparison, Comparison, Manifest, Results } from './results.js';
export { defaultSpecification, fullInference, type Specification } from './specification.js';
export * as indicators from './indicators/index.js';
export * as local from './local/index.js';
export { dataFiles } from '../reports/export/export.js';
export type { ExportFormat } from '../reports/export/formats.js';
export type { Origin } from '../reports/export/origin.js';
