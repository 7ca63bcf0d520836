import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import { dataFolder, type SmallData } from '../fixtures/data-folder.js';

export interface UnitTexts {
  readonly name?: string;
  /** The municipality that a district lies in. */
  readonly municipality?: string;
}

/** A panel in memory, with names and districts where the test needs them. */
export function smallPanel(data: SmallData, texts: Readonly<Record<string, UnitTexts>> = {}): Panel {
  const folder = dataFolder(data);
  return buildPanel({ ...folder, units: folder.units.map((u) => ({ ...u, ...texts[u.id] })) });
}

/** Units by their ids, in no group. */
export const unitList = (...ids: string[]) => ids.map((id) => ({ id }));

/** Places in a record where a number is no number: JSON would make them null without a word. */
export function notNumbers(record: unknown, path = ''): string[] {
  if (typeof record === 'number') return Number.isFinite(record) ? [] : [path];
  if (record === undefined) return [path];
  if (record === null || typeof record !== 'object') return [];
  return Object.entries(record).flatMap(([key, value]) => notNumbers(value, `${path}.${key}`));
}
