import { inspect } from 'node:util';
import type { Estimate } from '../../analysis/estimate.js';
import type { Explanation } from '../../analysis/explain.js';
import type { DataColumn, DataTable } from '../../analysis/frames/data-table.js';
import type { Comparison, Results } from '../../analysis/results.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { hasSeenSynthetic, noteSynthetic } from '../../data/synthetic-seen.js';
import type { Block, DocumentFigure } from '../document/document.js';
import { explanationText } from '../explain.js';
import type { FigureSpec } from '../figures/build.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { agreementGrid } from '../tables/grids.js';
import type { Grid, Table } from '../tables/table.js';
import { bounded } from './bounds.js';
import { bareResults, estimateBlocks, estimatesGrid } from './estimates.js';
import { isDrawn, noteDrawn } from './drawn.js';
import { Markdown } from './markdown-value.js';
import type { Shown } from './output.js';
import { areRecords, recordsGrid } from './records-grid.js';

/** Values of one array that are shown one by one. */
const MOST = 50;

/** What is shown of a value: at once, but for what must be drawn or waited for. */
type Part = Shown | Promise<Shown>;

/**
 * What a value of a notebook is shown as: tables, figures and blocks as they are, estimates as tables of marks, arrays
 * of flat records as a table, everything else as text. Whatever the value is, there is an answer, and it is bounded. A
 * promise only where the value is one or has to be drawn: what is shown is the value as it was when it was shown.
 */
export function shownAs(value: unknown, lang: Lang): Shown[] | Promise<Shown[]> {
  const failed = (error: unknown): Shown[] => [{ kind: 'unshown', said: whyNot(error) }];
  try {
    if (isPromise(value)) return Promise.resolve(value).then((v) => shownAs(v, lang)).catch(failed); // prettier-ignore
    if (value === undefined) return [];
    const found = parts(value, lang);
    const whole = (all: readonly Shown[]) => all.map((part) => bounded(part, lang));
    return found.some(isPromise)
      ? Promise.all(found.map(async (part) => part))
          .then(whole)
          .catch(failed)
      : whole(found as readonly Shown[]);
  } catch (error) {
    return failed(error);
  }
}

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  isObject(value) && typeof (value as { then?: unknown }).then === 'function';

function parts(value: unknown, lang: Lang): Part[] {
  if (typeof value === 'string') return [{ kind: 'text', text: value }];
  if (!isObject(value)) return [asText(value)];
  if (saysSynthetic(value)) noteSynthetic();
  const known = knownParts(value, lang);
  if (known !== null) return known;
  if (!Array.isArray(value) || value.length === 0) return [asText(value)];
  if (value.length > 1 && value.every(isEstimate)) return fromEstimates(value, lang);
  if (value.length <= MOST) {
    const all = value.map((item) => (isObject(item) ? knownParts(item, lang) : null));
    if (all.every((item) => item !== null)) return all.flat();
  }
  if (!areRecords(value)) return [asText(value)];
  return [block({ kind: 'grid', grid: recordsGrid(value, {}, { lang, synthetic: hasSeenSynthetic() }) })];
}

/** The things of the library that have a form of their own; null for all others. */
function knownParts(value: object, lang: Lang): Part[] | null {
  if (value instanceof Markdown) return [{ kind: 'markdown', text: value.text }];
  const has = (...keys: string[]) => keys.every((key) => Object.hasOwn(value, key));
  if (has('headerRows', 'columns', 'rows', 'notes')) return [block({ kind: 'marks', table: value as Table })];
  if (has('head', 'rows', 'notes', 'title')) return [block({ kind: 'grid', grid: value as Grid })];
  if (has('svg', 'width', 'height', 'title')) return [ofFigure(value as DocumentFigure)];
  if (has('usermeta', 'description')) return [drawn(value as FigureSpec)];
  if (has('manifest', 'specification', 'estimates'))
    return estimateBlocks(value as Results, null, lang).map(block);
  if (has('estimate', 'rivals', 'choices', 'means')) return [explained(value as Explanation, lang)];
  if (has('name', 'length', 'columns') && isDataTable(value as DataTable))
    return [block({ kind: 'grid', grid: dataTableGrid(value as DataTable, lang) })];
  if (has('cells', 'agreement')) {
    const grid = agreementGrid(value as Comparison, hasSeenSynthetic(), lang);
    return [block({ kind: 'grid', grid })];
  }
  if (has('kind') && isBlock(value)) return [block(value)];
  return isEstimate(value)
    ? [block({ kind: 'grid', grid: estimatesGrid([value], hasSeenSynthetic(), lang) })]
    : null;
}

