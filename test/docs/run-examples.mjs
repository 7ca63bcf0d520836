// Runs the modules named as arguments one after the other in one process, and prints as JSON what each wrote to the
// console and what it threw. One process: what all import is loaded once.
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';

const results = [];
for (const file of process.argv.slice(2)) {
  const lines = [];
  for (const name of ['log', 'info', 'warn', 'error', 'table'])
    console[name] = (...args) => lines.push(format(...args));
  let error = null;
  try {
    await import(pathToFileURL(file).href);
  } catch (thrown) {
    error = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  }
  results.push({ file, output: lines.join('\n'), error });
}
process.stdout.write(JSON.stringify(results));
