import { codebook } from '../codebook/codebook.js';
import { InputError, type Problem } from '../problems.js';
import type { About, DataFolder, OwnLabels } from '../records.js';
import { noteSynthetic } from '../synthetic-seen.js';
import { readAbout } from './about.js';
import { noAnswers, readAnswers } from './answers.js';
import { readAreas } from './areas.js';
import { readCareUnits } from './care-units.js';
import { ABOUT_FILE } from './folder.js';
import { checkGroupings, readGroupings } from './groupings.js';
import { readIndicators, type Indicators } from './indicators.js';
import { Source } from './source.js';
import { readSurvey } from './survey.js';
import { isDemoData, saysSynthetic } from './synthetic.js';
import { labelledOf, readTexts } from './texts.js';
import { readUnits } from './units.js';

/**
 * Reads a canonical data folder (`data/README.md`): `units.csv`, `indicators.csv` and `answers.csv`, and where they
 * are there `survey.csv`, `care-units.csv`, `about.json` and the files of own words. With `care-units.csv`, indicators and answers may both be
 * left out.
 *
 * Throws UsageError where the folder itself cannot be used, and InputError with every error of every file, rows and
 * columns named, where its content cannot.
 *
 * @example
 * ```ts
 * import { demoFolder, InputError, readDataFolder } from 'oppna-jamforelser';
 *
 * try {
 *   const data = readDataFolder(demoFolder());
 *   console.log(data.units.length, data.answers.length, data.synthetic);
 * } catch (error) {
 *   if (!(error instanceof InputError)) throw error;
 *   for (const { file, row, column, found, cure } of error.problems) console.log(file, row, column, found, cure);
 * }
 * ```
 */
export function readDataFolder(folder: string): DataFolder {
  const { data, problems } = load(folder);
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  if (data.synthetic) noteSynthetic();
  return data;
}

/**
 * Every problem of a data folder, errors and warnings, in the order of files and rows.
 *
 * Throws UsageError where the folder itself cannot be used: there is then nothing to check.
 */
export const checkDataFolder = (folder: string): Problem[] => load(folder).problems;

function load(folder: string): { data: DataFolder; problems: Problem[] } {
  const source = new Source(folder);
  const answersNeeded = source.has('answers.csv') || !source.has('care-units.csv');
  const reports = {
    units: source.report('units.csv'),
    indicators: source.report('indicators.csv'),
    answers: source.report('answers.csv'),
    survey: source.report('survey.csv'),
    careUnits: source.report('care-units.csv'),
    groupings: source.labelReport('groupings'),
    areas: source.labelReport('areas'),
    texts: source.labelReport('texts'),
  };
  // Which columns of the units hold groups is known first
  const named = source.readLabels(reports.groupings, (table) => readGroupings(table, reports.groupings));
  const units = source.read(reports.units, true, (table) => readUnits(table, reports.units, named ?? []));
  const groupings = named && units ? checkGroupings(named, units, reports.groupings) : named;
  const indicators = source.read(reports.indicators, answersNeeded, (table) =>
    readIndicators(table, reports.indicators),
  );
  const answers = source.read(reports.answers, answersNeeded, (table) =>
    readAnswers(table, units, indicators, reports.answers),
  );
  // Indicators that should be there and could not be read say nothing of the areas
  const unknownAreas = indicators === null && (answersNeeded || source.has('indicators.csv'));
  const areas = unknownAreas ? null : areasOf(indicators, source.has('care-units.csv'));
  const survey = source.read(reports.survey, false, (table) =>
    readSurvey(table, units, areas, reports.survey),
  );
  const careUnits = source.read(reports.careUnits, false, (table) =>
    readCareUnits(table, units, reports.careUnits),
  );
  const labels = ownLabels({
    groupings,
    areas: source.readLabels(reports.areas, (table) =>
      readAreas(
        table,
        areas && new Set([...areas, ...(survey ?? []).map(({ area }) => area)]),
        reports.areas,
      ),
    ),
    texts: source.readLabels(reports.texts, (table) =>
      readTexts(table, labelledOf(units, indicators, careUnits, groupings ?? []), reports.texts),
    ),
  });
  const about = loadAbout(source);
  const problems = source.problems();
  const data: DataFolder = {
    units: units?.records ?? [],
    indicators: indicators?.records ?? [],
    answers: answers ?? noAnswers(),
    survey: survey ?? [],
    careUnits: careUnits ?? [],
    about,
    ...(labels ? { labels } : {}),
    synthetic:
      about.synthetic === true || isDemoData(source.files) || saysSynthetic(indicators?.records ?? []),
    inputs: source.inputs(),
    warnings: problems.filter((p) => p.severity === 'warning'),
  };
  return { data, problems };
}

/** Null where the folder has none of the files: what is made of it then says nothing of labels. */
function ownLabels(read: { readonly [Name in keyof OwnLabels]: OwnLabels[Name] | null }): OwnLabels | null {
  const { groupings, areas, texts } = read;
  if (groupings === null && areas === null && texts === null) return null;
  return { groupings: groupings ?? [], areas: areas ?? [], texts: texts ?? [] };
}

/** The areas that the survey may name: those of the indicators, and of the staffing measures where there are any. */
function areasOf(indicators: Indicators | null, careUnits: boolean): ReadonlySet<string> {
  const areas = new Set((indicators?.records ?? []).map(({ area }) => area));
  areas.delete('');
  if (careUnits) for (const { area } of codebook().measures) areas.add(area);
  return areas;
}

function loadAbout(source: Source): About {
  if (!source.has(ABOUT_FILE)) return {};
  const report = source.report(ABOUT_FILE);
  const content = source.text(report);
  return content ? readAbout(content.text, report) : {};
}
