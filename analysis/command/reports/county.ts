import { UsageError } from '../../../data/problems.js';
import { findCounty } from '../../local/index.js';
import { load } from '../run.js';
import { type LocalReportOptions, writeAll, writeOne } from './write.js';

/** `oj lansrapport skåne`, `oj lansrapport --all`: the county report. */
export async function countyCommand(
  county: string | undefined,
  options: LocalReportOptions & { readonly all?: boolean },
): Promise<void> {
  const { panel, spec } = load(options);
  const { levels } = panel.groupings.get('lan')!;
  if (options.all) {
    const jobs = levels.map((level) => ({
      name: level,
      label: level,
      job: { kind: 'county' as const, level },
    }));
    return writeAll(panel, spec, jobs, options);
  }
  if (county === undefined)
    throw new UsageError(
      `no county given; expected one of the ${levels.length} of the data, or --all; for example oj lansrapport '${levels[0] ?? 'Skåne län'}'`,
    );
  return writeOne(panel, spec, { kind: 'county', level: findCounty(panel, county).level }, options);
}
