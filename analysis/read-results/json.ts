import { quoteFound, UsageError } from '../../data/problems.js';

const AGAIN = 'make it anew with oj replicate, or fetch the whole file';

/**
 * The JSON of a results file.
 * @throws UsageError saying at which byte, and within which estimate, it ends or fails.
 */
export function parseResults(text: string, file: string): unknown {
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trim() === '')
    throw new UsageError(`${file}: found an empty file; expected results.json; ${AGAIN}`);
  try {
    return JSON.parse(plain);
  } catch (error) {
    throw new UsageError(`${file}: ${whatFails(plain, error as Error)}`);
  }
}

function whatFails(text: string, { message }: Error): string {
  if (!/^\s*[[{]/.test(text))
    return `found ${quoteFound(text.trim())}, which is not JSON; expected results.json; ${AGAIN}`;
  const end = text.trimEnd().length;
  // V8 tells the place of most faults, and of a text that ends too early nothing or its end.
  const place = /at position (\d+)/.exec(message)?.[1];
  const at = place === undefined ? end : Number(place);
  const where = `byte ${Buffer.byteLength(text.slice(0, at))}${estimateAt(text.slice(0, at))}`;
  if (at >= end) return `the file is cut off at ${where}; expected a whole results.json; ${AGAIN}`;
  return `not JSON at ${where}: found ${quoteFound(text.slice(at, at + 20))} where it fails; expected results.json as it was written; ${AGAIN}`;
}

/** The estimate that a place lies in, the first is 1: each stands on a line of its own. */
function estimateAt(before: string): string {
  const start = before.indexOf('"estimates":[\n');
  if (start < 0) return '';
  const lines = before.slice(start).split('\n');
  if (lines.some((line) => line.startsWith(']'))) return ', after the estimates';
  const id = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(lines.at(-1)!)?.[1];
  return `, in estimate ${lines.length - 1}${id === undefined ? '' : ` (${quoteFound(JSON.parse(id) as string)})`}`;
}
