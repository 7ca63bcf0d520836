import { UsageError } from '../../problems.js';
import type { Imported } from '../imported.js';
import { type RawFolder, tableNames } from '../raw-folder.js';
import type { Gender } from './parse.js';

/**
 * A source read again replaces all of its rows in a folder. An answer of Kolada holds more than one fetch uses of it: other
 * genders, and units of care in all municipalities. So a fetch of an answer that has changed is refused where the folder has
 * rows of it that this fetch did not ask for: they would be removed, or stand beside newer ones.
 */
export function refuseLoss(
  folder: RawFolder,
  imported: Imported,
  asked: { readonly gender: Gender; readonly units: readonly string[] | null },
): void {
  const now = new Map(imported.sources.map((s) => [s.name, s.id]));
  const older = new Set(
    folder.sources
      .filter((s) => s.kind === 'kolada' && now.has(s.name) && now.get(s.name) !== s.id)
      .map((s) => s.id),
  );
  for (const table of tableNames)
    for (const [key, { source, place }] of folder.origins[table]) {
      if (!older.has(source)) continue;
      const unit = folder.tables[table].get(key)?.['unit'];
      const otherUnit = asked.units !== null && unit !== undefined && !asked.units.includes(unit);
      if (place.endsWith(` ${asked.gender}`) && !otherUnit) continue;
      throw new UsageError(
        `${table}, ${place}: found a value of an answer of Kolada that has changed since, and that this fetch does not ask for; expected a folder of one gender and one choice of units; give this fetch a new folder with --into`,
      );
    }
}
