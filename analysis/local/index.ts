/**
 * What the local reports are made of: a panel's results as a county, a municipality or a district reads them. Pure
 * functions from a panel to records that go through JSON unharmed (no NaN, no functions); words are for the catalogue.
 */
export { acrossAreas, type AreaStandings, type QuestionAcrossAreas } from './across-areas.js';
export type { AreaGroup } from './by-quality-area.js';
export {
  type Compared,
  type Direction,
  type UnitChange,
  unitChange,
  type UnitChanges,
  unitChanges,
} from './change.js';
export { type Basis, type Colour, type QuartileLimits, type YearColours } from './colours.js';
export { type CommonArea, type CommonAreas, commonAreas } from './common-areas.js';
export { type ComparabilityNote, type YearsCompared, yearsCompared } from './comparable.js';
export {
  type ComparisonBy,
  type ComparisonChoice,
  type ComparisonGroup,
  comparisonGroup,
  type ComparisonRefusal,
  unitsOf,
  usualComparison,
} from './comparison.js';
export { findCounty, type FoundCounty } from './counties.js';
export { type DistanceMethod } from './distance.js';
export { type GroupChange, groupChange, groupChanges } from './group-change.js';
export { type GroupResult, groupResult } from './groups.js';
export { type AreaToImprove, areasToImprove, type Improvements } from './improve.js';
export { type Improver, improvers } from './improvers.js';
export type { Interval } from './interval.js';
export {
  type CovariatePart,
  type LeftOut,
  type Nearest,
  type NearestOptions,
  type NearestRefusal,
  nearestUnits,
  type Neighbour,
} from './nearest.js';
export { findUnit, type FoundUnit } from './places.js';
export {
  type AnswerWord,
  type Standing,
  standingAt,
  type Standings,
  standingsOf,
  type StandingStatus,
} from './standing.js';
export { type IndicatorStatus, indicatorStatus, type UnitStatus, unitStatus } from './status.js';
export { type LocalIndicator, type LocalView, localView, yearPosition } from './view.js';
export {
  type CountyGroup,
  countyReport,
  type CountyReport,
  type NotAsked,
  type OwnArea,
} from './county-report.js';
export type { BeyondChance } from './county-changes.js';
export type { CellChange, CountyCell, CountyIndicator } from './county-indicators.js';
export type { CountyArea, CountyBlock, CountyBlockTheme } from './county-layout.js';
export type { AnswerNoise } from './county-noise.js';
export type { CountyTheme } from './county-themes.js';
export type { CountyCity, CountyUnit, GoneUnits } from './county-units.js';
export type { Departure } from './departures.js';
export {
  type MunicipalityOptions,
  municipalityReport,
  type MunicipalityReport,
} from './municipality-report.js';
export type { BackgroundRow, Spread } from './background.js';
export type { LocalFacts, Place } from './facts.js';
export type { Break, Changes, OwnHistory } from './history.js';
export type { Beside, OwnResult, OwnResults } from './own-results.js';
export type { WhomToCall } from './whom-to-call.js';
export { type ComparedIndicator, type ComparedUnit, type SideBySide, sideBySide } from './side-by-side.js';
export type { NationShare, YesShare } from './yes-share.js';
export type { Series } from '../quality/years.js';
export type { IndicatorArea } from '../../data/codebook/quality-areas.js';
