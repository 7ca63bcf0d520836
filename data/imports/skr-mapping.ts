import { UsageError } from '../problems.js';
import { placeIndex } from './place-index.js';
import type { Suggestion } from './place-suggestions.js';
import type { Area, Meaning, Use } from './skr-headings.js';

/** What the user has settled, by the text as it stands in the file; null where it is still open. */
export interface SkrMapping {
  readonly columns: ReadonlyMap<string, Meaning | null>;
  /** From a row's unit as it stands (code / name / district) to its official code, or `ignore`. */
  readonly units: ReadonlyMap<string, string | null>;
  readonly areas: ReadonlyMap<string, Area | null>;
}

export const noMapping: SkrMapping = { columns: new Map(), units: new Map(), areas: new Map() };

const kinds: readonly string[] = ['code', 'name', 'district', 'area', 'ignore'];
const uses: readonly string[] = ['quality_development', 'not_used', 'other-use'] satisfies Use[];
const areas: readonly string[] = [
  'aldreomsorg',
  'ekonomiskt-bistand',
  'barn-och-unga',
  'other-area',
] satisfies Area[];

/** Reads a mapping file's text. Throws UsageError naming the field that is wrong, what stands there and what may. */
export function parseMapping(text: string, file: string): SkrMapping {
  const json = parseJson(text, file);
  const known = ['columns', 'units', 'areas', 'suggestions'];
  for (const field of Object.keys(json))
    if (!known.includes(field)) wrong(file, field, json[field], `only ${known.join(', ')}`);
  return {
    columns: fieldOf(
      json,
      'columns',
      file,
      meaningFrom,
      `${kinds.join(', ')}, or a use with its area, aldreomsorg: not_used`,
    ),
    units: fieldOf(json, 'units', file, unitFrom, 'an official code, 0114 or 0180-bromma, or ignore'),
    areas: fieldOf(json, 'areas', file, (t) => (areas.includes(t) ? (t as Area) : null), areas.join(', ')),
  };
}

function parseJson(text: string, file: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(
      `${file}: not JSON (${(error as Error).message}); write a draft with --write-mapping`,
    );
  }
  if (!isObject(json)) return wrong(file, 'the whole file', json, 'an object with columns, units and areas');
  return json;
}

function fieldOf<T>(
  json: Record<string, unknown>,
  field: string,
  file: string,
  read: (text: string) => T | null,
  expected: string,
): Map<string, T | null> {
  const value = json[field] ?? {};
  if (!isObject(value)) return wrong(file, field, value, 'an object');
  const entries = Object.entries(value).map(([key, entry]): [string, T | null] => {
    const settled = typeof entry === 'string' ? read(entry) : null;
    if (entry !== null && settled === null)
      wrong(file, `${field}, ${JSON.stringify(key)}`, entry, `${expected}, or null`);
    return [key, settled];
  });
  return new Map(entries);
}

function meaningFrom(text: string): Meaning | null {
  if (kinds.includes(text)) return { kind: text as 'ignore' };
  const [use, area] = text.split(/\s*:\s*/).reverse();
  if (!uses.includes(use!) || (area !== undefined && !areas.includes(area))) return null;
  return { kind: 'use', use: use as Use, area: (area as Area | undefined) ?? null };
}

const unitFrom = (text: string): string | null =>
  text === 'ignore' || placeIndex().units.has(text) ? text : null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wrong(file: string, field: string, found: unknown, expected: string): never {
  throw new UsageError(
    `${file}, ${field}: found ${JSON.stringify(found)?.slice(0, 80)}; expected ${expected}; correct it`,
  );
}

/** What an import could not settle by itself, and what it settled of the columns. */
export interface Open {
  readonly columns: ReadonlyMap<string, string | null>;
  readonly units: ReadonlyMap<string, readonly Suggestion[]>;
  readonly areas: ReadonlySet<string>;
}

/** What several sheets or files leave open. */
export const openTogether = (opens: readonly Open[]): Open => ({
  columns: new Map(opens.flatMap((o) => [...o.columns])),
  units: new Map(opens.flatMap((o) => [...o.units])),
  areas: new Set(opens.flatMap((o) => [...o.areas])),
});

/**
 * A mapping file to fill in: every column as it was read, and null where the user must say. `before` is a mapping whose
 * answers it takes over. It holds no flag.
 */
export function draftMapping({ columns, units, areas }: Open, before: SkrMapping = noMapping): string {
  const none = (texts: Iterable<string>) => Object.fromEntries([...texts].map((text) => [text, null]));
  const names = (list: readonly Suggestion[]) => list.map((s) => `${s.unit} ${s.name}`);
  const draft = {
    columns: Object.fromEntries(columns),
    units: { ...Object.fromEntries(before.units), ...none(units.keys()) },
    areas: { ...Object.fromEntries(before.areas), ...none(areas) },
    suggestions: Object.fromEntries([...units].map(([text, list]) => [text, names(list)])),
  };
  return `${JSON.stringify(draft, null, 2)}\n`;
}
