/**
 * The library: read a data folder, build a panel, run the appendix's analyses or your own, compare with the
 * published marks. Pure functions on immutable records; only `readDataFolder`, `checkDataFolder` and `readFrame` touch
 * files. Tables, figures and documents are made by `oppna-jamforelser/reports`, statistics alone by
 * `oppna-jamforelser/stats`.
 *
 * @example
 * ```ts
 * import { buildPanel, compare, defaultSpecification, demoFolder, readDataFolder, replicate } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = replicate(panel, defaultSpecification);
 * console.log(compare(estimates).agreement[0]?.kappa);
 * ```
 * @module oppna-jamforelser
 */

// Data: the folder that is read, and what is wrong with it.
export { checkDataFolder, readDataFolder } from '../data/readers/canonical.js';
export { type DatesFile, readEventDates } from '../data/readers/event-dates.js';
export { type Frame, readFrame } from '../data/readers/frame.js';
export { demoFolder } from '../data/location.js';
export { packageVersion } from '../data/version.js';
export { formatProblems, InputError, type Problem, UsageError } from '../data/problems.js';
export {
  type About,
  type AnswerTable,
  type Better,
  type CareUnitKind,
  careUnitKinds,
  type CareUnitRecord,
  type DataFolder,
  type Grouping,
  type KnownGrouping,
  groupings,
  type IndicatorKind,
  indicatorKinds,
  type IndicatorRecord,
  type IndicatorType,
  type InputFile,
  type MissingReason,
  type OwnGrouping,
  type OwnLabels,
  missingReasons,
  type SurveyRecord,
  type UnitRecord,
} from '../data/records.js';

// Published: the appendix's indicators, tables and marks.
export {
  type Codebook,
  codebook,
  type Composite,
  type FigureDefinition,
  type Item,
  type KoladaId,
  type OutcomeDefinition,
  type Rule,
  type StaffingMeasure,
  type Survey,
  type Text,
} from '../data/codebook/codebook.js';
export {
  type PublishedKind,
  type PublishedRow,
  type PublishedTable,
  publishedTables,
} from '../data/codebook/published.js';

// Panel: units x years x indicators, and the outcomes that models take.
export {
  type Answers,
  buildPanel,
  type CareUnits,
  type GroupCodes,
  type Panel,
  type UserStatus,
  userStatuses,
} from './panel/panel.js';
export { allOutcomes, type Outcome, outcomeById, type OutcomeUnit } from './panel/outcomes.js';

// Specification: every choice that the appendix leaves open.
export { defaultSpecification, fullInference, type MarginUnit, type Specification } from './specification.js';
export { readSpecification } from './read-specification.js';
export { type Assumption, assumptions, withValue } from './assumptions.js';

// Models: from a panel to estimates.
export { analyse, type AnalysisName, type Selection } from './analyse.js';
export { cellSpecification, replicate } from './replicate.js';
export { analyseEvent } from './event.js';
export { anova } from './models/anova.js';
export { composition } from './models/composition.js';
export { type EventDates, eventStudy, usualWindow } from './models/event-study.js';
export { type EventWindow } from './models/event-times.js';
export { peers } from './models/peers.js';
export { staffing } from './models/staffing.js';
export type { StaffingKind } from './models/staffing-spread.js';
export { type Series, trends } from './models/trends.js';
export { users } from './models/users.js';
export { varianceComponents } from './models/variance.js';
export { fit, type FitOptions } from './fit/fit.js';
export {
  type Effect,
  type Formula,
  type NumberVariable,
  parseFormula,
  type Term,
  type Variable,
} from './fit/formula.js';
export type { ColumnUse, Expression } from './fit/expression.js';
export type { Link } from './fit/link-records.js';
export type { PanelColumns } from './fit/panel-rows.js';

// Own models: from a file of the user's to estimates.
export { type CellMaker, type Locate, type MadeCell } from './own-models/cells.js';
export {
  defineModel,
  type ModelContext,
  type ModelDefinition,
  type ModelOptions,
  type OptionsOf,
  type OptionValue,
  type OwnModel,
} from './own-models/model.js';
export { type OwnRecord } from './own-models/own-record.js';
export {
  type CellPlace,
  type ColumnRegression,
  type OwnCovariance,
  type Regression,
  type RowRegression,
} from './own-models/regression.js';
export { type Row, type UnitYear } from './own-models/rows.js';
export { type OwnRun, runModel, type RunModelOptions } from './own-models/run.js';

// Estimates: the one record that every table, figure and document is made of.
export {
  type Dropped,
  estimate,
  type Estimate,
  type Mark,
  type Model,
  type OwnModelName,
  models,
  type OutcomeKind,
  type Sample,
} from './estimate.js';
export { anovaMark, levels as significanceLevels, signMark } from './marks.js';

// What is put to estimates: the published marks, rivals, further inference.
export { compare } from './compare.js';
export { explain, explainOwn, type Explanation, type RivalResult } from './explain.js';
export type { GroupMean } from './models/means.js';
export { type RivalRun, walkRivals } from './rivals.js';
export { asksForInference, infer, type InferOptions } from './inference/run.js';
export { inThisThread, inWorkers, type Runner, type RunOptions } from './inference/pool.js';
export type { CellInference } from './inference/job.js';
export type { Job, OwnCells } from './inference/jobs.js';
export type { Cell, GroupingCell, Head, RefusedCell, RegressionCell } from './models/cell.js';
export type { GroupingTest, Shuffles } from './models/grouping-test.js';
export type { RegressionDesign } from './models/regression.js';
export type { Rows } from './models/sample.js';
export type { Randomized } from './inference/randomize.js';
export type { Resampled } from './inference/resample.js';

// Results: what results.json holds.
export { results, type Run } from './manifest.js';
export { readResults } from './read-results.js';
export type {
  Agreement,
  Category,
  CellComparison,
  Comparison,
  Manifest,
  ModelRecord,
  Results,
} from './results.js';

// The quality of the data, the review of indicators, and what counties and municipalities are told.
export { quality } from './quality/quality.js';
export type {
  DefinitionChange,
  FlipQuality,
  IndicatorQuality,
  Jump,
  MeasureQuality,
  MeasureYear,
  Quality,
  YearQuality,
} from './quality/records.js';
export type { DisagreementExample, Disagreements, IndicatorDisagreement } from './quality/disagreements.js';
export type { TouchedCells } from './quality/cells.js';
export { type Finding, type FindingKind, type Grade, grades, type Weight } from './quality/grade.js';
export * as indicators from './indicators/index.js';
export * as local from './local/index.js';

// Data frames: estimates and panels as tables for other programs.
export {
  type BooleanColumn,
  type CellValue,
  type ColumnType,
  type DataColumn,
  type DataTable,
  type NumberColumn,
  type TextColumn,
} from './frames/data-table.js';
export { estimatesTable } from './frames/estimates.js';
export { panelTable, type PanelTableOptions } from './frames/panel.js';
export { codeColumns, type Row as FrameRow, rowsTable } from './frames/rows.js';
