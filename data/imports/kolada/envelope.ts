import { quoteFound, UsageError } from '../../problems.js';
import { BrokenAnswer } from './client.js';

export interface Envelope {
  readonly values: readonly unknown[];
  /** The address of the next page, or null. */
  readonly next: string | null;
}

/**
 * The envelope of every answer of version 3: `{ "values": [...], "next_url": null, ... }`.
 * @throws BrokenAnswer where the bytes are no JSON in UTF-8, as when a connection dies; UsageError where it is JSON of another shape.
 */
export function readEnvelope(bytes: Uint8Array, request: string): Envelope {
  const content = parseJson(bytes);
  const { values, next_url: next = null } = (isObject(content) ? content : {}) as Record<string, unknown>;
  if (Array.isArray(values) && (next === null || (typeof next === 'string' && next !== '')))
    return { values, next };
  const found = Array.isArray(values) ? `next_url ${show(next)}` : show(content);
  throw new UsageError(
    `${request}: found ${found}; expected { "values": [...], "next_url": an address or null }; check that --base is the root of Kolada's API version 3`,
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new BrokenAnswer(`the answer is no JSON (${quoteFound((error as Error).message)})`);
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A piece of JSON as found, cut short. */
export const show = (value: unknown): string => quoteFound(JSON.stringify(value) ?? 'nothing');
