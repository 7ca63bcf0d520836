import Papa from 'papaparse';
import type { InputFile } from '../records.js';

export type Delimiter = NonNullable<InputFile['delimiter']>;

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The first record of a text, which may hold line breaks inside quotes. */
export function firstRecord(text: string): string {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '\n' || c === '\r')) return text.slice(0, i);
  }
  return text;
}

/** The delimiter of which the header has most outside quotes; a comma where it has none. */
export function sniffDelimiter(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (mark: string): number => bare.split(mark).length;
  return delimiters.reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** A quote that makes the rest of a file unreliable. */
export interface WrongQuote {
  readonly kind: 'never-closed' | 'text-after';
  /** Position of the record that it stands in, among all of the text. */
  readonly record: number;
}

export interface Batch {
  readonly records: readonly (readonly string[])[];
  readonly wrongQuote: WrongQuote | null;
}

/** Characters at a time: the records of a batch are gone before they cost the garbage collector anything. */
const BATCH = 1 << 17;

/**
 * Every record of a CSV text (RFC 4180; CRLF, LF or CR), in batches. A text without quotes can be cut at any line
 * break; one with quotes is a single batch, since a line break may belong to a cell.
 */
export function* splitRecords(text: string, delimiter: Delimiter): Generator<Batch> {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const size = lines.includes('"') ? lines.length : BATCH;
  for (let start = 0; start < lines.length;) {
    const cut = lines.indexOf('\n', start + size);
    const end = cut < 0 ? lines.length : cut;
    const { data, errors } = Papa.parse<string[]>(lines.slice(start, end), { delimiter, newline: '\n' });
    const wrong = errors.find((e) => e.type === 'Quotes');
    const kind = wrong?.code === 'MissingQuotes' ? 'never-closed' : 'text-after';
    yield { records: data, wrongQuote: wrong ? { kind, record: wrong.row ?? 0 } : null };
    start = end + 1;
  }
}
