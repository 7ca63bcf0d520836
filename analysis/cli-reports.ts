import { type Command, Option } from 'commander';
import { language, list, workers, yearOption } from './cli-options.js';
import { UsageError } from '../data/problems.js';
import { type LocalFormat, localFormats } from './command/reports/job.js';
import type { MunicipalityOptions } from './command/reports/municipality.js';
import type { LocalReportOptions } from './command/reports/write.js';

/** `oj lansrapport`, `kommunrapport`, `indikator` and `jamfor`: documents for those who work with öppna jämförelser. */
export function addReports(oj: Command): void {
  local(oj.command('lansrapport'))
    .description('the report of a county: oj lansrapport skåne')
    .argument('[county]', 'name or code of the county')
    .option('--all', 'every county; a run that was stopped goes on where it was')
    .addOption(workers())
    .action(async (county: string | undefined, options: LocalReportOptions & { all?: boolean }) =>
      (await import('./command/reports/county.js')).countyCommand(county, options),
    );
  local(oj.command('kommunrapport'))
    .description("the report of a municipality or district, by the guide's four steps: oj kommunrapport lund")
    .argument('[municipality]', 'name or code: lund, 1281, Göteborg Angered')
    .option('--all', 'every municipality and district; a run that was stopped goes on where it was')
    .option(
      '--compare <group>',
      'lan, kommungrupp, invanare, narmast (on covariates), stadsdelar, storstader, or names with commas',
    )
    .addOption(workers())
    .action(async (municipality: string | undefined, options: MunicipalityOptions) =>
      (await import('./command/reports/municipality.js')).municipalityCommand(municipality, options),
    );
  local(oj.command('jamfor'))
    .description('from two to ten municipalities side by side: oj jamfor lund malmö kalmar')
    .argument('<municipality...>', 'names or codes')
    .action(async (municipalities: string[], options: LocalReportOptions) =>
      (await import('./command/reports/municipality.js')).sideBySideCommand(municipalities, options),
    );
  local(oj.command('indikator'))
    .description('how useful each indicator is; with an id, the card of one: oj indikator eb-audit')
    .argument('[indicator]', 'id of an indicator')
    .option('--all', 'the overview and every card')
    .action(async (id: string | undefined, options: LocalReportOptions & { all?: boolean }) =>
      (await import('./command/reports/indicator.js')).indicatorCommand(id, options),
    );
}

const local = (command: Command): Command =>
  command
    .option('--data <dir>', 'a canonical data folder (default: the synthetic demo data)')
    .option('--spec <file>', 'JSON with the fields of the specification to change')
    .option('--year <year>', 'the year reported (default: the last)', yearOption)
    .addOption(
      new Option('--format <formats>', `what to write, of ${localFormats.join(',')}, or all`)
        .argParser(readLocalFormats)
        .default(['html'], 'html'),
    )
    .option('--out <dir>', 'folder for the documents', 'rapporter')
    .addOption(language());

function readLocalFormats(text: string): LocalFormat[] {
  if (text.trim().toLowerCase() === 'all') return [...localFormats];
  const names = list(text.toLowerCase());
  const unknown = names.find((name) => !localFormats.some((format) => format === name));
  if (unknown !== undefined)
    throw new UsageError(
      `--format: found "${unknown}"; expected one or more of ${localFormats.join(',')}, separated by commas, or all`,
    );
  return localFormats.filter((format) => names.includes(format));
}
