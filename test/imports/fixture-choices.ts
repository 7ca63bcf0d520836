import type { LayoutChoice } from './generate-workbook.js';

export const FIXTURE_SEED = 11;

const base: LayoutChoice = {
  writer: 'exceljs',
  depth: 3,
  blocks: 'merged',
  keys: 'both',
  sorting: true,
  districts: 'same',
  answers: 'words',
  missing: '',
  aggregates: 'below',
  percent: 'fraction',
  said: 'title',
  above: 0,
};

/** The layouts of the files in `fixtures`, by name. */
export const fixtureChoices: Readonly<Record<string, LayoutChoice>> = {
  'colours.ods': { ...base, answers: 'colours' },
  'theme.xls': { ...base, answers: 'theme', keys: 'number', districts: 'none', blocks: 'first' },
  'words.xlsx': { ...base, aggregates: 'sheet', percent: 'sign', missing: 'Uppgift saknas' },
};
