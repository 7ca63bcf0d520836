import { basename, dirname, relative } from 'node:path';
import { formatNumber } from '../../../reports/locales/format.js';
import { messages, type Lang } from '../../../reports/locales/language.js';
import type { Cell } from '../../../reports/notebook/cells.js';
import type { CellError, CellRun, NotebookRun, Output } from '../../../reports/notebook/output.js';
import type { ParsedNotebook } from '../../../reports/notebook/parse.js';
import { formatPlace, linesAround, type Place } from '../user-code/errors.js';
import { type Message, NEVER_SETTLED } from './messages.js';
import type { Ending, Limits } from './process.js';

export const ENDING = '.nb.ts';

/** A cell as it runs. */
type Recorded = { -readonly [key in keyof CellRun]: CellRun[key] } & { outputs: Output[] };

/** Makes the record of a run from what its process tells, in order. */
export class Recorder {
  readonly #file: string;
  readonly #lang: Lang;
  readonly #clock: () => number;
  readonly #began: number;
  readonly #cells: Recorded[];
  #current: Recorded | null = null;
  #since: number;
  #synthetic = false;
  #over = false;

  /** @param clock milliseconds from any beginning */
  constructor(file: string, { cells }: ParsedNotebook, lang: Lang, clock: () => number) {
    this.#file = file;
    this.#lang = lang;
    this.#clock = clock;
    this.#began = this.#since = clock();
    this.#cells = cells.map((cell) => ({
      cell,
      state: cell.kind === 'code' ? 'not-run' : 'text',
      outputs: [],
      error: null,
      milliseconds: null,
    }));
  }

  message(message: Message, original: (place: Place) => Place): void {
    if (message.kind === 'synthetic') this.#synthetic = true;
    else if (message.kind === 'output') this.#put(message.output);
    else if (message.kind === 'cell') {
      this.#done();
      this.#current = this.#cells[message.index] ?? null;
    } else if (message.kind === 'end') {
      this.#done();
      this.#over = true;
    } else if (message.kind === 'error') this.fail(message.name, message.said, original(message.place));
    else {
      const said = this.#said.exit(String(message.code));
      this.fail('process.exit', said, message.place && original(message.place));
    }
  }

  /** What was written past the console. */
  raw(name: 'stdout' | 'stderr', text: string): void {
    this.#put({ kind: 'stream', name, text });
  }

  /** The process is at its end; where the notebook was not, that is an error. */
  ended(ending: Ending, { seconds, megabytes }: Limits): void {
    if (this.#over) return;
    const said = this.#said;
    const number = (value: number) => formatNumber(value, this.#lang, Number.isInteger(value) ? 0 : 1);
    if (ending.kind === 'time') this.fail('TimeLimit', said.time(number(seconds)), null);
    else if (ending.kind === 'memory') this.fail('MemoryLimit', said.memory(number(megabytes)), null);
    else if (ending.code === NEVER_SETTLED) this.fail('NeverSettled', said.waiting, null);
    else this.fail('ProcessEnded', said.ended(ending.signal ?? `exit code ${ending.code}`), null);
  }

  /** The first error ends the run. It stands at the cell that runs; before any runs, at the one that its line is in. */
  fail(name: string, said: string, place: Place | null): void {
    if (this.#over) return;
    this.#over = true;
    const cell = this.#current ?? this.#cellOf(place);
    if (!cell) return;
    cell.state = 'failed';
    cell.error = this.#error(name, said, place);
    if (this.#current) cell.milliseconds = this.#clock() - this.#since;
  }

  result(): NotebookRun {
    const file = basename(this.#file);
    return {
      id: file.slice(0, -ENDING.length),
      file,
      cells: this.#cells,
      synthetic: this.#synthetic,
      milliseconds: this.#clock() - this.#began,
    };
  }

  get #said() {
    return messages(this.#lang).notebook.errors;
  }

  #done(): void {
    const now = this.#clock();
    if (this.#current) {
      this.#current.state = 'done';
      this.#current.milliseconds = now - this.#since;
    }
    this.#since = now;
  }

  /** Printing that goes on is one output; how much was cut is told once. */
  #put(output: Output): void {
    const outputs = (this.#current ?? this.#cellOf(null))?.outputs;
    const last = outputs?.at(-1);
    if (output.kind === 'stream' && last?.kind === 'stream' && last.name === output.name)
      outputs![outputs!.length - 1] = { ...last, text: last.text + output.text };
    else if (output.kind === 'cut') {
      const known = outputs?.findIndex((o) => o.kind === 'cut' && o.what === output.what) ?? -1;
      if (known >= 0) outputs![known] = output;
      else outputs?.push(output);
    } else outputs?.push(output);
  }

  #cellOf(place: Place | null): Recorded | undefined {
    const code = this.#cells.filter(({ cell }) => cell.kind === 'code');
    const line = place?.file === this.#file ? place.line : null;
    if (line === null) return code[0];
    const first = ({ marker }: Cell) => marker ?? 1;
    const within = this.#cells.findLast(({ cell }) => first(cell) <= line);
    // A fault in a cell of text, too, is a fault of the notebook.
    return within ?? code[0];
  }

  #error(name: string, said: string, place: Place | null): CellError {
    const shown = place && { ...place, file: relative(dirname(this.#file), place.file) };
    return {
      name,
      said,
      place: shown?.line ? formatPlace(shown) : null,
      around: place ? linesAround(place) : '',
    };
  }
}
