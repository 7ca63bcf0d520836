// Loads the file of its argument as the command does, in a process of its own, and prints what came of it as JSON.
import { bundle } from '../../dist/analysis/command/user-code/bundle.js';
import { linesAround, userError } from '../../dist/analysis/command/user-code/errors.js';
import { load } from '../../dist/analysis/command/user-code/load.js';

const [file, twice] = process.argv.slice(2);
try {
  const bundled = await bundle({ file });
  const module = await load(bundled);
  const again = twice === undefined ? module : await load(bundled);
  const same = again.default === module.default;
  console.log(JSON.stringify({ exported: { ...module }, inputs: bundled.inputs, same }));
} catch (error) {
  if (error.name !== 'UserCodeError' && error.name !== 'UsageError') throw error;
  const { message, said, place } = userError(error, [file]);
  console.log(JSON.stringify({ message, said, place, around: linesAround(place) }));
}
