import { UsageError } from '../problems.js';
import { Zip } from './zip.js';

/** What a file is by its content, whatever its name says. */
export type FileKind = 'xlsx' | 'ods' | 'xls' | 'csv';

export const MAX_FILE_BYTES = 100_000_000;

const SAVE = 'open it in Excel and save it as .xlsx';

/**
 * What a file is, told by its first bytes before anything parses it. A zip archive is returned opened and verified.
 * @throws UsageError, one line with the cure: empty, too large, encrypted, cut off, a zip bomb, or no workbook at all.
 */
export function guardFile(bytes: Uint8Array, name: string): { kind: FileKind; zip: Zip | null } {
  const refuse = (found: string, cure: string): never => {
    throw new UsageError(
      `${name}: found ${found}; expected a workbook (.xlsx, .xlsm, .xls, .ods) or .csv; ${cure}`,
    );
  };
  if (bytes.length === 0) return refuse('an empty file', 'fetch it again');
  if (bytes.length > MAX_FILE_BYTES)
    return refuse(`${Math.round(bytes.length / 1e6)} MB`, `at most ${MAX_FILE_BYTES / 1e6} MB are read`);
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    const zip = new Zip(bytes, name);
    const kind = zipKind(zip);
    if (kind === 'xlsb') return refuse('a binary workbook (.xlsb)', SAVE);
    if (kind === null)
      return refuse('a zip archive that is no workbook', 'unpack it, and give the workbook in it');
    if (kind === 'ods' && /encryption-data/.test(zip.text('META-INF/manifest.xml') ?? ''))
      return refuse('a workbook with a password', 'save it without the password');
    zip.verify();
    return { kind, zip };
  }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (holds(bytes, 'EncryptedPackage'))
      return refuse('a workbook with a password', 'save it without the password');
    if (!holds(bytes, 'Workbook') && !holds(bytes, 'Book'))
      return refuse('an old Office document that is no workbook, or one cut off', SAVE);
    return { kind: 'xls', zip: null };
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1000)).replace(/^(?:ï»¿)?\s*/, '');
  if (head.startsWith('%PDF')) return refuse('a PDF', 'ask the producer for the workbook');
  if (/^<(?:!doctype html|html|table|head|body|meta)/i.test(head)) return refuse('a web page (HTML)', SAVE);
  if (/^<\?xml/.test(head)) return refuse('XML', SAVE);
  if (/\.(csv|txt|tsv)$/i.test(name)) return { kind: 'csv', zip: null };
  return [...head].some((c) => c < '\t')
    ? refuse('a file of an unknown kind', SAVE)
    : refuse('text', 'if it is CSV, let its name end in .csv');
}

function zipKind(zip: Zip): 'xlsx' | 'ods' | 'xlsb' | null {
  if (zip.has('xl/workbook.xml')) return 'xlsx';
  if (zip.has('xl/workbook.bin')) return 'xlsb';
  return zip.text('mimetype')?.startsWith('application/vnd.oasis.opendocument.spreadsheet') ? 'ods' : null;
}

const starts = (bytes: Uint8Array, magic: readonly number[]) => magic.every((b, i) => bytes[i] === b);

/** Whether the name of a stream (UTF-16) stands anywhere in an OLE file. */
const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'));
