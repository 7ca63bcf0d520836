import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { codebookFolder } from '../location.js';

/** A municipality of 2016-2020 with the groups it belongs to (SCB, SKR 2017, Socialstyrelsen 2017). */
export interface Municipality {
  readonly code: string;
  readonly name: string;
  readonly lan: string;
  readonly kommungrupp: string;
  /** Socialstyrelsen's population class, 1 (smallest) to 5. */
  readonly invanare: string;
}

/** A city district that answered the surveys itself, and the first and last year in which it did. */
export interface District {
  readonly municipality: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The covariates of `units.csv`, by municipality, of one year: inhabitants, and shares in percent. */
export const covariateColumns = {
  folkmangd: 'inv',
  andel_0_19: 'inv0_19_andel',
  andel_65_plus: 'inv65_andel',
  barn_ekonomiskt_utsatta: 'barn_ek_utsatta_andel',
  trangboddhet: 'trangboddhet_norm2_andel',
  foraldrar_eftergymnasial: 'foraldrar_eftergym_andel',
} as const;
export type Covariate = keyof typeof covariateColumns;
export type Covariates = Readonly<Record<Covariate, number>>;

export interface Registers {
  readonly municipalities: readonly Municipality[];
  readonly districts: readonly District[];
  /** By municipality code. */
  readonly covariates: ReadonlyMap<string, Covariates>;
}

/** A district's id: the municipality's code and the name in lower case without accents (å and ä as a, ö as o). */
export function districtId(municipality: string, name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${municipality}-${plain.replace(/[^a-z0-9]+/g, '-')}`;
}

type Row = Readonly<Record<string, string>>;

function readRows(file: string): Row[] {
  const text = readFileSync(join(codebookFolder(), file), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined || value === '')
    throw new Error(`register without ${column}: ${JSON.stringify(row)}`);
  return value;
}

function readCovariates(row: Row): Covariates {
  const entries = Object.entries(covariateColumns).map(([name, column]) => [name, Number(cell(row, column))]);
  return Object.fromEntries(entries) as Covariates;
}

/**
 * The official registers: : `municipalities.csv`, `districts.csv` and the rows of
 * `covariates.csv` of the given year. Throws an Error where a needed cell is empty.
 */
export function readRegisters(covariateYear = 2016): Registers {
  const municipalities = readRows('municipalities.csv').map((row) => ({
    code: cell(row, 'kommunkod'),
    name: cell(row, 'kommun'),
    lan: cell(row, 'lan'),
    kommungrupp: cell(row, 'skr2017_grupp'),
    invanare: cell(row, 'sos2017_invgrupp'),
  }));
  const districts = readRows('districts.csv').map((row) => {
    const [from = 0, to = 0] = cell(row, 'i_oj_undersokningen').split('-').map(Number);
    return { municipality: cell(row, 'kommunkod'), name: cell(row, 'stadsdel'), from, to };
  });
  const covariates = new Map(
    readRows('covariates.csv')
      .filter((row) => Number(row['ar']) === covariateYear)
      .map((row) => [cell(row, 'kommunkod'), readCovariates(row)]),
  );
  return { municipalities, districts, covariates };
}
