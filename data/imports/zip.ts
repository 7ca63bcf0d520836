import { inflateRawSync } from 'node:zlib';
import { UsageError } from '../problems.js';

/** A file of a zip archive as its directory describes it. */
interface Entry {
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

/** What an office file may hold at most: a workbook of 316 rows and 400 columns has 30 parts and 10 MB. */
const zipLimits = { entries: 5000, bytes: 300_000_000, ratio: 500, smallBytes: 10_000_000 } as const;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The parts of a zip archive, unpacked only where they are asked for. The directory is held against the limits first; then each part is
 * unpacked once with its declared size as the limit, so that an archive that lies about its sizes is refused too.
 * @throws UsageError, one line, where the archive is cut off, damaged or larger than the limits.
 */
export class Zip {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #name: string;

  constructor(bytes: Uint8Array, name: string) {
    this.#bytes = bytes;
    this.#name = name;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = this.#directory();
  }

  has(path: string): boolean {
    return this.#entries.has(path);
  }

  /** A part as text; null where there is none. */
  text(path: string): string | null {
    const entry = this.#entries.get(path);
    return entry ? new TextDecoder().decode(this.#unpack(path, entry)) : null;
  }

  /** Unpacks every part once, to see that each is as large as it says and not cut off. */
  verify(): void {
    for (const [path, entry] of this.#entries) this.#unpack(path, entry);
  }

  #directory(): Map<string, Entry> {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    if (count > zipLimits.entries) this.#refuse(`${count} parts in it`, `at most ${zipLimits.entries}`);
    const entries = new Map<string, Entry>();
    let at = this.#view.getUint32(end + 16, true);
    let total = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > end || this.#view.getUint32(at, true) !== CENTRAL) this.#damaged();
      const [method, packed, size] = [
        this.#view.getUint16(at + 10, true),
        this.#view.getUint32(at + 20, true),
        this.#view.getUint32(at + 24, true),
      ];
      const nameLength = this.#view.getUint16(at + 28, true);
      const path = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      total += size;
      if (total > zipLimits.bytes) this.#refuse(`more than ${zipLimits.bytes / 1e6} MB unpacked`, 'less');
      if (size > zipLimits.smallBytes && size > packed * zipLimits.ratio)
        this.#refuse(`${path}, which unpacks to more than ${zipLimits.ratio} times its size`, 'less');
      if (entries.has(path)) this.#refuse(`the part ${path} twice`, 'each part once');
      entries.set(path, { method, size, offset: this.#view.getUint32(at + 42, true) });
      at += 46 + nameLength + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
    return entries;
  }

  #findEnd(): number {
    const last = this.#bytes.length - 22;
    for (let at = last; at >= Math.max(0, last - 65_535); at--)
      if (this.#view.getUint32(at, true) === END) return at;
    return this.#damaged();
  }

  #unpack(path: string, { method, size, offset }: Entry): Uint8Array {
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL) this.#damaged();
    const start =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (method === 0) return this.#bytes.subarray(start, start + size);
    if (method !== 8) this.#refuse(`${path} packed in an unknown way (${method})`, 'deflate');
    let out: Uint8Array;
    try {
      out = inflateRawSync(this.#bytes.subarray(start), { maxOutputLength: Math.max(size, 1) });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        this.#refuse(`${path}, which unpacks to more than the archive says`, 'its declared size');
      return this.#damaged();
    }
    return out.length === size ? out : this.#damaged();
  }

  #damaged(): never {
    throw new UsageError(
      `${this.#name}: the file is damaged or cut off; expected a whole workbook; fetch it again, or open it in Excel and save it`,
    );
  }

  #refuse(found: string, expected: string): never {
    throw new UsageError(
      `${this.#name}: found ${found}; expected ${expected}; this is no workbook of results, and is not opened`,
    );
  }
}
