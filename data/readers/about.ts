import { quoteFound } from '../problems.js';
import type { About } from '../records.js';
import { isObject, parseJson } from './json.js';
import type { FileReport } from './report.js';

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
  const content = parseJson(text, report);
  if (content === undefined) return {};
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

function reportField(name: string, value: unknown, expected: string, report: FileReport): void {
  const found = quoteFound(JSON.stringify(value));
  const cure = 'correct the field, or take it away';
  report.error('about-field', { row: null, column: name, found, expected, cure });
}
