import { UsageError } from '../../../data/problems.js';
import { type ComparisonChoice, findUnit } from '../../local/index.js';
import type { Panel } from '../../panel/panel.js';
import { load } from '../run.js';
import { type LocalReportOptions, writeAll, writeOne } from './write.js';

const MOST_SIDE_BY_SIDE = 10;

export interface MunicipalityOptions extends LocalReportOptions {
  readonly all?: boolean;
  /** `lan`, `kommungrupp`, `invanare`, `narmast`, `stadsdelar`, `storstader`, or names with commas. */
  readonly compare?: string;
}

/** `oj kommunrapport lund --compare narmast`, `oj kommunrapport --all`: the municipality report. */
export async function municipalityCommand(
  municipality: string | undefined,
  options: MunicipalityOptions,
): Promise<void> {
  const { panel, spec } = load(options);
  const choice = choiceOf(panel, options.compare);
  const asked = choice === null ? {} : { choice };
  if (options.all) {
    const jobs = panel.units.map(({ id, name }, unit) => ({
      name: id,
      label: name,
      job: { kind: 'municipality' as const, unit, ...asked },
    }));
    return writeAll(panel, spec, jobs, { ...options, choice });
  }
  if (municipality === undefined)
    throw new UsageError(
      'no municipality given; expected a name or code (lund, 1281, Göteborg Angered), or --all',
    );
  const found = findUnit(panel, municipality);
  if (found.note !== null) process.stderr.write(`${municipality}: ${found.name} (${found.note})\n`);
  return writeOne(panel, spec, { kind: 'municipality', unit: found.unit, ...asked }, options);
}

const byName = ['lan', 'kommungrupp', 'invanare', 'narmast', 'stadsdelar', 'storstader'] as const;

/** Whom to compare with; null where the report chooses. Names of an own list are looked up here, before anything is made. */
function choiceOf(panel: Panel, text: string | undefined): ComparisonChoice | null {
  if (text === undefined) return null;
  const by = byName.find((name) => name === text.trim().toLowerCase());
  if (by) return { by };
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  for (const name of names) findUnit(panel, name);
  if (names.length === 0)
    throw new UsageError(
      `--compare: found nothing; expected one of ${byName.join(', ')}, or municipalities with commas`,
    );
  return { by: 'egen', units: names };
}

/** `oj jamfor lund malmö kalmar`: municipalities side by side. */
export async function sideBySideCommand(
  municipalities: readonly string[],
  options: LocalReportOptions,
): Promise<void> {
  const { panel, spec } = load(options);
  const units = [...new Set(municipalities.map((name) => findUnit(panel, name).unit))];
  if (units.length < 2 || units.length > MOST_SIDE_BY_SIDE)
    throw new UsageError(
      `found ${units.length} municipalities; expected from 2 to ${MOST_SIDE_BY_SIDE} different ones`,
    );
  return writeOne(panel, spec, { kind: 'side-by-side', units }, options);
}
