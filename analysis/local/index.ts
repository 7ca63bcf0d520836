/**
 * What the local reports are made of: a panel's results as a county, a municipality or a district reads them. Pure
 * functions from a panel to records that go through JSON unharmed (no NaN, no functions); words are for the catalogue.
 */
export { acrossAreas, type AreaStandings, type QuestionAcrossAreas } from './across-areas.js';
export { type AreaGroup, byQualityArea } from './by-quality-area.js';
export {
  type Compared,
  type Direction,
  type UnitChange,
  unitChange,
  type UnitChanges,
  unitChanges,
} from './change.js';
export {
  type Basis,
  type Colour,
  MINIMUM_FOR_QUARTILES,
  type QuartileLimits,
  type YearColours,
} from './colours.js';
export { type CommonArea, type CommonAreas, commonAreas } from './common-areas.js';
export { type ComparabilityNote, type YearsCompared, yearsCompared } from './comparable.js';
export {
  type ComparisonBy,
  type ComparisonChoice,
  type ComparisonGroup,
  comparisonGroup,
  type ComparisonRefusal,
  districtsOf,
  isDistrict,
  unitsOf,
  usualComparison,
} from './comparison.js';
export { findCounty, type FoundCounty } from './counties.js';
export { type DistanceMethod } from './distance.js';
export { type GroupChange, groupChange, groupChanges } from './group-change.js';
export { type GroupResult, groupResult } from './groups.js';
export { type AreaToImprove, areasToImprove, type Improvements } from './improve.js';
export { type Improver, improvers } from './improvers.js';
export { type Interval, meanInterval, wilsonInterval } from './interval.js';
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
  goodness,
  isBackground,
  type Standing,
  standingAt,
  type Standings,
  standingsOf,
  type StandingStatus,
} from './standing.js';
export { type IndicatorStatus, indicatorStatus, type UnitStatus, unitStatus } from './status.js';
export { type LocalIndicator, type LocalView, localView, yearPosition } from './view.js';
export { countyReport, type CountyReport } from './county-report.js';
export { municipalityReport, type MunicipalityReport } from './municipality-report.js';
export { type SideBySide, sideBySide } from './side-by-side.js';
