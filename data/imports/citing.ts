import { UsageError } from '../problems.js';
import type { ImportSource } from './imported.js';

interface Note {
  readonly sv: string;
  readonly en: string;
}

/** The content of an `about.json`; fields that importers do not know are their owner's. */
export interface AboutContent {
  readonly [field: string]: unknown;
  readonly synthetic?: boolean;
  readonly sources?: readonly string[];
  readonly notes?: readonly Note[];
}

/** What must be said beside the values of a kind of source, apart from who it is. */
const notesOf: Partial<Readonly<Record<ImportSource['kind'], Note>>> = {
  kolada: {
    sv: 'Värden hämtade från Kolada citeras ”Källa: Kolada”. Beräkningar på dem är inte Koladas.',
    en: 'Values fetched from Kolada are cited "Källa: Kolada". What is calculated from them is not Kolada\'s.',
  },
};

/**
 * Reads the `about.json` of a folder that an importer adds to; `file` stands in the messages.
 * @throws UsageError where it is no JSON object, a field that importers add to has another form, or it says that the folder's data are
 * simulated: real values among them could be told apart no more.
 */
export function parseAbout(text: string, file: string): AboutContent {
  const wrong = (found: string, expected: string, cure: string): never => {
    throw new UsageError(`${file}: found ${found}; expected ${expected}; ${cure}`);
  };
  let content: unknown = null;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Said below.
  }
  if (!isObject(content)) return wrong('no JSON object', '{ "title": ... }', 'correct it or take it away');
  const { sources = [], notes = [], synthetic } = content;
  const shown = (value: unknown) => JSON.stringify(value).slice(0, 60);
  if (!(Array.isArray(sources) && sources.every((s) => typeof s === 'string')))
    wrong(`"sources": ${shown(sources)}`, 'a list of texts', 'correct it');
  if (!(Array.isArray(notes) && notes.every(isObject)))
    wrong(`"notes": ${shown(notes)}`, 'a list of { "sv": text, "en": text }', 'correct it');
  if (synthetic === true)
    wrong(
      '"synthetic": true, simulated data',
      'a folder of real data to add to',
      'choose another folder with --into',
    );
  return content;
}

/** `about.json` with what the sources' producers want said beside the values: each once, after what its owner wrote. */
export function citing(about: AboutContent, sources: readonly ImportSource[]): string {
  const said = about.sources ?? [];
  const named = sources.map((s) => s.attribution).filter((a) => a !== '' && !said.includes(a));
  const notes = about.notes ?? [];
  const more = sources.flatMap((s) => notesOf[s.kind] ?? []).filter((n) => !notes.some((m) => m.sv === n.sv));
  const allNotes = [...notes, ...new Set(more)];
  const content = {
    ...about,
    ...(allNotes.length > 0 ? { notes: allNotes } : {}),
    sources: [...said, ...new Set(named)],
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
