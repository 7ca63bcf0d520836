import { unzipSync, zipSync, type Zippable } from 'fflate';
import { UsageError } from '../data/problems.js';

/** A file of an archive: its path within it, with `/` between folders. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** Compressed already: a second time costs time and gains nothing. */
const COMPRESSED = /\.(png|jpe?g|gif|zip|docx|xlsx|pdf|gz|woff2?)$/i;

/**
 * Files as a zip archive, in the order given. The same files and the same time (ISO 8601, UTC) give the same bytes on
 * every machine and in every time zone: entries carry that time, no owner, no extra fields.
 * @throws UsageError on a path that leaves the archive (`../x`, `/x`), is empty, or comes twice.
 */
export function zipFiles(files: readonly ArchiveFile[], time: string): Uint8Array {
  const entries = Object.create(null) as Zippable;
  for (const { path, content } of files) {
    refuseUnsafe(path);
    if (path in entries)
      throw new UsageError(`cannot archive ${JSON.stringify(path)} twice: each file needs a path of its own`);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    entries[path] = [bytes, { level: COMPRESSED.test(path) ? 0 : 6 }];
  }
  // The library's clock would be local time, and a local time can be one that a time zone skips: it is set below.
  return withTime(zipSync(entries, { mtime: new Date(2000, 5, 1) }), dosTime(time));
}

/**
 * An office file (docx, xlsx) that a library wrote, written again so that nothing of it depends on the clock: the
 * entries' times, and when the document says that it was made and changed, are `time` (ISO 8601, UTC).
 */
export function repack(bytes: Uint8Array, time: string): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  return zipFiles(
    files.map(([path, content]) => ({
      path,
      content: path === 'docProps/core.xml' ? coreWithTime(content, time) : content,
    })),
    time,
  );
}

function coreWithTime(content: Uint8Array, time: string): string {
  const iso = `${new Date(validTime(time)).toISOString().slice(0, 19)}Z`;
  return new TextDecoder()
    .decode(content)
    .replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${iso}$3`);
}

function refuseUnsafe(path: string): void {
  const unsafe = path
    .split('/')
    .some((part) => ['', '.', '..', '__proto__'].includes(part) || /[\\\0]/.test(part));
  if (unsafe)
    throw new UsageError(
      `cannot archive ${JSON.stringify(path)}: expected a relative path such as "tables/table-02.csv"`,
    );
}

const FIRST = Date.UTC(1980, 0, 1);
const LAST = Date.UTC(2107, 11, 31);

/** Milliseconds of a time that a zip archive can hold; a text that is no time counts as the first of them. */
const validTime = (time: string): number => Math.min(LAST, Math.max(FIRST, Date.parse(time) || FIRST));

/** A time as MS-DOS writes it, in UTC: two-second steps in the low half, the date in the high half (APPNOTE 4.4.6). */
function dosTime(time: string): number {
  const t = new Date(validTime(time));
  const date = ((t.getUTCFullYear() - 1980) << 9) | ((t.getUTCMonth() + 1) << 5) | t.getUTCDate();
  const clock = (t.getUTCHours() << 11) | (t.getUTCMinutes() << 5) | (t.getUTCSeconds() >> 1);
  return ((date << 16) | clock) >>> 0;
}

/** Sets the time of every entry, in the central directory and in the head before each file (APPNOTE 4.3). */
function withTime(zip: Uint8Array, dos: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  // fflate writes no comment, so that the end record is the last 22 bytes.
  const end = zip.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    view.setUint32(at + 12, dos, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, dos, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
