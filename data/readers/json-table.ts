import { quoteFound } from '../problems.js';
import { isObject, parseJson } from './json.js';
import type { FileReport } from './report.js';
import type { CsvTable } from './table.js';

/**
 * A JSON list of objects as a table of text: a column for each key, row 1 for the first object. A key that an object
 * lacks is an empty cell.
 *
 * Returns null, having reported it, where the text is no such list (`broken-json`). Reports `json-text` (errors) where
 * a value is no text.
 */
export function readJsonTable(text: string, report: FileReport): CsvTable | null {
  const content = parseJson(text, report);
  if (content === undefined) return null;
  if (!Array.isArray(content)) {
    const cure = 'put the objects in brackets: [{ ... }, { ... }]';
    const found = quoteFound(text);
    report.error('broken-json', { row: null, column: null, found, expected: 'a list of objects', cure });
    return null;
  }
  if (content.length === 0) {
    const cure = 'take the file away if nothing belongs in it';
    report.warning('no-rows', { row: null, column: null, found: 'an empty list', expected: 'objects', cure });
    return null;
  }
  const objects = (content as unknown[]).flatMap((value, i) => {
    if (isObject(value)) return [{ value, row: i + 1 }];
    const [found, expected] = [quoteFound(JSON.stringify(value)), 'an object'];
    report.error('broken-json', { row: i + 1, column: null, found, expected, cure: 'write { ... }' });
    return [];
  });
  const header = [...new Set(objects.flatMap(({ value }) => Object.keys(value)))];
  const columns = header.map((name) =>
    objects.map(({ value, row }) => textOf(Object.hasOwn(value, name) ? value[name] : '', name, row, report)),
  );
  return { delimiter: ',', header, columns, numbers: objects.map(({ row }) => row), damaged: [] };
}

function textOf(value: unknown, name: string, row: number, report: FileReport): string {
  if (typeof value === 'string') return value;
  const found = quoteFound(JSON.stringify(value));
  const column = name.slice(0, 60);
  report.error('json-text', { row, column, found, expected: 'a text', cure: 'put it in quotes' });
  return '';
}
