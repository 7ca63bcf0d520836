import type { AnswerCell } from './scale.js';
import type { FileReport } from './report.js';
import type { Indicators } from './indicators.js';

/**
 * What only all answers to an indicator together tell, one warning per indicator: a share written as a fraction
 * (`share-as-fraction`), words and numbers on one ordinal scale (`mixed-scale`).
 */
export class AnswerHabits {
  readonly #indicators: Indicators;
  readonly #largest: Float64Array;
  /** Row of the first answer that is a number other than 0 and 1, a number at all, or a word; 0: none. */
  readonly #fractionRow: Int32Array;
  readonly #numberRow: Int32Array;
  readonly #wordRow: Int32Array;

  constructor(indicators: Indicators) {
    const count = indicators.records.length;
    this.#indicators = indicators;
    this.#largest = new Float64Array(count).fill(-Infinity);
    this.#fractionRow = new Int32Array(count);
    this.#numberRow = new Int32Array(count);
    this.#wordRow = new Int32Array(count);
  }

  add(indicator: number, kind: AnswerCell['kind'], code: number, row: number): void {
    if (kind === 'word') {
      this.#wordRow[indicator] ||= row;
    } else if (kind === 'number') {
      this.#numberRow[indicator] ||= row;
      if (code !== 0 && code !== 1) this.#fractionRow[indicator] ||= row;
      if (code > this.#largest[indicator]!) this.#largest[indicator] = code;
    }
  }

  report(report: FileReport): void {
    this.#indicators.records.forEach(({ id }, i) => {
      const scale = this.#indicators.scales[i];
      const about = `${id.slice(0, 60)}`;
      if (scale === 'share' && this.#fractionRow[i]! > 0 && this.#largest[i]! <= 1) {
        report.warning('share-as-fraction', {
          row: this.#fractionRow[i]!,
          column: 'answer',
          found: `no answer above ${this.#largest[i]!} to ${about}, from this row on`,
          expected: 'a share in percent, 0 to 100',
          cure: 'the numbers are taken as percent: multiply them by 100 if they are fractions',
        });
      }
      if (scale === 'ordinal' && this.#wordRow[i]! > 0 && this.#numberRow[i]! > 0) {
        report.warning('mixed-scale', {
          row: Math.max(this.#wordRow[i]!, this.#numberRow[i]!),
          column: 'answer',
          found: `words and numbers among the answers to ${about}`,
          expected: 'words (Ja 1, Delvis 0.5, Nej 0) or numbers',
          cure: 'write all answers in one of the two ways, so that Ja and 1 mean what they should',
        });
      }
    });
  }
}
