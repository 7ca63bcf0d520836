import type { Lang } from '../locales/language.js';
import type { Cut, Output, Printed } from './output.js';
import { shownAs } from './show.js';

/** What a session tells as it goes, in order. */
export type Told =
  | { readonly kind: 'cell'; readonly index: number }
  | { readonly kind: 'output'; readonly output: Output }
  | { readonly kind: 'synthetic' }
  | { readonly kind: 'end' };

/** Signs that a cell may print, and values that it may show. */
export const PRINTED = 100_000;
export const SHOWN = 200;

/** The cells of a notebook as they run: what they print and show, in order and bounded. */
export class Session {
  readonly lang: Lang;
  readonly #tell: (told: Told) => void;
  readonly #turn: () => Promise<unknown>;
  /** What is still being drawn; whatever comes after it waits. */
  #waiting: Promise<void> | null = null;
  #printed = 0;
  #shown = 0;

  /** @param turn lets what was begun come to its end, an unheard rejection too, before the next cell begins */
  constructor(lang: Lang, tell: (told: Told) => void, turn: () => Promise<unknown>) {
    this.lang = lang;
    this.#tell = tell;
    this.#turn = turn;
  }

  /** A cell begins, and the one before it has come to its end. */
  async cell(index: number): Promise<void> {
    await this.#finish();
    this.#tell({ kind: 'cell', index });
  }

  /** The value of a cell's last expression; a promise is waited for, as the cell would be. */
  async show(value: unknown): Promise<void> {
    const awaited: unknown = await value;
    this.#put(awaited, true);
    await this.#waiting;
  }

  display(values: readonly unknown[]): void {
    for (const value of values) this.#put(value, false);
  }

  print(name: Printed['name'], text: string): void {
    const kept = text.slice(0, Math.max(0, PRINTED - this.#printed));
    const first = this.#printed <= PRINTED;
    this.#printed += text.length;
    if (kept !== '') this.#send({ kind: 'stream', name, text: kept });
    if (first && this.#printed > PRINTED) this.#send(cut('signs', null));
  }

  async end(): Promise<void> {
    await this.#finish();
    this.#tell({ kind: 'end' });
  }

  /** All that is still to be shown, then how much was too much. */
  async #finish(): Promise<void> {
    await this.#turn();
    while (this.#waiting) await this.#waiting;
    if (this.#printed > PRINTED) this.#send(cut('signs', this.#printed - PRINTED));
    if (this.#shown > SHOWN) this.#send(cut('values', this.#shown - SHOWN));
    this.#printed = 0;
    this.#shown = 0;
  }

  #put(value: unknown, result: boolean): void {
    this.#shown++;
    if (this.#shown === SHOWN + 1) this.#send(cut('values', null));
    if (this.#shown > SHOWN) return;
    const shown = shownAs(value, this.lang);
    const tell = (outputs: readonly Output[]) => {
      for (const output of outputs)
        this.#tell({ kind: 'output', output: result ? ({ ...output, result } as Output) : output });
    };
    if (Array.isArray(shown) && !this.#waiting) tell(shown);
    else this.#after(async () => tell(await shown));
  }

  #send(output: Output): void {
    const tell = () => this.#tell({ kind: 'output', output });
    if (this.#waiting) this.#after(tell);
    else tell();
  }

  /** Does something once all that waits has been shown. */
  #after(then: () => unknown): void {
    const before = this.#waiting;
    const done = (async () => {
      await before;
      await then();
    })();
    this.#waiting = done;
    void done.then(() => {
      if (this.#waiting === done) this.#waiting = null;
    });
  }
}

const cut = (what: Cut['what'], lost: number | null): Cut => ({
  kind: 'cut',
  what,
  kept: what === 'signs' ? PRINTED : SHOWN,
  lost,
});
