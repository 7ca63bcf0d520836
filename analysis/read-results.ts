import { quoteFound, UsageError } from '../data/problems.js';
import type { OwnLabels } from '../data/records.js';
import { noteSynthetic } from '../data/synthetic-seen.js';
import { packageVersion } from '../data/version.js';
import { parseResults } from './read-results/json.js';
import { qualitySchema } from './read-results/quality.js';
import { estimateSchema, extraSchema, manifestSchema } from './read-results/records.js';
import { type Fault, type Fields, isAbsent, isFields, type Schema } from './read-results/schema.js';
import { readSpecification } from './read-specification.js';
import type { Manifest, Results } from './results.js';
import { defaultSpecification } from './specification.js';

const ANEW = 'make it anew with oj replicate';
const KEYS = ['manifest', 'specification', 'estimates', 'quality'];

/**
 * The results of a `results.json`, held to their whole form: every field, of its type, by a version of this program
 * whose results are written in the same way. What is written back by `resultsJson` is the same bytes.
 * @param file the file's name, for the messages
 * @throws UsageError, one line with the file, the place in it, what was found, what was expected and what to do: a file cut off, not
 * JSON, of another program or version, with fields missing, unknown or of the wrong type, or with two estimates of one id.
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, packageVersion } from 'oppna-jamforelser';
 * import { readDataFolder, readResults, replicate, results } from 'oppna-jamforelser';
 * import { resultsJson } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = replicate(panel, defaultSpecification, [8]);
 * const run = { version: packageVersion(), node: process.version, command: 'mine', time: '2021-06-17T00:00:00.000Z' };
 * const text = resultsJson(results(panel, defaultSpecification, estimates, run));
 * console.log(readResults(text, 'results.json').estimates.length);
 * ```
 */
export function readResults(text: string, file: string): Results {
  const content = parseResults(text, file);
  if (!isFields(content) || !isFields(content.manifest) || content.manifest.package !== 'oppna-jamforelser')
    throw new UsageError(
      `${file}: found ${whatElse(content)}; expected results.json of oj replicate; ${ANEW}`,
    );
  checkVersion(content.manifest.version, file);
  const missing = KEYS.slice(0, 3).filter((key) => !Object.hasOwn(content, key));
  if (missing.length > 0)
    throw new UsageError(
      `${file}: found ${whatElse(content)}, without ${missing.join(', ')}; expected results.json of oj replicate; ${ANEW}`,
    );
  const unknown = Object.keys(content).find((key) => !KEYS.includes(key));
  if (unknown !== undefined)
    throw new UsageError(
      `${file}: found a field ${quoteFound(unknown)}; expected ${KEYS.join(', ')}; ${ANEW}`,
    );
  check(manifestSchema, content.manifest, `${file}, manifest`);
  checkSpecification(content.specification, file);
  const { labels } = content.manifest as unknown as Manifest;
  checkEstimates(content.estimates, labels?.groupings ?? [], file);
  const quality = content.quality ?? null;
  if (quality !== null) check(qualitySchema, quality, `${file}, quality`);
  if (content.manifest.synthetic === true) noteSynthetic();
  return { ...content, quality } as unknown as Results;
}

/** While the version is 0.x a minor version may change what results.json holds; a patch never does. */
function checkVersion(found: unknown, file: string): void {
  const own = packageVersion();
  const parse = (version: string) => /^(\d{1,6})\.(\d{1,6})\.\d{1,6}(?:-[\w.]{1,40})?$/.exec(version);
  const known = typeof found === 'string' ? parse(found) : null;
  if (!known)
    throw new UsageError(
      `${file}, manifest: field version: found ${shown(found)}; expected a version such as "${own}"; ${ANEW}`,
    );
  const [, major, minor] = parse(own)!;
  if (known[1] !== major || known[2] !== minor)
    throw new UsageError(
      `${file}: written by version ${known[0]}; this is version ${own}, which reads ${major}.${minor}; ${ANEW}, or install that version: npm install oppna-jamforelser@${known[0]}`,
    );
}

function checkSpecification(given: unknown, file: string): void {
  const where = `${file}, specification`;
  if (!isFields(given)) throw new UsageError(`${where}: found ${shown(given)}; expected an object; ${ANEW}`);
  readSpecification(JSON.stringify(given), where);
  const absent = absentField(defaultSpecification as unknown as Fields, given, '');
  if (absent !== null)
    throw new UsageError(`${where}: field ${absent} is missing; expected the whole specification; ${ANEW}`);
}

/** The first field that the default has and the given one lacks: a file of `--spec` may leave out any, results none. */
function absentField(whole: Fields, given: Fields, prefix: string): string | null {
  for (const [key, value] of Object.entries(whole)) {
    if (!Object.hasOwn(given, key)) return prefix + key;
    const inner = isFields(value) ? absentField(value, given[key] as Fields, `${prefix}${key}.`) : null;
    if (inner !== null) return inner;
  }
  return null;
}

function checkEstimates(estimates: unknown, own: OwnLabels['groupings'], file: string): void {
  const schema = estimateSchema(own);
  if (!Array.isArray(estimates))
    throw new UsageError(`${file}, estimates: found ${shown(estimates)}; expected a list; ${ANEW}`);
  const places = new Map<string, number>();
  estimates.forEach((e: unknown, i) => {
    const id = isFields(e) && typeof e.id === 'string' ? ` (${quoteFound(e.id)})` : '';
    const where = `${file}, estimate ${i + 1}${id}`;
    check(schema, e, where);
    const { id: key, extra } = e as { id: string; extra: unknown };
    check(extraSchema, extra, `${where}, extra`);
    const before = places.get(key);
    if (before !== undefined)
      throw new UsageError(`${where}: the same id as estimate ${before}; expected each once; ${ANEW}`);
    places.set(key, i + 1);
  });
}

function check(schema: Schema, value: unknown, where: string): void {
  const fault = schema(value);
  if (fault) throw new UsageError(`${where}: ${told(fault)}; ${ANEW}`);
}

function told({ path, found, expected }: Fault): string {
  const place = path.map(String).join('.');
  if (isAbsent(found)) return `field ${clean(place)} is missing`;
  return `${place === '' ? '' : `field ${clean(place)}: `}found ${shown(found)}; expected ${expected}`;
}

/** A path may hold keys of the file. */
const clean = (place: string): string => (/^[\w.-]{1,60}$/.test(place) ? place : quoteFound(place));

const shown = (value: unknown): string =>
  typeof value === 'string'
    ? quoteFound(value)
    : value === undefined
      ? 'nothing'
      : typeof value === 'number'
        ? String(value)
        : quoteFound(JSON.stringify(value).slice(0, 200)).replace(/^"|"$/g, '');

/** What a file is that is no results.json. */
function whatElse(content: unknown): string {
  if (!isFields(content)) return `${Array.isArray(content) ? 'a list' : shown(content)}`;
  if (Object.hasOwn(content, 'quality') && Object.hasOwn(content, 'problems'))
    return 'quality.json of oj check';
  if (typeof content.$schema === 'string' && content.$schema.includes('vega'))
    return 'the specification of a figure';
  const keys = Object.keys(content);
  if (keys.length === 0) return 'an object without fields';
  return `an object with ${keys.slice(0, 6).map(quoteFound).join(', ')}${keys.length > 6 ? ', …' : ''}`;
}
