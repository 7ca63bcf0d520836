import type { Panel } from './panel/panel.js';
import type { Estimate } from './estimate.js';
import type { Quality } from './quality/records.js';
import type { Manifest, ModelRecord, Results } from './results.js';
import type { Specification } from './specification.js';

/** What the caller knows of the run: the clock and the process are its, not the library's. */
export interface Run {
  readonly version: string;
  readonly node: string;
  readonly command: string;
  readonly time: string;
}

/** The results of a run with their manifest: what `results.json` holds. */
export function results(
  panel: Panel,
  spec: Specification,
  estimates: readonly Estimate[],
  run: Run,
  quality: Quality | null = null,
  models: readonly ModelRecord[] = [],
): Results {
  return { manifest: manifest(panel, spec, run, models), specification: spec, estimates, quality };
}

export function manifest(
  panel: Panel,
  spec: Specification,
  run: Run,
  models: readonly ModelRecord[] = [],
): Manifest {
  const byCode: Record<string, number> = {};
  for (const w of panel.warnings) byCode[w.code] = (byCode[w.code] ?? 0) + 1;
  return {
    package: 'oppna-jamforelser',
    version: run.version,
    node: run.node,
    command: run.command,
    time: run.time,
    seed: spec.seed,
    synthetic: panel.synthetic,
    data: panel.about,
    ...(panel.labels ? { labels: panel.labels } : {}),
    inputs: panel.inputs,
    warnings: {
      count: panel.warnings.length,
      byCode: Object.fromEntries(Object.entries(byCode).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
    units: panel.units.length,
    years: panel.years,
    ...(models.length > 0 ? { models } : {}),
  };
}
