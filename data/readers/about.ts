import { quoteFound } from '../problems.js';
import type { About } from '../records.js';
import type { FileReport } from './report.js';

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const isNote = (value: unknown): boolean => isObject(value) && isText(value.sv) && isText(value.en);

const every = (value: unknown, test: (v: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test);

/** The fields of `about.json`: what each takes, in words and as a test. Others are left to their owner. */
const fields = {
  title: { expected: 'a text', test: isText },
  synthetic: { expected: 'true or false', test: (v: unknown) => typeof v === 'boolean' },
  notes: {
    expected: 'a list of { "sv": text, "en": text }',
    test: (v: unknown) => every(v, isNote),
  },
  sources: { expected: 'a list of texts', test: (v: unknown) => every(v, isText) },
} as const;

/**
 * What the folder's owner says of it, from the text of `about.json`.
 *
 * Reports `broken-json` where it is no JSON object and `about-field` where a field has another form (errors); a field
 * that cannot be used is left out.
 */
export function readAbout(text: string, report: FileReport): About {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    reportBroken(text, error, report);
    return {};
  }
  if (!isObject(content)) {
    const cure = 'put the fields in braces: { "title": "..." }';
    const found = quoteFound(text);
    report.error('broken-json', { row: null, column: null, found, expected: 'a JSON object', cure });
    return {};
  }
  const about: Record<string, unknown> = {};
  for (const [name, { expected, test }] of Object.entries(fields)) {
    const value = content[name];
    if (value === undefined) continue;
    if (test(value)) about[name] = name === 'notes' ? readNotes(value) : value;
    else reportField(name, value, expected, report);
  }
  return about;
}

/** Only the two languages: what else a note holds is its owner's. */
const readNotes = (value: unknown): About['notes'] =>
  (value as { sv: string; en: string }[]).map(({ sv, en }) => ({ sv, en }));

function reportBroken(text: string, error: unknown, report: FileReport): void {
  const message = error instanceof Error ? error.message : '';
  // V8 says "at position 17" for most faults, and nothing where the text ends too early
  const position = /at position (\d+)/.exec(message)?.[1];
  const offset = position === undefined ? text.trimEnd().length : Number(position);
  const before = text.slice(0, offset);
  const found =
    text.trim() === '' ? 'an empty file' : `${quoteFound(text.slice(offset, offset + 20))} where it fails`;
  report.error('broken-json', {
    row: before.split(/\r\n?|\n/).length,
    column: null,
    found,
    expected: 'JSON',
    cure: 'correct it (quotes around names and texts, no comma after the last), or take the file away',
  });
}

function reportField(name: string, value: unknown, expected: string, report: FileReport): void {
  const found = quoteFound(JSON.stringify(value));
  const cure = 'correct the field, or take it away';
  report.error('about-field', { row: null, column: name, found, expected, cure });
}
