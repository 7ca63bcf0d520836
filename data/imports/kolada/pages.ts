import { UsageError } from '../../problems.js';
import type { ImportSource } from '../imported.js';
import { within } from './address.js';
import type { Cache } from './cache.js';
import type { Client } from './client.js';
import { readEnvelope } from './envelope.js';

/** How requests are answered. */
export interface Via {
  readonly base: URL;
  readonly cache: Cache;
  /** Null: from the cache alone. */
  readonly client: Client | null;
  /** Asks anew also what the cache has; the old answer is kept there. */
  readonly refresh: boolean;
  /** The date of an answer that came now, ISO 8601. */
  readonly date: () => string;
}

/** What an answer holds, one page of perhaps several. */
export interface Page {
  readonly source: ImportSource;
  readonly values: readonly unknown[];
  readonly fromCache: boolean;
}

const MAX_PAGES = 10_000;

/** What Kolada wants said beside its values. */
export const ATTRIBUTION = 'Källa: Kolada';

/**
 * The pages of an answer, one at a time: no more than one is held. Each is an answer of its own in the cache.
 * @throws UsageError where a request is missing offline, or `next_url` leads to another host or back to a page read.
 */
export async function* pages(first: string, via: Via): AsyncGenerator<Page> {
  const seen = new Set<string>();
  for (let url: string | null = first; url !== null;) {
    seen.add(url);
    const { page, next }: { page: Page; next: string | null } = await onePage(url, via);
    yield page;
    if (next === null) return;
    const link = within(via.base, url, next);
    if (link === null)
      throw new UsageError(
        `${url}: next_url is "${next.slice(0, 200)}"; expected an address of ${via.base.origin}; nothing is asked of other hosts: check --base`,
      );
    if (seen.has(link) || seen.size >= MAX_PAGES)
      throw new UsageError(
        `${url}: next_url leads to ${seen.has(link) ? 'a page read before' : `more than ${MAX_PAGES} pages`}, ${link}; expected a next page or null; try again later`,
      );
    url = link;
  }
}

async function onePage(url: string, via: Via): Promise<{ page: Page; next: string | null }> {
  const kept = via.refresh && via.client ? null : via.cache.get(url);
  if (kept) {
    const { values, next } = readEnvelope(kept.body, url);
    return { page: { source: sourceOf(url, kept), values, fromCache: true }, next };
  }
  if (!via.client)
    throw new UsageError(
      `${url}: not in the cache ${via.cache.folder}; expected an answer there, since --offline asks no server; run once without --offline`,
    );
  const { bytes, value } = await via.client.get(url, (body) => readEnvelope(body, url));
  const answer = via.cache.put(url, bytes, via.date());
  return {
    page: { source: sourceOf(url, answer), values: value.values, fromCache: false },
    next: value.next,
  };
}

function sourceOf(url: string, answer: { sha256: string; bytes: number; date: string }): ImportSource {
  const { sha256, bytes, date } = answer;
  return {
    id: sha256.slice(0, 12),
    kind: 'kolada',
    name: url,
    sha256,
    bytes,
    time: date,
    attribution: ATTRIBUTION,
  };
}
