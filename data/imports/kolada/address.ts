import { UsageError } from '../../problems.js';

/** Where version 3 of the API stands. */
export const KOLADA = 'https://api.kolada.se/v3/';

/** The API takes at most so many ids, or years, in one part of a path. */
const MAX_IDS = 25;

/** The root of the API from what a user wrote, with a slash at the end. Throws UsageError where it is no http(s) address. */
export function baseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
    throw new UsageError(`--base: found "${text}"; expected the root of the API, ${KOLADA}`);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

/**
 * The address of a request: parts of the path below the base, lists of ids with commas between, then a query. Lists are
 * sorted, so that the same question always has the same address.
 * @throws RangeError where a list has more than 25 ids, or none.
 */
export function requestUrl(
  base: URL,
  parts: readonly (string | readonly (string | number)[])[],
  query: Readonly<Record<string, string>> = {},
): string {
  const path = parts.map((part) => {
    if (typeof part === 'string') return encodeURIComponent(part);
    if (part.length === 0 || part.length > MAX_IDS)
      throw new RangeError(`${part.length} ids in a part of a path; expected 1 to ${MAX_IDS}`);
    return part
      .map(String)
      .sort()
      .map((id) => encodeURIComponent(id))
      .join(',');
  });
  const url = new URL(path.join('/'), base);
  url.search = new URLSearchParams(query).toString();
  return url.href;
}

/** A list in pieces of at most 25, sorted. */
export function batches<T extends string | number>(ids: readonly T[]): T[][] {
  const sorted = [...new Set(ids)].sort();
  return Array.from({ length: Math.ceil(sorted.length / MAX_IDS) }, (_, i) =>
    sorted.slice(i * MAX_IDS, (i + 1) * MAX_IDS),
  );
}

/**
 * An address that an answer refers to (`next_url`, a redirection), or null where it leads away from the base's origin.
 * A server behind a proxy may write `http` for its own `https`: that is put right, never the other way round.
 */
export function within(base: URL, from: string, link: string): string | null {
  if (!URL.canParse(link, from)) return null;
  const url = new URL(link, from);
  if (base.protocol === 'https:' && url.protocol === 'http:' && url.port === '') url.protocol = 'https:';
  return url.origin === base.origin && url.username === '' ? url.href : null;
}
