import { quoteFound } from '../problems.js';
import { missingReasons, type MissingReason } from '../records.js';
import type { Delimiter } from './csv.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import { accepts, explainAnswer, parseAnswer, type AnswerCell, type Scale } from './scale.js';
import { clean } from './text.js';

/** `AnswerTable.reason` of an answer that is not missing. */
export const NO_REASON = 255;

const UNKNOWN = -1;
const okand = missingReasons.indexOf('okand');

/**
 * Reads the cells `answer` and `reason` of one row after another. After `read`, `code` and `reason` are those of the
 * answer table: the number and 255, or NaN and a position in `missingReasons`.
 */
export class AnswerReader {
  code = NaN;
  reason = NO_REASON;
  /** What the answer's cell held. */
  kind: AnswerCell['kind'] = 'empty';
  readonly #answers = new Map<string, AnswerCell>();
  readonly #reasons = new Map<string, number>([['', NO_REASON]]);
  readonly #delimiter: Delimiter;
  readonly #report: FileReport;

  constructor(delimiter: Delimiter, report: FileReport) {
    this.#delimiter = delimiter;
    this.#report = report;
  }

  /**
   * False where the row cannot be used, having reported why: `unknown-reason`, `answer-and-reason`, `not-in-scale`,
   * `not-a-number`, `out-of-range`. An empty answer without a reason is `okand`, with a warning (`no-reason`).
   * Without a scale (an unknown indicator) only the reason is checked.
   */
  read(answerCell: string, reasonCell: string, scale: Scale | null, row: number): boolean {
    const answer = this.#parse(answerCell);
    const reason = this.#parseReason(reasonCell);
    this.code = NaN;
    this.kind = answer.kind;
    if (reason === UNKNOWN) return this.#refuseReason(reasonCell, row);
    switch (answer.kind) {
      case 'empty':
        if (reason === NO_REASON) this.#warnNoReason(row);
        this.reason = reason === NO_REASON ? okand : reason;
        return true;
      case 'missing':
        this.reason = missingReasons.indexOf(answer.reason);
        if (reason === NO_REASON || reason === this.reason) return true;
        return this.#refuseBoth(answerCell, reason, row, answer.reason);
      case 'word':
      case 'number':
      case 'text':
        this.reason = NO_REASON;
        if (reason !== NO_REASON) return this.#refuseBoth(answerCell, reason, row, null);
        if (scale !== null && !accepts(scale, answer)) {
          const { code, expected, cure } = explainAnswer(scale, answer, answerCell);
          const found = quoteFound(answerCell);
          this.#report.error(code, { row, column: 'answer', found, expected, cure });
          return false;
        }
        if (answer.kind !== 'text') this.code = answer.code;
        return true;
    }
  }

  #parse(cell: string): AnswerCell {
    let answer = this.#answers.get(cell);
    if (answer === undefined) {
      answer = parseAnswer(cell, this.#delimiter);
      this.#answers.set(cell, answer);
    }
    return answer;
  }

  #parseReason(cell: string): number {
    let reason = this.#reasons.get(cell);
    if (reason === undefined) {
      const text = clean(cell).toLowerCase();
      reason = text === '' ? NO_REASON : missingReasons.indexOf(text as MissingReason);
      this.#reasons.set(cell, reason);
    }
    return reason;
  }

  #refuseReason(cell: string, row: number): false {
    const close = nearest(clean(cell).replace(/\s+/g, '-'), missingReasons);
    const expected = `empty, or one of ${missingReasons.join(', ')}`;
    const cure = close ? `write ${close}` : 'write okand where the reason is another';
    const found = quoteFound(cell);
    this.#report.error('unknown-reason', { row, column: 'reason', found, expected, cure });
    return false;
  }

  #refuseBoth(cell: string, reason: number, row: number, itsReason: MissingReason | null): false {
    this.#report.error('answer-and-reason', {
      row,
      column: 'reason',
      found: `"${missingReasons[reason]!}" beside the answer ${quoteFound(cell)}`,
      expected: itsReason ? `${itsReason} or an empty reason` : 'an answer, or a reason why it is missing',
      cure: itsReason ? `write ${itsReason}, or leave the reason empty` : 'take one of the two away',
    });
    return false;
  }

  #warnNoReason(row: number): void {
    this.#report.warning('no-reason', {
      row,
      column: 'reason',
      found: 'an empty answer without a reason',
      expected: `one of ${missingReasons.join(', ')}`,
      cure: 'it is counted as okand: write the reason where it is known',
    });
  }
}