const isDataTable = ({ length, columns }: DataTable): boolean =>
  Number.isInteger(length) &&
  Array.isArray(columns) &&
  columns.every((column) => isObject(column) && Array.isArray((column as DataColumn).values));

/** A table by columns as the rows that it has, and its size. */
function dataTableGrid({ name, length, columns }: DataTable, lang: Lang): Grid {
  const rows = Array.from({ length: Math.min(length, MOST) }, (_, i) =>
    Object.fromEntries(columns.map((column) => [column.name, column.values[i]])),
  );
  const { notebook } = messages(lang);
  const size = [length, columns.length, rows.length].map((n) => formatNumber(n, lang));
  const synthetic = hasSeenSynthetic();
  const title = notebook.dataTable(name, size[0]!, size[1]!, size[2]!);
  return recordsGrid(rows, { title }, { lang, synthetic });
}

const block = (of: Block): Shown => ({ kind: 'block', block: of });

const fromEstimates = (estimates: readonly Estimate[], lang: Lang): Shown[] =>
  estimateBlocks(bareResults(estimates, hasSeenSynthetic()), null, lang).map(block);

const explained = (explanation: Explanation, lang: Lang): Shown => ({
  kind: 'text',
  text: explanationText(explanation, defaultSpecification, lang).trimEnd(),
});

function ofFigure({ id, title, description, width, height, svg, numbers }: DocumentFigure): Shown {
  const figure = { id: id ?? 'figur', title, description: description ?? title, width, height, svg, png: null, numbers: numbers ?? null }; // prettier-ignore
  return { kind: 'block', block: { kind: 'figure', figure }, drawn: isDrawn(svg) };
}

async function drawn(spec: FigureSpec): Promise<Shown> {
  const { renderSvg } = await import('../figures/render.js');
  const { id, title, width, height } = spec.usermeta;
  const svg = noteDrawn(await renderSvg(spec));
  const figure = { id, title, description: spec.description, width, height, svg, png: null, numbers: null };
  return { kind: 'block', block: { kind: 'figure', figure }, drawn: true };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What a table, a panel, a figure or the results of a run say of the data that they come from. */
const saysSynthetic = (value: object): boolean =>
  [value, ...['manifest', 'usermeta'].map((key) => (value as Record<string, unknown>)[key])].some(
    (part) => isObject(part) && (part as { synthetic?: unknown }).synthetic === true,
  );

function isEstimate(value: unknown): value is Estimate {
  if (!isObject(value)) return false;
  const { id, model, status, dropped } = value as Partial<Estimate>;
  return typeof id === 'string' && typeof model === 'string' && typeof dropped === 'object' && 'mark' in value && (status === 'ok' || status === 'not-estimable'); // prettier-ignore
}

const kinds: readonly string[] = [
  'paragraph', 'heading', 'list', 'facts', 'terms', 'legend', 'marks', 'grid', 'figure', 'code', 'aside', 'notice', 'blank',
] satisfies Block['kind'][]; // prettier-ignore

const isBlock = (value: object): value is Block =>
  kinds.includes((value as { kind: unknown }).kind as string);

/** A value as Node writes it, to a bounded depth, length and width. */
export const asText = (value: unknown): Shown => ({ kind: 'text', text: inspected(value) });

export const inspected = (value: unknown): string =>
  inspect(value, { depth: 3, maxArrayLength: 40, maxStringLength: 2000, breakLength: 96 });

function whyNot(error: unknown): string {
  try {
    return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error, { depth: 0 });
  } catch {
    return 'Error';
  }
}
